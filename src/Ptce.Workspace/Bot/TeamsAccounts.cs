namespace Ptce.Workspace;

/// <summary>A Teams account that speaks for a person.</summary>
/// <param name="KnownBy">"code": typed to the bot; "sso": Entra vouched for both in the tab.</param>
public sealed record TeamsAccount(string TenantId, string ObjectId, string KnownBy, DateTimeOffset LinkedAt);

/// <summary>Which Teams account speaks for which person, and in which of their poles.</summary>
/// <remarks>
/// An account is the pair (tenant, Entra object id), which a signed token named; never an address or a name. It is linked by a code
/// that the person reads on their profile page and types to the bot, or by the tab, where Entra and a session vouch for both sides.
/// An account that is somebody's is never moved to somebody else: they unlink it first, signed in.
/// </remarks>
public sealed partial class TeamsAccounts(Db db, Actors actors, People people)
{
    /// <summary>Who speaks through an account.</summary>
    /// <param name="Actor">Null while the person has no mandate in force.</param>
    /// <param name="Several">They have several poles: the bot then says which one it means.</param>
    public sealed record Speaker(string PersonId, Actor? Actor, bool Several);

    private sealed record Row(string PersonId, string? PoleId);

    /// <returns>Null: the account is linked to nobody.</returns>
    public async Task<Speaker?> SpeakerOf(string tenantId, string objectId)
    {
        var row = await db.MaybeOne<Row>("select person_id, pole_id from teams_accounts where tenant_id = @tenantId and object_id = @objectId", new { tenantId, objectId });
        if (row is null) return null;
        var everywhere = await actors.Everywhere(row.PersonId);
        var chosen = everywhere.FirstOrDefault(a => a.PoleId == row.PoleId) ?? (everywhere is [var first, ..] ? first : null);
        return new(row.PersonId, chosen, everywhere.Count > 1);
    }

    /// <summary>From now on the account speaks in another of its person's poles.</summary>
    /// <param name="name">As typed; accents, case and the rest of a longer name may be missing.</param>
    /// <returns>The pole, or null when none of theirs is called so.</returns>
    public async Task<Actors.Place?> Choose(string tenantId, string objectId, string personId, string name)
    {
        var said = Plain(name);
        var places = await actors.Places(personId);
        if (said is "" || places.Where(p => Plain(p.Name) == said).Concat(places.Where(p => Plain(p.Name).Contains(said, StringComparison.Ordinal))).FirstOrDefault() is not { } place) return null;
        await db.Write(null, tx => tx.Execute("""
            update teams_accounts set pole_id = (select id from poles where slug = @Slug) where tenant_id = @tenantId and object_id = @objectId and person_id = @personId
            """, new { place.Slug, tenantId, objectId, personId }));
        return place;
    }

    private static string Plain(string name) => Folding.Fold(name.Trim()).Replace('-', ' ');

    public Task<IReadOnlyList<Actors.Place>> Places(string personId) => actors.Places(personId);

    /// <summary>Links the account that Entra has just vouched for, in the tab, to the person whose session that is.</summary>
    /// <exception cref="Refused">The account is somebody else's.</exception>
    public Task Link(Person person, EntraPerson account) => db.Write(null, tx => Link(tx, person.Id, account.TenantId, account.ObjectId, "sso"));

    private static async Task Link(Tx tx, string personId, string tenantId, string objectId, string knownBy)
    {
        await tx.Execute("""
            insert into teams_accounts (tenant_id, object_id, person_id, known_by, linked_at) values (@tenantId, @objectId, @personId, @knownBy, @Now)
            on conflict (tenant_id, object_id) do nothing
            """, new { tenantId, objectId, personId, knownBy, tx.Now });
        var whose = await tx.One<string>("select person_id from teams_accounts where tenant_id = @tenantId and object_id = @objectId", new { tenantId, objectId });
        Refused.If(whose != personId, "", "teams.account_taken");
    }

    /// <summary>The person's accounts, the oldest first.</summary>
    public Task<IReadOnlyList<TeamsAccount>> Of(Person person) => db.Read<TeamsAccount>(
        "select tenant_id, object_id, known_by, linked_at from teams_accounts where person_id = @Id order by linked_at, object_id", new { person.Id });

    /// <summary>Forgets a link of one's own: the account is a stranger's again.</summary>
    public Task Unlink(Person person, string tenantId, string objectId) => db.Write(null, tx =>
        tx.Execute("delete from teams_accounts where tenant_id = @tenantId and object_id = @objectId and person_id = @Id", new { tenantId, objectId, person.Id }));
}
