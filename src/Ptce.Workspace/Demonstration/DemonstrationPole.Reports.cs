namespace Ptce.Workspace;

/// <summary>What the pole tells its funders beside its figures: axes and objectives, money and posts, vouchers, a few words.</summary>
public sealed partial class DemonstrationPole
{
    private readonly List<string> _objectives = [];

    private static readonly (string Axis, string Title, decimal Target, string Unit, decimal Done, string Comment)[] Axes =
    [
        ("Axe 1, animer la coopération", "Ateliers du pôle tenus", 26, "ateliers", 12, "Un atelier toutes les six semaines"),
        ("Axe 1, animer la coopération", "Organisations qui donnent du temps", 14, "organisations", 14, "Toutes ont donné au moins une fois"),
        ("Axe 2, former aux éco-matériaux", "Stagiaires formés", 60, "stagiaires", 34, "Deux sessions à L'Envol"),
        ("Axe 3, montrer par l'exemple", "Chantiers pilotes ouverts", 6, "chantiers", 2, "Le gymnase de Rommelange et la halle de Saint-Aubin"),
    ];

    private async Task SetObjectives()
    {
        foreach (var (axis, title, target, unit, _, _) in Axes)
            _objectives.Add(await Slice<Objectives>().Set(_actors[DemonstrationCast.Coordinator], axis, title, target, unit));
    }

    private async Task Report(DateOnly from, DateOnly to)
    {
        var (coordinator, treasurer) = (_actors[DemonstrationCast.Coordinator], _actors[DemonstrationCast.Treasurer]);
        foreach (var (id, axis) in _objectives.Zip(Axes)) await Slice<Objectives>().Score(coordinator, id, to, axis.Done, axis.Comment, null);
        await Slice<DeclaredTexts>().Declare(coordinator, from, to, new Dictionary<string, string?>
        {
            [DeclaredTexts.Outlook] = "Ouvrir deux chantiers pilotes de plus et partager un second poste entre les membres.\nChercher avec les communes un lieu pour les matériaux de réemploi.",
            [DeclaredTexts.WorkPackage(1, "title")] = "Animer",
            [DeclaredTexts.WorkPackage(1, "activities")] = "Deux ateliers, un comité de pilotage, la lettre du pôle.",
            [DeclaredTexts.WorkPackage(1, "outputs")] = "Feuilles de présence et comptes rendus, dans le pôle.",
            [DeclaredTexts.WorkPackage(2, "title")] = "Former",
            [DeclaredTexts.WorkPackage(2, "activities")] = "Une session sur l'enduit de terre, douze stagiaires.",
        });
        await Slice<DeclaredFigures>().Declare(treasurer, from, to, new Dictionary<string, decimal?>
        {
            [DeclaredFigures.Market] = 21_400,
            [DeclaredFigures.Public] = 18_000,
            [DeclaredFigures.Cell] = 1.5m,
            ["cell.fees"] = 3_500,
            ["cell.aid"] = 15_000,
            ["posts.created"] = 1,
            ["posts.kept"] = 2.5m,
            ["posts.insertion"] = 1,
            [DeclaredFigures.Cash] = 4_000,
        });
        await Slice<Packs>().Set(treasurer, new() { Programme = "Interreg", Project = "Toits communs", Partner = DemonstrationCast.Organisations[1].Name, EligibleCents = 60_000_00, SupportCents = 40_000_00 });
        await Slice<StaffCosts>().Record(treasurer, new(_actors["Thomas Keller"].PersonId, from, 41_280, 0.8m, null, "Bulletins de paie de l'année"));
        var bills = new (string Category, int Day, string Payee, string What, decimal Total, decimal Vat, decimal Eligible)[]
            { ("travel", 12, "Autocars du Val", "Visite du chantier de Rommelange", 264, 24, 264), ("external", 40, "Atelier Terre crue", "Intervention à la session de formation", 960, 160, 800) };
        foreach (var bill in bills)
            await Slice<Expenditures>().Record(treasurer, new(bill.Category, from.AddDays(bill.Day - 5), from.AddDays(bill.Day), bill.Payee, bill.What, bill.Total, bill.Vat, bill.Eligible, bill.Category == "travel" ? "1" : "2"));
    }
}
