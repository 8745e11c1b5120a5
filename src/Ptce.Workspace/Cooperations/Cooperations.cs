namespace Ptce.Workspace;

/// <summary>Coopérations: every way to read or change them. Pages, sentences, cards and agreements all come here.</summary>
public sealed partial class Cooperations(Db db, TimeProvider clock) : INameSubjects, IHavePhotos
{
    public const string Active = "active", Closed = "closed", Withdrawn = "withdrawn";

    public static readonly IReadOnlyList<string> States = [Active, Closed, Withdrawn];
    public const int LongestTitle = 120, LongestText = 2000, LongestName = 120, LongestOutcome = 1000; // characters
    public const int MostMembers = 60, MostThirds = 20;
    public const decimal MostAmount = 1_000_000_000m; // euros
    public const decimal MostJobs = 10_000m;          // full-time posts
    public const int FurthestYears = 10;              // before and after today

    /// <summary>Notes what two or more members do together.</summary>
    /// <param name="channel">web | chat | teams | api.</param>
    /// <param name="requestKey">The door's own key: the same request twice is one cooperation.</param>
    /// <exception cref="Refused">Fewer than two members, the actor's organisation not among them, a period or a figure out of range, an unknown level or form.</exception>
    /// <exception cref="NotHere">A member, a need or an offer that is not of the pole.</exception>
    public async Task<Cooperation> Log(Actor actor, NewCooperation cooperation, string channel, string? requestKey = null)
    {
        actor.Must(Act.LogCooperation);
        var ready = Check(cooperation, actor.Today(clock));
        if (actor.OrganisationId is null || !ready.MemberIds.Contains(actor.OrganisationId))
            Refused.If(!actor.May(Act.ManageCooperations), "members", "cooperations.not_yours");
        var key = actor.Own(requestKey);

        return await db.Write(actor.PoleId, async tx =>
        {
            if (key is not null && await tx.MaybeOne<string>("select id from cooperations where request_key = @key", new { key }) is { } before) return await Stand(tx, actor.PoleId, before);
            await MustBelong(tx, actor.PoleId, ready.MemberIds);
            var id = await Insert(tx, actor, ready with { Title = ready.Title ?? await TitleFrom(tx, actor, ready) }, null, channel, key);
            foreach (var answered in cooperation.AnswerIds?.Distinct() ?? [])
                await Attach(tx, id, (await Offers.Find(tx, actor.PoleId, answered))!.Side, answered);
            await tx.Announce(actor, new CooperationLogged(actor.PoleId, id, ready.MemberIds));
            return await Stand(tx, actor.PoleId, id);
        });
    }

    /// <summary>Whether the actor's word changes it: someone of one of its members, or the animation cell.</summary>
    public static bool MayChange(Actor actor, Cooperation cooperation) =>
        actor.May(Act.ManageCooperations) || (actor.May(Act.LogCooperation) && cooperation.HasMember(actor.OrganisationId));

    private static async Task<Cooperation> Own(Tx tx, Actor actor, string id)
    {
        var cooperation = await Stand(tx, actor.PoleId, id);
        return MayChange(actor, cooperation) ? cooperation : throw new NotAllowed();
    }

    /// <exception cref="Refused">It was withdrawn: nothing is added to what never was.</exception>
    private static async Task<Cooperation> OwnStanding(Tx tx, Actor actor, string id)
    {
        var cooperation = await Own(tx, actor, id);
        Refused.If(cooperation.State == Withdrawn, "", "cooperations.is_withdrawn");
        return cooperation;
    }

    private static async Task<string> Insert(Tx tx, Actor actor, Ready ready, string? kind, string channel, string? key)
    {
        var id = Ids.New();
        await tx.Execute("""
            insert into cooperations (id, pole_id, title, text, level, form, commercial, strategic, kind, project, axis, from_day, to_day,
                amount_cents, turnover_share, jobs_milli, state, channel, logged_by, logged_at, request_key)
            values (@id, @PoleId, @Title, @Text, @Level, @Form, @Commercial, @Strategic, @kind, @Project, @Axis, @FromDay, @ToDay,
                @AmountCents, @TurnoverShare, @JobsMilli, 'active', @channel, @PersonId, @Now, @key)
            """, With(ready, new { id, actor.PoleId, kind, channel, actor.PersonId, tx.Now, key }));
        await Join(tx, id, ready.MemberIds);
        foreach (var name in ready.Thirds) await tx.Execute("insert into cooperation_thirds (cooperation_id, name) values (@id, @name)", new { id, name });
        return id;
    }

    /// <summary>What a cooperation says, beside what the statement needs more.</summary>
    private static Dapper.DynamicParameters With(Ready ready, object more)
    {
        var all = new Dapper.DynamicParameters(ready);
        all.AddDynamicParams(more);
        return all;
    }

    private static async Task Join(Tx tx, string id, IEnumerable<string> organisations)
    {
        foreach (var organisation in organisations)
            await tx.Execute("insert into cooperation_members (cooperation_id, organisation_id) values (@id, @organisation) on conflict do nothing", new { id, organisation });
    }

    /// <summary>"Elips et Val Horizon, pour la CAVF", in the language of whoever writes it down.</summary>
    private static async Task<string> TitleFrom(Tx tx, Actor actor, Ready ready)
    {
        var names = await tx.Read<string>("select name from organisations where id in @ids order by name", new { ids = ready.MemberIds.ToArray() });
        var say = new Say(actor.Language);
        var title = string.Join(", ", names);
        if (ready.Thirds is [var third, ..]) title = say["cooperations.title_for", title, third];
        return title.Within(LongestTitle);
    }

    private static async Task MustBelong(Tx tx, string poleId, IReadOnlyList<string> organisations)
    {
        var known = await tx.Read<string>("select distinct organisation_id from memberships where pole_id = @poleId and organisation_id in @ids", new { poleId, ids = organisations.ToArray() });
        if (known.Count != organisations.Count) throw new NotHere();
    }
}
