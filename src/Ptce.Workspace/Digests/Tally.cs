namespace Ptce.Workspace;

/// <summary>The running sums of a digest: of rounded values, so that every page adds up.</summary>
/// <remarks>Lines are added up by what they have in common, as the bytes they are written in; the sums of each facet are made of these at the end.</remarks>
internal sealed class Tally
{
    private readonly Groups _flows = new(), _accounts = new(), _reasons = new(), _unvalued = new();

    public long Lines { get; private set; }
    public long Minutes { get; private set; }
    public long ValueCents { get; private set; }
    public long Excluded { get; private set; }

    /// <summary>Lines that count and lines that were left out.</summary>
    public long All => Lines + Excluded;

    public void Add(TextRecords line)
    {
        var (minutes, cents) = (FrozenLine.Figure(line, FrozenLine.Minutes), FrozenLine.Figure(line, FrozenLine.ValueCents));
        if (!FrozenLine.IsAbsent(line, FrozenLine.Reason))
        {
            Excluded++;
            _reasons.Add(line.Field(FrozenLine.Reason), minutes, cents);
            return;
        }
        Lines++;
        Minutes += minutes;
        ValueCents += cents;
        _flows.Add(line.Fields(FrozenLine.Giver, FrozenLine.Kind), minutes, cents);
        if (FrozenLine.Unvalued(line) is { } why) _unvalued.Add(why, minutes, cents);
        if (!FrozenLine.IsAbsent(line, FrozenLine.Debit)) _accounts.Add(line.Fields(FrozenLine.Debit, FrozenLine.Credit), minutes, cents);
    }

    /// <summary>By facet, then name, in the order of their bytes: part of the hashed text.</summary>
    public IEnumerable<DigestTotal> Totals => Facets()
        .GroupBy(f => (f.Facet, f.Name), f => f.Sum)
        .OrderBy(g => g.Key.Facet, StringComparer.Ordinal).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
        .Select(g => new DigestTotal(g.Key.Facet, g.Key.Name, g.Sum(s => s.Lines), g.Sum(s => s.Minutes), g.Sum(s => s.Cents)));

    private IEnumerable<(string Facet, string Name, Sum Sum)> Facets()
    {
        foreach (var (names, sum) in _flows.All)
        {
            var (giver, receiver, kind) = (names[0]!, names[1] ?? "", names[2]!);
            yield return ("giver", giver, sum);
            yield return ("receiver", receiver, sum);
            yield return ("flow", $"{giver}>{receiver}", sum);
            yield return ("kind", kind, sum);
        }
        foreach (var (names, sum) in _accounts.All)
            foreach (var account in names) yield return ("account", account!, sum);
        foreach (var (names, sum) in _reasons.All) yield return ("reason", names[0]!, sum);
        foreach (var (names, sum) in _unvalued.All) yield return ("unvalued", names[0]!, sum);
    }

    private sealed class Sum
    {
        public long Lines, Minutes, Cents;
    }

    private sealed class Groups
    {
        private readonly Dictionary<byte[], Sum> _sums = new(new SameBytes());

        public void Add(ReadOnlySpan<byte> fields, long minutes, long cents)
        {
            var sums = _sums.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (!sums.TryGetValue(fields, out var sum)) sums[fields] = sum = new();
            sum.Lines++;
            sum.Minutes += minutes;
            sum.Cents += cents;
        }

        public IEnumerable<(string?[] Names, Sum Sum)> All => _sums.Select(s => (Read(s.Key), s.Value));

        private static string?[] Read(ReadOnlySpan<byte> fields)
        {
            var names = new List<string?>();
            foreach (var field in fields.Split((byte)'\t')) names.Add(TextRecords.Read(fields[field]));
            return [.. names];
        }
    }
}
