namespace Ptce.Workspace;

/// <summary>The columns of an export of lines.</summary>
public sealed partial class Exports
{
    /// <summary>A line, whether its person is named, and by which rule or on which basis its value was found.</summary>
    private sealed record LineTold(DigestLine Line, bool Named, string? Rule);

    /// <param name="InEuros">It is left away where quantities alone are wanted.</param>
    private sealed record LineColumn(TableColumn Column, Func<LineTold, object?> Of, bool InEuros = false);

    private static IReadOnlyList<LineColumn> LineColumns(Say t, Members.Names names) =>
    [
        new(new(t["packs.column.day"], Shape.Day), l => l.Line.Day),
        new(new(t["packs.column.person"]), l => l.Named ? names.Person(l.Line.PersonId) : null),
        new(new(t["packs.column.giver"]), l => names.Organisation(l.Line.OrganisationId)),
        new(new(t["packs.column.receiver"]), l => names.Organisation(l.Line.BeneficiaryId) ?? t["digests.pole_itself"]),
        new(new(t["packs.column.kind"]), l => t.Kind(l.Line.Kind)),
        new(new(t["packs.column.minutes"], Shape.Count, Summed: true), l => l.Line.Minutes),
        new(new(t["packs.column.amount_given"], Shape.Quantity), l => l.Line.QuantityMilli / 1000m),
        new(new(t["packs.column.unit"]), l => l.Line.Unit is { } unit ? OfferWords.UnitName(t, unit) : null),
        new(new(t["packs.column.unit_value"], Shape.Money), l => l.Line.UnitValueCents, InEuros: true),
        new(new(t["packs.column.hourly"], Shape.Money), l => l.Line.CentsPerHour, InEuros: true),
        new(new(t["packs.column.value"], Shape.Money, Summed: true), l => l.Line.ValueCents, InEuros: true),
        new(new(t["packs.column.rule"]), l => l.Rule, InEuros: true),
        new(new(t["packs.column.debit_account"]), l => l.Line.Debit, InEuros: true),
        new(new(t["packs.column.credit_account"]), l => l.Line.Credit, InEuros: true),
        new(new(t["packs.column.reverses"]), l => l.Line.ReversesId),
        new(new(t["packs.column.line_id"]), l => l.Line.ContributionId),
    ];
}
