namespace Ptce.Workspace;

/// <summary>État des contributions volontaires en nature: classes 86 and 87, below the income statement, without effect on the result.</summary>
public sealed partial class Packs
{
    /// <summary>The accounts a sum is shown under; null where it is not booked.</summary>
    /// <param name="board">What the report does with the time of governing bodies.</param>
    private static AccountPair? Booked(DigestSum sum, string board) => Booked(sum.Kind, sum.Debit, sum.Credit, board);

    private static AccountPair? Booked(string kind, string? debit, string? credit, string board)
    {
        var frozen = debit is null ? null : new AccountPair(debit, credit!);
        return kind != Kinds.BenevolatPolitique || board == PackSettings.AsBooked ? frozen : board == PackSettings.Out ? null : frozen ?? AccountPair.Volunteers;
    }

    private async Task<Pack> Cvn(Source s)
    {
        var t = s.Say;
        var sums = s.Sums.Select(sum => (Sum: sum, Pair: Booked(sum, s.Settings.BoardCvn))).ToList();
        TableColumn[] columns =
        [
            new(t["packs.column.account"]), new(t["packs.column.account_name"]), new(t["packs.column.kind"]), new(t["packs.column.lines"], Shape.Count, Summed: true),
            new(t["packs.column.time"], Shape.Time, Summed: true), new(t["packs.column.quantity"]), new(t["packs.column.value"], Shape.Money, Summed: true),
        ];
        TableBlock Side(string heading, string total, Func<AccountPair, string> account) => new(
            [.. sums.Where(x => x.Pair is not null).GroupBy(x => (Account: account(x.Pair!), x.Sum.Kind)).OrderBy(g => g.Key.Account, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
                .Select(g => new TableRow(
                    [g.Key.Account, t["digests.account." + g.Key.Account], t.Kind(g.Key.Kind), g.Sum(x => x.Sum.Lines), Minutes(g.Select(x => x.Sum)), Quantities(t, g.Select(x => x.Sum)), g.Sum(x => x.Sum.ValueCents)],
                    s.Lines(new(Kind: g.Key.Kind, Account: string.Join(',', g.Select(x => x.Sum.Debit ?? "-").Distinct())))))],
            total, heading);
        var statement = new Table("comptes", t[s.Settings.Books ? "packs.cvn.table" : "packs.cvn.table_beside"], columns,
            [Side(t["packs.cvn.emplois"], t["packs.cvn.total_86"], p => p.Debit), Side(t["packs.cvn.contributions"], t["packs.cvn.total_87"], p => p.Credit)],
            t[s.Settings.Books ? "packs.cvn.table_lede" : "packs.cvn.beside_lede"]);
        var unbooked = sums.Where(x => x.Pair is null).Select(x => x.Sum).ToList();
        return new(PackNames.Cvn, t[s.Settings.Books ? "packs.cvn.title" : "packs.cvn.title_beside"], s.Digest, s.Asked,
            [statement, .. unbooked.Count > 0 ? new[] { Unbooked(s, unbooked) } : [], .. WithoutValue(s), .. LeftOut(s)])
        {
            Lede = t[s.Settings.Books ? "packs.cvn.lede" : "packs.cvn.lede_beside", t["packs.form." + s.Settings.CarrierForm]],
            Notes = await Annex(s, [.. sums.Where(x => x.Pair is not null).Select(x => x.Sum)], unbooked),
        };
    }

    /// <summary>What was valued or counted and stands in no account: logged all the same.</summary>
    private static Table Unbooked(Source s, IEnumerable<DigestSum> sums) => new("hors-comptes", s.Say["packs.unbooked"],
        [new(s.Say["packs.column.kind"]), new(s.Say["packs.column.lines"], Shape.Count, Summed: true), new(s.Say["packs.column.time"], Shape.Time, Summed: true), new(s.Say["packs.column.quantity"]), new(s.Say["packs.column.value"], Shape.Money, Summed: true)],
        [new([.. sums.GroupBy(x => x.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TableRow([s.Say.Kind(g.Key), g.Sum(x => x.Lines), Minutes(g), Quantities(s.Say, g), g.Sum(x => x.ValueCents)], s.Lines(new(Kind: g.Key, Account: string.Join(',', g.Select(x => x.Debit ?? "-").Distinct())))))], s.Say["packs.total"])],
        s.Say["packs.unbooked_lede"]);

    /// <summary>The lines that were left out, counted with their reasons; no table where there is none.</summary>
    private static IEnumerable<Table> LeftOut(Source s) => Reasons(s, "reason", "ecartees", "packs.left_out");

    /// <summary>The lines that count in quantities and bear no euros, with their reasons; no table where there is none.</summary>
    private static IEnumerable<Table> WithoutValue(Source s) => Reasons(s, "unvalued", "sans-valeur", "packs.unvalued");

    private static IEnumerable<Table> Reasons(Source s, string facet, string name, string words)
    {
        var reasons = s.Totals.Where(x => x.Facet == facet).OrderByDescending(x => x.Lines).ThenBy(x => x.Name, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0) yield break;
        yield return new(name, s.Say[words],
            [new(s.Say["packs.column.reason"]), new(s.Say["packs.column.lines"], Shape.Count, Summed: true), new(s.Say["packs.column.time"], Shape.Time, Summed: true)],
            [new([.. reasons.Select(r => new TableRow([s.Say.Reason(r.Name), r.Lines, Some(r.Minutes)], s.Lines(facet, r.Name)))], s.Say["packs.total"])],
            s.Say[words + "_lede"]);
    }
}
