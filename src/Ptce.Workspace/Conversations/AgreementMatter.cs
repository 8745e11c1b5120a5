using System.Globalization;

namespace Ptce.Workspace;

/// <summary>The button of an agreement's card: signs the version that was shown, for one's organisation.</summary>
public sealed class AgreementMatter(Agreements agreements) : SubjectMatter
{
    public override string Code => AgreementCard.Code;

    public override Task<Pending?> Reopen(Talk talk, SubjectKey key) =>
        Task.FromResult<Pending?>(Pending.Of(key).With("version", key.Version ?? ""));

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var agreement = await agreements.One(talk.Actor, pending.SubjectId!);
        if (!talk.Means("conversation.sign_says") && !talk.SaysYes)
            return Told(talk, agreement, talk.Say[agreement.WaitsFor(talk.Actor.OrganisationId) ? "agreements.sign_note" : $"conversation.agreement_is.{agreement.State}"]);
        // Changed terms are shown as they are now: their card bears the fresh version.
        return await Acting(talk, async () =>
        {
            var signed = await agreements.Sign(talk.Actor, agreement.Id, long.TryParse(pending.Told("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
            return Told(talk, signed, talk.Say[signed.State == "proposed" ? "agreements.signed_now" : "agreements.both_signed_now"]);
        }, why => Told(talk, agreement, why));
    }

    private Turned Told(Talk talk, Agreement agreement, string text) =>
        new(new(text, AgreementCard.Of(agreement, talk.Actor, talk.Say, talk.Today, agreements.Page(talk.Actor, agreement.Id))));
}
