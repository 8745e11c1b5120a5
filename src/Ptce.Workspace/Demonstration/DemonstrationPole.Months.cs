namespace Ptce.Workspace;

public sealed partial class DemonstrationPole
{
    private const int RoomHourCents = 2500; // market hire of a meeting room, the worked example of the valuation rules

    /// <summary>A month of the pole: each week its lines are logged, then confirmed, then validated; the last weeks are still under way.</summary>
    private async Task Month(DateOnly month, DateOnly last)
    {
        for (var week = month; week < month.AddMonths(1) && week <= last; week = week.AddDays(7))
        {
            var end = Min(week.AddDays(6), Min(month.AddMonths(1).AddDays(-1), last));
            await HoldMeetings(week, end);
            await Exchange(week, end, last);
            At(end, 8);
            var logged = await LogWeek(week, end);
            await Credit(logged);
            var age = last.DayNumber - end.DayNumber;
            At(Min(end.AddDays(3), last), 11);
            var confirmed = await Confirm([.. logged.Where(_ => age > 21 || _chance.Next(3) > 0)]);
            if (age < 28) confirmed = [.. confirmed.Where(_ => _chance.Next(3) == 0)];
            At(Min(end.AddDays(5), last), 15);
            await Validate(confirmed);
        }
        if (month.Month % 3 == 1 && month.AddDays(19) <= last) await Quarter(month.AddMonths(-3), month.AddDays(19), last);
    }

    private async Task<List<Contribution>> LogWeek(DateOnly from, DateOnly to)
    {
        var giving = DemonstrationCast.People.Where(p => p.Roles != "observer").OrderBy(_ => _chance.Next()).Take(LinesPerMonth / 5).ToList();
        var said = giving.Select(p => (Actor: _actors[p.Name], Lines: Lines(_actors[p.Name], from, to))).Where(s => s.Lines.Count > 0).ToList();
        if (_chance.Next(2) == 0) said.Add((_actors["Salomé Dubreuil"], [Room(_actors["Salomé Dubreuil"], to)]));
        var logged = await Task.WhenAll(said.Select(s => Slice<Contributions>().Log(s.Actor, s.Lines, "web")));
        return [.. logged.SelectMany(l => l)];
    }

    private List<NewContribution> Lines(Actor actor, DateOnly from, DateOnly to)
    {
        var lines = new List<NewContribution>();
        for (var n = 1 + _chance.Next(2); n > 0; n--)
        {
            var day = from.AddDays(_chance.Next(to.DayNumber - from.DayNumber + 1));
            var (activity, note, _, minutes) = Weighted();
            var other = _chance.Next(5) < 3 ? _organisations[_chance.Next(_organisations.Count)].Id : null;
            // One thing a day, and few of them on a Sunday.
            if (lines.Any(l => l.Day == day) || (day.DayOfWeek == DayOfWeek.Sunday && _chance.Next(10) > 0)) continue;
            lines.Add(new(day, minutes[_chance.Next(minutes.Length)], "default", activity, other is null || other == actor.OrganisationId ? [] : [other], Note: note));
        }
        return lines;
    }

    private NewContribution Room(Actor actor, DateOnly day) =>
        new(day, 0, "locaux", null, [_organisations.First(o => o.Id != actor.OrganisationId).Id], Quantity: 2 + _chance.Next(4), Unit: "h", UnitValueCents: RoomHourCents, Note: "Grande salle");

    private (string? Activity, string Note, int Weight, long[] Minutes) Weighted()
    {
        var at = _chance.Next(DemonstrationCast.Tasks.Sum(t => t.Weight));
        return DemonstrationCast.Tasks.First(t => (at -= t.Weight) < 0);
    }

    // The other party confirms: someone of that organisation, or the animation cell for what went to the pole itself. Never the giver.
    private async Task<List<Contribution>> Confirm(List<Contribution> lines)
    {
        var confirmed = new List<Contribution>();
        foreach (var group in lines.GroupBy(l => Confirmer(l)))
        {
            if (group.Key is not { } who) continue;
            await Slice<Contributions>().ConfirmMany(_actors[who], [.. group.Select(l => l.Id)]);
            confirmed.AddRange(group);
        }
        return confirmed;
    }

    private string? Confirmer(Contribution line) => line.BeneficiaryId is { } other
        ? DemonstrationCast.People.FirstOrDefault(p => p.Roles != "observer" && _actors[p.Name].OrganisationId == other).Name
        : line.PersonId == _actors[DemonstrationCast.Coordinator].PersonId ? DemonstrationCast.Treasurer : DemonstrationCast.Coordinator;

    private async Task Validate(List<Contribution> lines)
    {
        foreach (var group in lines.GroupBy(l => l.PersonId == _actors[DemonstrationCast.Coordinator].PersonId ? DemonstrationCast.Treasurer : DemonstrationCast.Coordinator))
            await Slice<Contributions>().ValidateMany(_actors[group.Key], [.. group.Select(l => l.Id)]);
    }

    /// <summary>Three weeks after a quarter its digest is compiled; the committee has approved the two before the last, which it is reading now.</summary>
    private async Task Quarter(DateOnly from, DateOnly today, DateOnly last)
    {
        var newest = new DateOnly(last.Year, (last.Month - 1) / 3 * 3 + 1, 1).AddMonths(-3);
        if (newest.AddMonths(3).AddDays(19) > last) newest = newest.AddMonths(-3);
        if (from < newest.AddMonths(-6) || from > newest) return;

        At(today, 8);
        var digests = Slice<Digests>();
        var id = await digests.Ask(_actors[DemonstrationCast.Coordinator], from, from.AddMonths(3).AddDays(-1), byJob: false);
        var digest = await digests.Compile(id);
        await digests.OpenReview(_actors[DemonstrationCast.Coordinator], digest.Id);
        if (from == newest)
        {
            await Report(from, from.AddMonths(3).AddDays(-1));
            return;
        }
        foreach (var (name, _, roles, _) in DemonstrationCast.People.Where(p => p.Roles.Contains("committee", StringComparison.Ordinal)))
        {
            At(today.AddDays(2), 9);
            if ((await digests.One(_actors[DemonstrationCast.Coordinator], digest.Id)).State == Digest.Approved) break;
            await digests.Approve(_actors[name], digest.Id, digest.Hash!);
        }
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
