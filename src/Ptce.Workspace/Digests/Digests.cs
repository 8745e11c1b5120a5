namespace Ptce.Workspace;

/// <summary>Bilans: every way to ask for, compile, review, approve and check one. Pages, API, console and jobs all come here.</summary>
/// <remarks>
/// asked → compiled → review → approved, or returned; a later version of the same period supersedes those that were not approved.
/// Nothing but validated lines enters; every other line of the period stands there with the reason it was left out.
/// </remarks>
public sealed partial class Digests(Db db, Poles poles, Workshops workshops, Notices notices, LineEvidence evidence, TimeProvider clock)
{
    public const int LongestPeriodYears = 6;
    public const int LongestReason = 1000; // characters

    private const string Columns = """
        id, pole_id, from_day, to_day, version, state, asked_at, asked_by, done, total, compiled_at,
        coalesce(lines, 0) as lines, coalesce(minutes, 0) as minutes, coalesce(value_cents, 0) as value_cents, coalesce(excluded, 0) as excluded,
        content_hash, previous_hash, hash, same_as, round, review_opened_at, coalesce(electors, 0) as electors, coalesce(quorum, 0) as quorum,
        approved_at, chain, seal, previous_seal, text_version, returned_at, returned_by, return_reason
        """;

    /// <summary>Asks for the digest of a period; a job compiles it, whatever happens to the program meanwhile.</summary>
    /// <returns>Its id: of the one already asked for, when nobody has compiled it yet.</returns>
    /// <exception cref="Refused">«from» and «to» are no period, or it has not begun; or it is approved already and no line came late.</exception>
    /// <param name="byJob">False where the caller compiles at once.</param>
    public Task<string> Ask(Actor actor, DateOnly from, DateOnly to, bool byJob = true)
    {
        actor.Must(Act.CompileDigest);
        return db.Write(actor.PoleId, tx => Ask(tx, actor.PoleId, actor, actor.Today(clock), from, to, byJob));
    }

    /// <summary>Asks without an actor: the console and the clock.</summary>
    public Task<string> Ask(Pole pole, DateOnly from, DateOnly to, bool byJob = false) =>
        db.Write(pole.Id, tx => Ask(tx, pole.Id, null, Zones.Day(tx.Now, pole.Zone), from, to, byJob));

    private static async Task<string> Ask(Tx tx, string poleId, Actor? actor, DateOnly today, DateOnly from, DateOnly to, bool byJob)
    {
        Refused.If(to < from, "to", "digests.period_reversed");
        Refused.If(from > today, "from", "digests.period_to_come");
        Refused.If(to > from.AddYears(LongestPeriodYears), "to", "digests.period_long", LongestPeriodYears);
        var period = new { poleId, from, to };
        var id = await tx.MaybeOne<string>("select id from digests where pole_id = @poleId and from_day = @from and to_day = @to and state = 'asked'", period);
        if (id is null)
        {
            var approved = await tx.MaybeOne<string>("select id from digests where pole_id = @poleId and state = 'approved' and from_day <= @from and to_day >= @to limit 1", period);
            Refused.If(approved is not null && !await Contributions.AnyLateForDigest(tx, poleId, from, to), "from", "digests.already_approved");
            id = Ids.New();
            await tx.Execute("""
                insert into digests (id, pole_id, from_day, to_day, version, state, asked_at, asked_by)
                select @id, @poleId, @from, @to, 1 + coalesce(max(version), 0), 'asked', @Now, @by
                from digests where pole_id = @poleId and from_day = @from and to_day = @to
                """, new { id, poleId, from, to, tx.Now, by = actor?.PersonId });
            await tx.Announce(actor, new DigestAsked(poleId, id, from, to));
        }
        if (byJob) await tx.Owe("job", "digest", id, poleId, dedupe: $"digest-{id}");
        return id;
    }

    /// <summary>One digest; observers read what was approved.</summary>
    /// <exception cref="NotHere">No such digest in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<Digest> One(Actor actor, string id)
    {
        actor.Must(Act.ReadApproved);
        var digest = await Find(id);
        var readable = digest?.PoleId == actor.PoleId && (digest.State == Digest.Approved || actor.May(Act.ReadDigests));
        return readable ? digest! : throw new NotHere();
    }

    /// <summary>The digest of exactly this period: the approved one, else the newest that was compiled.</summary>
    /// <exception cref="NotHere">None is there, or none for the actor's eyes.</exception>
    public async Task<Digest> OfPeriod(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadApproved);
        var id = await db.MaybeOne<string>("""
            select id from digests
            where pole_id = @PoleId and from_day = @from and to_day = @to and hash is not null and state <> 'unchanged'
            order by case state when 'approved' then 0 else 1 end, version desc limit 1
            """, new { actor.PoleId, from, to });
        return await One(actor, id ?? throw new NotHere());
    }

    internal Task<Digest?> Find(string id) => db.MaybeOne<Digest>($"select {Columns} from digests where id = @id", new { id });

    /// <summary>The pole's digests, latest period first; versions that were superseded or changed nothing are not among them. 200 at most.</summary>
    public Task<IReadOnlyList<Digest>> List(Actor actor)
    {
        actor.Must(Act.ReadApproved);
        return List(actor.PoleId, actor.May(Act.ReadDigests) ? "not in ('superseded', 'unchanged')" : "= 'approved'");
    }

    /// <summary>How many digests to be read were compiled after an instant, or ever; inside a command of the meetings.</summary>
    internal static Task<long> CountSince(Tx tx, string poleId, DateTimeOffset? since) => tx.One<long>($"""
        select count(*) from digests where pole_id = @poleId and state not in ('asked', 'superseded', 'unchanged') {(since is null ? "" : "and compiled_at > @since")}
        """, new { poleId, since });

    /// <summary>The same at the console.</summary>
    public Task<IReadOnlyList<Digest>> List(Pole pole) => List(pole.Id, "not in ('superseded', 'unchanged')");

    private Task<IReadOnlyList<Digest>> List(string poleId, string states) => db.Read<Digest>($"""
        select {Columns} from digests
        where pole_id = @poleId and state {states}
        order by to_day desc, from_day desc, version desc limit 200
        """, new { poleId });

    /// <summary>What the feed calls them: "bilan du 1 octobre 2026 au 31 décembre 2026".</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0) return new Dictionary<string, string>();
        var digests = await db.Read<Digest>($"select {Columns} from digests where pole_id = @PoleId and id in @ids", new { actor.PoleId, ids });
        return digests.ToDictionary(d => d.Id, d => Title(d, say));
    }

    public static string Title(Digest digest, Say say) => say["digests.title", say.Period(digest.FromDay, digest.ToDay)];
}
