using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>A line that an approved digest counts already, with the rate it had there.</summary>
internal sealed record FrozenBefore(DigestLine Line, DigestRate? Rate);

/// <summary>A digest in the making: takes the ledger line by line, values each, writes it down as it is frozen, hashes it and adds it up.</summary>
/// <remarks>Made for millions: what a kind is worth is decided once a day, and a line is bytes from the ledger to the digest.</remarks>
internal sealed class Freezing(Digest asked, RateGrid grid, CanonicalText text)
{
    private static readonly byte[] Validated = Encoding.UTF8.GetBytes(States.Validated);

    private readonly byte[] _id = Encoding.UTF8.GetBytes(asked.Id);
    private readonly Dictionary<byte[], Worth> _worth = new(new SameBytes());
    private byte[] _today = [];
    private DateOnly _day;

    public Tally Tally { get; } = new();
    public UsedRates Used { get; } = new();

    /// <summary>What proves the lines.</summary>
    public List<SealedPiece> Evidence { get; } = [];

    /// <summary>Freezes the line under the cursor; lines come by day.</summary>
    /// <param name="taken">What the line takes back, where an approved digest counts it.</param>
    /// <returns>False where the line is none of this digest's: it came late, and is still not countable.</returns>
    public bool Add(Cursor line, FrozenBefore? taken, TextRecords to)
    {
        if (!line[LedgerLine.Day].SequenceEqual(_today)) Turn(line[LedgerLine.Day]);
        var minutes = line.Number(LedgerLine.Minutes);
        var (quantity, unitValue) = (line.MaybeNumber(LedgerLine.QuantityMilli), line.MaybeNumber(LedgerLine.UnitValueCents));
        var worth = Appraise(line, taken, minutes, quantity, unitValue);
        if (worth.Reason is not null && _day < asked.FromDay) return false;

        to.Begin(_id);
        to.Add(Tally.All + 1);
        to.Add(line, LedgerLine.Id);
        to.Add(line, LedgerLine.Day);
        to.Add(line, LedgerLine.PersonId);
        to.Add(line, LedgerLine.OrganisationId);
        to.Add(line, LedgerLine.BeneficiaryId);
        to.Add(line, LedgerLine.Kind);
        to.Add(minutes);
        to.Add(quantity);
        to.Add(line, LedgerLine.Unit);
        to.Add(worth.UnitValueCents ?? unitValue);
        to.Add(worth.RateNumber);
        to.Add(worth.CentsPerHour);
        to.Add(worth.ValueCents ?? worth.Of!.Cents(minutes, quantity, unitValue));
        to.Add(worth.Debit, isNull: worth.Debit is null);
        to.Add(worth.Credit, isNull: worth.Credit is null);
        to.Add(line, LedgerLine.ReversesId);
        to.Add(worth.Reason, isNull: worth.Reason is null);
        AddWords(line, counts: worth.Reason is null, to);
        Span<byte> mark = stackalloc byte[CanonicalText.MarkLength];
        text.Line(to.End(), mark);
        Tally.Add(to);
        to.Extend(mark);
        return true;
    }

    /// <summary>What a line that counts says besides its figures; nothing of one that is left out, which may still change.</summary>
    private static void AddWords(Cursor line, bool counts, TextRecords to)
    {
        if (!counts)
        {
            for (var i = 0; i < FrozenLine.Words.Length; i++) to.Add(default, isNull: true);
            return;
        }
        to.Add(line, LedgerLine.People);
        if (line.IsNull(LedgerLine.Activity) || SealedWords.IsCode(line[LedgerLine.Activity])) to.Add(line, LedgerLine.Activity);
        else AddSealed(line, LedgerLine.Id, LedgerLine.Activity, to);
        to.Add(line, LedgerLine.Starts);
        to.Add(line, LedgerLine.Ends);
        if (line.IsNull(LedgerLine.Note)) to.Add(line, LedgerLine.Note);
        else AddSealed(line, LedgerLine.NoteSalt, LedgerLine.Note, to);
        to.Add(line, LedgerLine.ConfirmedBy);
        to.Add(line, LedgerLine.ValidatedBy);
    }

    private static void AddSealed(Cursor line, int salt, int words, TextRecords to)
    {
        Span<byte> seal = stackalloc byte[SealedWords.Length];
        SealedWords.Write(line[salt], line[words], seal);
        to.Add(seal);
    }

    private Worth Appraise(Cursor line, FrozenBefore? taken, long minutes, long? quantity, long? unitValue)
    {
        if (!line[LedgerLine.State].SequenceEqual(Validated)) return Worth.Out(line[LedgerLine.State].ToArray());
        // A line that takes one of an approved digest back takes back its very cents, whatever was adopted since.
        if (taken is not null && taken.Line.Minutes == -minutes && taken.Line.QuantityMilli == -quantity) return Worth.Reversing(taken, Used.Number(taken.Rate));
        var kinds = _worth.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!kinds.TryGetValue(line[LedgerLine.Kind], out var worth))
            kinds[line[LedgerLine.Kind]] = worth = Worth.Is(Appraisal.Of(Encoding.UTF8.GetString(line[LedgerLine.Kind]), _day, grid), Used);
        return unitValue is null && worth.Of is { IsInKind: true } ? Worth.QuantityAlone : worth;
    }

    private void Turn(ReadOnlySpan<byte> day)
    {
        _today = day.ToArray();
        _day = DateOnly.ParseExact(Encoding.UTF8.GetString(day), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _worth.Clear();
    }

    /// <summary>An appraisal as the bytes that are written. <see cref="ValueCents"/> where it is known without the line's own figures, else by <see cref="Of"/>.</summary>
    private sealed record Worth(byte[]? Reason, Appraisal? Of, long? RateNumber, long? CentsPerHour, long? UnitValueCents, long? ValueCents, byte[]? Debit, byte[]? Credit)
    {
        public static readonly Worth QuantityAlone = new(null, Appraisal.QuantityAlone, null, null, null, null, null, null);

        public static Worth Out(byte[] reason) => new(reason, null, null, null, null, 0, null, null);

        public static Worth Is(Appraisal of, UsedRates used) => of.Reason is not null ? Out(Bytes(of.Reason)!)
            : new(null, of, used.Number(of.Rate), of.CentsPerHour, null, null, Bytes(of.Accounts?.Debit), Bytes(of.Accounts?.Credit));

        public static Worth Reversing(FrozenBefore taken, long? rateNumber) =>
            new(null, null, rateNumber, taken.Line.CentsPerHour, taken.Line.UnitValueCents, -taken.Line.ValueCents, Bytes(taken.Line.Debit), Bytes(taken.Line.Credit));

        private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
    }
}

/// <summary>The rates a digest used, numbered as they were first needed.</summary>
internal sealed class UsedRates
{
    private readonly Dictionary<DigestRate, long> _numbers = [];

    public long? Number(DigestRate? rate)
    {
        if (rate is null) return null;
        var content = rate with { Number = 0 };
        if (!_numbers.TryGetValue(content, out var number)) _numbers[content] = number = _numbers.Count + 1;
        return number;
    }

    public IEnumerable<DigestRate> All => _numbers.OrderBy(r => r.Value).Select(r => r.Key with { Number = r.Value });
}
