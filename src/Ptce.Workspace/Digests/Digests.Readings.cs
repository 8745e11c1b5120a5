namespace Ptce.Workspace;

public sealed partial class Digests
{
    private static readonly string FrozenColumns = TextColumns(version: 1);

    /// <summary>A line as a text of this version has it, and its mark.</summary>
    private static string TextColumns(long version) => string.Join(", ", FrozenLine.Columns.Take(FrozenLine.Fields(version)).Append("mark"));

    private const string RateReadings = """
        number, kind, method, base_cents, coefficient_milli, charge_basis_points, cents_per_hour, since_day,
        level, debit, credit, source, adopted_by, adopted_on, minutes_reference
        """;

    /// <summary>The sums of a digest the caller has read by <see cref="One"/>.</summary>
    public Task<IReadOnlyList<DigestTotal>> Totals(Digest digest) => db.Read<DigestTotal>("""
        select facet, name, lines, minutes, value_cents from digest_totals where digest_id = @Id order by facet, minutes desc, value_cents desc, name
        """, new { digest.Id });

    /// <summary>The rates that were used.</summary>
    public Task<IReadOnlyList<DigestRate>> RatesUsed(Digest digest) => db.Read<DigestRate>(
        $"select {RateReadings} from digest_rates where digest_id = @Id order by number", new { digest.Id });

    /// <summary>The votes of the present round, in their order.</summary>
    public Task<IReadOnlyList<DigestVote>> Votes(Digest digest) => db.Read<DigestVote>("""
        select person_id, voice, answer, hash, at from digest_votes where digest_id = @Id and round = @Round order by at, person_id
        """, new { digest.Id, digest.Round });

    /// <summary>The address of a digest.</summary>
    /// <param name="values">False: in quantities alone.</param>
    public static string PageOf(Actor actor, string id, bool values = true) => $"/p/{actor.PoleSlug}/bilans/{id}{(values ? "" : "?valeurs=non")}";

    /// <summary>The address of the lines behind a figure.</summary>
    /// <param name="facet">As in <see cref="Lines(Digest, string?, string?, long, int)"/>.</param>
    public static string LinesOf(Actor actor, string id, string? facet = null, string name = "", bool values = true, long after = 0)
    {
        string[] parts = [.. facet is null ? Array.Empty<string>() : [$"{facet}={Uri.EscapeDataString(name)}"], .. values ? Array.Empty<string>() : ["valeurs=non"], .. after == 0 ? Array.Empty<string>() : [$"apres={after}"]];
        return $"/p/{actor.PoleSlug}/bilans/{id}/lignes{(parts.Length == 0 ? "" : "?")}{string.Join('&', parts)}";
    }

    /// <summary>The lines behind a figure.</summary>
    /// <param name="facet">kind, account, giver, receiver, reason, unvalued; null for every line that counts.</param>
    /// <param name="after">Number of the last line already seen.</param>
    public Task<IReadOnlyList<DigestLine>> Lines(Digest digest, string? facet = null, string? name = null, long after = 0, int most = 200)
    {
        var which = facet switch
        {
            null => "reason is null",
            "kind" => "reason is null and kind = @name",
            "account" => "reason is null and (debit = @name or credit = @name)",
            "giver" => "reason is null and organisation_id = @name",
            "receiver" => "reason is null and coalesce(beneficiary_id, '') = @name",
            "reason" => "reason is not null and (reason = @name or @name = '')",
            "unvalued" when name == DigestLine.NoRate => "reason is null and rate_number is null and kind in @times",
            "unvalued" => "reason is null and unit_value_cents is null and kind not in @times",
            _ => throw new NotHere(),
        };
        return db.Read<DigestLine>($"""
            select {FrozenColumns} from digest_lines
            where digest_id = @Id and number > @after and {which}
            order by number limit @most
            """, new { digest.Id, after, name = name ?? "", most, times = Rates.Kinds.ToArray() });
    }

    /// <summary>Names of people are for those who may read every line, for the person's own organisation, and for the person.</summary>
    public bool MaySeePerson(Actor actor, DigestLine line) =>
        actor.May(Act.ReadAllContributions) || line.PersonId == actor.PersonId || (line.OrganisationId == actor.OrganisationId && actor.May(Act.ReadPole));

    /// <summary>Whether the line's own page opens to the actor: figures are for every reader of the digest, the line behind them for those it concerns.</summary>
    public bool MayOpen(Actor actor, DigestLine line) => MaySeePerson(actor, line) || (line.BeneficiaryId == actor.OrganisationId && actor.May(Act.ReadPole));

    /// <summary>Every line, those left out too, one at a time.</summary>
    internal static IAsyncEnumerable<DigestLine> AllLines(Tx tx, string digestId) =>
        tx.Stream<DigestLine>($"select {FrozenColumns} from digest_lines where digest_id = @digestId order by number", new { digestId });
}
