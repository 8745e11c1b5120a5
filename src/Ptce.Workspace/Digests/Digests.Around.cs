namespace Ptce.Workspace;

public sealed partial class Digests
{
    /// <summary>What stands around a digest that is whole: the chain, the approval, the grid, the ledger, the evidence.</summary>
    /// <returns>The first that does not fit it; null where all do.</returns>
    private static async Task<Verdict?> Around(Tx tx, Digest digest, IEnumerable<DigestRate> rates, IReadOnlyList<SealedPiece> pieces)
    {
        if (!await Joins(tx, digest)) return new(digest, "chain");
        if (await OutOfGrid(tx, digest, rates) is { } rate) return new(digest, "grid", Detail: rate.Kind);
        if (digest.State != Digest.Approved) return null;
        if (!await IsApproved(tx, digest)) return new(digest, "approval");
        if (await Parted(tx, digest) is { } line) return new(digest, "ledger", line.Number, line.ContributionId, line.What);
        return await LineEvidence.Changed(tx, pieces) is { } changed ? new(digest, "evidence", ContributionId: changed.ContributionId) : null;
    }

    /// <summary>Whether it stands in the chain as one that is approved does, and nowhere otherwise.</summary>
    private static async Task<bool> Joins(Tx tx, Digest digest)
    {
        if (digest.Chain is null || digest.State != Digest.Approved) return digest.Chain is null && digest.State != Digest.Approved;
        var before = await tx.MaybeOne<Approved>("select hash, seal from digests where pole_id = @PoleId and chain = @place", new { digest.PoleId, place = digest.Chain - 1 });
        return digest.PreviousHash == before?.Hash && (digest.PreviousSeal ?? "") == (before?.Seal ?? "") && before is null == (digest.Chain == 1);
    }

    /// <summary>The approval is the one that was sealed, and it reached its quorum on this hash.</summary>
    private static async Task<bool> IsApproved(Tx tx, Digest digest)
    {
        if (digest.Seal is null || (digest.Seal != "" && digest.Seal != await SealOf(tx, digest.Id))) return false;
        var voices = await tx.One<long>("""
            select count(distinct v.voice) from digest_votes v
            join digest_electors e on e.digest_id = v.digest_id and e.round = v.round and e.person_id = v.person_id and e.voice = v.voice
            where v.digest_id = @Id and v.round = @Round and v.answer = 'approved' and v.hash = @Hash
            """, new { digest.Id, digest.Round, digest.Hash });
        return voices >= Math.Max(1, digest.Quorum);
    }

    private static async Task<string> SealOf(Tx tx, string digestId) => ApprovalText.Seal(
        await tx.One<ApprovalText.Review>("""
            select id, version, hash, chain, approved_at, round, review_opened_at, review_opened_by, electors, quorum, voting_rules from digests where id = @digestId
            """, new { digestId }),
        await tx.Read<ApprovalText.Elector>("""
            select e.person_id, e.voice, e.college_id from digest_electors e join digests d on d.id = e.digest_id and d.round = e.round where d.id = @digestId
            """, new { digestId }),
        await tx.Read<ApprovalText.Cast>("""
            select v.person_id, v.voice, v.answer, v.hash, v.at from digest_votes v join digests d on d.id = v.digest_id and d.round = v.round where d.id = @digestId
            """, new { digestId }));

    /// <summary>A rate that was used and that no decision of the pole, or no SMIC, gives any more.</summary>
    private static async Task<DigestRate?> OutOfGrid(Tx tx, Digest digest, IEnumerable<DigestRate> rates)
    {
        var grid = await Rates.Grid(tx, digest.PoleId);
        var given = grid.Decisions.SelectMany(d => d switch
        {
            { Method: RateGrid.Unvalued } => [DigestRate.Of(d)],
            { CentsPerHour: { } price } => [DigestRate.Of(new RateInForce(d, price, d.FromDay, d.Source))],
            _ => grid.Smic.Select(s => DigestRate.Of(new RateInForce(d, s.CentsPerHour, s.FromDay > d.FromDay ? s.FromDay : d.FromDay, s.Source))),
        }).ToHashSet();
        return rates.FirstOrDefault(r => !given.Contains(r with { Number = 0 }));
    }

    /// <summary>A line of the pole that is locked, where no approved digest of the pole stands behind it any more.</summary>
    public Task<string?> Abandoned(Pole pole) => db.MaybeOne<string>("""
        select c.id from contributions c
        where c.pole_id = @Id and c.state = 'locked'
          and not exists (select 1 from digests d where d.id = c.digest_id and d.pole_id = c.pole_id and d.state = 'approved')
        order by c.id limit 1
        """, new { pole.Id });
}
