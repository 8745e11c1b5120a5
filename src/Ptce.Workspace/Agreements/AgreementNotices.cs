namespace Ptce.Workspace;

/// <summary>An agreement whose terms the other party has signed: told to the people of the one that has not. One signs the version one was shown.</summary>
public sealed class AgreementNotices(Agreements agreements, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "agreement_to_sign";

    public string Topic => TheTopic;

    /// <summary>Owes it to everyone who may sign for the organisation whose signature is missing.</summary>
    internal static async Task Tell(Tx tx, Notices notices, Agreement agreement, DateOnly today)
    {
        foreach (var organisation in new[] { agreement.GiverId, agreement.ReceiverId }.Where(agreement.WaitsFor))
            await MatchNotices.Tell(tx, notices, TheTopic, agreement.PoleId, agreement.Id, organisation, today, $"{agreement.Id}/{agreement.Version}");
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if (!reader.May(Act.SignAgreement)) return null;
        Agreement agreement;
        try { agreement = await agreements.One(reader, owed.SubjectId); }
        catch (NotHere) { return null; }
        if (!agreement.WaitsFor(reader.OrganisationId)) return null;
        var (say, page) = (new Say(reader.Language), agreements.Page(reader, agreement.Id));
        var card = AgreementCard.Of(agreement, reader, say, reader.Today(clock), page);
        return new Notice(say["agreements.mail.to_sign", agreement.Title], [say["agreements.sign_note"]], page)
        {
            Facts = card.Facts,
            Choices = [new(say["agreements.read_and_sign"], Path: page, Primary: true)],
            Card = card,
        };
    }
}
