namespace Ptce.Workspace;

public sealed partial class Digests
{
    private sealed record Apart
    {
        public long? Number { get; init; } // properties and no constructor: a null has no type on SQLite
        public required string ContributionId { get; init; }

        /// <summary>Column of the ledger.</summary>
        public string? What { get; init; }
    }

    /// <summary>Columns that a line has in the ledger ("c") and in a digest ("l"), and when they part.</summary>
    private static readonly (string Column, string Parts)[] InFigures =
    [
        ("day", "c.day <> l.day"), ("kind", "c.kind <> l.kind"), ("minutes", "c.minutes <> l.minutes"), ("organisation_id", "c.organisation_id <> l.organisation_id"),
        .. Texts("person_id", "beneficiary_id", "unit", "reverses_id"),
        ("quantity_milli", "coalesce(c.quantity_milli, 0) <> coalesce(l.quantity_milli, 0)"), ("unit_value_cents", "coalesce(c.unit_value_cents, -1) <> coalesce(l.unit_value_cents, -1)"),
    ];

    // From version 2 of the text on; what people wrote is compared by its seal.
    private static readonly (string Column, string Parts)[] InWords =
        [("people", "c.people <> l.people"), .. Texts("starts", "ends", "confirmed_by", "validated_by")];

    private static IEnumerable<(string, string)> Texts(params string[] columns) => columns.Select(c => (c, $"coalesce(c.{c}, '') <> coalesce(l.{c}, '')"));

    private static IEnumerable<(string Column, string Parts)> Shared(Digest digest) => digest.TextVersion == 1 ? InFigures : InFigures.Concat(InWords);

    private static string FirstOf(IEnumerable<(string Column, string Parts)> columns) => $"case {string.Join(' ', columns.Select(c => $"when {c.Parts} then '{c.Column}'"))} end";

    /// <summary>A line of the ledger that does not say what the digest froze, or that is locked by it without standing in it.</summary>
    private static async Task<Apart?> Parted(Tx tx, Digest digest)
    {
        var counted = new { digest.Id, digest.PoleId };
        var columns = Shared(digest).Prepend(("state", "c.pole_id <> @PoleId or c.state <> 'locked' or coalesce(c.digest_id, '') <> @Id")).Prepend(("id", "c.id is null")).ToList();
        return await tx.MaybeOne<Apart>($"""
            select l.number, l.contribution_id, {FirstOf(columns)} as what
            from digest_lines l left join contributions c on c.id = l.contribution_id
            where l.digest_id = @Id and l.reason is null and ({string.Join(" or ", columns.Select(c => c.Item2))})
            order by l.number limit 1
            """, counted)
            ?? await Unsaid(tx, digest)
            ?? (await tx.One<long>("select count(*) from contributions where digest_id = @Id", counted) == digest.Lines ? null : await tx.MaybeOne<Apart>("""
                select id as contribution_id, 'state' as what from contributions
                where digest_id = @Id and id not in (select contribution_id from digest_lines where digest_id = @Id and reason is null)
                order by id limit 1
                """, counted));
    }

    private sealed record Told
    {
        public long Number { get; init; }
        public required string ContributionId { get; init; }
        public string? Frozen { get; init; }
        public string? Activity { get; init; }
        public string? Seal { get; init; }
        public string? Note { get; init; }
        public string? Salt { get; init; }
    }

    /// <summary>A line whose activity or note is not the one that was sealed; a note that was forgotten, its salt too, is no other.</summary>
    /// <param name="number">Of the one line to look at; 0 for all that count.</param>
    private static async Task<Apart?> Unsaid(Tx tx, Digest digest, long number = 0)
    {
        if (digest.TextVersion == 1) return null;
        await foreach (var line in tx.Stream<Told>("""
            select l.number, l.contribution_id, l.activity as frozen, c.activity, l.note_seal as seal, c.note, c.note_salt as salt
            from digest_lines l join contributions c on c.id = l.contribution_id
            where l.digest_id = @Id and l.reason is null and (@number = 0 or l.number = @number)
              and (l.note_seal is not null or c.note is not null or c.note_salt is not null or coalesce(l.activity, '') <> coalesce(c.activity, ''))
            order by l.number
            """, new { digest.Id, number }))
        {
            var what = !SealedWords.HoldActivity(line.Frozen, line.Activity, line.ContributionId) ? "activity"
                : !SealedWords.HoldNote(line.Seal, line.Note, line.Salt) ? "note" : null;
            if (what is not null) return new() { Number = line.Number, ContributionId = line.ContributionId, What = what };
        }
        return null;
    }

    /// <summary>The column of a broken line that differs from the ledger; null where none does.</summary>
    private static async Task<string?> ChangedColumn(Tx tx, Digest digest, long number) => await tx.MaybeOne<string>($"""
        select {FirstOf(Shared(digest))} from digest_lines l join contributions c on c.id = l.contribution_id
        where l.digest_id = @Id and l.number = @number and l.reason is null
        """, new { digest.Id, number }) ?? (await Unsaid(tx, digest, number))?.What;
}
