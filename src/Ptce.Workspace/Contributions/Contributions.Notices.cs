using System.Globalization;

namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>What a person's day holds in all.</summary>
    private sealed record Worked(string PersonId, DateOnly Day, long Minutes);

    /// <summary>A line that says from when to when, and was not taken back.</summary>
    private sealed record Span(string Id, string PersonId, DateOnly Day, long Minutes, string Starts, string Ends);

    // The person is told about their whole day; anyone else about this pole's part of it.
    private const string OfTheirDays = "c.person_id in @people and c.day in @days and c.state <> 'cancelled' and (c.pole_id = @PoleId or c.person_id = @PersonId)";

    private Task<IReadOnlyList<Contribution>> Noticed(Actor actor, IReadOnlyList<Contribution> lines) => Noticed(db.Read<Worked>, db.Read<Span>, actor, lines);

    /// <summary>Says which of the lines make a long day, or overlap another line of the same person and day. One query for all, and one for those that say from when to when.</summary>
    private static async Task<IReadOnlyList<Contribution>> Noticed(Reads<Worked> readDays, Reads<Span> readSpans, Actor actor, IReadOnlyList<Contribution> lines)
    {
        var worked = lines.Where(IsWorked).ToList();
        if (worked.Count == 0) return lines;
        var totals = (await readDays($"""
            select c.person_id, c.day, cast(sum(c.minutes / c.people) as bigint) as minutes from contributions c
            where {OfTheirDays}
            group by c.person_id, c.day
            """, TheirDays(actor, worked))).ToDictionary(d => (d.PersonId, d.Day), d => d.Minutes);
        return await Noticed(readSpans, totals, actor, lines);
    }

    /// <param name="totals">Minutes of each person's day, as far as the actor is told.</param>
    private static async Task<IReadOnlyList<Contribution>> Noticed(Reads<Span> readSpans, Dictionary<(string, DateOnly), long> totals, Actor actor, IReadOnlyList<Contribution> lines)
    {
        var clocked = lines.Where(l => IsWorked(l) && l is { Starts: not null, Ends: not null }).ToList();
        var spans = (clocked.Count == 0 ? [] : await readSpans($"""
            select c.id, c.person_id, c.day, c.minutes / c.people as minutes, c.starts, c.ends from contributions c
            where {OfTheirDays} and c.minutes > 0 and c.starts is not null and c.ends is not null
              and not exists (select 1 from contributions r where r.reverses_id = c.id and r.state <> 'cancelled')
            """, TheirDays(actor, clocked))).ToLookup(s => (s.PersonId, s.Day));
        return [.. lines.Select(l => IsWorked(l) ? l with { Notices = Notices(l, totals.GetValueOrDefault((l.PersonId!, l.Day)), [.. spans[(l.PersonId!, l.Day)]], actor.Zone) } : l)];
    }

    private static bool IsWorked(Contribution line) => line.PersonId is not null && line.State != States.Cancelled;

    private static object TheirDays(Actor actor, IReadOnlyList<Contribution> lines) => new
    {
        actor.PoleId,
        actor.PersonId,
        people = lines.Select(l => l.PersonId).Distinct().ToArray(),
        days = lines.Select(l => l.Day.Iso()).Distinct().ToArray(),
    };

    private static List<Caution> Notices(Contribution line, long total, IReadOnlyList<Span> day, string zone)
    {
        var notices = new List<Caution>();
        if (total > LongDay) notices.Add(new("contributions.notice.long_day", total));
        if (Interval(line.Starts, line.Ends) is { } mine)
            foreach (var other in day.Where(s => s.Id != line.Id))
                if (Interval(other.Starts, other.Ends) is { } theirs && mine.From < theirs.To && theirs.From < mine.To)
                    notices.Add(new("contributions.notice.overlap", other.Minutes, $"{other.Starts}–{other.Ends}"));
        if (line is { Starts: { } starts, Ends: { } ends } && Zones.Elapsed(line.Day, TimeOnly.Parse(starts, CultureInfo.InvariantCulture), TimeOnly.Parse(ends, CultureInfo.InvariantCulture), zone) is var elapsed && elapsed < line.Minutes / line.People)
            notices.Add(new("contributions.notice.longer_than_clock", elapsed, $"{starts}–{ends}"));
        return notices;
    }

    /// <summary>Wall-clock minutes since midnight; an end before the start is on the next day.</summary>
    private static (int From, int To)? Interval(string? starts, string? ends)
    {
        if (starts is null || ends is null) return null;
        var (from, to) = (Minute(starts), Minute(ends));
        return (from, to > from ? to : to + (int)MostMinutes);

        static int Minute(string clock) => int.Parse(clock.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60 + int.Parse(clock.AsSpan(3, 2), CultureInfo.InvariantCulture);
    }
}
