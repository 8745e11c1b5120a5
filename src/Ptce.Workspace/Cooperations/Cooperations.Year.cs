namespace Ptce.Workspace;

/// <summary>A member in a year: with how many others it did something, and with whom.</summary>
public sealed record MemberYear(string OrganisationId, string Name, int Cooperations, IReadOnlyList<string> With);

/// <summary>What a pole did together in a year.</summary>
/// <param name="Cooperations">Those whose period meets the year, the withdrawn left out. Each has two members at least.</param>
/// <param name="Members">Organisations with a membership, of whatever circle, on at least one day of the year; and those who cooperated though their membership had ended.</param>
/// <param name="PerMember">Cooperations in which a member takes part, on average over all members, to two decimals (the survey of 2016 found 4.38).</param>
/// <param name="ByLevel">By code, and "unsaid".</param>
/// <param name="Commercial">Of commercial nature; one may be strategic too, so the two may add up to more than all.</param>
/// <param name="Bilateral">Of exactly two parties, thirds counted; the others are collective.</param>
/// <param name="AmountCents">Sum of the amounts that were said, each counted whole in every year that it meets.</param>
/// <param name="Alone">Members in no cooperation of the year.</param>
public sealed record CooperationYear(
    string Pole, int Year, int Cooperations, int Members, decimal PerMember, IReadOnlyDictionary<string, int> ByLevel, IReadOnlyDictionary<string, int> ByForm,
    int Commercial, int Strategic, int Bilateral, int Collective, long AmountCents, IReadOnlyList<MemberYear> Each, IReadOnlyList<string> Alone);

public sealed partial class Cooperations
{
    private sealed record YearRow
    {
        public required string Id { get; init; }
        public string? Level { get; init; }
        public string? Form { get; init; }
        public long Commercial { get; init; }
        public long Strategic { get; init; }
        public long? AmountCents { get; init; }
        public long Thirds { get; init; }
    }

    private sealed record Taker(string CooperationId, string OrganisationId, string Name);

    /// <summary>The year's numbers, for any member of the pole.</summary>
    public Task<CooperationYear> Year(Actor actor, int year)
    {
        actor.Must(Act.ReadPole);
        return Year(actor.PoleId, actor.PoleName, year);
    }

    /// <summary>The same for the console, which has no actor.</summary>
    public Task<CooperationYear> Year(Pole pole, int year) => Year(pole.Id, pole.Name, year);

    private Task<CooperationYear> Year(string poleId, string name, int year) => db.Snapshot(async tx =>
    {
        var given = new { poleId, first = FirstDay(year), end = LastDay(year) };
        var rows = await tx.Read<YearRow>($"""
            select c.id, c.level, c.form, c.commercial, c.strategic, c.amount_cents, (select count(*) from cooperation_thirds t where t.cooperation_id = c.id) as thirds
            from cooperations c where c.pole_id = @poleId and c.state <> 'withdrawn' and {InYear}
            """, given);
        var takers = await tx.Read<Taker>($"""
            select m.cooperation_id, o.id as organisation_id, o.name
            from cooperations c join cooperation_members m on m.cooperation_id = c.id join organisations o on o.id = m.organisation_id
            where c.pole_id = @poleId and c.state <> 'withdrawn' and {InYear}
            """, given);
        var belonging = await tx.Read<(string Id, string Name)>("""
            select distinct o.id, o.name from memberships m join organisations o on o.id = m.organisation_id
            where m.pole_id = @poleId and m.from_day <= @end and (m.to_day is null or m.to_day >= @first)
            """, given);

        var with = takers.ToLookup(t => t.CooperationId);
        var each = belonging.Concat(takers.Select(t => (Id: t.OrganisationId, t.Name))).Distinct().OrderBy(o => o.Name, StringComparer.CurrentCulture).ThenBy(o => o.Id, StringComparer.Ordinal)
            .Select(o =>
            {
                var own = takers.Where(t => t.OrganisationId == o.Id).Select(t => t.CooperationId).ToList();
                return new MemberYear(o.Id, o.Name, own.Count, [.. own.SelectMany(c => with[c]).Where(t => t.OrganisationId != o.Id).Select(t => t.Name).Distinct().Order(StringComparer.CurrentCulture)]);
            }).ToList();
        var bilateral = rows.Count(r => with[r.Id].Count() + r.Thirds == 2);
        return new CooperationYear(name, year, rows.Count, each.Count, each.Count == 0 ? 0 : Math.Round((decimal)takers.Count / each.Count, 2, MidpointRounding.AwayFromZero),
            Counted(CooperationWords.Levels, rows.Select(r => r.Level)), Counted(CooperationWords.Forms, rows.Select(r => r.Form)),
            rows.Count(r => r.Commercial == 1), rows.Count(r => r.Strategic == 1), bilateral, rows.Count - bilateral, rows.Sum(r => r.AmountCents ?? 0),
            each, [.. each.Where(m => m.Cooperations == 0).Select(m => m.Name)]);
    });

    private static Dictionary<string, int> Counted(IReadOnlyList<string> codes, IEnumerable<string?> said)
    {
        var all = said.ToList();
        return codes.Append("unsaid").ToDictionary(code => code, code => all.Count(s => (s ?? "unsaid") == code));
    }
}
