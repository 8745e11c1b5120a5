namespace Ptce.Workspace;

/// <summary>"en fait c'était 2h, pas 3h", "c'était mardi": the last line said right, once it was shown before and after.</summary>
public sealed class CorrectMatter(Contributions contributions) : Matter
{
    public override string Code => Intents.CorrectLast;

    protected override string Drop => "conversation.keep";

    protected override string Dropped => "conversation.kept";

    public override string SetAside => "conversation.set_aside_kept";

    public override async Task<Turned> Open(Talk talk, Pending heard) => await contributions.LastOf(talk.Actor) is { } last
        ? Shown(talk, (heard with { SubjectId = last.Id }).With("now", last.Title(talk.Say, talk.Today)))
        : new(new(talk.Say["conversation.no_last"]));

    protected override string? Missing(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        if (r.Date > talk.Today) return "date";
        return r.Minutes is null && r.Date is null && r.Activity is null && r.Kind is null && r.Orgs.Count == 0 ? "correction" : null;
    }

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) =>
        (talk.Say[$"conversation.ask.{missing}"], missing == "date" ? Suggested.PastDays(talk) : Suggested.Lengths(talk.Say));

    protected override Card Card(Talk talk, Pending pending)
    {
        var (say, r) = (talk.Say, pending.Reading);
        var facts = new List<Fact> { new(say["conversation.line_now"], pending.Told("now") ?? "") };
        if (r.Minutes is { } minutes) facts.Add(new(say["conversation.fact.duration"], say.Duration(minutes)));
        if (r.Date is { } day) facts.Add(new(say["conversation.fact.day"], say.Day(day, talk.Today)));
        if (r.Activity is { } activity) facts.Add(new(say["conversation.fact.activity"], Activities.Word(say, activity)));
        if (r.Orgs.Count > 0) facts.Add(new(say["conversation.fact.with"], string.Join(", ", r.Orgs.Select(o => o.Name))));
        if (r.Kind is { } kind) facts.Add(new(say["conversation.fact.kind"], Kinds.Word(say, kind)));
        return new(say["conversation.correct_title"], facts, []);
    }

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.correction"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
        [new(pending.Reading.Minutes is { } minutes ? talk.Say["conversation.correct", talk.Say.Duration(minutes)] : talk.Say["conversation.correct_it"], talk.Say["conversation.yes"], Primary: true)];

    protected override Task<Pending?> Changed(Talk talk, Pending pending)
    {
        var says = talk.Heard.Amends;
        if (IsOther(talk) || says.Fields.Count == 0) return Task.FromResult<Pending?>(null);
        return Task.FromResult<Pending?>(pending with
        {
            Reading = pending.Reading with
            {
                Minutes = says.Minutes ?? pending.Reading.Minutes,
                Date = says.DatePast ?? pending.Reading.Date,
                Activity = says.Activity ?? pending.Reading.Activity,
                Orgs = says.Orgs.Count > 0 ? says.Orgs : pending.Reading.Orgs,
            },
        });
    }

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        var others = r.Orgs.Where(o => !o.Self).Select(o => o.Id).ToList();
        var right = await contributions.Correct(talk.Actor, pending.SubjectId!, r.Minutes, r.Date, r.Kind, r.Activity, others.Count > 0 ? others : null,
            starts: r.Entries is [{ Start: { } start }] ? start : null, ends: r.Entries is [{ End: { } end }] ? end : null, channel: talk.Door);
        return TimeMatter.Saved(talk, "conversation.corrected", [right]);
    }
}
