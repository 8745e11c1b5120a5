namespace Ptce.Workspace;

/// <summary>What checking a digest against its own hash, and the store around it against the digest, found.</summary>
/// <param name="Broken">
/// Null where all is whole; else the first place that does not hold. In the digest: "line", "rate", "evidence", "sum", "total", "hash".
/// Around it: "chain", "approval", "grid" (a rate that was used), "ledger" (a line that was locked), "evidence".
/// </param>
/// <param name="Number">Of the first broken line.</param>
public sealed record Verdict(Digest Digest, string? Broken, long? Number = null, string? ContributionId = null, string? Detail = null)
{
    public bool Holds => Broken is null;
}

public sealed partial class Digests
{
    /// <summary>Recomputes values, sums and hash from the stored rows alone, compares approvals, rates, ledger and evidence with them, and names the first thing that does not hold.</summary>
    /// <param name="files">False where the files of the evidence are not beside the store.</param>
    /// <exception cref="NotHere">No such digest, or it was never compiled.</exception>
    public async Task<Verdict> Verify(string digestId, bool files = true)
    {
        var (verdict, pieces) = await db.Snapshot(tx => Verify(tx, digestId));
        if (verdict.Holds && files && verdict.Digest.State == Digest.Approved && await evidence.Lost(pieces) is { } lost)
            return verdict with { Broken = "evidence", ContributionId = lost.ContributionId };
        return verdict;
    }

    private static async Task<(Verdict Verdict, IReadOnlyList<SealedPiece> Pieces)> Verify(Tx tx, string digestId)
    {
        var digest = await tx.MaybeOne<Digest>($"select {Columns} from digests where id = @digestId and hash is not null", new { digestId }) ?? throw new NotHere();
        using var text = new CanonicalText();
        var rates = (await tx.Read<DigestRate>($"select {RateReadings} from digest_rates where digest_id = @digestId order by number", new { digestId })).ToDictionary(r => r.Number);
        var pieces = await Pieces(tx, digestId);
        return (await Verify(tx, digest, text, rates, pieces) ?? await Around(tx, digest, rates.Values, pieces) ?? new(digest, null), pieces);
    }

    /// <returns>Null where the digest is whole in itself.</returns>
    private static async Task<Verdict?> Verify(Tx tx, Digest digest, CanonicalText text, Dictionary<long, DigestRate> rates, IReadOnlyList<SealedPiece> pieces)
    {
        var tally = new Tally();
        Verdict? broken = null;
        text.Begin(digest.TextVersion, digest.PoleId, digest.FromDay, digest.ToDay);
        long expected = 1;
        var line = new TextRecords();
        await using (var rows = await tx.Scan($"select {TextColumns(digest.TextVersion)} from digest_lines where digest_id = @Id order by number", new { digest.Id }))
            for (; await rows.Next(); expected++)
            {
                if (!BearsItsMark(rows, digest, line, text) || FrozenLine.Figure(line, FrozenLine.Number) != expected || !FrozenLine.IsSound(line, rates))
                {
                    broken = new(digest, "line", expected, TextRecords.Read(line.Field(FrozenLine.ContributionId)));
                    break;
                }
                tally.Add(line);
            }
        if (broken is not null) return broken with { Detail = await ChangedColumn(tx, digest, expected) };
        foreach (var piece in pieces) text.Evidence(piece.Number, piece);
        foreach (var rate in rates.Values) text.Rate(rate);
        var sums = await Sums(tx, digest.Id);
        var wrong = tally.Totals.Except(sums).Concat(sums.Except(tally.Totals)).FirstOrDefault();
        if (wrong is not null) return new(digest, "sum", Detail: $"{wrong.Facet} {wrong.Name}");
        foreach (var sum in tally.Totals) text.Sum(sum);

        var content = text.Total(tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded);
        if ((digest.Lines, digest.Minutes, digest.ValueCents, digest.Excluded) != (tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded))
            return new(digest, "total");
        // Every line bears its mark: what is left to differ is the head, the rates, the evidence, or lines cut from the end.
        if (content != digest.ContentHash)
            return rates.Values.Any(r => r.CentsPerHour != Rate(r)) || await OutOfGrid(tx, digest, rates.Values) is not null ? new(digest, "rate")
                : await LineEvidence.Changed(tx, pieces) is { } changed ? new(digest, "evidence", ContributionId: changed.ContributionId)
                : new(digest, "hash");
        return text.Previous(Approved.Before(digest)) == digest.Hash ? null : new(digest, "hash");
    }

    /// <summary>Every digest of the pole that has a hash, in the order of the chain.</summary>
    /// <inheritdoc cref="Verify(string, bool)"/>
    public async Task<IReadOnlyList<Verdict>> VerifyAll(Pole pole, bool files = true)
    {
        var verdicts = new List<Verdict>();
        foreach (var id in await db.Read<string>("select id from digests where pole_id = @Id and hash is not null order by coalesce(chain, 1000000000), compiled_at, id", new { pole.Id }))
            verdicts.Add(await Verify(id, files));
        return verdicts;
    }

    /// <summary>Writes the text that is hashed: <c>sha256sum</c> of it is the digest's hash.</summary>
    public Task WriteText(Digest digest, Stream to) => db.Snapshot(async tx =>
    {
        using var text = new CanonicalText(to);
        await Write(tx, digest, text);
        return text.Previous(Approved.Before(digest));
    });

    /// <summary>Everything but the last record.</summary>
    private static async Task Write(Tx tx, Digest digest, CanonicalText text)
    {
        text.Begin(digest.TextVersion, digest.PoleId, digest.FromDay, digest.ToDay);
        var line = new TextRecords();
        await using (var rows = await tx.Scan($"select {TextColumns(digest.TextVersion)} from digest_lines where digest_id = @Id order by number", new { digest.Id }))
            while (await rows.Next()) BearsItsMark(rows, digest, line, text);
        foreach (var piece in await Pieces(tx, digest.Id)) text.Evidence(piece.Number, piece);
        foreach (var rate in await tx.Read<DigestRate>($"select {RateReadings} from digest_rates where digest_id = @Id order by number", new { digest.Id })) text.Rate(rate);
        foreach (var sum in (await Sums(tx, digest.Id)).OrderBy(s => s.Facet, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)) text.Sum(sum);
        text.Total(digest.Lines, digest.Minutes, digest.ValueCents, digest.Excluded);
    }

    private static Task<IReadOnlyList<DigestTotal>> Sums(Tx tx, string digestId) =>
        tx.Read<DigestTotal>("select facet, name, lines, minutes, value_cents from digest_totals where digest_id = @digestId", new { digestId });

    private static Task<IReadOnlyList<SealedPiece>> Pieces(Tx tx, string digestId) =>
        tx.Read<SealedPiece>("select number, contribution_id, piece_id, sha256, link from digest_evidence where digest_id = @digestId order by number", new { digestId });

    private static long Rate(DigestRate r) => Valuation.HourlyRate(r.BaseCents, r.CoefficientMilli, r.ChargeBasisPoints);

    /// <summary>Takes the row under the cursor into the text, and says whether it bears the mark it has there.</summary>
    private static bool BearsItsMark(Cursor row, Digest digest, TextRecords line, CanonicalText text)
    {
        Span<byte> mark = stackalloc byte[CanonicalText.MarkLength];
        text.Line(FrozenLine.Copy(row, digest.TextVersion, line), mark);
        return mark.SequenceEqual(FrozenLine.MarkOf(row, digest.TextVersion));
    }
}
