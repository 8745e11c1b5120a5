using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Which lines of the pole: every part is optional and narrows.</summary>
/// <param name="OrganisationId">Given by, received by, or whose other party it is.</param>
public sealed record ContributionFilter(string? State = null, string? OrganisationId = null, DateOnly? From = null, DateOnly? To = null, string? Kind = null, string? PersonId = null);

/// <summary>Some lines, newest day first, and where the next ones start.</summary>
/// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
public sealed record ContributionList(IReadOnlyList<Contribution> Lines, string? Next);

/// <summary>What a month, "2026-11", holds of the actor's own lines; the settled minutes are those validated or locked.</summary>
public sealed record MonthTotal
{
    /// <summary>"2026-11"</summary>
    public required string Month { get; init; }
    public DateOnly First => DateOnly.ParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
    public long Lines { get; init; }
    public long Minutes { get; init; }
    public long Settled { get; init; }
}

public sealed partial class Contributions
{
    public const int PageSize = 50;
    private const string Newest = "order by c.day desc, c.id desc";
    private const string MineWhere = "(c.person_id = @PersonId or (c.person_id is null and c.logged_by = @PersonId and c.channel <> 'import'))";

    // A reversal that has a replacement moves with it: asking about both would be asking twice.
    private const string AskedOnce = "(c.reverses_id is null or c.pair_id is null)";

    /// <summary>The actor's own lines, newest day first: their time, and what they logged in kind.</summary>
    public Task<ContributionList> Mine(Actor actor, string? after = null, int most = PageSize, string? state = null, DateOnly? from = null, DateOnly? to = null) =>
        Page(actor, MineWhere, new ContributionFilter(state, null, from, to), after, most);

    /// <summary>Lines of the pole that the actor may read, newest day first.</summary>
    public Task<ContributionList> OfPole(Actor actor, ContributionFilter filter, string? after = null, int most = PageSize) =>
        Page(actor, "1 = 1", filter, after, most);

    /// <summary>Lines that wait for the actor's word, oldest first: those of the actor's organisation as other party, those of the pole for the animation cell; never their own.</summary>
    public async Task<IReadOnlyList<Contribution>> WaitingForMe(Actor actor, int most = PageSize)
    {
        actor.Must(Act.ReadPole);
        if (!actor.May(Act.ConfirmContribution)) return [];
        return await Noticed(actor, await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, $"""
            c.state = 'submitted' and {Waiting(actor)}
            order by c.day, c.id limit @most
            """, new { most }));
    }

    /// <summary>How many lines wait for the actor's word.</summary>
    public Task<long> CountWaitingForMe(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.One<long>($"select count(*) from contributions c where c.pole_id = @PoleId and c.state = 'submitted' and {Waiting(actor)}", actor);
    }

    /// <summary>Lines the actor may validate now, oldest first: confirmed ones, and those whose other party is the pole.</summary>
    public async Task<IReadOnlyList<Contribution>> ToValidate(Actor actor, int most = PageSize) =>
        actor.May(Act.ValidateContribution)
            ? await Noticed(actor, await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, $"{Validatable} order by c.day, c.id limit @most", new { most }))
            : [];

    public async Task<long> CountToValidate(Actor actor) =>
        actor.May(Act.ValidateContribution) ? await db.One<long>($"select count(*) from contributions c where c.pole_id = @PoleId and {Validatable}", actor) : 0;

    /// <summary>How many lines of a pole wait for somebody's word, inside a command of the meetings.</summary>
    internal static Task<long> CountWaiting(Tx tx, string poleId) => tx.One<long>("select count(*) from contributions where pole_id = @poleId and state in ('submitted', 'confirmed')", new { poleId });

    /// <summary>The actor's own lines month by month, newest first, cancelled ones left out.</summary>
    public Task<IReadOnlyList<MonthTotal>> MyMonths(Actor actor, int most = 12)
    {
        actor.Must(Act.ReadPole);
        return db.Read<MonthTotal>($"""
            select substr(c.day, 1, 7) as month, count(*) as lines, cast(sum(c.minutes) as bigint) as minutes,
                   cast(sum(case when c.state in ('validated', 'locked') then c.minutes else 0 end) as bigint) as settled
            from contributions c
            where c.pole_id = @PoleId and c.state <> 'cancelled' and {MineWhere}
            group by substr(c.day, 1, 7) order by 1 desc limit @most
            """, new { actor.PoleId, actor.PersonId, most });
    }

    /// <summary>A description of each line for the feed, "2 h · cotech · mercredi 18 novembre"; none for those the actor may not read.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        var lines = await Lines(db.Read<Contribution>, (_, _) => Task.FromResult<IReadOnlyList<PartyOf>>([]), actor, "c.id in @ids", new { ids = ids.ToArray() });
        return lines.ToDictionary(l => l.Id, l => l.Title(say, actor.Today(clock)));
    }

    private static string Waiting(Actor actor) => $"""
        (c.person_id is null or c.person_id <> @PersonId) and (c.logged_by is null or c.logged_by <> @PersonId) and {AskedOnce}
        and (exists (select 1 from contribution_parties x where x.contribution_id = c.id and x.organisation_id = @OrganisationId)
             {(actor.May(Act.ValidateContribution) ? "or not exists (select 1 from contribution_parties x where x.contribution_id = c.id)" : "")})
        """;

    private const string Validatable = $"""
        (c.person_id is null or c.person_id <> @PersonId) and (c.logged_by is null or c.logged_by <> @PersonId) and {AskedOnce}
        and c.state in ('submitted', 'confirmed')
        and (c.state = 'confirmed' or not exists (select 1 from contribution_parties x where x.contribution_id = c.id))
        """;

    private async Task<ContributionList> Page(Actor actor, string whose, ContributionFilter filter, string? after, int most)
    {
        most = Math.Clamp(most, 1, 200);
        var (day, id) = Paged.Behind(after);
        var where = string.Join(" and ", ((string?[])
        [
            whose,
            filter.State is null ? "c.state <> 'cancelled'" : "c.state = @State",
            filter.OrganisationId is null ? null : "(c.organisation_id = @Of or c.beneficiary_id = @Of or exists (select 1 from contribution_parties y where y.contribution_id = c.id and y.organisation_id = @Of))",
            filter.From is null ? null : "c.day >= @From",
            filter.To is null ? null : "c.day <= @To",
            filter.Kind is null ? null : "c.kind = @Kind",
            filter.PersonId is null ? null : "c.person_id = @Who",
            day is null ? null : "(c.day < @day or (c.day = @day and c.id < @id))",
        ]).OfType<string>());
        var lines = await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, $"{where} {Newest} limit @limit",
            new { filter.State, Of = filter.OrganisationId, filter.From, filter.To, filter.Kind, Who = filter.PersonId, day, id, limit = most + 1 });
        var (rows, next) = Paged.Cut(lines, most, l => Paged.Place(l.Day, l.Id));
        return new(rows, next);
    }
}
