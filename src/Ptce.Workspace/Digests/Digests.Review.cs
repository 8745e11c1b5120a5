namespace Ptce.Workspace;

public sealed partial class Digests
{
    public const long UsualQuorumPercent = 50; // of the organisations of the electorate

    /// <summary>Opens the review. The electorate (steering committee of today) and the quorum are frozen with it.</summary>
    /// <remarks>
    /// One organisation, one voice, however many of its people sit on the committee; a person who speaks for none is a voice of their own.
    /// Where the pole votes by college, the weights are frozen too, and must carry it besides the quorum (<see cref="ByCollege(Digest)"/>).
    /// Quorum = organisations × percent ÷ 100, rounded up, at least one; the percent is the pole's setting (<see cref="SetQuorum"/>), 50 unless it says otherwise.
    /// One review at a time, so that the chain of approved digests has one order.
    /// </remarks>
    /// <exception cref="Refused">It is not compiled; another review is open; nobody sits on the committee; even if all of it approved, its colleges would not carry; lines of it are counted elsewhere by now.</exception>
    public Task OpenReview(Actor actor, string id)
    {
        actor.Must(Act.OpenReview);
        return db.Write(actor.PoleId, async tx =>
        {
            var digest = await Stand(tx, actor, id);
            if (digest.State == Digest.Review) return;
            Refused.If(digest.State is not (Digest.Compiled or Digest.Returned), "", "digests.not_compiled");
            Refused.If(await tx.MaybeOne<string>("select id from digests where pole_id = @PoleId and state = 'review'", new { actor.PoleId }) is not null, "", "digests.other_review");

            var gone = await Gone(tx, digest);
            Refused.If(gone > 0, "", "digests.lines_gone", gone);

            var seats = await Members.Committee(tx, actor.PoleId, actor.Today(clock));
            Refused.If(seats.Count == 0, "", "digests.no_committee");
            var voices = seats.Select(VoiceOf).Distinct().LongCount();
            var percent = await tx.MaybeOne<long?>("select quorum_percent from digest_settings where pole_id = @PoleId", new { actor.PoleId }) ?? UsualQuorumPercent;
            var quorum = Math.Max(1, (voices * percent + 99) / 100);
            var round = digest.Round + 1;

            var (voting, collegeOf) = await Voting.Standing(tx, actor.PoleId);
            if (voting.Colleges.Count > 0) MustBeAbleToCarry(voting, seats.Select(VoiceOf).Distinct(), collegeOf);
            var rules = voting.Colleges.Count == 0 ? null : FrozenRules.Write(voting);
            await tx.Execute("""
                update digests set state = 'review', round = @round, electors = @voices, quorum = @quorum, voting_rules = @rules, review_opened_at = @Now, review_opened_by = @PersonId
                where id = @id
                """, new { id, round, voices, quorum, rules, tx.Now, actor.PersonId });
            foreach (var seat in seats)
                await tx.Execute("insert into digest_electors (digest_id, round, person_id, voice, college_id) values (@id, @round, @PersonId, @voice, @college)",
                    new { id, round, seat.PersonId, voice = VoiceOf(seat), college = collegeOf.GetValueOrDefault(VoiceOf(seat)) });
            await Link(tx, digest);
            await tx.Announce(actor, new ReviewOpened(actor.PoleId, id, quorum));
            await DigestNotices.Tell(tx, notices, actor.PoleId, id, round, $"{id}/{round}");
        });
    }

    /// <summary>How many of its lines are validated no more: counted by a digest that was approved since, or changed. Nobody could approve it.</summary>
    private static Task<long> Gone(Tx tx, Digest digest) => tx.One<long>("""
        select count(*) from digest_lines l left join contributions c on c.id = l.contribution_id
        where l.digest_id = @Id and l.reason is null and (c.state is null or c.state <> 'validated')
        """, new { digest.Id });

    private static string VoiceOf(Members.Seat seat) => seat.OrganisationId ?? seat.PersonId;

    /// <summary>Where another digest was approved since this one was compiled, its hash takes the link to that one: before anybody votes on it.</summary>
    private static async Task Link(Tx tx, Digest digest)
    {
        var previous = await tx.MaybeOne<Approved>(LastApproved, new { digest.PoleId });
        if (previous == Approved.Before(digest)) return;
        using var text = new CanonicalText();
        await Write(tx, digest, text);
        await tx.Execute("update digests set previous_hash = @before, previous_seal = @seal, hash = @hash where id = @Id",
            new { digest.Id, before = previous?.Hash, seal = previous?.Seal, hash = text.Previous(previous) });
    }

    /// <summary>An elector approves exactly what they were shown. At the quorum the digest is approved, chained, and its lines locked, all at once.</summary>
    /// <param name="hash">The hash the elector saw.</param>
    /// <exception cref="StaleHash">The digest bears another hash now, or a newer version took its place; carries the fresh one.</exception>
    /// <exception cref="Refused">No review is open; the actor is not in its electorate; lines changed since it was compiled.</exception>
    public Task Approve(Actor actor, string id, string hash)
    {
        actor.Must(Act.ApproveDigest);
        return db.Write(actor.PoleId, async tx =>
        {
            var digest = await Stand(tx, actor, id);
            if (digest.State == Digest.Superseded) throw new StaleHash(await FreshHash(tx, digest));
            Refused.If(digest.State is not (Digest.Review or Digest.Approved), "", "digests.no_review");
            var voice = await ElectorVoice(tx, actor, digest) ?? throw new Refused("", "digests.not_an_elector");
            if (!string.Equals(hash, digest.Hash, StringComparison.OrdinalIgnoreCase)) throw new StaleHash(digest.Hash!);
            if (digest.State == Digest.Approved || !await Vote(tx, actor, digest, voice, "approved")) return;

            await tx.Announce(actor, new VoteCast(actor.PoleId, id, digest.Hash!));
            var approvals = await tx.One<long>("""
                select count(distinct voice) from digest_votes where digest_id = @id and round = @Round and answer = 'approved' and hash = @Hash
                """, new { id, digest.Round, digest.Hash });
            if (approvals < digest.Quorum) return;
            if (await ByCollege(tx.MaybeOne<string>, tx.Read<CollegeVoiceRow>, digest) is { Outcome.Adopted: false }) return; // enough voices, not enough weight
            await Settle(tx, actor, digest);
        });
    }

    private static async Task Settle(Tx tx, Actor actor, Digest digest)
    {
        await tx.Execute("update digests set approved_at = @Now, chain = (select 1 + coalesce(max(chain), 0) from digests where pole_id = @PoleId) where id = @Id",
            new { tx.Now, digest.PoleId, digest.Id });
        await tx.Execute("update digests set state = 'approved', seal = @seal where id = @Id", new { digest.Id, seal = await SealOf(tx, digest.Id) });
        long last = 0, locked = 0;
        while (await tx.Read<Counted>("""
            select number, contribution_id from digest_lines where digest_id = @Id and number > @last and reason is null order by number limit @Portion
            """, new { digest.Id, last, Portion }) is { Count: > 0 } some)
        {
            locked += await Contributions.LockForDigest(tx, digest.PoleId, digest.Id, some.Select(l => l.ContributionId));
            last = some[^1].Number;
        }
        Refused.If(locked != digest.Lines, "", "digests.lines_changed", digest.Lines - locked);
        Refused.If(await LineEvidence.Changed(tx, await Pieces(tx, digest.Id)) is not null, "", "digests.evidence_changed");
        await tx.Announce(actor, new DigestApproved(digest.PoleId, digest.Id, digest.Hash!, digest.Minutes));
    }

    private sealed record Counted(long Number, string ContributionId);

    /// <summary>Sends a digest in review back, with a reason: by one of its electors, or by whoever may open a review.</summary>
    /// <exception cref="Refused">No review is open; «reason» is missing; the actor is neither.</exception>
    public Task Return(Actor actor, string id, string reason)
    {
        if (!actor.May(Act.ApproveDigest)) actor.Must(Act.OpenReview);
        reason = reason.Trim();
        Refused.If(reason is "" or { Length: > LongestReason }, "reason", "digests.reason_length", LongestReason);
        return db.Write(actor.PoleId, async tx =>
        {
            var digest = await Stand(tx, actor, id);
            Refused.If(digest.State != Digest.Review, "", "digests.no_review");
            var voice = await ElectorVoice(tx, actor, digest);
            if (voice is null && !actor.May(Act.OpenReview)) throw new Refused("", "digests.not_an_elector");
            if (voice is not null && await Vote(tx, actor, digest, voice, "returned")) await tx.Announce(actor, new VoteCast(actor.PoleId, id, digest.Hash!));
            await tx.Execute("update digests set state = 'returned', returned_at = @Now, returned_by = @PersonId, return_reason = @reason where id = @id",
                new { id, reason, tx.Now, actor.PersonId });
            await tx.Announce(actor, new DigestReturned(actor.PoleId, id));
        });
    }

    /// <summary>Whether the actor is of the frozen electorate, still sits on the committee and has not approved yet: what their page asks of them.</summary>
    public async Task<bool> MayVote(Actor actor, Digest digest) => digest.State == Digest.Review && actor.May(Act.ApproveDigest) && await db.MaybeOne<string>("""
        select e.voice from digest_electors e
        where e.digest_id = @Id and e.round = @Round and e.person_id = @PersonId and not exists (
            select 1 from digest_votes v where v.digest_id = e.digest_id and v.round = e.round and v.person_id = e.person_id and v.answer = 'approved' and v.hash = @Hash)
        """, new { digest.Id, digest.Round, actor.PersonId, digest.Hash }) is not null;

    /// <summary>Sets what part of the electorate's organisations must approve; for reviews opened from now on. A console act: statutes decide, not a page.</summary>
    /// <param name="percent">1 to 100.</param>
    public Task SetQuorum(Pole pole, long percent)
    {
        Refused.If(percent is < 1 or > 100, "percent", "digests.quorum_range");
        return db.Write(pole.Id, tx => tx.Execute("""
            insert into digest_settings (pole_id, quorum_percent) values (@Id, @percent)
            on conflict (pole_id) do update set quorum_percent = excluded.quorum_percent
            """, new { pole.Id, percent }));
    }

    private static async Task<Digest> Stand(Tx tx, Actor actor, string id) =>
        await tx.MaybeOne<Digest>($"select {Columns} from digests where id = @id and pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();

    /// <summary>For whom the actor votes: the organisation they speak for now, where it has a voice, else another of theirs.</summary>
    private static Task<string?> ElectorVoice(Tx tx, Actor actor, Digest digest) => tx.MaybeOne<string>("""
        select voice from digest_electors where digest_id = @Id and round = @Round and person_id = @PersonId
        order by case when voice = @OrganisationId then 0 else 1 end, voice
        """, new { digest.Id, digest.Round, actor.PersonId, actor.OrganisationId });

    private static async Task<bool> Vote(Tx tx, Actor actor, Digest digest, string voice, string answer) => await tx.Execute("""
        insert into digest_votes (digest_id, round, person_id, voice, answer, hash, at)
        values (@Id, @Round, @PersonId, @voice, @answer, @Hash, @Now)
        on conflict do nothing
        """, new { digest.Id, digest.Round, actor.PersonId, voice, answer, digest.Hash, tx.Now }) == 1;

    private static async Task<string> FreshHash(Tx tx, Digest superseded) => await tx.MaybeOne<string>("""
        select hash from digests
        where pole_id = @PoleId and from_day = @FromDay and to_day = @ToDay and state not in ('superseded', 'unchanged', 'asked')
        order by version desc limit 1
        """, new { superseded.PoleId, superseded.FromDay, superseded.ToDay }) ?? superseded.Hash!;
}
