namespace Ptce.Workspace;

/// <summary>The ledger: every way to read or change what members give. Pages, bot, API, files and jobs all come here.</summary>
public sealed partial class Contributions(Db db, Notices notices, TimeProvider clock)
{
    public const long MostMinutes = 24 * 60;     // of one person in one day, over all poles
    public const long LongDay = 10 * 60;         // minutes: beyond, a line is taken and said to be long
    public const long MostPeople = 200;          // on one line
    public const int OldestYears = 5;            // a line's day is at most this far back, as one types it
    public const int OldestYearsInFile = 10;     // as long as evidence is kept: Code de commerce, L123-22
    public const int MostAtOnce = 500;           // lines per request
    public const int LongestNote = 1000;         // characters; also of reasons, replies and sentences
    public const int LongestActivity = 80;       // characters
    public const int LongestUnit = 30;           // characters
    public const decimal MostQuantity = 1_000_000m;
    public const long MostUnitValueCents = 100_000_000;

    private const string Columns = """
        c.id, c.pole_id, c.person_id, p.name as person_name, c.organisation_id, o.name as organisation_name,
        c.beneficiary_id, b.name as beneficiary_name, c.kind, c.activity, c.day, c.minutes, c.people, c.quantity_milli, c.unit, c.unit_value_cents,
        c.starts, c.ends, c.note, c.sentence, c.channel, c.state, c.logged_at, c.logged_by, lo.name as logged_by_name,
        c.confirmed_at, c.confirmed_by, co.name as confirmed_by_name, c.contested_at, c.contested_by, ct.name as contested_by_name, c.contest_reason,
        c.answered_at, c.answered_by, an.name as answered_by_name, c.answer, c.validated_at, c.validated_by, va.name as validated_by_name,
        c.cancelled_at, c.digest_id, c.reverses_id, c.pair_id, c.import_id,
        u.method as basis_method, u.source as basis_source, u.price_cents, u.life_milli, u.share_basis_points, u.running_cents
        """;

    private const string Tables = """
        contributions c
        join organisations o on o.id = c.organisation_id
        left join organisations b on b.id = c.beneficiary_id
        left join people p on p.id = c.person_id
        left join people lo on lo.id = c.logged_by
        left join people co on co.id = c.confirmed_by
        left join people ct on ct.id = c.contested_by
        left join people an on an.id = c.answered_by
        left join people va on va.id = c.validated_by
        left join unit_value_bases u on u.contribution_id = c.id
        """;

    /// <summary>One line the actor may read, with what deserves a second look.</summary>
    /// <exception cref="NotHere">No such line in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<Contribution> One(Actor actor, string id) =>
        await Noticed(actor, await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, "c.id = @id", new { id })) is [var line] ? line : throw new NotHere();

    /// <summary>The last line the actor logged and that still stands, for corrections by sentence.</summary>
    public async Task<Contribution?> LastOf(Actor actor)
    {
        actor.Must(Act.LogContribution);
        return await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, """
            c.id = (select l.id from contributions l
                    where l.logged_by = @PersonId and l.pole_id = @PoleId and l.state <> 'cancelled' and l.channel <> 'import' and l.reverses_id is null
                    order by l.logged_at desc, l.request_line desc, l.id desc limit 1)
            """) is [var line] ? line : null;
    }

    private sealed record PartyOf(string ContributionId, string Id, string Name);

    /// <summary>Lines of the actor's pole that the actor may read, with their parties.</summary>
    /// <param name="where">A condition on <c>c</c>, with whatever orders and bounds it.</param>
    private static async Task<IReadOnlyList<Contribution>> Lines(Reads<Contribution> read, Reads<PartyOf> readParties, Actor actor, string where, object? args = null)
    {
        actor.Must(Act.ReadPole);
        return await WithParties(readParties, await read($"select {Columns} from {Tables} where c.pole_id = @PoleId and {Readable(actor)} and {where}",
            With(args ?? new { }, new { actor.PoleId, actor.PersonId, actor.OrganisationId })));
    }

    private static async Task<IReadOnlyList<Contribution>> WithParties(Reads<PartyOf> read, IReadOnlyList<Contribution> lines)
    {
        if (lines.Count == 0) return lines;
        var parties = (await read("""
            select x.contribution_id, o.id, o.name
            from contribution_parties x join organisations o on o.id = x.organisation_id
            where x.contribution_id in @ids
            order by o.name, o.id
            """, new { ids = lines.Select(l => l.Id).ToArray() })).ToLookup(p => p.ContributionId, p => new Party(p.Id, p.Name));
        return [.. lines.Select(l => parties.Contains(l.Id) ? l with { Parties = [.. parties[l.Id]] } : l)];
    }

    /// <summary>Members read the lines of their organisation (given, received, or whose other party it is) and their own; the cell, the committee and the treasurer read all.</summary>
    private static string Readable(Actor actor) => actor.May(Act.ReadAllContributions) ? "1 = 1" : """
        (c.person_id = @PersonId or c.logged_by = @PersonId or c.organisation_id = @OrganisationId or c.beneficiary_id = @OrganisationId
         or exists (select 1 from contribution_parties x where x.contribution_id = c.id and x.organisation_id = @OrganisationId))
        """;

    /// <summary>The line as it stands now, inside a command; its pair moves with it.</summary>
    /// <exception cref="NotHere">No such line in the actor's pole, or not for the actor's eyes.</exception>
    private static async Task<Contribution> Stand(Tx tx, Actor actor, string id) =>
        await Lines(tx.Read<Contribution>, tx.Read<PartyOf>, actor, "c.id = @id", new { id }) is [var line] ? line : throw new NotHere();

    /// <summary>A text as it is stored: trimmed, null when empty.</summary>
    private static string? Text(string? text, string field, int longest)
    {
        text = text?.Trim();
        Refused.If(text is { } t && t.Length > longest, field, "contributions.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
