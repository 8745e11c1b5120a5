namespace Ptce.Workspace;

/// <summary>Annexe: nature, inventory and valuation of voluntary contributions, changes of method with their effect (règlement ANC 2018-06, art. 211).</summary>
public sealed partial class Packs
{
    private async Task<IReadOnlyList<PackNote>> Annex(Source s, List<DigestSum> booked, List<DigestSum> unbooked)
    {
        var t = s.Say;
        var notes = new List<PackNote> { new(t["packs.annex.nature"], [.. Nature(s, booked)]) };
        notes.Add(new(t["packs.annex.inventory"], [t["packs.annex.inventory_text"], t["packs.annex.inventory_counts", s.Digest.Lines, s.Digest.Excluded]]));
        var inKind = s.Sums.Any(x => !x.IsTime);
        notes.Add(new(t["packs.annex.valuation"],
        [
            t["packs.annex.valuation_text"],
            .. s.Rates.Select(r => t.Used(r) + (r.Source == "" ? "" : t["digests.method_source", r.Source])),
            .. inKind ? new[] { t["packs.annex.in_kind"] } : [],
        ]));
        notes.Add(new(t["packs.annex.changes"], await Changes(s)));
        if (unbooked.Count > 0)
            notes.Add(new(t["packs.annex.unbooked"], [t["packs.annex.unbooked_text", string.Join(", ", unbooked.Select(x => t.Kind(x.Kind)).Distinct()),
                t.Duration(unbooked.Sum(x => x.Minutes)), t.Money(unbooked.Sum(x => x.ValueCents))]]));
        notes.Add(new(t["packs.annex.result"], [t["packs.annex.result_text"]]));
        return notes;
    }

    private static IEnumerable<string> Nature(Source s, List<DigestSum> booked)
    {
        if (booked.Count == 0) yield return s.Say["packs.annex.nothing"];
        foreach (var kind in booked.GroupBy(x => x.Kind).OrderByDescending(g => g.Sum(x => x.ValueCents)))
        {
            var amount = string.Join(", ", new[] { kind.Any(x => x.Minutes != 0) ? s.Say.Duration(kind.Sum(x => x.Minutes)) : "", Quantities(s.Say, kind) }.Where(x => x != ""));
            yield return s.Say.Many("packs.annex.nature_of", kind.Select(x => x.OrganisationId).Distinct().Count(), s.Say.Kind(kind.Key), amount, s.Say.Money(kind.Sum(x => x.ValueCents)));
        }
    }

    /// <summary>The method of the digest approved before, on the lines of this one: what the change is worth.</summary>
    private async Task<IReadOnlyList<string>> Changes(Source s)
    {
        var before = (await digests.List(s.Actor)).Where(d => d.State == Digest.Approved && d.Id != s.Digest.Id && d.ToDay < s.Digest.FromDay).MaxBy(d => d.ToDay);
        if (before is null) return [s.Say["packs.annex.first"]];
        var earlier = (await digests.RatesUsed(before)).GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.Last());
        var grid = await rates.Grid(s.Actor.PoleId);
        var said = new List<string>();
        foreach (var kind in s.Rates.GroupBy(r => r.Kind).Where(g => earlier.TryGetValue(g.Key, out var was) && g.Any(r => !SameMethod(was, r))))
        {
            var was = earlier[kind.Key];
            long now = 0, then = 0;
            foreach (var line in await EveryLine(s.Digest, new(Kind: kind.Key)))
            {
                now += line.ValueCents;
                then += Under(was, line, grid);
            }
            said.Add(s.Say["packs.annex.changed", s.Say.Kind(kind.Key), s.Say.Used(was), s.Say.Used(kind.Last()), s.Say.Money(then), s.Say.Money(now), (now >= then ? "+" : "") + s.Say.Money(now - then)]);
        }
        return said.Count == 0 ? [s.Say["packs.annex.same", s.Say.Period(before.FromDay, before.ToDay)]] : said;
    }

    // A new amount of the SMIC is no change of method; a new price, coefficient or charge rate is.
    private static bool SameMethod(DigestRate a, DigestRate b) => (a.Method, a.CoefficientMilli, a.ChargeBasisPoints) == (b.Method, b.CoefficientMilli, b.ChargeBasisPoints)
        && (a.Method is not (RateGrid.ByAgreement or RateGrid.ByMarket) || a.BaseCents == b.BaseCents);

    private static long Under(DigestRate rate, DigestLine line, RateGrid grid)
    {
        if (rate.Method == RateGrid.Unvalued) return 0;
        var basis = rate.Method is RateGrid.ByAgreement or RateGrid.ByMarket ? rate.BaseCents : grid.Smic.LastOrDefault(x => x.FromDay <= line.Day)?.CentsPerHour ?? rate.BaseCents;
        return Valuation.OfTime(line.Minutes, Valuation.HourlyRate(basis, rate.CoefficientMilli, rate.ChargeBasisPoints));
    }

    private async Task<IReadOnlyList<DigestLine>> EveryLine(Digest digest, DigestCut cut)
    {
        const int portion = 5_000;
        var all = new List<DigestLine>();
        while (await digests.Lines(digest, cut, all.Count == 0 ? 0 : all[^1].Number, portion) is { Count: > 0 } some)
        {
            all.AddRange(some);
            if (some.Count < portion) break;
        }
        return all;
    }
}
