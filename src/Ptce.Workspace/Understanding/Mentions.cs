namespace Ptce.Workspace;

/// <summary>A stretch of the sentence read by one rule. Stretches compete; the chart keeps the best set that does not overlap.</summary>
/// <param name="Start">first token</param>
/// <param name="End">one past the last token</param>
/// <param name="Rule">the rule's name, shown to explain a reading</param>
/// <param name="Bonus">how specific the rule is; long stretches already win over short ones</param>
internal abstract record Mention(int Start, int End, string Rule, int Bonus)
{
    internal int Weight => (End - Start) * 10 + Bonus;
}

/// <summary>A length of time. Minutes is null for a range. <paramref name="Days"/> is set when it was counted in days.</summary>
internal sealed record LengthMention(int Start, int End, string Rule, int Bonus, long? Minutes, long? Least = null, long? Most = null, bool Approximate = false,
    bool PerDay = false, bool PerPerson = false, bool PerWeek = false, bool PerMonth = false, decimal? Days = null, int Times = 1, bool Bare = false, bool Halves = false)
    : Mention(Start, End, Rule, Bonus);

/// <summary>A time of day in minutes after midnight. Exact: written so that morning or afternoon is no question ("14h30", "2pm").</summary>
internal sealed record ClockMention(int Start, int End, string Rule, int Bonus, int Minute, bool Exact, int? InsteadOf = null, bool Plain = false, bool Ends = false) : Mention(Start, End, Rule, Bonus);

/// <summary>From one time of day to another; an end before the start is on the next day.</summary>
/// <param name="Inside">The day said between the two ("de 9h lundi à 11h").</param>
/// <param name="Pause">Minutes of it that were no work ("with an hour off for lunch").</param>
internal sealed record ClockRangeMention(int Start, int End, string Rule, int Bonus, int From, int To, DateMention? Inside = null, int Pause = 0) : Mention(Start, End, Rule, Bonus)
{
    /// <summary>Minutes from the one to the other, over midnight too; pauses not taken off.</summary>
    public int Minutes => (To - From + 24 * 60) % (24 * 60);
}

internal sealed record PartMention(int Start, int End, string Rule, int Bonus, string Part) : Mention(Start, End, Rule, Bonus);

internal enum DateRole { On, Before, Until, Starting }

internal sealed record DateMention(int Start, int End, string Rule, int Bonus, DatePhrase Date, DateRole Role = DateRole.On, string? Part = null) : Mention(Start, End, Rule, Bonus);

/// <summary>A week that only says where its weekdays are: "la semaine dernière : lundi 2h, mardi 3h".</summary>
internal sealed record WeekMention(int Start, int End, string Rule, int Bonus) : Mention(Start, End, Rule, Bonus);

/// <summary>How many people. Others: counted besides the speaker ("avec deux collègues").</summary>
internal sealed record PeopleMention(int Start, int End, string Rule, int Bonus, int Count, bool Others = false) : Mention(Start, End, Rule, Bonus);

internal sealed record AmountMention(int Start, int End, string Rule, int Bonus, decimal Euros) : Mention(Start, End, Rule, Bonus);

internal sealed record SurfaceMention(int Start, int End, string Rule, int Bonus, decimal SquareMetres) : Mention(Start, End, Rule, Bonus);

/// <summary>Something that comes back: every week, on one weekday or any.</summary>
internal sealed record RecurrenceMention(int Start, int End, string Rule, int Bonus, string Every, int? Weekday = null) : Mention(Start, End, Rule, Bonus);

internal sealed record ActivityMention(int Start, int End, string Rule, int Bonus, string Activity) : Mention(Start, End, Rule, Bonus);

/// <summary>An organisation: the candidates that fit equally well (one when it is clear, none when only a kind of body is named).</summary>
internal sealed record OrganisationMention(int Start, int End, string Rule, int Bonus, IReadOnlyList<KnownOrganisation> Candidates, bool Guessed, bool MustAsk = false) : Mention(Start, End, Rule, Bonus)
{
    internal KnownOrganisation? Sure => Candidates.Count == 1 && !MustAsk ? Candidates[0] : null;
}

internal sealed record PersonMention(int Start, int End, string Rule, int Bonus, IReadOnlyList<KnownPerson> Candidates, string Written) : Mention(Start, End, Rule, Bonus);
