namespace Ptce.Workspace;

/// <summary>What checking a digest against its own hash found.</summary>
/// <param name="Broken">Null where all is whole; else "line", "rate", "sum", "total", "hash" or "chain": the first place that does not hold.</param>
/// <param name="Number">Of the first broken line.</param>
public sealed record Verdict(Digest Digest, string? Broken, long? Number = null, string? ContributionId = null, string? Detail = null)
{
    public bool Holds => Broken is null;
}

public sealed partial class Digests
{
    /// <summary>Recomputes values, sums and hash from the stored rows alone, and names the first thing that does not hold.</summary>
    /// <exception cref="NotHere">No such digest, or it was never compiled.</exception>
    public Task<Verdict> Verify(string digestId) => db.Snapshot<Verdict>(async tx =>
    {
        var digest = await tx.MaybeOne<Digest>($"select {Columns} from digests where id = @digestId and hash is not null", new { digestId }) ?? throw new NotHere();
        using var text = new CanonicalText();
        var rates = (await tx.Read<DigestRate>($"select {RateReadings} from digest_rates where digest_id = @digestId order by number", new { digestId })).ToDictionary(r => r.Number);
        var tally = new Tally();
        text.Begin(digest.PoleId, digest.FromDay, digest.ToDay);
        long expected = 1;
        var line = new TextRecords();
        await using (var rows = await tx.Scan($"select {FrozenColumns} from digest_lines where digest_id = @digestId order by number", new { digestId }))
            for (; await rows.Next(); expected++)
            {
                if (!BearsItsMark(rows, line, text) || FrozenLine.Figure(line, FrozenLine.Number) != expected || !Sound(line, rates))
                    return new(digest, "line", expected, TextRecords.Read(line.Field(FrozenLine.ContributionId)));
                tally.Add(line);
            }
        foreach (var rate in rates.Values) text.Rate(rate);
        var sums = await tx.Read<DigestTotal>("select facet, name, lines, minutes, value_cents from digest_totals where digest_id = @digestId", new { digestId });
        var wrong = tally.Totals.Except(sums).Concat(sums.Except(tally.Totals)).FirstOrDefault();
        if (wrong is not null) return new(digest, "sum", Detail: $"{wrong.Facet} {wrong.Name}");
        foreach (var sum in tally.Totals) text.Sum(sum);

        var content = text.Total(tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded);
        if ((digest.Lines, digest.Minutes, digest.ValueCents, digest.Excluded) != (tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded))
            return new(digest, "total");
        // Every line bears its mark: what is left to differ is the head, the rates, or lines cut from the end.
        if (content != digest.ContentHash) return new(digest, rates.Values.All(r => r.CentsPerHour == Rate(r)) ? "hash" : "rate");
        if (text.Previous(digest.PreviousHash) != digest.Hash) return new(digest, "hash");
        return digest.Chain is null || digest.PreviousHash == await Before(tx, digest) ? new(digest, null) : new(digest, "chain");
    });

    /// <summary>Every digest of the pole that has a hash, in the order of the chain.</summary>
    public async Task<IReadOnlyList<Verdict>> VerifyAll(Pole pole)
    {
        var verdicts = new List<Verdict>();
        foreach (var id in await db.Read<string>("select id from digests where pole_id = @Id and hash is not null order by coalesce(chain, 1000000000), compiled_at, id", new { pole.Id }))
            verdicts.Add(await Verify(id));
        return verdicts;
    }

    /// <summary>Writes the text that is hashed: <c>sha256sum</c> of it is the digest's hash.</summary>
    public Task WriteText(Digest digest, Stream to) => db.Snapshot(async tx =>
    {
        using var text = new CanonicalText(to);
        await Write(tx, digest, text);
        return text.Previous(digest.PreviousHash);
    });

    /// <summary>Everything but the last record.</summary>
    private static async Task Write(Tx tx, Digest digest, CanonicalText text)
    {
        text.Begin(digest.PoleId, digest.FromDay, digest.ToDay);
        var line = new TextRecords();
        await using (var rows = await tx.Scan($"select {FrozenColumns} from digest_lines where digest_id = @Id order by number", new { digest.Id }))
            while (await rows.Next()) BearsItsMark(rows, line, text);
        foreach (var rate in await tx.Read<DigestRate>($"select {RateReadings} from digest_rates where digest_id = @Id order by number", new { digest.Id })) text.Rate(rate);
        var sums = await tx.Read<DigestTotal>("select facet, name, lines, minutes, value_cents from digest_totals where digest_id = @Id", new { digest.Id });
        foreach (var sum in sums.OrderBy(s => s.Facet, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)) text.Sum(sum);
        text.Total(digest.Lines, digest.Minutes, digest.ValueCents, digest.Excluded);
    }

    private static Task<string?> Before(Tx tx, Digest digest) => tx.MaybeOne<string>(
        "select hash from digests where pole_id = @PoleId and chain = @before", new { digest.PoleId, before = digest.Chain - 1 });

    private static long Rate(DigestRate r) => Valuation.HourlyRate(r.BaseCents, r.CoefficientMilli, r.ChargeBasisPoints);

    /// <summary>Takes the row under the cursor into the text, and says whether it bears the mark it has there.</summary>
    private static bool BearsItsMark(Cursor row, TextRecords line, CanonicalText text)
    {
        Span<byte> mark = stackalloc byte[CanonicalText.MarkLength];
        text.Line(FrozenLine.Copy(row, line), mark);
        return mark.SequenceEqual(FrozenLine.MarkOf(row));
    }

    /// <summary>The value is what the line's own figures give.</summary>
    private static bool Sound(TextRecords line, Dictionary<long, DigestRate> rates)
    {
        var (minutes, value) = (FrozenLine.Figure(line, FrozenLine.Minutes), FrozenLine.Figure(line, FrozenLine.ValueCents));
        if (!FrozenLine.IsAbsent(line, FrozenLine.Reason)) return value == 0;
        if (FrozenLine.Unvalued(line) is not null)
            return value == 0 && FrozenLine.IsAbsent(line, FrozenLine.CentsPerHour) && FrozenLine.IsAbsent(line, FrozenLine.Debit) && FrozenLine.IsAbsent(line, FrozenLine.Credit);
        var rateNumber = FrozenLine.MaybeFigure(line, FrozenLine.RateNumber);
        if (FrozenLine.MaybeFigure(line, FrozenLine.CentsPerHour) is { } rate)
            return value == Valuation.OfTime(minutes, rate) && rates.TryGetValue(rateNumber ?? 0, out var used) && used.CentsPerHour == rate;
        if (rateNumber is not null) return value == 0;
        if (FrozenLine.MaybeFigure(line, FrozenLine.UnitValue) is not { } unit) return false;
        return value == (FrozenLine.MaybeFigure(line, FrozenLine.Quantity) is { } quantity ? Valuation.InKind(quantity, unit) : Valuation.OfTime(minutes, unit));
    }
}
