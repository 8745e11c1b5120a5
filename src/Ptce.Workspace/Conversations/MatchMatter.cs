namespace Ptce.Workspace;

/// <summary>The buttons of a match's card: yes for one's organisation, or no with its reason.</summary>
public sealed class MatchMatter(Agreements agreements) : Matter
{
    public override string Code => MatchCard.Code;

    public override Task<Pending?> Reopen(Talk talk, SubjectKey key) =>
        Task.FromResult<Pending?>(Pending.Of(key));

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var (say, match, accepts) = (talk.Say, await agreements.Match(talk.Actor, pending.SubjectId!), talk.Means("agreements.accept"));
        try
        {
            if (pending.Told("asked") is not null && !accepts)
            {
                if (talk.SaysNo || talk.Cancels) return Told(talk, match, say["conversation.kept"]);
                await agreements.Refuse(talk.Actor, match.Id, talk.Text);
                return Told(talk, await agreements.Match(talk.Actor, match.Id), say["agreements.refused_now"]);
            }
            if (talk.Means("agreements.refuse") && match.WaitsFor(talk.Actor.OrganisationId, talk.Today))
                return new(new(say["conversation.ask.refusal"], new(match.Title, [], [new(say["conversation.keep"], say["conversation.no"])], pending.Key)), pending.With("asked", "reason"));
            if (!accepts && !talk.SaysYes) return Told(talk, match, Standing(talk, match));
            var said = await agreements.Accept(talk.Actor, match.Id);
            return Told(talk, said, say[said.AgreementId is null ? "agreements.accepted_now" : "agreements.made_now"]);
        }
        catch (Refused refused) when (refused is not NotHere)
        {
            return Told(talk, match, refused.In(say.Language));
        }
    }

    private static string Standing(Talk talk, Match match) =>
        match.RefusedForName is { } by ? talk.Say["agreements.refused_because", by, match.Refusal]
        : match.LostOn(talk.Today) is { } lost ? lost.In(talk.Say)
        : talk.Say[match.WaitsFor(talk.Actor.OrganisationId, talk.Today) ? "agreements.your_answer" : match.AgreementId is null ? "agreements.accepted_now" : "conversation.is_agreed"];

    private Turned Told(Talk talk, Match match, string text) =>
        new(new(text, MatchCard.Of(match, talk.Actor, talk.Say, talk.Today, agreements.Page(talk.Actor, match.AgreementId ?? match.Id))));
}
