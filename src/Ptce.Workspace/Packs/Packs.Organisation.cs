namespace Ptce.Workspace;

/// <summary>What one organisation gave and received: a balance of reciprocity, not a debt.</summary>
public sealed partial class Packs
{
    private static Pack Organisation(Source s)
    {
        var t = s.Say;
        var all = s.Sums.SelectMany(x => new[] { x.OrganisationId, x.BeneficiaryId }).OfType<string>().Distinct().Select(id => new Link(s.Names.Organisation(id)!, id))
            .OrderBy(o => o.Words, StringComparer.Create(t.Culture, ignoreCase: true)).ToList();
        var id = s.Asked.OrganisationId ?? (all.Any(o => o.Href == s.Actor.OrganisationId) ? s.Actor.OrganisationId : all.Count > 0 ? all[0].Href : null);
        if (s.Asked.OrganisationId is not null && !s.Names.Organisations.ContainsKey(s.Asked.OrganisationId)) throw new NotHere();
        var given = s.Sums.Where(x => x.OrganisationId == id).ToList();
        var received = s.Sums.Where(x => x.BeneficiaryId == id && id is not null).ToList();
        var partners = given.Select(x => x.BeneficiaryId).Concat(received.Select(x => (string?)x.OrganisationId)).Distinct().ToList();

        Table Side(string name, IEnumerable<DigestSum> sums, Func<DigestSum, string?> other, Func<string?, string, DigestCut> cut) => new(name, t["packs.organisation." + name],
            [
                new(t["packs.column.other"]), new(t["packs.column.kind"]), new(t["packs.column.lines"], Shape.Count, Summed: true), new(t["packs.column.time"], Shape.Time, Summed: true),
                new(t["packs.column.quantity"]), new(t["packs.column.value"], Shape.Money, Summed: true),
            ],
            [new([.. sums.GroupBy(x => (Other: other(x), x.Kind)).OrderBy(g => g.Key.Other is null).ThenBy(g => s.Who(g.Key.Other), StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
                .Select(g => new TableRow([s.Who(g.Key.Other), t.Kind(g.Key.Kind), g.Sum(x => x.Lines), Minutes(g), Quantities(t, g), g.Sum(x => x.ValueCents)],
                    s.Lines(cut(g.Key.Other, g.Key.Kind))))], t["packs.total"])]);

        var balance = new Table("solde", t["packs.organisation.balance"],
            [new(t["packs.column.other"]), new(t["packs.column.given"], Shape.Time, Summed: true), new(t["packs.column.received"], Shape.Time, Summed: true), new(t["packs.column.balance"])],
            [new([.. partners.Select(other => (Other: other, Given: given.Where(x => x.BeneficiaryId == other).Sum(x => x.Minutes), Received: received.Where(x => x.OrganisationId == other).Sum(x => x.Minutes)))
                .Where(p => p.Given != 0 || p.Received != 0).OrderBy(p => p.Other is null).ThenBy(p => s.Who(p.Other), StringComparer.Ordinal)
                .Select(p => new TableRow([s.Who(p.Other), p.Given, p.Received, Reciprocity(t, p.Given, p.Received)], s.Lines(Between(id!, p.Other))))], t["packs.total"])],
            t["packs.organisation.balance_lede"]);

        return new(PackNames.Organisation, t["packs.organisation.title"], s.Digest, s.Asked with { OrganisationId = id },
            Money(s, [Side("donne", given, x => x.BeneficiaryId, (other, kind) => new(Kind: kind, Giver: id, Receiver: other ?? "")),
                Side("recu", received, x => x.OrganisationId, (other, kind) => new(Kind: kind, Giver: other, Receiver: id)), balance]),
            id is null ? null : s.Names.Organisation(id))
        {
            Choices = all,
            ChoiceName = "organisation",
            Lede = t["packs.organisation.lede", t.Duration(given.Sum(x => x.Minutes)), t.Duration(received.Sum(x => x.Minutes)), Reciprocity(t, given.Sum(x => x.Minutes), received.Sum(x => x.Minutes))],
        };
    }

    /// <summary>What one gave the other, both ways; nobody gives to themselves, and the pole gives nothing.</summary>
    private static DigestCut Between(string one, string? other) => other is null ? new(Giver: one, Receiver: "") : new(Giver: $"{one},{other}", Receiver: $"{one},{other}");

    /// <summary>The balance in words, from the giver's side: "4 h de plus données que reçues".</summary>
    private static string Reciprocity(Say t, long given, long received) => given == received ? t["packs.balance.even"]
        : given > received ? t["packs.balance.more_given", t.Duration(given - received)] : t["packs.balance.more_received", t.Duration(received - given)];

    /// <summary>The same where the columns beside it say given and received: "4 h de plus données".</summary>
    private static string Lean(Say t, long minutes) => minutes == 0 ? t["packs.balance.even"]
        : minutes > 0 ? t["packs.balance.given", t.Duration(minutes)] : t["packs.balance.received", t.Duration(-minutes)];

    /// <summary>The tables as they are asked for: without their columns of euros, and of shares of euros, where quantities alone are wanted.</summary>
    private static IReadOnlyList<Table> Money(Source s, IReadOnlyList<Table> tables) => s.Asked.Values ? tables : [.. tables.Select(t =>
    {
        var kept = t.Columns.Select((c, i) => (c, i)).Where(c => c.c.Shape is not (Shape.Money or Shape.Percent)).Select(c => c.i).ToList();
        return t with
        {
            Columns = [.. kept.Select(i => t.Columns[i])],
            Blocks = [.. t.Blocks.Select(b => b with { Rows = [.. b.Rows.Select(r => r with { Cells = [.. kept.Select(i => r.Cells[i])] })] })],
        };
    })];
}
