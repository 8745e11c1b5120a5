using System.Globalization;
using System.Security.Cryptography;

namespace Ptce.Workspace;

/// <summary>The text whose SHA-256 is a digest's hash. Whoever has the text can check it with <c>sha256sum</c> alone.</summary>
/// <remarks>
/// UTF-8, one record a line, each ended by LF; fields separated by TAB; an absent value is "-"; numbers are whole, in minutes, cents,
/// thousandths (quantities, coefficients) and ten-thousandths (t); days are ISO; in texts \ TAB LF CR are written \\ \t \n \r, and a text "-" is \-.
/// <code>
/// ptce-digest  version
/// pole      id
/// period    first day   last day
/// line      number  contribution  day  person  organisation  beneficiary  kind  minutes  quantity  unit  unit value
///           rate number  rate per hour  value  debit  credit  line reversed  reason for leaving out
///           people  activity (code or seal)  starts  ends  seal of the note  confirmed by  validated by     (one per line, by number; the last seven from version 2 on)
/// evidence  number  contribution  piece  SHA-256 of the file  link                  (by number; where there is evidence)
/// rate      number  kind  method  base  coefficient  t  rate per hour  since  level  debit  credit  source  body  day  minutes   (by number)
/// sum       facet  name  lines  minutes  value                                     (by facet, then name, in the order of their bytes;
///           facets: account flow giver kind reason receiver unvalued)
/// total     lines  minutes  value  left out
/// previous  hash of the digest approved before  seal of its approval                (the seal where it has one)
/// </code>
/// People appear by id alone: erasing a name leaves the hash as it is. What people wrote appears by its seal (<see cref="SealedWords"/>):
/// a note that is emptied with its salt is forgotten, and the hash stays. The sentence that was typed is dropped after 30 days and stands in no text.
/// Of lines that were left out nothing is said but their figures: they may still change. A digest keeps the version it was compiled in. The mark of a line is the first 16 hex digits of the SHA-256 of
/// everything up to and with it, so that a change is found where it was made.
/// </remarks>
public sealed class CanonicalText(Stream? copy = null) : IDisposable
{
    public const long Version = 2; // of what is compiled from now on
    public const int MarkLength = 16; // hex digits

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly TextRecords _record = new();
    private byte[] _written = [];

    public void Begin(long version, string poleId, DateOnly from, DateOnly to)
    {
        Write("ptce-digest"u8, Number(version));
        Write("pole"u8, poleId);
        Write("period"u8, from.Iso(), to.Iso());
    }

    /// <param name="fields">As <see cref="FrozenLine"/> writes them, each after its TAB, with the LF.</param>
    /// <param name="mark">Takes the mark of the line, <see cref="MarkLength"/> bytes.</param>
    public void Line(ReadOnlySpan<byte> fields, Span<byte> mark)
    {
        Write("line"u8, fields);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetCurrentHash(hash);
        Convert.TryToHexStringLower(hash[..(MarkLength / 2)], mark, out _);
    }

    public void Evidence(long number, SealedPiece p) => Write("evidence"u8, Number(number), p.ContributionId, p.PieceId, p.Sha256, p.Link);

    public void Rate(DigestRate r) => Write("rate"u8, Number(r.Number), r.Kind, r.Method, Number(r.BaseCents), Number(r.CoefficientMilli), Number(r.ChargeBasisPoints),
        Number(r.CentsPerHour), r.SinceDay?.Iso(), r.Level, r.Debit, r.Credit, r.Source, r.AdoptedBy, r.AdoptedOn?.Iso(), r.MinutesReference);

    public void Sum(DigestTotal t) => Write("sum"u8, t.Facet, t.Name, Number(t.Lines), Number(t.Minutes), Number(t.ValueCents));

    /// <returns>The hash of the content: the same lines, rates and sums have the same, whatever came before in the chain.</returns>
    public string Total(long lines, long minutes, long valueCents, long excluded)
    {
        Write("total"u8, Number(lines), Number(minutes), Number(valueCents), Number(excluded));
        return Current();
    }

    /// <returns>The hash of the digest.</returns>
    public string Previous(Approved? before)
    {
        if (before?.Seal is { Length: > 0 } seal) Write("previous"u8, before.Hash, seal);
        else Write("previous"u8, before?.Hash);
        return Current();
    }

    private string Current() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private void Write(ReadOnlySpan<byte> name, params ReadOnlySpan<string?> fields)
    {
        _record.Clear();
        _record.Begin(name);
        foreach (var field in fields) _record.Add(field);
        Write(name, _record.End());
    }

    private void Write(ReadOnlySpan<byte> name, ReadOnlySpan<byte> fields)
    {
        // One call of the hash a record.
        if (_written.Length < name.Length + fields.Length) _written = new byte[2 * (name.Length + fields.Length)];
        name.CopyTo(_written);
        fields.CopyTo(_written.AsSpan(name.Length));
        var record = _written.AsSpan(0, name.Length + fields.Length);
        _hash.AppendData(record);
        copy?.Write(record);
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _hash.Dispose();
}
