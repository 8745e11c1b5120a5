namespace Ptce.Workspace;

/// <summary>"combien d'heures ce mois-ci ?", "ma semaine": the person's own time, by kind and by day.</summary>
public class TotalMatter(Contributions contributions) : Matter
{
    private const int MostLines = 200, MostDays = 14;

    public override string Code => Intents.QueryTotal;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var (say, r) = (talk.Say, heard.Reading);
        // Others' hours are on the pages, for whoever may read them.
        if (r.Person is { } person && person.Id != talk.Actor.PersonId) return new(new(say["conversation.not_for_others"]));
        var (from, to) = (r.DateFrom ?? new DateOnly(talk.Today.Year, talk.Today.Month, 1), r.DateTo ?? talk.Today);
        var read = (await contributions.Mine(talk.Actor, most: MostLines, from: from, to: to)).Lines;
        var lines = read.Where(l => l.IsTime && l.State != States.Draft && (r.Activity is null || l.Activity == r.Activity)
            && (r.Orgs.Count == 0 || r.Orgs.All(o => l.Parties.Any(p => p.Id == o.Id)))).ToList();
        var narrowed = r.Activity is not null || r.Orgs.Count > 0;
        var total = narrowed ? lines.Sum(l => l.Minutes) : await contributions.MinutesOf(talk.Actor, from, to);
        var text = say["conversation.total", say.Period(from, to), say.Duration(total)];
        if (lines.Count == 0 || read.Count == MostLines) return new(new(text, new("", [], []) { Links = [Own(talk)] }));

        var facts = lines.GroupBy(l => l.Kind).OrderByDescending(g => g.Sum(l => l.Minutes)).Select(g => new Fact(Kinds.Word(say, g.Key), say.Duration(g.Sum(l => l.Minutes))));
        var days = lines.GroupBy(l => l.Day).OrderBy(g => g.Key).ToList();
        return new(new(text, new(say.Period(from, to), [.. facts], [])
        {
            Rows = days.Count > MostDays ? [] : [.. days.Select(g => new CardRow(
                $"{say.Day(g.Key, talk.Today)} · {say.Duration(g.Sum(l => l.Minutes))}", string.Join(" · ", g.Select(l => $"{l.Matter(say)} {l.Amount(say)}"))))],
            Links = [Own(talk)],
        }));
    }

    private static CardLink Own(Talk talk) => new(talk.Say["conversation.my_lines"], $"{talk.Home}/contributions");
}
