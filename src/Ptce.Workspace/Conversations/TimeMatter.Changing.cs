namespace Ptce.Workspace;

public sealed partial class TimeMatter
{
    /// <summary>"plutôt mardi", "2 h", "avec Elips": said about the time that waits.</summary>
    protected override Task<Pending?> Changed(Talk talk, Pending pending) => Task.FromResult(Amended(talk, pending));

    private Pending? Amended(Talk talk, Pending pending)
    {
        var (said, missing) = (talk.Heard, Missing(talk, pending));
        if (said.Intent == Intents.LogTime ? BeginsAnew(talk, pending.Reading, missing) : IsOther(talk)) return null;

        var says = said.Amends;
        var alone = missing is "organisation" && talk.Means("conversation.nobody_else");
        var people = says.People ?? (missing is "people" && says.Number is > 0 and <= (int)Contributions.MostPeople ? says.Number : null);
        if ((missing is "minutes" || talk.Otherwise is not null) && says.Fields.Count == 0 && BareLength(says.Number ?? talk.Otherwise) is { } bare) says = says with { Fields = ["minutes"], Minutes = bare };
        if (missing is "which_entry" && Answered(talk, pending) is { } answered) return answered;
        if (says.Fields.Count == 0 && people is null && !alone) return null;
        if (Meant(pending.Reading, says) is not { } meant) return Asking(pending, says);

        var reading = pending.Reading with
        {
            Entries = Placed([.. pending.Reading.Entries.Select(e => meant.Contains(e) ? Amended(e, says) : e)], says),
            People = people ?? pending.Reading.People,
            Activity = meant.Count < pending.Reading.Entries.Count ? pending.Reading.Activity : says.Activity ?? pending.Reading.Activity,
            Kind = says.Kind is null or Kinds.Default || !Kinds.IsTime(says.Kind) ? pending.Reading.Kind : says.Kind,
            Orgs = says.Orgs.Count > 0 ? says.Orgs : pending.Reading.Orgs,
            OrgText = alone || says.Orgs.Count > 0 ? null : says.OrgText ?? pending.Reading.OrgText,
        };
        return Settled(pending) with { Reading = reading with { Ask = [.. StillOpen(reading, pending.Reading, says, talk.Today)] } };
    }

    // Time that lacks nothing, said over time that lacks nothing or is of another day or body, is other time.
    private static bool BeginsAnew(Talk talk, Reading waits, string? missing)
    {
        var (said, says) = (talk.Heard, talk.Heard.Amends);
        if (said.Ask.Count > 0 || says.Fields.Count < 2) return false;
        if (missing is null) return true;
        return talk.IsWhole && (says.Activity is { } body && waits.Activity is { } before && body != before
            || says.DatePast is { } day && !waits.Ask.Contains("date") && waits.Entries.Any(e => e.Date is { } known && known != day));
    }

    // "Combien de temps ?" "2" are hours, "45" minutes; "13" is asked again.
    private static long? BareLength(int? number) => number switch { > 0 and <= 12 and var hours => hours * 60, > 0 and <= (int)Contributions.MostPeople and var minutes when minutes % 5 == 0 => minutes, _ => null };

    private static ReadEntry Amended(ReadEntry entry, Amendment says)
    {
        if (says.Minutes is { } minutes) entry = entry with { Minutes = minutes, MinMinutes = null, MaxMinutes = null, Approx = false, Start = says.Start, End = says.End };
        if (says.DatePast is { } day) entry = entry with { Date = day, DateFrom = null, DateTo = null };
        return entry;
    }

    /// <summary>One length said for a period, then its days: shared out evenly, and shown so.</summary>
    private static IReadOnlyList<ReadEntry> Placed(IReadOnlyList<ReadEntry> entries, Amendment says)
    {
        if (says.Days.Count < 2 || entries is not [var one]) return entries;
        if (one.Minutes is not { } minutes) return [.. says.Days.Select(d => one with { Date = d, DateFrom = null, DateTo = null })];
        var each = minutes / says.Days.Count;
        return [.. says.Days.Select((d, i) => one with { Date = d, DateFrom = null, DateTo = null, Minutes = i == 0 ? minutes - each * (says.Days.Count - 1) : each })];
    }

    private static IEnumerable<string> StillOpen(Reading reading, Reading before, Amendment says, DateOnly today)
    {
        if (reading.Entries.Any(e => e.Minutes is null or > Contributions.MostMinutes)) yield return "minutes";
        if (reading.People is null) yield return "people";
        // A day that was only supposed (today, where no day was said) stays asked for until it is said.
        if (reading.Entries.Any(e => e.Date is null) || (says.DatePast is null && says.Days.Count < 2 && before.Ask.Contains("date"))) yield return "date";
        if (reading.Entries.Any(e => e.Date > today)) yield return "confirm_future";
        if (reading.OrgText is not null && before.Ask.Contains("organisation")) yield return "organisation";
    }
}
