namespace Ptce.Workspace;

/// <summary>"combien d'heures ce mois-ci ?", "ma semaine": the person's own time, by kind, and by day, or by year and month.</summary>
public class TotalMatter(Contributions contributions) : Matter
{
    private const int MostLines = 200, MostDays = 14, MostYears = 5;

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
        var period = Say.Begun(say.Span(from, to));
        if (total == 0) return new(new(say["conversation.total_none", period], new("", [], []) { Links = [Own(talk)] }) { About = About(r) });
        var text = say["conversation.total", period, say.Duration(total)];
        var facts = read.Count == MostLines ? [] : lines.GroupBy(l => l.Kind).OrderByDescending(g => g.Sum(l => l.Minutes)).Select(g => new Fact(Kinds.Word(say, g.Key), say.Duration(g.Sum(l => l.Minutes))));
        var months = narrowed
            ? lines.GroupBy(l => new DateOnly(l.Day.Year, l.Day.Month, 1)).Select(g => (g.Key, g.Sum(l => l.Minutes)))
            : (await contributions.MonthsOf(talk.Actor, from, to)).Select(m => (m.First, m.Minutes));
        return new(new(text, new("", [.. facts], []) { Rows = read.Count < MostLines && Days(talk, lines) is { } days ? days : [.. Years(say, months)], Links = [Own(talk)] }) { About = About(r) });
    }

    /// <summary>"et le mois dernier ?", "et au copil ?": the same sum, asked again otherwise.</summary>
    public override async Task<Turned?> HearOf(Talk talk, SubjectKey shown)
    {
        var (says, day) = (talk.Heard.Amends, shown.Id.Split('/'));
        if (talk.Heard.SmallTalk is not null || !talk.Text.TrimEnd().EndsWith('?') || says.Minutes is not null) return null;
        var (from, to) = (says.DateFrom ?? says.DatePast, says.DateTo ?? says.DatePast);
        if (from is null && says.Activity is null && says.Orgs.Count == 0) return null;
        return await Open(talk, Pending.Of(talk.Text, new Reading
        {
            Intent = Intents.QueryTotal,
            DateFrom = from ?? Field.Iso(day[0]),
            DateTo = to ?? Field.Iso(day[1]),
            Activity = says.Activity,
            Orgs = says.Orgs,
        }));
    }

    private static string About(Reading asked) => new SubjectKey(Intents.QueryTotal, $"{asked.DateFrom?.Iso()}/{asked.DateTo?.Iso()}").ToString();

    private static IReadOnlyList<CardRow>? Days(Talk talk, IReadOnlyList<Contribution> lines)
    {
        var days = lines.GroupBy(l => l.Day).OrderBy(g => g.Key).ToList();
        return days.Count > MostDays ? null : [.. days.Select(g => new CardRow(
            $"{talk.Say.Day(g.Key, talk.Today)} · {talk.Say.Duration(g.Sum(l => l.Minutes))}", string.Join(" · ", g.Select(l => $"{l.Matter(talk.Say)} {l.Amount(talk.Say)}"))))];
    }

    // A year is a row: "2026 · 105 h 30", with its months under it.
    private static IEnumerable<CardRow> Years(Say say, IEnumerable<(DateOnly First, long Minutes)> months) =>
        months.GroupBy(m => m.First.Year).OrderByDescending(y => y.Key).Take(MostYears).Select(y => new CardRow(
            $"{y.Key} · {say.Duration(y.Sum(m => m.Minutes))}",
            string.Join(" · ", y.OrderBy(m => m.First).Select(m => $"{m.First.ToString("MMMM", say.Culture)} {say.Duration(m.Minutes)}"))));

    private static CardLink Own(Talk talk) => new(talk.Say["conversation.my_lines"], $"{talk.Home}/contributions");
}
