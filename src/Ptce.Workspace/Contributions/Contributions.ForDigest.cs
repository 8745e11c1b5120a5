namespace Ptce.Workspace;

/// <summary>A line as the digest reads it: ids and figures, no names and no text of a person's.</summary>
/// <param name="Minutes">Negative, like the quantity, on a line that takes another back.</param>
/// <param name="QuantityMilli">Thousandths of the unit.</param>
/// <param name="ReversesId">The line this one takes back.</param>
public sealed record LedgerLine(
    string Id, string? PersonId, string OrganisationId, string? BeneficiaryId, string Kind, DateOnly Day, long Minutes,
    long? QuantityMilli, string? Unit, long? UnitValueCents, string State, string? ReversesId);

public sealed partial class Contributions
{
    private const string ForDigestColumns =
        "id, person_id, organisation_id, beneficiary_id, kind, day, minutes, quantity_milli, unit, unit_value_cents, state, reverses_id";

    /// <summary>Every line of the period but the cancelled ones, by day, one at a time: a ledger may be longer than memory.</summary>
    internal static IAsyncEnumerable<LedgerLine> ForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => tx.Stream<LedgerLine>($"""
        select {ForDigestColumns} from contributions
        where pole_id = @poleId and day >= @from and day <= @to and state <> 'cancelled'
        order by day, id
        """, new { poleId, from, to });

    /// <summary>The lines of the period that are validated and stand in no approved digest, by day.</summary>
    internal static IAsyncEnumerable<LedgerLine> LateForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => tx.Stream<LedgerLine>($"""
        select {ForDigestColumns} from contributions
        where pole_id = @poleId and state = 'validated' and day >= @from and day <= @to
        order by day, id
        """, new { poleId, from, to });

    /// <summary>How many lines the period holds, to say how far a reading is.</summary>
    internal static Task<long> CountForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => tx.One<long>(
        "select count(*) from contributions where pole_id = @poleId and day >= @from and day <= @to", new { poleId, from, to });

    /// <summary>Whether a validated line of the period stands in no approved digest yet.</summary>
    internal static async Task<bool> AnyLateForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => await tx.MaybeOne<string>("""
        select id from contributions where pole_id = @poleId and state = 'validated' and day >= @from and day <= @to limit 1
        """, new { poleId, from, to }) is not null;

    /// <summary>Locks validated lines into the digest that was approved, in its transaction.</summary>
    /// <returns>How many were locked: fewer than given means that some are not validated any more.</returns>
    internal static async Task<int> LockForDigest(Tx tx, string poleId, string digestId, IEnumerable<string> ids)
    {
        var locked = 0;
        foreach (var some in ids.Chunk(MostAtOnce))
            locked += await tx.Execute("""
                update contributions set state = 'locked', digest_id = @digestId
                where id in @some and pole_id = @poleId and state = 'validated'
                """, new { poleId, digestId, some });
        return locked;
    }
}
