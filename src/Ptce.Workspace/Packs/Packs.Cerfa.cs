namespace Ptce.Workspace;

/// <summary>The contributions as the two CERFA forms want them, row by row; rows without an amount stand there at zero, as on the form.</summary>
public sealed partial class Packs
{
    private sealed record CerfaAmount(string Side, string Row, long Cents, IReadOnlyList<DigestSum> Of);

    private static IReadOnlyList<CerfaAmount> CerfaAmounts(Source s)
    {
        var counted = s.Sums.Where(x => Booked(x, s.Settings.BoardCerfa) is not null)
            .Select(x => (Sum: x, Row: Cerfa.RowOf(x.Kind, asVolunteers: x.Debit == AccountPair.Volunteers.Debit))).ToList();
        CerfaAmount Amount(string side, string row, Func<CerfaRow, string> of)
        {
            var sums = counted.Where(c => of(c.Row) == row).Select(c => c.Sum).ToList();
            return new(side, row, sums.Sum(x => x.ValueCents), sums);
        }
        return [.. Cerfa.Charges.Select(row => Amount("86", row, r => r.Charges)), .. Cerfa.Produits.Select(row => Amount("87", row, r => r.Produits))];
    }

    private async Task<Pack> CerfaAccount(Source s)
    {
        var t = s.Say;
        var planned = await Planned(s);
        TableColumn[] columns =
        [
            new(t["packs.column.code"]), new(t["packs.column.label"]), new(t["packs.column.planned"], Shape.Money, Summed: true, ToFill: true), new(t["packs.column.realised"], Shape.Money, Summed: true),
            new(t["packs.column.percent"], Shape.Percent, Formula: "IF(N(C{0})=0,\"\",D{0}/C{0})"), new(t["packs.column.gap"], Shape.Money, Summed: true, Formula: "IF(ISBLANK(C{0}),\"\",D{0}-C{0})"),
            new(t["packs.column.gap_percent"], Shape.Percent, Formula: "IF(N(C{0})=0,\"\",(D{0}-C{0})/C{0})"),
        ];
        var blocks = CerfaAmounts(s).GroupBy(a => a.Side).Select(side => new TableBlock(
            [.. side.Select(a => new TableRow([a.Row, t["packs.cerfa.row." + a.Row], .. Against(planned(a), a.Cents)], Behind(s, a)))],
            t["packs.cerfa.total." + side.Key], t["packs.cerfa.side." + side.Key]));
        return new(PackNames.CerfaAccount, t["packs.cerfa-15059.title"], s.Digest, s.Asked, [new("contributions", t["packs.cerfa.table"], columns, [.. blocks], t["packs.cerfa.trap"])])
        {
            Lede = t["packs.cerfa-15059.lede"],
            Typed = true,
            Notes = await Annex(s, [.. s.Sums.Where(x => Booked(x, s.Settings.BoardCerfa) is not null)], [.. s.Sums.Where(x => Booked(x, s.Settings.BoardCerfa) is null)]),
        };
    }

    /// <summary>The forecast of a row, of exactly this period: nothing on a row of a forecast is zero. Null where nobody wrote any.</summary>
    private async Task<Func<CerfaAmount, long?>> Planned(Source s)
    {
        var figures = await declared.Of(s.Actor.PoleId, s.Digest.FromDay, s.Digest.ToDay);
        long? nothing = DeclaredFigures.Forecasts.Any(figures.ContainsKey) ? 0 : null;
        return a => figures.GetValueOrDefault(DeclaredFigures.Forecast(a.Side, a.Row))?.Hundredths ?? nothing;
    }

    /// <summary>Forecast, done, percent, and the gap in euros and in percent, as the order of 11 October 2006 asks.</summary>
    private static object?[] Against(long? planned, long done) => planned is not { } p ? [null, done, null, null, null]
        : p == 0 ? [0L, done, null, done, null]
        : [planned, done, 100m * done / p, done - p, 100m * (done - p) / p];

    private async Task<Pack> CerfaBudget(Source s)
    {
        var t = s.Say;
        var planned = await Planned(s);
        TableColumn[] columns =
        [
            new(t["packs.column.section"]), new(t["packs.column.code"]), new(t["packs.column.label"]), new(t["packs.column.planned"], Shape.Money, Summed: true, ToFill: true),
            new(t["packs.column.amount"], Shape.Money, Summed: true), new(t["packs.column.source"]),
        ];
        var blocks = CerfaAmounts(s).GroupBy(a => a.Side).Select(side => new TableBlock(
            [.. side.Select(a => new TableRow([a.Side, a.Row, t["packs.cerfa.row." + a.Row], planned(a), a.Cents, Told(s, a)], Behind(s, a)))],
            t["packs.cerfa.total." + side.Key], t["packs.cerfa.side." + side.Key]));
        return new Pack(PackNames.CerfaBudget, t["packs.cerfa-12156.title"], s.Digest, s.Asked, [new("contributions", t["packs.cerfa.table"], columns, [.. blocks], t["packs.cerfa.trap"])])
        {
            Lede = t["packs.cerfa-12156.lede"],
            Typed = true,
        };
    }

    /// <summary>"bilan …, 12 lignes: bénévolat d'usager".</summary>
    private static string Told(Source s, CerfaAmount amount) => amount.Of.Count == 0 ? ""
        : s.Say.Pair($"{Digests.Title(s.Digest, s.Say)}, {s.Say.Lines(amount.Of.Sum(x => x.Lines))}", string.Join(", ", amount.Of.Select(x => s.Say.Kind(x.Kind)).Distinct()));

    /// <summary>The lines behind a row of the form: of its kinds, under the accounts they were frozen with.</summary>
    private static string? Behind(Source s, CerfaAmount amount) => amount.Of.Count == 0 ? null
        : s.Lines(new(Kind: string.Join(',', amount.Of.Select(x => x.Kind).Distinct()), Account: string.Join(',', amount.Of.Select(x => x.Debit ?? "-").Distinct())));
}
