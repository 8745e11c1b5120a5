namespace Ptce.Workspace;

public sealed record OrganisationDescribed(string PoleId, string OrganisationId) : Event(PoleId, OrganisationId);

public sealed partial class Members
{
    public const int LongestAbout = 1000;      // characters
    public const decimal MostPosts = 100_000m; // full-time posts of one organisation

    private const string ProfileColumns = "legal_form, sector, territory, fte_milli, charter_signed_on, website, about";

    /// <summary>What an organisation says of itself.</summary>
    /// <param name="FteMilli">Thousandths of a full-time post.</param>
    /// <param name="CharterSignedOn">The day it signed the poles' charter.</param>
    public sealed record Profile(string? LegalForm, string? Sector, string? Territory, long? FteMilli, DateOnly? CharterSignedOn, string? Website, string? About)
    {
        public static readonly Profile Unsaid = new(null, null, null, null, null, null, null);
    }

    /// <summary>The profile of an organisation that is or was of the pole; <see cref="Profile.Unsaid"/> while it has said nothing.</summary>
    /// <exception cref="NotHere">No such organisation in the actor's pole.</exception>
    public async Task<Profile> ProfileOf(Actor actor, string organisationId)
    {
        if ((await Belongings(actor, organisationId)).Count == 0) throw new NotHere();
        return await db.MaybeOne<Profile>($"select {ProfileColumns} from organisation_profiles where organisation_id = @organisationId", new { organisationId }) ?? Profile.Unsaid;
    }

    /// <summary>Full-time posts of the organisations that belonged to the pole on a day, as far as they say.</summary>
    public async Task<decimal> FullTimePosts(Actor actor, DateOnly day)
    {
        actor.Must(Act.ReadPole);
        return await db.One<long>("""
            select cast(coalesce(sum(p.fte_milli), 0) as bigint) from organisation_profiles p
            where p.organisation_id in (select m.organisation_id from memberships m where m.pole_id = @PoleId and m.from_day <= @day and (m.to_day is null or m.to_day >= @day))
            """, new { actor.PoleId, day }) / 1000m;
    }

    /// <summary>What everybody may read of an organisation that wishes it.</summary>
    public sealed record Presented(string Id, string Name, string Type, string? Territory, string? Sector, string? Website, string? About);

    /// <summary>Those of these that belong to the pole on that day, by name: for its public page.</summary>
    internal async Task<IReadOnlyList<Presented>> PresentedOf(string poleId, IReadOnlyCollection<string> ids, DateOnly today) => ids.Count == 0 ? [] : await db.Read<Presented>("""
        select o.id, o.name, o.type, p.territory, p.sector, p.website, p.about
        from organisations o left join organisation_profiles p on p.organisation_id = o.id
        where o.id in @ids and exists (select 1 from memberships m where m.organisation_id = o.id and m.pole_id = @poleId and m.from_day <= @today and (m.to_day is null or m.to_day >= @today))
        order by lower(o.name), o.id
        """, new { poleId, ids = ids.ToArray(), today });

    /// <summary>Whether the actor may say what an organisation is: someone of it, or the animation cell.</summary>
    public static bool MayDescribe(Actor actor, string organisationId) =>
        actor.May(Act.ManageMembers) || (actor.May(Act.DescribeOrganisation) && actor.OrganisationId == organisationId);

    /// <summary>Says what an organisation is. What was said already changes nothing.</summary>
    /// <param name="fte">Full-time posts, at most three decimals.</param>
    /// <exception cref="Refused">A text too long, a number out of range, a signature to come, a website that is none.</exception>
    public async Task Describe(Actor actor, string organisationId, Profile profile, decimal? fte)
    {
        actor.Must(Act.DescribeOrganisation);
        var ready = Checked(profile, fte);
        Refused.If(ready.CharterSignedOn > actor.Today(clock), "charter", "members.charter_to_come");
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.MaybeOne<string>("select id from memberships where pole_id = @PoleId and organisation_id = @organisationId limit 1", new { actor.PoleId, organisationId }) is null) throw new NotHere();
            if (!MayDescribe(actor, organisationId)) throw new NotAllowed();
            await Keep(tx, actor, actor.PoleId, organisationId, await Described(tx, organisationId), ready);
        });
    }

    /// <summary>The profile as it is stored.</summary>
    internal static Profile Checked(Profile profile, decimal? fte)
    {
        Refused.If(fte is { } f && (f < 0 || f > MostPosts || f * 1000 != decimal.Truncate(f * 1000)), "fte", "members.fte_range");
        var website = Said(profile.Website, "website", 300);
        Refused.If(website is not null && !(Uri.TryCreate(website, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"), "website", "members.bad_website");
        return new(Said(profile.LegalForm, "legal_form", LongestName), Said(profile.Sector, "sector", LongestName), Said(profile.Territory, "territory", LongestName), (long?)(fte * 1000),
            profile.CharterSignedOn, website, Said(profile.About, "about", LongestAbout));
    }

    private static async Task<Profile> Described(Tx tx, string organisationId) =>
        await tx.MaybeOne<Profile>($"select {ProfileColumns} from organisation_profiles where organisation_id = @organisationId", new { organisationId }) ?? Profile.Unsaid;

    /// <summary>Writes a profile that says something new, and announces it.</summary>
    /// <param name="actor">None: a file said it.</param>
    private static async Task Keep(Tx tx, Actor? actor, string poleId, string organisationId, Profile before, Profile after)
    {
        if (after == before) return;
        await tx.Execute("""
            insert into organisation_profiles (organisation_id, legal_form, sector, territory, fte_milli, charter_signed_on, website, about, told_at, told_by)
            values (@organisationId, @LegalForm, @Sector, @Territory, @FteMilli, @CharterSignedOn, @Website, @About, @Now, @by)
            on conflict (organisation_id) do update set legal_form = excluded.legal_form, sector = excluded.sector, territory = excluded.territory, fte_milli = excluded.fte_milli,
                charter_signed_on = excluded.charter_signed_on, website = excluded.website, about = excluded.about, told_at = excluded.told_at, told_by = excluded.told_by
            """, new { organisationId, after.LegalForm, after.Sector, after.Territory, after.FteMilli, after.CharterSignedOn, after.Website, after.About, tx.Now, by = actor?.PersonId });
        await tx.Announce(actor, new OrganisationDescribed(poleId, organisationId));
    }

    private static string? Said(string? text, string field, int longest)
    {
        text = text?.Trim();
        Refused.If(text?.Length > longest, field, "members.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
