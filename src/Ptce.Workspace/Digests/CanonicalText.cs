using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>The text whose SHA-256 is a digest's hash. Whoever has the text can check it with <c>sha256sum</c> alone.</summary>
/// <remarks>
/// UTF-8, one record a line, each ended by LF; fields separated by TAB; an absent value is "-"; numbers are whole, in minutes, cents,
/// thousandths (quantities, coefficients) and ten-thousandths (t); days are ISO; in texts \ TAB LF CR are written \\ \t \n \r, and a text "-" is \-.
/// <code>
/// ptce-digest  1
/// pole      id
/// period    first day   last day
/// line      number  contribution  day  person  organisation  beneficiary  kind  minutes  quantity  unit  unit value
///           rate number  rate per hour  value  debit  credit  line reversed  reason for leaving out        (one per line, by number)
/// rate      number  kind  method  base  coefficient  t  rate per hour  since  level  debit  credit  source  body  day  minutes   (by number)
/// sum       facet  name  lines  minutes  value                                     (by facet, then name, in the order of their bytes;
///           facets: account flow giver kind reason receiver unvalued)
/// total     lines  minutes  value  left out
/// previous  hash of the digest approved before
/// </code>
/// People appear by id alone: erasing a name leaves the hash as it is. The mark of a line is the first 16 hex digits of the SHA-256 of
/// everything up to and with it, so that a change is found where it was made.
/// </remarks>
public sealed class CanonicalText(Stream? copy = null) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder _record = new();
    private byte[] _bytes = new byte[1024];

    public void Begin(string poleId, DateOnly from, DateOnly to)
    {
        Write("ptce-digest", "1");
        Write("pole", poleId);
        Write("period", Day(from), Day(to));
    }

    /// <returns>The mark of the line.</returns>
    public string Line(DigestLine l)
    {
        Write("line", Number(l.Number), l.ContributionId, Day(l.Day), l.PersonId, l.OrganisationId, l.BeneficiaryId, l.Kind, Number(l.Minutes),
            Number(l.QuantityMilli), l.Unit, Number(l.UnitValueCents), Number(l.RateNumber), Number(l.CentsPerHour), Number(l.ValueCents),
            l.Debit, l.Credit, l.ReversesId, l.Reason);
        return Current()[..16];
    }

    public void Rate(DigestRate r) => Write("rate", Number(r.Number), r.Kind, r.Method, Number(r.BaseCents), Number(r.CoefficientMilli), Number(r.ChargeBasisPoints),
        Number(r.CentsPerHour), Day(r.SinceDay), r.Level, r.Debit, r.Credit, r.Source, r.AdoptedBy, Day(r.AdoptedOn), r.MinutesReference);

    public void Sum(DigestTotal t) => Write("sum", t.Facet, t.Name, Number(t.Lines), Number(t.Minutes), Number(t.ValueCents));

    /// <returns>The hash of the content: the same lines, rates and sums have the same, whatever came before in the chain.</returns>
    public string Total(long lines, long minutes, long valueCents, long excluded)
    {
        Write("total", Number(lines), Number(minutes), Number(valueCents), Number(excluded));
        return Current();
    }

    /// <returns>The hash of the digest.</returns>
    public string Previous(string? hash)
    {
        Write("previous", hash);
        return Current();
    }

    private string Current()
    {
        Span<byte> hash = stackalloc byte[32];
        _hash.GetCurrentHash(hash);
        return Convert.ToHexStringLower(hash);
    }

    private void Write(string record, params ReadOnlySpan<string?> fields)
    {
        _record.Clear().Append(record);
        foreach (var field in fields)
        {
            _record.Append('\t');
            if (field is null) _record.Append('-');
            else if (field == "-") _record.Append("\\-");
            else if (field.AsSpan().IndexOfAny("\\\t\n\r") < 0) _record.Append(field);
            else _record.Append(field.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r"));
        }
        _record.Append('\n');
        var most = Encoding.UTF8.GetMaxByteCount(_record.Length);
        if (_bytes.Length < most) _bytes = new byte[most];
        var length = 0;
        foreach (var chunk in _record.GetChunks()) length += Encoding.UTF8.GetBytes(chunk.Span, _bytes.AsSpan(length));
        _hash.AppendData(_bytes, 0, length);
        copy?.Write(_bytes, 0, length);
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Dispose() => _hash.Dispose();
}
