namespace Ptce.Workspace;

/// <summary>Which of a digest's lines that count: every part is optional and narrows. Lines that were left out are never among them.</summary>
/// <param name="Kind">One, or several with "," between.</param>
/// <param name="Account">Debits or credits, one or several with "," between; "-" for what is not booked.</param>
/// <param name="Giver">One, or several with "," between.</param>
/// <param name="Receiver">One, or several with "," between; "" for the pole itself.</param>
/// <param name="Day">A month, "2026-03", or one day of it, "2026-03-02".</param>
public sealed record DigestCut(
    string? Kind = null, string? Account = null, string? Giver = null, string? Receiver = null, string? Person = null, string? Day = null);

/// <summary>What lines that have all this in common add up to.</summary>
public sealed record DigestSum
{
    public required string Kind { get; init; }
    public string? Debit { get; init; }
    public string? Credit { get; init; }
    public required string OrganisationId { get; init; }

    /// <summary>Null: the pole itself.</summary>
    public string? BeneficiaryId { get; init; }
    public string? Unit { get; init; }
    public long Lines { get; init; }
    public long Minutes { get; init; }
    public long QuantityMilli { get; init; }
    public long ValueCents { get; init; }

    public bool IsTime => Kinds.IsTime(Kind);
}

/// <summary>What one month of a digest adds up to, "2026-03".</summary>
public sealed record DigestMonth
{
    public required string Month { get; init; }
    public long Lines { get; init; }
    public long Minutes { get; init; }
    public long ValueCents { get; init; } // properties and no constructor: sums over no line have no type on SQLite
}

public sealed partial class Digests
{
    private const string OfCut = """
        digest_id = @Id and reason is null
        and (@Kind is null or replace(@Kind, ',' || kind || ',', '') <> @Kind)
        and (@Account is null or replace(@Account, ',' || coalesce(debit, '-') || ',', '') <> @Account or replace(@Account, ',' || coalesce(credit, '-') || ',', '') <> @Account)
        and (@Giver is null or replace(@Giver, ',' || organisation_id || ',', '') <> @Giver)
        and (@Receiver is null or replace(@Receiver, ',' || coalesce(beneficiary_id, '-') || ',', '') <> @Receiver)
        and (@Person is null or person_id = @Person) and (@Day is null or substr(day, 1, length(@Day)) = @Day)
        """;

    private static object Of(Digest digest, DigestCut cut, long after = 0, int most = 0) =>
        new { digest.Id, Kind = Among(cut.Kind), Account = Among(cut.Account), Giver = Among(cut.Giver), Receiver = Among(cut.Receiver is "" ? "-" : cut.Receiver), cut.Person, cut.Day, after, most };

    // ",a,b,": a name is among them when taking ",name," out changes the text.
    private static string? Among(string? names) => names is null ? null : "," + names.Replace(",", ",,") + ",";

    /// <summary>The lines of a cut, by number.</summary>
    public Task<IReadOnlyList<DigestLine>> Lines(Digest digest, DigestCut cut, long after = 0, int most = 200) => db.Read<DigestLine>(
        $"select {FrozenColumns} from digest_lines where {OfCut} and number > @after order by number limit @most", Of(digest, cut, after, most));

    /// <summary>What the lines of a cut add up to.</summary>
    public Task<DigestTotal> Sum(Digest digest, DigestCut cut) => db.One<DigestTotal>($"""
        select 'cut' as facet, '' as name, count(*) as lines, cast(coalesce(sum(minutes), 0) as bigint) as minutes, cast(coalesce(sum(value_cents), 0) as bigint) as value_cents
        from digest_lines where {OfCut}
        """, Of(digest, cut));

    /// <summary>The lines that count, added up by all that a pack may group them by.</summary>
    public Task<IReadOnlyList<DigestSum>> Sums(Digest digest) => db.Read<DigestSum>("""
        select kind, debit, credit, organisation_id, beneficiary_id, unit, count(*) as lines, cast(sum(minutes) as bigint) as minutes,
               cast(coalesce(sum(quantity_milli), 0) as bigint) as quantity_milli, cast(sum(value_cents) as bigint) as value_cents
        from digest_lines where digest_id = @Id and reason is null
        group by kind, debit, credit, organisation_id, beneficiary_id, unit
        order by kind, debit, credit, organisation_id, beneficiary_id, unit
        """, new { digest.Id });

    public Task<IReadOnlyList<DigestMonth>> Months(Digest digest) => db.Read<DigestMonth>("""
        select substr(day, 1, 7) as month, count(*) as lines, cast(sum(minutes) as bigint) as minutes, cast(sum(value_cents) as bigint) as value_cents
        from digest_lines where digest_id = @Id and reason is null group by substr(day, 1, 7) order by 1
        """, new { digest.Id });

    /// <summary>Économie réalisée par les achats groupés, in cents: an indicator, never among the values. Null where nobody bought together.</summary>
    public async Task<long?> Savings(Digest digest)
    {
        var lines = await db.Read<DigestLine>($"select {FrozenColumns} from digest_lines where digest_id = @Id and reason = 'indicator' order by number", new { digest.Id });
        return lines.Count == 0 ? null : lines.Sum(l => l is { QuantityMilli: { } quantity, UnitValueCents: { } saved } ? Valuation.InKind(quantity, saved) : 0);
    }

    /// <summary>How many people gave time.</summary>
    public Task<long> People(Digest digest) =>
        db.One<long>("select count(distinct person_id) from digest_lines where digest_id = @Id and reason is null and minutes > 0", new { digest.Id });
}
