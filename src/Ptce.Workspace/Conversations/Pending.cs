using System.Globalization;
using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>What was understood and waits for a yes, or for what is missing. One per conversation, kept in the store for a day.</summary>
/// <param name="Key">Names it on its card, and makes saving it twice one line.</param>
/// <param name="Sentence">As it was typed: the line keeps it as its evidence.</param>
/// <param name="Reply">What was said last about it, to be shown wherever the person goes.</param>
/// <param name="LineId">The line to correct or to take back, where the sentence was about one.</param>
public sealed record Pending(string Key, string Sentence, Reading Reading, BotReply? Reply = null, string? LineId = null)
{
    /// <summary>What a new sentence leaves to save or to ask; a sentence without day or length has one line that misses both.</summary>
    public static Pending Of(string sentence, Reading reading) => new(Ids.New(), sentence,
        reading.Intent == Intents.LogTime && reading.Entries.Count == 0
            ? reading with { Entries = [new(null, null)], Ask = [.. reading.Ask.Union(["minutes", "date"])] }
            : reading);

    private static readonly string[] Order = ["minutes", "people", "date", "confirm_future", "organisation"];

    /// <summary>The first thing to ask for; null when the reading can be saved.</summary>
    [JsonIgnore]
    public string? Missing => Order.FirstOrDefault(Reading.Ask.Contains) ?? (Reading.Ask is [var other, ..] ? other : null);

    /// <summary>All people, all days, in minutes.</summary>
    [JsonIgnore]
    public long TotalMinutes => (Reading.People ?? 1) * Reading.Entries.Sum(e => e.Minutes ?? 0);

    /// <summary>The other organisations, whose word confirms.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReadOrganisation> Others => [.. Reading.Orgs.Where(o => !o.Self)];

    /// <summary>The lines to log, one per day.</summary>
    public IReadOnlyList<NewContribution> Lines() => [.. Reading.Entries.Select(entry => new NewContribution(
        entry.Date!.Value, entry.Minutes!.Value * (Reading.People ?? 1), Reading.Kind ?? Kinds.Default, entry.Activity ?? Reading.Activity,
        [.. Others.Select(o => o.Id)], Starts: entry.Start, Ends: entry.End, Note: Note(entry), Sentence: Sentence, People: Reading.People ?? 1))];

    // A body that is no member organisation cannot confirm, but its name says what the time was for.
    private string? Note(ReadEntry entry) =>
        string.Join(" · ", new[] { entry.Label ?? Reading.Subject, Reading.OrgText }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } note ? note : null;

    /// <summary>This reading with what a further sentence says about it ("plutôt mardi", "2 h", "avec Elips").</summary>
    /// <returns>Null when the sentence says nothing about it, or is a whole new one.</returns>
    public Pending? Amended(Reading said, string text, DateOnly today)
    {
        if (LineId is not null) return said.Amends.Minutes is { } corrected ? this with { Reading = Reading with { Minutes = corrected } } : null;
        if (said.Intent == Intents.LogTime && said.Ask.Count == 0 && said.Amends.Fields.Count > 1 && Missing is null) return null;

        var says = said.Amends;
        var alone = Missing is "organisation" && Words.Languages.Any(l => Words.Say(l, "conversation.nobody_else").Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        var people = says.People ?? (Missing is "people" && int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 200 ? n : null);
        if (says.Fields.Count == 0 && people is null && !alone) return null;

        var reading = Reading with
        {
            Entries = [.. Reading.Entries.Select(e => Amended(e, says))],
            People = people ?? Reading.People,
            Activity = says.Activity ?? Reading.Activity,
            Kind = says.Kind is null or Kinds.Default ? Reading.Kind : says.Kind,
            Orgs = says.Orgs.Count > 0 ? says.Orgs : Reading.Orgs,
            OrgText = alone || says.Orgs.Count > 0 ? null : says.OrgText ?? Reading.OrgText,
        };
        return this with { Reading = reading with { Ask = [.. StillOpen(reading, says, today)] } };
    }

    private static ReadEntry Amended(ReadEntry entry, Amendment says)
    {
        if (says.Minutes is { } minutes) entry = entry with { Minutes = minutes, MinMinutes = null, MaxMinutes = null, Approx = false, Start = says.Start, End = says.End };
        if (says.DatePast is { } day) entry = entry with { Date = day, DateFrom = null, DateTo = null };
        return entry;
    }

    private IEnumerable<string> StillOpen(Reading reading, Amendment says, DateOnly today)
    {
        if (reading.Entries.Any(e => e.Minutes is null or > Contributions.MostMinutes)) yield return "minutes";
        if (reading.People is null) yield return "people";
        // A day that was only supposed (today, where no day was said) stays asked for until it is said.
        if (reading.Entries.Any(e => e.Date is null) || (says.DatePast is null && Reading.Ask.Contains("date"))) yield return "date";
        if (reading.Entries.Any(e => e.Date > today)) yield return "confirm_future";
        if (reading.OrgText is not null && Reading.Ask.Contains("organisation")) yield return "organisation";
    }
}
