namespace Ptce.Workspace;

/// <summary>The economy of a pole in the AMI report: who pays for its animation, what is done together, what it brought in posts and turnover.</summary>
public sealed partial class Packs
{
    private static Table Animation(Source s, IReadOnlyDictionary<string, DeclaredFigure> figures)
    {
        var typed = s.Actor.May(Act.SetPacks) ? s.Here + "/chiffres" : null;
        return new("animation", s.Say["packs.ami.animation"],
            [new(s.Say["packs.column.label"]), new(s.Say["packs.unit.ETP"], Shape.Quantity), new(s.Say["packs.column.amount"], Shape.Money, Summed: true, ToFill: true)],
            [new(
            [
                new([s.Say["packs." + DeclaredFigures.Cell], figures.GetValueOrDefault(DeclaredFigures.Cell)?.Number, null], typed),
                .. DeclaredFigures.Funding.Select(name => new TableRow([s.Say["packs." + name], null, figures.GetValueOrDefault(name)?.Hundredths], typed)),
            ], s.Say["packs.total"])],
            s.Say[DeclaredFigures.Funding.Any(figures.ContainsKey) ? "packs.ami.animation_lede" : "packs.ami.animation_missing"]);
    }

    /// <summary>Every cooperation that ran in the period, those begun last first.</summary>
    private async Task<IReadOnlyList<Cooperation>> RunningCooperations(Source s)
    {
        if (!s.Actor.May(Act.ReadPole)) return [];
        var running = new List<Cooperation>();
        for (var year = s.Digest.FromDay.Year; year <= s.Digest.ToDay.Year; year++)
        {
            string? after = null;
            do
            {
                var some = await cooperations.List(s.Actor, new(Year: year), after, 200);
                running.AddRange(some.Cooperations.Where(c => c.FromDay <= s.Digest.ToDay && !(c.ToDay < s.Digest.FromDay)));
                after = some.Next;
            }
            while (after is not null);
        }
        return [.. running.DistinctBy(c => c.Id)];
    }

    private IEnumerable<Table> CooperationsHeld(Source s, IReadOnlyList<Cooperation> running) => running.Count == 0 ? [] : [new("cooperations", s.Say["packs.steering.cooperations"],
        [
            new(s.Say["packs.column.cooperation"]), new(s.Say["packs.column.who"]), new(s.Say["packs.column.nature"]), new(s.Say["packs.column.level"]), new(s.Say["packs.column.form"]),
            new(s.Say["packs.column.since"], Shape.Day), new(s.Say["packs.column.amount"], Shape.Money, Summed: true),
        ],
        [new([.. running.Select(c => new TableRow(
            [c.Title, c.Who(s.Say, 4), CooperationWords.Nature(s.Say, c), CooperationWords.Level(s.Say, c.Level), CooperationWords.Form(s.Say, c.Form), c.FromDay, c.AmountCents],
            cooperations.Page(s.Actor, c.Id)))], s.Say["packs.total"])],
        s.Say["packs.ami.cooperations_lede"])];

    /// <summary>Posts that were typed, beside those that the cooperations say of themselves: not added up, for they may be the same.</summary>
    private static Table Jobs(Source s, IReadOnlyDictionary<string, DeclaredFigure> figures, IReadOnlyList<Cooperation> running)
    {
        var typed = s.Actor.May(Act.SetPacks) ? s.Here + "/chiffres" : null;
        var said = running.Where(c => c.JobsMilli is not null && c.FromDay >= s.Digest.FromDay).ToList();
        return new("emplois", s.Say["packs.ami.jobs"],
            [new(s.Say["packs.column.label"]), new(s.Say["packs.unit.ETP"], Shape.Quantity)],
            [new(
            [
                .. DeclaredFigures.Jobs.Select(name => new TableRow([s.Say["packs." + name], figures.GetValueOrDefault(name)?.Number], typed)),
                new([s.Say.Many("packs.ami.jobs_said", said.Count), said.Count == 0 ? null : said.Sum(c => c.JobsMilli!.Value) / 1000m], "#table-cooperations"),
            ])],
            s.Say["packs.ami.jobs_lede"]);
    }

    private static Table Turnover(Source s, IReadOnlyList<Cooperation> running, IReadOnlyDictionary<string, DeclaredFigure> answers)
    {
        var said = running.Where(c => c.TurnoverShare is not null).ToList();
        return new("chiffre-d-affaires", s.Say["packs.ami.turnover"],
            [new(s.Say["packs.column.label"]), new("%", Shape.Quantity)],
            [new(
            [
                new([s.Say["packs.survey.turnover"], answers.GetValueOrDefault("survey.turnover")?.Number], s.Actor.May(Act.SetPacks) ? s.Here + "/chiffres" : null),
                new([s.Say.Many("packs.ami.turnover_said", said.Count), said.Count == 0 ? null : Math.Round(said.Average(c => (decimal)c.TurnoverShare!.Value) / 100m, 1)], "#table-cooperations"),
            ])],
            s.Say["packs.ami.turnover_lede"]);
    }
}
