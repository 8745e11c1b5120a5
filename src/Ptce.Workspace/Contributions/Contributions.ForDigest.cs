namespace Ptce.Workspace;

/// <summary>A line as the digest reads it, under a cursor: ids and figures, no names; what people wrote only to be sealed (<see cref="SealedWords"/>).</summary>
/// <remarks>Minutes and quantity (thousandths of the unit) are negative on a line that takes another back.</remarks>
internal static class LedgerLine
{
    public const int Id = 0, PersonId = 1, OrganisationId = 2, BeneficiaryId = 3, Kind = 4, Day = 5, Minutes = 6,
        QuantityMilli = 7, Unit = 8, UnitValueCents = 9, State = 10, ReversesId = 11, People = 12, Activity = 13, Starts = 14, Ends = 15, Note = 16, NoteSalt = 17, ConfirmedBy = 18, ValidatedBy = 19;

    public const string Columns =
        "id, person_id, organisation_id, beneficiary_id, kind, day, minutes, quantity_milli, unit, unit_value_cents, state, reverses_id, people, activity, starts, ends, note, note_salt, confirmed_by, validated_by";
}

public sealed partial class Contributions
{
    /// <summary>Every line of the period but the cancelled ones, by day, one at a time: a ledger may be longer than memory.</summary>
    internal static Task<Cursor> ForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => tx.Scan($"""
        select {LedgerLine.Columns} from contributions
        where pole_id = @poleId and day >= @from and day <= @to and state <> 'cancelled'
        order by day, id
        """, new { poleId, from, to });

    /// <summary>The lines of the period that are validated and stand in no approved digest, by day.</summary>
    internal static Task<Cursor> LateForDigest(Tx tx, string poleId, DateOnly from, DateOnly to) => tx.Scan($"""
        select {LedgerLine.Columns} from contributions
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

    /// <summary>The approved digest that counts a line, and the line's day there.</summary>
    internal sealed record Lock(string DigestId, DateOnly Day);

    /// <summary>Null while no digest locks the line.</summary>
    internal static Task<Lock?> LockOf(Db db, string poleId, string id) =>
        db.MaybeOne<Lock>("select digest_id, day from contributions where id = @id and pole_id = @poleId and digest_id is not null", new { id, poleId });

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
