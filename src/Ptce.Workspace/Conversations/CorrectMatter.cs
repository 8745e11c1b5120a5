namespace Ptce.Workspace;

/// <summary>"en fait c'était 2h, pas 3h", "c'était mardi": the last line said right, once it was shown before and after.</summary>
public sealed class CorrectMatter(Contributions contributions) : Matter
{
    public override string Code => Intents.CorrectLast;

    protected override string Drop => "conversation.keep";

    protected override string Dropped => "conversation.kept";

    public override string SetAside => "conversation.set_aside_kept";

    public override bool IsOfferedAgain => false;

    public override async Task<Turned> Open(Talk talk, Pending heard) => await contributions.LastOf(talk.Actor) is { } last
        ? Shown(talk, (heard with { SubjectId = last.Id }).With("now", last.Title(talk.Say, talk.Today)).With("unit", last.IsTime ? "" : last.Unit ?? "unite"))
        : new(new(talk.Say["conversation.no_last"]));

    protected override string? Missing(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        if (r.Date > talk.Today) return "date";
        if (Unit(pending) is not null && (r.Minutes is not null || r.Quantity is not null) && Quantity(talk, pending) is null) return "quantity";
        return r.Minutes is null && r.Quantity is null && r.Date is null && r.Activity is null && r.Kind is null && r.Orgs.Count == 0 ? "correction" : null;
    }

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) =>
        (talk.Say[$"conversation.ask.{missing}"], missing switch { "date" => Suggested.PastDays(talk), "correction" when Unit(pending) is null => Suggested.Lengths(talk.Say), _ => [] });

    /// <summary>What is given in kind is counted in this; null for time.</summary>
    private static string? Unit(Pending pending) => pending.Told("unit") is { Length: > 0 } unit ? unit : null;

    /// <summary>How much there was of what is given in kind: "4 h" of a room, "2 jours" of a van, "12 kg".</summary>
    private static decimal? Quantity(Talk talk, Pending pending) => (Unit(pending), pending.Reading.Minutes) switch
    {
        (null, _) => null,
        ("heure", { } minutes) => decimal.Round(minutes / 60m, 3),
        ("jour", { } minutes) => decimal.Round(minutes / (decimal)talk.DayMinutes, 3),
        ({ } unit, null) when pending.Reading.Unit is null || pending.Reading.Unit == unit => pending.Reading.Quantity,
        _ => null,
    };

    private static string? Much(Talk talk, Pending pending) =>
        Quantity(talk, pending) is { } quantity ? Units.Quantity(talk.Say, quantity, Unit(pending)!)
        : Unit(pending) is null && pending.Reading.Minutes is { } minutes ? talk.Say.Duration(minutes) : null;

    protected override Card Card(Talk talk, Pending pending)
    {
        var (say, r) = (talk.Say, pending.Reading);
        var facts = new List<Fact> { new(say["conversation.line_now"], pending.Told("now") ?? "") };
        if (Much(talk, pending) is { } much) facts.Add(new(say[Unit(pending) is null ? "conversation.fact.duration" : "conversation.fact.quantity"], much));
        if (r.Date is { } day) facts.Add(new(say["conversation.fact.day"], say.Day(day, talk.Today)));
        if (r.Activity is { } activity) facts.Add(new(say["conversation.fact.activity"], Activities.Word(say, activity)));
        if (r.Orgs.Count > 0) facts.Add(new(say["conversation.fact.with"], string.Join(", ", r.Orgs.Select(o => o.Name))));
        if (r.Kind is { } kind) facts.Add(new(say["conversation.fact.kind"], Kinds.Word(say, kind)));
        return new(say["conversation.correct_title"], facts, []);
    }

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.correction"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
        [new(Much(talk, pending) is { } much ? talk.Say["conversation.correct", much] : talk.Say["conversation.correct_it"], talk.Say["conversation.yes"], Primary: true)];

    protected override Task<Pending?> Changed(Talk talk, Pending pending)
    {
        var says = talk.Heard.Amends;
        var much = Unit(pending) is null ? null : talk.Heard.Quantity ?? (Missing(talk, pending) is "quantity" or "correction" ? says.Number : null);
        if (IsOther(talk) || (says.Fields.Count == 0 && much is null)) return Task.FromResult<Pending?>(null);
        return Task.FromResult<Pending?>(pending with
        {
            Reading = pending.Reading with
            {
                Minutes = says.Minutes ?? (much is null ? pending.Reading.Minutes : null),
                Quantity = much ?? (says.Minutes is null ? pending.Reading.Quantity : null),
                Unit = much is null ? pending.Reading.Unit : talk.Heard.Unit,
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
        var quantity = Quantity(talk, pending);
        // Another quantity is no longer that of the hours said before.
        var (start, end) = r.Entries is [{ } one] ? (one.Start, one.End) : (null, null);
        if (quantity is not null) (start, end) = (start ?? "", end ?? "");
        var right = await contributions.Correct(talk.Actor, pending.SubjectId!, Unit(pending) is null ? r.Minutes : null, r.Date, r.Kind, r.Activity, others.Count > 0 ? others : null,
            quantity, start, end, channel: talk.Door);
        return TimeMatter.Saved(talk, "conversation.corrected", [right]);
    }
}
