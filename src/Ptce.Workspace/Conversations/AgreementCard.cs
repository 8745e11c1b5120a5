namespace Ptce.Workspace;

/// <summary>The terms of an agreement and the signature that is missing. The key bears their version: one signs exactly what one was shown.</summary>
public static class AgreementCard
{
    public const string Code = "agreement";

    public static Card Of(Agreement agreement, Actor reader, Say say, DateOnly today, string href) => new(agreement.Title,
        [
            new(say["agreements.mail.between"], $"{agreement.GiverName} → {agreement.ReceiverName}"),
            .. MatchCard.Terms(say, today, agreement.Amount(say), agreement.FromDay, agreement.ToDay, agreement.Note),
            new(say["conversation.fact.state"], say[$"agreements.state.{agreement.State}"]),
        ],
        agreement.WaitsFor(reader.OrganisationId) ? [new(say["agreements.sign", reader.OrganisationName], say["conversation.sign_says"], Primary: true)] : [],
        new SubjectKey(Code, agreement.Id, $"{agreement.Version}").ToString())
    {
        Links = [new(say["conversation.see_it"], href)],
    };
}
