using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>A line that counts, as a digest's text states it.</summary>
public sealed record SealedLine(string ContributionId, string Day, long Minutes, long ValueCents);

/// <summary>A digest's text in somebody's hands (<see cref="CanonicalText"/>), proved from its own words: no store, no name.</summary>
public sealed class SealedText
{
    // In their order; how many fields each has, its name included, and whether there may be several.
    private static readonly (string Name, int[] Fields, bool Several)[] Shapes =
    [
        ("ptce-digest", [2], false), ("pole", [2], false), ("period", [3], false), ("line", [1 + FrozenLine.Fields(1), 1 + FrozenLine.Fields(CanonicalText.Version)], true), ("evidence", [6], true),
        ("rate", [16], true), ("sum", [6], true), ("total", [5], false), ("previous", [2, 3], false),
    ];

    private readonly Dictionary<long, DigestRate> _rates = [];
    private readonly TextRecords _line = new();
    private readonly Tally _tally = new();
    private readonly HashSet<DigestTotal> _sums = [];
    private string _pole = "";
    private long _version;
    private int _at;

    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; private set; } = "";
    public long Lines => _tally.Lines;
    public long Minutes => _tally.Minutes;
    public long ValueCents => _tally.ValueCents;
    public long Excluded => _tally.Excluded;
    public IReadOnlyCollection<DigestTotal> Sums => _sums;
    public IEnumerable<DigestRate> Rates => _rates.Values;

    private SealedText() { }

    /// <param name="each">Told each line that counts.</param>
    /// <exception cref="Refused">«file» is no digest's text, or says what its own lines do not.</exception>
    public static SealedText Read(string file, Action<SealedLine>? each = null)
    {
        Refused.If(!File.Exists(file), "file", "csv.no_file", file);
        var text = new SealedText();
        try
        {
            text.Take(file, each ?? (_ => { }));
            return text;
        }
        catch (Exception e) when (e is FormatException or OverflowException or DecoderFallbackException or ArgumentException) { throw text.NotOne(); }
    }

    private Refused NotOne() => new("file", "digests.proof.not_one", _at);

    private void Take(string file, Action<SealedLine> each)
    {
        using (var bytes = File.OpenRead(file)) Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        // The rates stand after the lines that use them.
        foreach (var fields in Records(file).Where(f => f[0] == "rate")) TakeRate(fields);
        using var said = new CanonicalText();
        var (total, hash) = ((0L, 0L, 0L, 0L), "");
        foreach (var f in Records(file))
            switch (f[0])
            {
                case "ptce-digest": _version = Number(f[1]); break;
                case "pole": _pole = f[1]!; break;
                case "period": (From, To) = (Day(f[1])!.Value, Day(f[2])!.Value); said.Begin(_version, _pole, From, To); break;
                case "line": TakeLine(f, said, each); break;
                case "evidence": said.Evidence(Number(f[1]), new() { ContributionId = f[2]!, PieceId = f[3]!, Sha256 = f[4], Link = f[5] }); break;
                case "rate": said.Rate(_rates[Number(f[1])]); break;
                case "sum": TakeSum(new(f[1]!, f[2]!, Number(f[3]), Number(f[4]), Number(f[5])), said); break;
                case "total": total = (Number(f[1]), Number(f[2]), Number(f[3]), Number(f[4])); said.Total(total.Item1, total.Item2, total.Item3, total.Item4); break;
                case "previous": hash = said.Previous(f[1] is null ? null : new(f[1]!, f.Length > 2 ? f[2] : null)); break;
            }
        var wrong = _tally.Totals.Except(_sums).Concat(_sums.Except(_tally.Totals)).FirstOrDefault();
        Refused.If(wrong is not null, "file", "digests.proof.sum", $"{wrong?.Facet} {wrong?.Name}");
        Refused.If(total != (Lines, Minutes, ValueCents, Excluded), "file", "digests.proof.sum", "total");
        if (hash != Hash) throw NotOne(); // it says more, or in another way, than a digest's text does
    }

    private IEnumerable<string?[]> Records(string file)
    {
        _at = 0;
        var place = -1; // among the shapes, of the record before
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        while (reader.ReadLine() is { } record)
        {
            _at++;
            var fields = record.Split('\t');
            var shape = Array.FindIndex(Shapes, s => s.Name == fields[0]);
            if (shape < 0 || !Shapes[shape].Fields.Contains(fields.Length) || shape < place || (shape == place && !Shapes[shape].Several)) throw NotOne();
            place = shape;
            yield return [fields[0], .. fields.Skip(1).Select(f => TextRecords.Read(Encoding.UTF8.GetBytes(f)))];
        }
    }

    private void TakeLine(string?[] fields, CanonicalText said, Action<SealedLine> each)
    {
        if (fields.Length != FrozenLine.Fields(_version) + 1) throw NotOne();
        _line.Clear();
        _line.Begin(default);
        foreach (var field in fields.Skip(1)) _line.Add(field);
        Span<byte> mark = stackalloc byte[CanonicalText.MarkLength];
        said.Line(_line.End(), mark);
        if (FrozenLine.Figure(_line, FrozenLine.Number) != _tally.All + 1 || !FrozenLine.IsSound(_line, _rates)) throw NotOne();
        _tally.Add(_line);
        if (FrozenLine.IsAbsent(_line, FrozenLine.Reason)) each(new(fields[2]!, fields[3]!, Number(fields[8]), Number(fields[14])));
    }

    private void TakeRate(string?[] f)
    {
        var rate = new DigestRate(Number(f[1]), f[2]!, f[3]!, Number(f[4]), Number(f[5]), Number(f[6]), Number(f[7]), Day(f[8]), f[9], f[10], f[11], f[12]!, f[13], Day(f[14]), f[15]);
        if (!_rates.TryAdd(rate.Number, rate) || rate.CentsPerHour != Valuation.HourlyRate(rate.BaseCents, rate.CoefficientMilli, rate.ChargeBasisPoints)) throw NotOne();
    }

    private void TakeSum(DigestTotal sum, CanonicalText said)
    {
        said.Sum(sum);
        if (!_sums.Add(sum)) throw NotOne();
    }

    private static long Number(string? text) => long.Parse(text!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
