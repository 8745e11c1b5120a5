namespace Ptce.Workspace;

/// <summary>The buttons of a digest's card: an elector approves the hash that was shown, or returns it with a reason.</summary>
public sealed class DigestMatter(Digests digests) : SubjectMatter
{
    public override string Code => DigestCard.Code;

    public override Task<Pending?> Reopen(Talk talk, SubjectKey key) =>
        Task.FromResult<Pending?>(Pending.Of(key).With("hash", key.Version ?? ""));

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var digest = await digests.One(talk.Actor, pending.SubjectId!);
        var approves = talk.Means("conversation.approve_says");
        if (AskedWhy(pending) && !approves) return await Returned(talk, pending, digest);
        if (talk.Means("conversation.return_says")) return Why(talk, pending, digest);
        if (!approves) return await Told(talk, digest.Id, talk.Say[talk.Means("conversation.keep") ? "conversation.kept" : "conversation.digest_to_approve"]);
        // A changed digest is shown as it is now: its card bears the fresh hash.
        return await Acting(talk, async () =>
        {
            await digests.Approve(talk.Actor, digest.Id, pending.Told("hash") ?? "");
            var now = await digests.One(talk.Actor, digest.Id);
            if (now.State == Digest.Approved) return await Told(talk, digest.Id, talk.Say["conversation.digest_approved"]);
            var voices = (await digests.Votes(now)).Where(v => v.Answer == "approved" && v.Hash == now.Hash).Select(v => v.Voice).Distinct().Count();
            return await Told(talk, digest.Id, talk.Say["conversation.vote_cast", voices, now.Quorum]);
        }, why => Told(talk, digest.Id, why));
    }

    private async Task<Turned?> Returned(Talk talk, Pending pending, Digest digest)
    {
        if (Keeps(talk)) return await Told(talk, digest.Id, talk.Say["conversation.kept"]);
        if (talk.SaysYes) return Why(talk, pending, digest);
        if (!SaysWhy(talk)) return null;
        return await Acting(talk, async () =>
        {
            await digests.Return(talk.Actor, digest.Id, talk.Text);
            return await Told(talk, digest.Id, talk.Say["conversation.returned"]);
        }, why => Told(talk, digest.Id, why));
    }

    private static Turned Why(Talk talk, Pending pending, Digest digest) => AskWhy(talk, pending, talk.Say["conversation.ask.return_reason"], Digests.Title(digest, talk.Say));

    private async Task<Turned> Told(Talk talk, string id, string text)
    {
        var digest = await digests.One(talk.Actor, id);
        if (digest.State == Digest.Superseded)
            digest = (await digests.List(talk.Actor)).FirstOrDefault(d => d.FromDay == digest.FromDay && d.ToDay == digest.ToDay && d.Hash is not null) ?? digest;
        return new(new(text, DigestCard.Of(digest, await digests.MayVote(talk.Actor, digest), talk.Say, digests.Page(talk.Actor, digest.Id))));
    }
}

/// <summary>"le bilan à approuver": the digest under review, with the votes for who may.</summary>
public sealed class ToApproveMatter(Digests digests) : Matter
{
    public override string Code => Errands.ToApprove;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var say = talk.Say;
        var waiting = await digests.WaitingForMe(talk.Actor);
        if (waiting is [var one, ..]) return new(new(say["conversation.digest_to_approve"], DigestCard.Of(one, true, say, digests.Page(talk.Actor, one.Id))));
        return new(new(say["conversation.nothing_to_approve"], new("", [], []) { Links = [new(say["digests.page"], $"{talk.Home}/bilans")] }));
    }
}
