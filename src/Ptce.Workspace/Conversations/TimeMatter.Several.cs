using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Several lines in one sentence, and a change said of one of them: it is never made to another without a word.</summary>
public sealed partial class TimeMatter
{
    private const string ThenDay = "then_day", ThenMinutes = "then_minutes"; // what was said, until it is known of which line

    private static bool AsksWhich(Pending pending) => pending.Told(ThenDay) is { Length: > 0 } || pending.Told(ThenMinutes) is { Length: > 0 };

    /// <summary>The lines a change is of: those it takes back or names; all of them where they are alike in what changes.</summary>
    /// <returns>Null: nobody can tell.</returns>
    private static IReadOnlyCollection<ReadEntry>? Meant(Reading reading, Amendment says)
    {
        var entries = reading.Entries;
        var meant = entries.Where(e => says.FormerDay is { } day && e.Date == day).ToList();
        if (meant.Count == 0) meant = [.. entries.Where(e => says.FormerMinutes is { } minutes && e.Minutes == minutes)];
        if (meant.Count == 0 && says.DatePast is not null != says.Minutes is not null) meant = Named(reading, says);
        // "plutôt 1 h mardi": the one line of that day
        if (meant.Count == 0 && says is { DatePast: { } then, Minutes: not null } && entries.Count(e => e.Date == then) == 1) meant = [entries.Single(e => e.Date == then)];
        if (meant.Count > 0) return meant;
        var alike = (says.DatePast is null || entries.All(e => e.Date == entries[0].Date)) && (says.Minutes is null || entries.All(e => e.Minutes == entries[0].Minutes));
        return alike ? entries : null;
    }

    /// <summary>"le copil, c'était mercredi": the lines of that body, when others are of another.</summary>
    private static List<ReadEntry> Named(Reading reading, Amendment says)
    {
        var named = reading.Entries.Where(e => says.Activity is { } body && (e.Activity ?? reading.Activity) == body).ToList();
        return named.Count < reading.Entries.Count ? named : [];
    }

    /// <summary>The change kept, until its line is said.</summary>
    private static Pending Asking(Pending pending, Amendment says) => pending
        .With(ThenDay, says.DatePast is { } day ? day.Iso() : "")
        .With(ThenMinutes, says.Minutes is { } minutes ? minutes.ToString(CultureInfo.InvariantCulture) : "");

    private static Pending Settled(Pending pending) => pending.With(ThenDay, "").With(ThenMinutes, "");

    /// <summary>The change made to the line that was then said.</summary>
    /// <returns>Null when what was said names none.</returns>
    private static Pending? Answered(Talk talk, Pending pending)
    {
        var (reading, says) = (pending.Reading, talk.Heard.Amends);
        var meant = talk.Means("conversation.all_of_them") ? reading.Entries
            : says.Number is { } n && n >= 1 && n <= reading.Entries.Count ? [reading.Entries[n - 1]]
            : reading.Entries.Where(e => says.DatePast is { } day && e.Date == day).ToList() is { Count: > 0 } then ? then : Named(reading, says);
        if (meant.Count == 0) return null;
        var change = new Amendment
        {
            DatePast = Field.Iso(pending.Told(ThenDay)),
            Minutes = pending.Told(ThenMinutes) is { Length: > 0 } minutes ? long.Parse(minutes, CultureInfo.InvariantCulture) : null,
        };
        var changed = reading with { Entries = [.. reading.Entries.Select(e => meant.Contains(e) ? Amended(e, change) : e)] };
        return Settled(pending) with { Reading = changed with { Ask = [.. StillOpen(changed, reading, change, talk.Today)] } };
    }

    private static (string Question, IReadOnlyList<Choice> Choices) WhichEntry(Talk talk, Reading reading) => (talk.Say["conversation.ask.which_entry"],
    [
        .. reading.Entries.Select((e, i) => new Choice(Titled(e, reading, talk), (i + 1).ToString(CultureInfo.InvariantCulture))),
        talk.Saying("conversation.all_of_them"),
    ]);

    private static string Titled(ReadEntry entry, Reading reading, Talk talk) => string.Join(" · ", new[]
    {
        entry.Label ?? ((entry.Activity ?? reading.Activity) is { } activity ? Activities.Word(talk.Say, activity) : null),
        entry.Date is { } day ? DayAndLength(entry, day, reading, talk) : null,
    }.OfType<string>());
}
