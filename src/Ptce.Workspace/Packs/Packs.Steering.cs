namespace Ptce.Workspace;

/// <summary>Dossier du comité de pilotage: one page that people want to look at, hours first.</summary>
public sealed partial class Packs
{
    private const int MostPeriods = 8, MostNeeds = 8, MostCooperations = 60, MostShown = 6;

    private async Task<Pack> Steering(Source s)
    {
        var t = s.Say;
        var history = (await digests.List(s.Actor)).Where(d => d.State == Digest.Approved && d.Id != s.Digest.Id && d.ToDay < s.Digest.ToDay)
            .OrderByDescending(d => d.ToDay).Take(MostPeriods - 1).Reverse().ToList();
        var before = history.LastOrDefault(d => d.ToDay < s.Digest.FromDay);
        var (kinds, balance, flow) = (ByKind(s), Balance(s), Flows(s));
        Table[] tables =
        [
            kinds, .. await Resources(s), balance, flow, Trend(s, [.. history, s.Digest]), .. await Attendance(s), .. await Together(s), .. await Needs(s),
            await Indicators(s, before), .. await Survey(s, before), .. WithoutValue(s), .. LeftOut(s),
        ];
        var charts = new Dictionary<string, Bars>();
        if (KindBars(s, kinds) is { } bars) charts[kinds.Name] = bars;
        if (history.Count > 0) charts["periodes"] = new(TrendFinding(t, before, s.Digest), t["packs.column.period"], t["packs.column.time"],
            [.. history.Append(s.Digest).Select(d => new Bar(t.Period(d.FromDay, d.ToDay), d.Minutes, t.Duration(d.Minutes), s.Pack(d.Id, PackNames.Steering)))]);
        return new(PackNames.Steering, t["packs.pilotage.title"], s.Digest, s.Asked, Money(s, tables))
        {
            Typed = true,
            Lede = t["packs.pilotage.lede"],
            Figures = Shown(s, before),
            Charts = charts,
            Flow = FlowPicture.Of(s.Sums.Where(x => x.Minutes > 0).GroupBy(x => (x.OrganisationId, x.BeneficiaryId))
                .Select(g => new FlowPicture.Flow(g.Key.OrganisationId, g.Key.BeneficiaryId ?? "", g.Sum(x => x.Minutes), s.Lines(new(Giver: g.Key.OrganisationId, Receiver: g.Key.BeneficiaryId ?? "")))),
                id => s.Who(id == "" ? null : id), n => t["packs.flow.others", n], t.Duration, (from, to, time) => t["packs.flow.finding", from, to, time]),
            Notes = MethodNote(s),
        };
    }

    private static IReadOnlyList<PackNote> MethodNote(Source s) => !s.Asked.Values ? []
        : [new(s.Say["digests.method"], [s.Say["packs.annex.valuation_text"], .. s.Rates.Select(r => s.Say.Used(r)), s.Say["packs.board_note." + s.Settings.BoardSteering]])];

    /// <summary>What a sum is worth in this report; null where it is shown in quantities.</summary>
    private static long? Worth(Source s, DigestSum sum) => sum.Kind != Kinds.BenevolatPolitique || s.Settings.BoardSteering == PackSettings.In ? sum.ValueCents
        : s.Settings.BoardSteering == PackSettings.AsBooked && sum.Debit is not null ? sum.ValueCents : null;

    private static Table ByKind(Source s) => new("natures", s.Say["packs.steering.kinds"],
        [
            new(s.Say["packs.column.kind"]), new(s.Say["packs.column.lines"], Shape.Count, Summed: true), new(s.Say["packs.column.time"], Shape.Time, Summed: true),
            new(s.Say["packs.column.quantity"]), new(s.Say["packs.column.value"], Shape.Money, Summed: true),
        ],
        [new([.. s.Sums.GroupBy(x => x.Kind).OrderByDescending(g => g.Sum(x => x.Minutes)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new TableRow(
            [s.Say.Kind(g.Key), g.Sum(x => x.Lines), Minutes(g), Quantities(s.Say, g), g.Any(x => Worth(s, x) is not null) ? g.Sum(x => Worth(s, x) ?? 0) : null], s.Lines(new(Kind: g.Key))))], s.Say["packs.total"])]);

    private static Bars? KindBars(Source s, Table kinds)
    {
        var rows = s.Sums.Where(x => x.IsTime).GroupBy(x => x.Kind).Select(g => (Kind: g.Key, Minutes: g.Sum(x => x.Minutes))).Where(k => k.Minutes > 0).OrderByDescending(k => k.Minutes).ToList();
        return rows.Count == 0 ? null : new(s.Say["digests.finding.kind", s.Say.Kind(rows[0].Kind), Math.Round(100m * rows[0].Minutes / rows.Sum(r => r.Minutes))], kinds.Columns[0].Header, s.Say["packs.column.time"],
            [.. rows.Select(r => new Bar(s.Say.Kind(r.Kind), r.Minutes, s.Say.Duration(r.Minutes), s.Lines(new(Kind: r.Kind))))]);
    }

    /// <summary>Given and received of every organisation, in the order of the alphabet: nobody is ranked.</summary>
    private static Table Balance(Source s)
    {
        var ids = s.Sums.SelectMany(x => new[] { x.OrganisationId, x.BeneficiaryId }).Distinct().OrderBy(id => id is null).ThenBy(s.Who, StringComparer.Create(s.Say.Culture, ignoreCase: true));
        return new("organisations", s.Say["packs.steering.balance"],
            [
                new(s.Say["packs.column.organisation"]), new(s.Say["packs.column.given"], Shape.Time, Summed: true), new(s.Say["packs.column.received"], Shape.Time, Summed: true),
                new(s.Say["packs.column.given_value"], Shape.Money, Summed: true), new(s.Say["packs.column.received_value"], Shape.Money, Summed: true), new(s.Say["packs.column.balance"]),
            ],
            [new([.. ids.Select(id =>
            {
                var (given, received) = (s.Sums.Where(x => x.OrganisationId == id).ToList(), s.Sums.Where(x => x.BeneficiaryId == id).ToList());
                return new TableRow(
                    [
                        s.Who(id), given.Sum(x => x.Minutes), received.Sum(x => x.Minutes), given.Sum(x => Worth(s, x) ?? 0), received.Sum(x => Worth(s, x) ?? 0),
                        id is null ? "" : Lean(s.Say, given.Sum(x => x.Minutes) - received.Sum(x => x.Minutes)),
                    ],
                    id is null ? s.Lines("receiver") : s.Pack(s.Digest.Id, PackNames.Organisation, id));
            })], s.Say["packs.total"])],
            s.Say["packs.organisation.balance_lede"]);
    }

    private static Table Flows(Source s) => new("flux", s.Say["packs.steering.flows"],
        [
            new(s.Say["packs.column.giver"]), new(s.Say["packs.column.receiver"]), new(s.Say["packs.column.lines"], Shape.Count, Summed: true),
            new(s.Say["packs.column.time"], Shape.Time, Summed: true), new(s.Say["packs.column.quantity"]), new(s.Say["packs.column.value"], Shape.Money, Summed: true),
        ],
        [new([.. s.Sums.GroupBy(x => (x.OrganisationId, x.BeneficiaryId)).OrderByDescending(g => g.Sum(x => x.Minutes)).ThenBy(g => s.Who(g.Key.OrganisationId), StringComparer.Ordinal).ThenBy(g => g.Key.BeneficiaryId, StringComparer.Ordinal)
            .Select(g => new TableRow([s.Who(g.Key.OrganisationId), s.Who(g.Key.BeneficiaryId), g.Sum(x => x.Lines), Minutes(g), Quantities(s.Say, g), g.Sum(x => Worth(s, x) ?? 0)],
                s.Lines(new(Giver: g.Key.OrganisationId, Receiver: g.Key.BeneficiaryId ?? ""))))], s.Say["packs.total"])]);

    private static Table Trend(Source s, IReadOnlyList<Digest> periods) => new("periodes", s.Say["packs.steering.trend"],
        [
            new(s.Say["packs.column.period"]), new(s.Say["packs.column.lines"], Shape.Count), new(s.Say["packs.column.time"], Shape.Time), new(s.Say["packs.column.value"], Shape.Money), new(s.Say["packs.column.state"]),
        ],
        [new([.. periods.Select(d => new TableRow([s.Say.Period(d.FromDay, d.ToDay), d.Lines, d.Minutes, d.ValueCents, s.Say["digests.state." + d.State]], Digests.PageOf(s.Actor, d.Id, s.Asked.Values)))])],
        s.Say["packs.steering.trend_lede"]);

    // A quarter and half a quarter are not compared by their sums: each is said with its days.
    private static string TrendFinding(Say t, Digest? before, Digest now) => before is null || before.Minutes == now.Minutes ? t["packs.trend.same", t.Duration(now.Minutes)]
        : Math.Abs(before.Days - now.Days) * 10 > Math.Max(before.Days, now.Days) ? t["packs.trend.uneven", t.Duration(now.Minutes), now.Days, t.Duration(before.Minutes), before.Days]
        : now.Minutes > before.Minutes ? t["packs.trend.more", t.Duration(now.Minutes), t.Duration(now.Minutes - before.Minutes)]
        : t["packs.trend.less", t.Duration(now.Minutes), t.Duration(before.Minutes - now.Minutes)];

    private static IReadOnlyList<Figure> Shown(Source s, Digest? before)
    {
        var t = s.Say;
        var worth = s.Sums.Sum(x => Worth(s, x) ?? 0);
        string? Change(Func<Digest, long> of, Func<long, string> said) => before is null ? null : t["packs.figure.before", said(of(before))];
        return
        [
            new(t["digests.figure.hours"], t.Duration(s.Digest.Minutes), null, s.Lines(), Change(d => d.Minutes, t.Duration)),
            .. s.Asked.Values ? new[] { new Figure(t["digests.figure.value"], t.Money(worth), null, s.Lines(), t["digests.figure.value_note"]) } : [],
            new(t["packs.figure.givers"], s.Sums.Select(x => x.OrganisationId).Distinct().Count().ToString(t.Culture), null, "#table-organisations", t["packs.figure.givers_note"]),
            new(t["digests.figure.left_out"], s.Digest.Excluded.ToString("N0", t.Culture), null, s.Digest.Excluded == 0 ? null : s.Lines("reason"), t["digests.figure.left_out_note"]),
        ];
    }
}
