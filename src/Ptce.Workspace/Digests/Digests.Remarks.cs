namespace Ptce.Workspace;

/// <summary>Remarque: what a reader says of a digest, or of one of its lines. It stands beside the frozen figures and is no part of their hash.</summary>
/// <param name="ContributionId">The line; null when it is about the whole.</param>
/// <param name="Version">Of the digest that was read.</param>
public sealed record Remark(string Id, string? ContributionId, string PersonId, DateTimeOffset At, string Text, long Version);

public sealed record DigestRemarked(string PoleId, string DigestId) : Event(PoleId, DigestId);

public sealed partial class Digests
{
    public const int LongestRemark = 1000; // characters

    /// <summary>Says something of a digest, or of one of its lines. The same words by the same person on the same thing are said once.</summary>
    /// <param name="contributionId">A line of the digest, counted or left out; null for the whole.</param>
    /// <exception cref="Refused">«text» is empty or too long; the digest is not compiled yet.</exception>
    /// <exception cref="NotHere">No such digest in the actor's pole; the line is not in it.</exception>
    public Task RemarkOn(Actor actor, string id, string text, string? contributionId = null)
    {
        actor.Must(Act.RemarkOnDigest);
        text = text.Trim();
        Refused.If(text is "" or { Length: > LongestRemark }, "text", "digests.remark_length", LongestRemark);
        return db.Write(actor.PoleId, async tx =>
        {
            var digest = await Stand(tx, actor, id);
            Refused.If(digest.Hash is null, "", "digests.not_compiled_yet");
            if (contributionId is not null && await tx.MaybeOne<long?>("select number from digest_lines where digest_id = @id and contribution_id = @contributionId",
                new { id, contributionId }) is null) throw new NotHere();
            var said = await tx.Execute("""
                insert into digest_remarks (id, pole_id, from_day, to_day, digest_id, contribution_id, person_id, at, text)
                select @remark, @PoleId, @FromDay, @ToDay, @id, @contributionId, @PersonId, @Now, @text
                where not exists (
                    select 1 from digest_remarks
                    where digest_id = @id and coalesce(contribution_id, '') = coalesce(@contributionId, '') and person_id = @PersonId and text = @text)
                """, new { remark = Ids.New(), actor.PoleId, digest.FromDay, digest.ToDay, id, contributionId, actor.PersonId, tx.Now, text });
            if (said == 1) await tx.Announce(actor, new DigestRemarked(actor.PoleId, id));
        });
    }

    /// <summary>What was said of this digest and of the versions of its period before it, oldest first; 500 at most.</summary>
    /// <remarks>Observers read the approved figures, not what was said about them on the way.</remarks>
    public async Task<IReadOnlyList<Remark>> Remarks(Actor actor, Digest digest)
    {
        if (!actor.May(Act.ReadDigests) || digest.PoleId != actor.PoleId) return [];
        return await db.Read<Remark>("""
            select r.id, r.contribution_id, r.person_id, r.at, r.text, d.version
            from digest_remarks r join digests d on d.id = r.digest_id
            where r.pole_id = @PoleId and r.from_day = @FromDay and r.to_day = @ToDay and d.version <= @Version
            order by r.id limit 500
            """, new { digest.PoleId, digest.FromDay, digest.ToDay, digest.Version });
    }

    /// <summary>One line of a digest by the contribution it froze; null when it holds none.</summary>
    public Task<DigestLine?> Line(Digest digest, string contributionId) => db.MaybeOne<DigestLine>(
        $"select {FrozenColumns} from digest_lines where digest_id = @Id and contribution_id = @contributionId", new { digest.Id, contributionId });
}
