namespace Ptce.Workspace;

/// <summary>Candidature : an organisation that a member proposes for the pole.</summary>
/// <param name="State">open, admitted or declined.</param>
/// <param name="Decision">The body and the reason, in words.</param>
/// <param name="OrganisationId">What it became, once admitted.</param>
public sealed record Candidacy(
    string Id, string Name, string Type, string Circle, string Motive, string ProposedByName, string ProposedForName, DateTimeOffset ProposedAt, string State,
    string? DecidedByName, DateTimeOffset? DecidedAt, string? Decision, string? OrganisationId)
{
    /// <summary>Members that support it, the one that proposes among them, by name.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    public Standing Standing(Say say) => new(State switch { "open" => Meaning.Waiting, "declined" => Meaning.Over, _ => Meaning.Done }, say[$"members.candidacy.{State}"]);
}

/// <summary>Which candidacies: every part is optional and narrows.</summary>
/// <param name="Search">Words that the name or the motive hold; accents and capitals do not count.</param>
/// <param name="State">One of <see cref="States"/>.</param>
public sealed record CandidacyFilter(string? Search = null, string? State = null, string? Type = null, string? Circle = null)
{
    public static readonly IReadOnlyList<string> States = ["open", "admitted", "declined"];
}

/// <summary>Some candidacies, newest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record CandidacyList(IReadOnlyList<Candidacy> Candidacies, string? Next);

public sealed record CandidacyProposed(string PoleId, string CandidacyId) : Event(PoleId, CandidacyId);

public sealed record CandidacySupported(string PoleId, string CandidacyId, string OrganisationId) : Event(PoleId, CandidacyId);

public sealed record CandidacyDecided(string PoleId, string CandidacyId, bool Admitted) : Event(PoleId, CandidacyId);

public sealed partial class Members
{
    public const int LongestMotive = 1000; // characters
    public const int CandidaciesPerPage = 20;

    private const string CandidacySql = """
        select c.id, c.name, c.type, c.circle, c.motive, p.name as proposed_by_name, o.name as proposed_for_name, c.proposed_at, c.state,
               d.name as decided_by_name, c.decided_at, c.decision, c.organisation_id
        from candidacies c join people p on p.id = c.proposed_by join organisations o on o.id = c.proposed_for left join people d on d.id = c.decided_by
        """;

    /// <summary>The pole's candidacies that fit the filter, newest first.</summary>
    public async Task<CandidacyList> Candidacies(Actor actor, CandidacyFilter filter, string? after = null, int most = CandidaciesPerPage)
    {
        actor.Must(Act.ReadPole);
        most = Math.Clamp(most, 1, 200);
        var args = new Dapper.DynamicParameters(new { actor.PoleId, filter.State, filter.Type, filter.Circle, after, limit = most + 1 });
        var where = string.Join(" and ", ((string?[])
        [
            "c.pole_id = @PoleId",
            filter.State is null ? null : "c.state = @State",
            filter.Type is null ? null : "c.type = @Type",
            filter.Circle is null ? null : "c.circle = @Circle",
            HeldWords.In(args, filter.Search, "c.name || ' ' || c.motive"),
            after is null ? null : "c.id < @after",
        ]).OfType<string>());
        var found = await db.Read<Candidacy>($"{CandidacySql} where {where} order by c.id desc limit @limit", args);
        var (page, next) = Paged.Cut(found, most, c => c.Id);
        var supports = page.Count == 0 ? [] : await db.Read<(string Id, string Name)>("""
            select s.candidacy_id, o.name from candidacy_supports s join organisations o on o.id = s.organisation_id where s.candidacy_id in @ids order by lower(o.name), o.id
            """, new { ids = page.Select(c => c.Id).ToArray() });
        var byCandidacy = supports.ToLookup(s => s.Id, s => s.Name);
        return new([.. page.Select(c => c with { Supports = [.. byCandidacy[c.Id].Distinct()] })], next);
    }

    /// <summary>Proposes an organisation to the pole, in the name of the actor's, which thereby supports it.</summary>
    /// <exception cref="Refused">A name, type, circle or motive that cannot be; it belongs to the pole already, or is proposed already.</exception>
    public Task<string> Propose(Actor actor, string? name, string? type, string? circle, string? motive)
    {
        actor.Must(Act.ProposeMember);
        var words = name?.Trim() ?? "";
        Refused.If(words is "" or { Length: > LongestName }, "name", "members.organisation_length", LongestName);
        var itsType = Vocabulary.Read(Vocabulary.OrganisationTypes, type ?? "") ?? throw new Refused("type", "members.unknown_type", type, string.Join(", ", Vocabulary.OrganisationTypes.Keys));
        var itsCircle = Vocabulary.Read(Vocabulary.Circles, circle ?? "") ?? throw new Refused("circle", "members.unknown_circle", circle, string.Join(", ", Vocabulary.Circles.Keys));
        var why = Said(motive, "motive", LongestMotive) ?? throw new Refused("motive", "members.motive_missing");
        var own = actor.OrganisationId ?? throw new Refused("", "offers.no_organisation");
        return db.Write(actor.PoleId, async tx =>
        {
            Refused.If(await tx.MaybeOne<string>("select id from candidacies where pole_id = @PoleId and state = 'open' and lower(name) = lower(@words)", new { actor.PoleId, words }) is not null, "name", "members.proposed_already", words);
            if (await Known(tx, actor.PoleId, words) is { } known)
                Refused.If(await tx.MaybeOne<string>("select id from memberships where pole_id = @PoleId and organisation_id = @known and circle = @itsCircle and (to_day is null or to_day >= @today)",
                    new { actor.PoleId, known, itsCircle, today = actor.Today(clock) }) is not null, "name", "members.already_in_circle", words);
            var id = Ids.New();
            await tx.Execute("""
                insert into candidacies (id, pole_id, name, type, circle, motive, proposed_by, proposed_for, proposed_at, state)
                values (@id, @PoleId, @words, @itsType, @itsCircle, @why, @PersonId, @own, @Now, 'open')
                """, new { id, actor.PoleId, words, itsType, itsCircle, why, actor.PersonId, own, tx.Now });
            await Back(tx, actor, id);
            await tx.Announce(actor, new CandidacyProposed(actor.PoleId, id));
            return id;
        });
    }

    /// <summary>Supports a candidacy in the name of the actor's organisation: one voice each. Twice is once.</summary>
    /// <exception cref="Refused">It is decided already.</exception>
    public Task Support(Actor actor, string id)
    {
        actor.Must(Act.ProposeMember);
        Refused.If(actor.OrganisationId is null, "", "offers.no_organisation");
        return db.Write(actor.PoleId, async tx =>
        {
            await OpenCandidacy(tx, actor, id);
            if (await Back(tx, actor, id)) await tx.Announce(actor, new CandidacySupported(actor.PoleId, id, actor.OrganisationId!));
        });
    }

    /// <summary>Notes what the competent body decided; an admitted organisation joins its circle that day.</summary>
    /// <param name="decision">The body and the reason, such as "CA du 12 mars, à l'unanimité".</param>
    /// <exception cref="Refused">No words for it, or it is decided already.</exception>
    public Task Decide(Actor actor, string id, bool admitted, string? decision)
    {
        actor.Must(Act.ManageMembers);
        var words = Said(decision, "decision", LongestMotive) ?? throw new Refused("decision", "members.decision_missing");
        return db.Write(actor.PoleId, async tx =>
        {
            var candidacy = await OpenCandidacy(tx, actor, id);
            var today = actor.Today(clock);
            string? organisation = null;
            if (admitted)
            {
                organisation = await Known(tx, actor.PoleId, candidacy.Name) ?? await Organisation(tx, candidacy.Name, candidacy.Type);
                if (await tx.Execute("""
                    insert into memberships (id, pole_id, organisation_id, circle, from_day)
                    select @membership, @PoleId, @organisation, @Circle, @today
                    where not exists (select 1 from memberships where pole_id = @PoleId and organisation_id = @organisation and circle = @Circle and (to_day is null or to_day >= @today))
                    """, new { membership = Ids.New(), actor.PoleId, organisation, candidacy.Circle, today }) == 1)
                    await tx.Announce(actor, new OrganisationJoined(actor.PoleId, organisation, candidacy.Circle));
            }
            await tx.Execute("update candidacies set state = @state, decided_by = @PersonId, decided_at = @Now, decision = @words, organisation_id = @organisation where id = @id",
                new { state = admitted ? "admitted" : "declined", actor.PersonId, tx.Now, words, organisation, id });
            await tx.Announce(actor, new CandidacyDecided(actor.PoleId, id, admitted));
        });
    }

    private static async Task<Candidacy> OpenCandidacy(Tx tx, Actor actor, string id)
    {
        var found = await tx.MaybeOne<Candidacy>($"{CandidacySql} where c.id = @id and c.pole_id = @PoleId", new { id, actor.PoleId }) ?? throw new NotHere();
        Refused.If(found.State != "open", "", "members.decided_already");
        return found;
    }

    private static async Task<bool> Back(Tx tx, Actor actor, string id) => await tx.Execute("""
        insert into candidacy_supports (candidacy_id, organisation_id, person_id, supported_at) values (@id, @OrganisationId, @PersonId, @Now) on conflict do nothing
        """, new { id, actor.OrganisationId, actor.PersonId, tx.Now }) == 1;
}
