namespace Ptce.Workspace;

/// <summary>"on a répondu avec Elips à l'appel d'offres de la CAVF": what two members or more do together.</summary>
public sealed class CooperationMatter(Cooperations cooperations) : Matter
{
    public override string Code => Intents.LogCooperation;

    protected override string? Missing(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        if (Partners(r).Count == 0) return "loan_with";
        if (r.Date is null && r.DateFrom is null) return "coop_date";
        return r.Nature.Count == 0 && pending.Told("nature") is null ? "nature" : null;
    }

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => missing switch
    {
        "loan_with" => (talk.Say["conversation.ask.loan_with"], Suggested.Organisations(talk, pending.Reading.OrgCandidates)),
        "nature" => (talk.Say["conversation.ask.nature"],
            [talk.Saying("cooperations.nature.commerciale"), talk.Saying("cooperations.nature.strategique"), talk.Saying("cooperations.nature.both"), talk.Saying("conversation.neither")]),
        _ => (talk.Say["conversation.ask.coop_date"], Suggested.PastDays(talk)),
    };

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.cooperation"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) => [new(talk.Say["conversation.log_it"], talk.Say["conversation.yes"], Primary: true)];

    protected override Card Card(Talk talk, Pending pending)
    {
        var (say, r) = (talk.Say, pending.Reading);
        var facts = new List<Fact>
        {
            new(say["conversation.fact.together"], string.Join(", ", new[] { talk.Actor.OrganisationName }.Concat(Partners(r).Select(o => o.Name)).OfType<string>())),
            new(say["conversation.fact.since"], r.Date is { } day ? say.Day(day, talk.Today) : r.DateFrom is { } from ? say.Day(from, talk.Today) : say["conversation.missing"]),
        };
        if (r.Nature.Count > 0) facts.Add(new(say["conversation.fact.kind"], say[$"cooperations.nature.{(r.Nature.Count > 1 ? "both" : r.Nature[0])}"]));
        if (r.Form is { } form) facts.Add(new(say["conversation.fact.form"], CooperationWords.Form(say, form)));
        if (r.ThirdParty is { } third) facts.Add(new(say["conversation.fact.for"], third));
        if (r.AmountEur is { } amount) facts.Add(new(say["conversation.fact.amount"], say.Money((long)(amount * 100))));
        return new(pending.Sentence, facts, []);
    }

    protected override Task<Pending?> Changed(Talk talk, Pending pending) => Task.FromResult(Amended(talk, pending));

    private Pending? Amended(Talk talk, Pending pending)
    {
        var (r, says) = (pending.Reading, talk.Heard.Amends);
        if (Missing(talk, pending) == "nature")
        {
            if (talk.Means("conversation.neither")) return pending.With("nature", "");
            if (talk.Means("cooperations.nature.both")) return pending with { Reading = r with { Nature = CooperationWords.Natures } };
            if (CooperationWords.Natures.FirstOrDefault(n => talk.Means($"cooperations.nature.{n}")) is { } nature) return pending with { Reading = r with { Nature = [nature] } };
        }
        if (IsOther(talk, Intents.LogCooperation)) return null;
        var named = says.Orgs.Where(o => !o.Self).ToList();
        if (named.Count == 0 && says.DatePast is null && says.DateFrom is null && says.AmountEur is null) return null;
        return pending with
        {
            Reading = r with
            {
                Orgs = named.Count > 0 ? [.. r.Orgs.Concat(named).DistinctBy(o => o.Id)] : r.Orgs,
                Date = says.DatePast ?? r.Date,
                DateFrom = says.DatePast is null ? says.DateFrom ?? r.DateFrom : null,
                DateTo = says.DatePast is null ? r.DateTo : null,
                AmountEur = says.AmountEur ?? r.AmountEur,
            },
        };
    }

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        var members = Partners(r).Select(o => o.Id).ToList();
        if (talk.Actor.OrganisationId is { } own) members.Insert(0, own);
        var done = await cooperations.Log(talk.Actor, new NewCooperation(null, members, (r.Date ?? r.DateFrom)!.Value, Form: r.Form,
            Commercial: r.Nature.Contains("commerciale"), Strategic: r.Nature.Contains("strategique"),
            Thirds: r.ThirdParty is { } third ? [third] : null, Text: pending.Sentence, Amount: r.AmountEur), talk.Door, pending.Key);
        return new(talk.Say["conversation.cooperation_logged", done.Title], new(done.Title, [], []) { Links = [new(talk.Say["conversation.see_it"], cooperations.Page(talk.Actor, done.Id))] });
    }

    private static IReadOnlyList<ReadOrganisation> Partners(Reading r) => [.. r.Orgs.Where(o => !o.Self)];
}
