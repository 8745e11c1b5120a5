namespace Ptce.Workspace;

/// <summary>The buttons of a match's card: yes for one's organisation, or no with its reason.</summary>
public sealed class MatchMatter(Agreements agreements) : SubjectMatter
{
    public override string Code => MatchCard.Code;

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var (say, match, accepts) = (talk.Say, await agreements.Match(talk.Actor, pending.SubjectId!), talk.Means("agreements.accept"));
        if (AskedWhy(pending) && !accepts) return await Declined(talk, pending, match);
        if (talk.Means("agreements.refuse") && match.WaitsFor(talk.Actor.OrganisationId, talk.Today)) return Why(talk, pending, match);
        if (!accepts && !talk.SaysYes) return Told(talk, match, talk.Means("conversation.keep") ? say["conversation.kept"] : Standing(talk, match));
        return await Acting(talk, async () =>
        {
            var said = await agreements.Accept(talk.Actor, match.Id);
            return Told(talk, said, say[said.AgreementId is null ? "agreements.accepted_now" : "agreements.made_now"]);
        }, why => Told(talk, match, why));
    }

    private async Task<Turned?> Declined(Talk talk, Pending pending, Match match)
    {
        if (Keeps(talk)) return Told(talk, match, talk.Say["conversation.kept"]);
        if (talk.SaysYes) return Why(talk, pending, match);
        if (!SaysWhy(talk)) return null;
        return await Acting(talk, async () =>
        {
            await agreements.Refuse(talk.Actor, match.Id, talk.Text);
            return Told(talk, await agreements.Match(talk.Actor, match.Id), talk.Say["agreements.refused_now"]);
        }, why => Told(talk, match, why));
    }

    private static Turned Why(Talk talk, Pending pending, Match match) => AskWhy(talk, pending, talk.Say["conversation.ask.refusal"], match.Title);

    private static string Standing(Talk talk, Match match) =>
        match.RefusedForName is { } by ? talk.Say["agreements.refused_because", by, match.Refusal]
        : match.LostOn(talk.Today) is { } lost ? lost.In(talk.Say)
        : talk.Say[match.WaitsFor(talk.Actor.OrganisationId, talk.Today) ? "agreements.your_answer" : match.AgreementId is null ? "agreements.accepted_now" : "conversation.is_agreed"];

    private Turned Told(Talk talk, Match match, string text) =>
        new(new(text, MatchCard.Of(match, talk.Actor, talk.Say, talk.Today, agreements.Page(talk.Actor, match.AgreementId ?? match.Id))));
}
