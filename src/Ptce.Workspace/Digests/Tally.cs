namespace Ptce.Workspace;

/// <summary>The running sums of a digest: of rounded values, so that every page adds up.</summary>
public sealed class Tally
{
    private sealed class Sum
    {
        public long Lines, Minutes, Cents;
    }

    private readonly Dictionary<(string Facet, string Name), Sum> _sums = [];

    public long Lines { get; private set; }
    public long Minutes { get; private set; }
    public long ValueCents { get; private set; }
    public long Excluded { get; private set; }

    public void Add(DigestLine line)
    {
        if (line.Reason is { } reason)
        {
            Excluded++;
            Add("reason", reason, line);
            return;
        }
        Lines++;
        Minutes += line.Minutes;
        ValueCents += line.ValueCents;
        Add("kind", line.Kind, line);
        Add("giver", line.OrganisationId, line);
        Add("receiver", line.BeneficiaryId ?? "", line);
        Add("flow", $"{line.OrganisationId}>{line.BeneficiaryId}", line);
        if (line.Unvalued is { } why) Add("unvalued", why, line);
        if (line.Debit is null) return;
        Add("account", line.Debit, line);
        Add("account", line.Credit!, line);
    }

    private void Add(string facet, string name, DigestLine line)
    {
        if (!_sums.TryGetValue((facet, name), out var sum)) _sums[(facet, name)] = sum = new();
        sum.Lines++;
        sum.Minutes += line.Minutes;
        sum.Cents += line.ValueCents;
    }

    /// <summary>By facet, then name, in the order of their bytes: part of the hashed text.</summary>
    public IEnumerable<DigestTotal> Totals => _sums
        .OrderBy(s => s.Key.Facet, StringComparer.Ordinal).ThenBy(s => s.Key.Name, StringComparer.Ordinal)
        .Select(s => new DigestTotal(s.Key.Facet, s.Key.Name, s.Value.Lines, s.Value.Minutes, s.Value.Cents));
}
