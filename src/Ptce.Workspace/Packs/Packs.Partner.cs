namespace Ptce.Workspace;

/// <summary>Rapport du partenaire Interreg: identification, narrative, axes, expenditure, staff, co-financing, declarations.</summary>
public sealed partial class Packs
{
    /// <summary>A row of the expenditure list, wherever it comes from.</summary>
    /// <param name="Href">The lines, the sheet or the vouchers behind it.</param>
    private sealed record Claim(
        string Category, DateOnly? VoucherOn, DateOnly? PaidOn, string Payee, string Description, long TotalCents, long? VatCents, long EligibleCents, string WorkPackage, string? Href);

    private async Task<Pack> Partner(Source s)
    {
        var t = s.Say;
        var costs = await staffCosts.Readable(s.Actor);
        var months = s.Settings.StaffMethod is PackSettings.HourlyRate or PackSettings.RealCosts ? await StaffMonths(s, costs) : [];
        var claims = await Claims(s, costs, months);
        // The report declares whom the partner pays; the staff sheet shows the hours of all.
        var paid = s.Settings.StaffMethod == PackSettings.HourlyRate ? [.. months.Where(m => m.Cost is not null)] : months;
        var texts = await told.Of(s.Actor.PoleId, s.Digest.FromDay, s.Digest.ToDay);
        var cash = (await declared.Of(s.Actor.PoleId, s.Digest.FromDay, s.Digest.ToDay)).GetValueOrDefault(DeclaredFigures.Cash)?.Hundredths;
        return new(PackNames.Partner, t["packs.interreg-partenaire.title"], s.Digest, s.Asked,
            [Identification(s), .. await Axes(s), Expenditure(s, claims), ByCategory(s, claims), StaffTable(s, costs, paid), CoFinancing(s, claims, cash)],
            About(s.Settings))
        {
            Typed = true,
            Told = true,
            Paid = true,
            Lede = t["packs.interreg-partenaire.lede"],
            Signatures = [t["packs.sign.partner"], t["packs.sign.controller"]],
            Notes = [.. Narrative(s, texts), new(t["packs.partner.declarations"], [t["packs.partner.declared_paid"], t["packs.partner.declared_once"], t["packs.partner.declared_kept"]]),
                new(t["packs.interreg.rules"], [t["packs.interreg.rule_method"], t["packs.interreg.rule_cap"], t["packs.interreg.rule_manual"], .. NoCost(s, months)])],
        };
    }

    private static Table Identification(Source s)
    {
        TableRow Row(string key, string value) => new([s.Say["packs.partner." + key], value]);
        return new("identification", s.Say["packs.partner.identification"], [new(s.Say["packs.column.field"]), new(s.Say["packs.column.answer"])],
            [new([
                Row("programme", s.Settings.Programme), Row("project", s.Settings.Project), Row("partner", s.Settings.Partner), Row("period", s.Say.Period(s.Digest.FromDay, s.Digest.ToDay)),
                Row("currency", "EUR"), Row("staff_method", s.Say["packs.staff_method." + s.Settings.StaffMethod]), Row("standing", Standing(s.Digest, s.Say)),
            ])]);
    }

    /// <summary>One note per work package that was told of.</summary>
    private static IEnumerable<PackNote> Narrative(Source s, IReadOnlyDictionary<string, DeclaredText> texts)
    {
        var any = false;
        for (var n = 1; n <= DeclaredTexts.MostWorkPackages; n++)
        {
            string? Of(string part) => texts.GetValueOrDefault(DeclaredTexts.WorkPackage(n, part))?.Text;
            List<string> said = [.. DeclaredTexts.OfWorkPackage.Skip(1).Where(part => Of(part) is not null)
                .SelectMany(part => Of(part)!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((p, i) => i == 0 ? s.Say.Pair(s.Say["packs.told." + part], p) : p))];
            if (said.Count == 0 && Of("title") is null) continue;
            any = true;
            yield return new(Of("title") is { } title ? $"{s.Say["packs.told.wp", n]}, {title}" : s.Say["packs.told.wp", n], said);
        }
        if (!any) yield return new(s.Say["packs.partner.narrative"], [s.Say["packs.partner.narrative_missing"]]);
    }

    private static Table Expenditure(Source s, IReadOnlyList<Claim> claims) => new("depenses", s.Say["packs.partner.expenditure"],
        [
            new(s.Say["packs.column.number"], Shape.Count), new(s.Say["packs.column.category"]), new(s.Say["packs.expenditure.voucher"], Shape.Day), new(s.Say["packs.expenditure.paid"], Shape.Day),
            new(s.Say["packs.expenditure.payee"]), new(s.Say["packs.expenditure.description"]), new(s.Say["packs.expenditure.total"], Shape.Money, Summed: true),
            new(s.Say["packs.expenditure.vat"], Shape.Money, Summed: true), new(s.Say["packs.expenditure.eligible"], Shape.Money, Summed: true), new(s.Say["packs.expenditure.wp"]),
        ],
        [new([.. claims.Select((c, i) => new TableRow(
            [i + 1L, s.Say["packs.category." + c.Category], c.VoucherOn, c.PaidOn, c.Payee, c.Description, c.TotalCents, c.VatCents, c.EligibleCents, c.WorkPackage], c.Href))], s.Say["packs.total"])],
        s.Say["packs.partner.expenditure_lede"]);

    private static Table ByCategory(Source s, IReadOnlyList<Claim> claims) => new("categories", s.Say["packs.partner.categories"],
        [new(s.Say["packs.column.category"]), new(s.Say["packs.column.rows"], Shape.Count, Summed: true), new(s.Say["packs.expenditure.eligible"], Shape.Money, Summed: true)],
        [new([.. Expenditures.Categories.Append(Expenditures.InKind).Select(category => (category, Of: claims.Where(c => c.Category == category).ToList())).Where(c => c.Of.Count > 0)
            .Select(c => new TableRow([s.Say["packs.category." + c.category], (long)c.Of.Count, c.Of.Sum(x => x.EligibleCents)], "#table-depenses"))], s.Say["packs.total"])]);

    /// <summary>Cash, own staff time, in kind: what stands beside the programme's support. Signed by the partner and the controller.</summary>
    private static Table CoFinancing(Source s, IReadOnlyList<Claim> claims, long? cash) => new("cofinancement", s.Say["packs.partner.cofinancing"],
        [new(s.Say["packs.column.label"]), new(s.Say["packs.column.amount"], Shape.Money, Summed: true)],
        [new([
            new([s.Say["packs.partner.cash"], cash], s.Actor.May(Act.SetPacks) ? s.Here + "/chiffres" : null),
            new([s.Say["packs.partner.own_staff"], claims.Where(c => c.Category == Expenditures.Staff).Sum(c => c.EligibleCents)], "#table-personnel"),
            new([s.Say["packs.partner.in_kind"], claims.Where(c => c.Category == Expenditures.InKind).Sum(c => c.EligibleCents)], $"{s.Here}/{PackNames.Ceiling}"),
        ], s.Say["packs.total"])],
        s.Say[cash is null ? "packs.partner.cofinancing_missing" : "packs.partner.cofinancing_lede"]);
}
