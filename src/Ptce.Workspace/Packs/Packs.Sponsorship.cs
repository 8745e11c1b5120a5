namespace Ptce.Workspace;

/// <summary>Mécénat de compétences: what each enterprise may claim, per employee and calendar year up to three times the PASS.</summary>
public sealed partial class Packs
{
    /// <summary>One employee's sponsored time in a calendar year.</summary>
    /// <param name="BeforeCents">What digests approved before count of that year already.</param>
    /// <param name="Ceiling">Null where the year's PASS is not known: nothing is kept, nothing guessed.</param>
    private sealed record Sponsored(string OrganisationId, string PersonId, int Year, long Lines, long Minutes, long ValueCents, long BeforeCents, SecurityCeiling? Ceiling)
    {
        /// <summary>Up to what the ceiling leaves; what was taken back is taken back whole.</summary>
        public long? KeptCents => Ceiling is null ? null : Claimable(BeforeCents + ValueCents) - Claimable(BeforeCents);

        public long? BeyondCents => ValueCents - KeptCents;

        private long Claimable(long cents) => Math.Min(cents, Ceiling!.SponsorshipCents);
    }

    private async Task<Pack> Sponsorship(Source s)
    {
        var t = s.Say;
        var known = await ceilings.All();
        var here = (await digests.Days(s.Digest, Kinds.MecenatCompetences)).Where(d => MayRead(s.Actor, d)).ToList();
        var before = await SponsoredBefore(s, [.. here.Select(d => d.Day.Year).Distinct()]);
        var rows = here.GroupBy(d => (d.OrganisationId, d.PersonId, d.Day.Year)).Select(g => new Sponsored(g.Key.OrganisationId, g.Key.PersonId, g.Key.Year, g.Sum(d => d.Lines), g.Sum(d => d.Minutes), g.Sum(d => d.ValueCents),
                before.GetValueOrDefault(g.Key), known.GetValueOrDefault(g.Key.Year)))
            .OrderBy(x => s.Who(x.OrganisationId), StringComparer.Create(t.Culture, ignoreCase: true)).ThenBy(x => s.Names.Person(x.PersonId), StringComparer.Create(t.Culture, ignoreCase: true)).ThenBy(x => x.Year).ToList();
        var table = new Table("mecenat", t["packs.mecenat.table"],
            [
                new(t["packs.column.organisation"]), new(t["packs.column.person"]), new(t["packs.column.year"]), new(t["packs.column.lines"], Shape.Count, Summed: true),
                new(t["packs.column.time"], Shape.Time, Summed: true), new(t["packs.column.value"], Shape.Money, Summed: true), new(t["packs.column.before"], Shape.Money), new(t["packs.column.cap"], Shape.Money),
                new(t["packs.column.kept"], Shape.Money, Summed: true), new(t["packs.column.beyond"], Shape.Money, Summed: true), new(t["packs.column.reason"]),
            ],
            [new([.. rows.Select(x => new TableRow(
                [
                    s.Who(x.OrganisationId), s.Names.Person(x.PersonId), $"{x.Year}", x.Lines, x.Minutes, x.ValueCents, x.BeforeCents, x.Ceiling?.SponsorshipCents, x.KeptCents, x.BeyondCents,
                    x.Ceiling is null ? t["packs.mecenat.no_ceiling", x.Year] : x.BeyondCents != 0 ? t["packs.mecenat.beyond", x.Year, t.Money(x.Ceiling.SponsorshipCents)] : "",
                ],
                s.Lines(new(Kind: Kinds.MecenatCompetences, Giver: x.OrganisationId, Person: x.PersonId, Day: $"{x.Year}"))))], t["packs.total"])],
            t["packs.mecenat.table_lede"]);
        return new(PackNames.Sponsorship, t["packs.mecenat.title"], s.Digest, s.Asked, [table])
        {
            Lede = t["packs.mecenat.lede"],
            Nothing = new(t["packs.mecenat.none"], s.Actor.May(Act.LogContribution) ? new(t["packs.mecenat.none_act"], $"/p/{s.Actor.PoleSlug}/contributions") : null),
            Notes = [new(t["packs.mecenat.rule"], [t["packs.mecenat.rule_cap"], .. known.Values.OrderBy(c => c.Year).Select(c => t["packs.mecenat.rule_year", c.Year, t.Money(c.AnnualCents), t.Money(c.SponsorshipCents), c.Source]),
                t["packs.mecenat.rule_books"], t["packs.mecenat.rule_relief"]])],
        };
    }

    /// <summary>What digests approved before this one count of these calendar years, by enterprise, employee and year.</summary>
    private async Task<IReadOnlyDictionary<(string OrganisationId, string PersonId, int Year), long>> SponsoredBefore(Source s, IReadOnlyList<int> years)
    {
        var before = new Dictionary<(string OrganisationId, string PersonId, int Year), long>();
        if (years.Count == 0) return before;
        foreach (var digest in (await digests.List(s.Actor)).Where(d => d.State == Digest.Approved && d.Id != s.Digest.Id && (s.Digest.Chain is null || d.Chain < s.Digest.Chain) && d.ToDay.Year >= years.Min()))
            foreach (var day in (await digests.Days(digest, Kinds.MecenatCompetences)).Where(d => years.Contains(d.Day.Year)))
                before[(day.OrganisationId, day.PersonId, day.Day.Year)] = before.GetValueOrDefault((day.OrganisationId, day.PersonId, day.Day.Year)) + day.ValueCents;
        return before;
    }
}
