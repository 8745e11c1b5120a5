namespace Ptce.Workspace;

public sealed partial class LineEvidence
{
    private const int AskedForAtOnce = 500;

    private const string PiecesOfLines = """
        select e.contribution_id, e.id as piece_id, e.sha256, e.link
        from evidence e join contributions c on c.id = e.contribution_id
        """;

    /// <summary>What proves the validated lines of a period, in the order of line and piece.</summary>
    internal static Task<IReadOnlyList<SealedPiece>> ForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => tx.Read<SealedPiece>($"""
        {PiecesOfLines}
        where e.pole_id = @poleId and e.withdrawn_at is null and c.state = 'validated' and c.day >= @from and c.day <= @to
        order by e.contribution_id, e.id
        """, new { poleId, from, to });

    /// <summary>The first sealed piece whose row is gone, names something else, or was withdrawn from a locked line.</summary>
    internal static async Task<SealedPiece?> Changed(Tx tx, IReadOnlyList<SealedPiece> pieces)
    {
        foreach (var some in pieces.Chunk(AskedForAtOnce))
        {
            var standing = (await tx.Read<SealedPiece>($"""
                {PiecesOfLines}
                where e.id in @ids and (e.withdrawn_at is null or c.state <> 'locked')
                """, new { ids = some.Select(p => p.PieceId).ToArray() })).ToHashSet();
            if (some.FirstOrDefault(p => !standing.Contains(p with { Number = 0 })) is { } changed) return changed;
        }
        return null;
    }

    /// <summary>The first sealed piece whose file is gone from the data folder, or is not the one of its hash any more.</summary>
    internal async Task<SealedPiece?> Lost(IReadOnlyList<SealedPiece> pieces)
    {
        foreach (var piece in pieces.Where(p => p.Sha256 is not null).DistinctBy(p => p.Sha256))
        {
            await using var file = await files.Open(piece.Sha256!, CancellationToken.None);
            if (file is null) return piece;
        }
        return null;
    }
}
