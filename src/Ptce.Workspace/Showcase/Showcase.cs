namespace Ptce.Workspace;

/// <summary>Page publique, as its pole set it.</summary>
/// <param name="OpenedAt">Null while it is closed.</param>
/// <param name="Indexed">Whether search engines may list it.</param>
public sealed record ShowcaseSetting(DateTimeOffset? OpenedAt, bool Indexed, string? Words)
{
    public static readonly ShowcaseSetting Never = new(null, false, null);

    public bool IsOpen => OpenedAt is not null;
}

/// <summary>What anybody sees: organisations that asked for it, and what they chose to show. No person, no address, no free text of an offer.</summary>
public sealed record PublicPole(string Slug, string Name, string Language, bool Indexed, string? Words, IReadOnlyList<Members.Presented> Organisations, IReadOnlyList<Offer> Offers);

public sealed record ShowcaseOpened(string PoleId) : Event(PoleId, PoleId);

public sealed record ShowcaseClosed(string PoleId) : Event(PoleId, PoleId);

public sealed record MemberShown(string PoleId, string OrganisationId) : Event(PoleId, OrganisationId);

public sealed record MemberHidden(string PoleId, string OrganisationId) : Event(PoleId, OrganisationId);

public sealed record OfferShown(string PoleId, string OfferId) : Event(PoleId, OfferId);

public sealed record OfferHidden(string PoleId, string OfferId) : Event(PoleId, OfferId);

/// <summary>Vitrine: the page of a pole that opens it to everybody, with the members and offers that each of them put there.</summary>
public sealed class Showcase(Db db, Poles poles, Members members, Offers offers, TimeProvider clock)
{
    public const int LongestWords = 1000; // characters
    public const int MostOffers = 200;

    private sealed record Row(DateTimeOffset? OpenedAt, long Indexed, string? Words);

    /// <summary>How the pole's page is set.</summary>
    public async Task<ShowcaseSetting> Setting(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return await Setting(actor.PoleId);
    }

    /// <summary>Opens the page, or changes what stands on it.</summary>
    /// <exception cref="Refused">«words» is too long.</exception>
    public Task Open(Actor actor, string? words, bool indexed)
    {
        actor.Must(Act.OpenShowcase);
        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        Refused.If(words?.Length > LongestWords, "words", "members.too_long", LongestWords);
        return db.Write(actor.PoleId, async tx =>
        {
            var opens = await tx.One<long>("select count(*) from showcases where pole_id = @PoleId and opened_at is not null", new { actor.PoleId }) == 0;
            await tx.Execute("""
                insert into showcases (pole_id, opened_at, indexed, words, told_by, told_at) values (@PoleId, @Now, @index, @words, @PersonId, @Now)
                on conflict (pole_id) do update set opened_at = coalesce(showcases.opened_at, excluded.opened_at), indexed = excluded.indexed, words = excluded.words,
                    told_by = excluded.told_by, told_at = excluded.told_at
                """, new { actor.PoleId, tx.Now, index = indexed ? 1L : 0L, words, actor.PersonId });
            if (opens) await tx.Announce(actor, new ShowcaseOpened(actor.PoleId));
        });
    }

    /// <summary>Closes the page; what each chose to show is kept for another time. Twice is once.</summary>
    public Task Close(Actor actor)
    {
        actor.Must(Act.OpenShowcase);
        return db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("update showcases set opened_at = null, told_by = @PersonId, told_at = @Now where pole_id = @PoleId and opened_at is not null", new { actor.PoleId, actor.PersonId, tx.Now }) == 1)
                await tx.Announce(actor, new ShowcaseClosed(actor.PoleId));
        });
    }

    /// <summary>Shows an organisation on the page, by its own people alone; takes it off, by them or the cell. Twice is once.</summary>
    /// <exception cref="NotAllowed">Another's organisation.</exception>
    public async Task Show(Actor actor, string organisationId, bool shown)
    {
        actor.Must(Act.DescribeOrganisation);
        if ((await members.Belongings(actor, organisationId)).Count == 0) throw new NotHere();
        if (actor.OrganisationId != organisationId && (shown || !actor.May(Act.ManageMembers))) throw new NotAllowed();
        await Put(actor, shown, "showcase_members", "organisation_id", organisationId, shown ? new MemberShown(actor.PoleId, organisationId) : new MemberHidden(actor.PoleId, organisationId));
    }

    /// <summary>Shows an offer or a need on the page, while its organisation is shown there; or takes it off. Twice is once.</summary>
    /// <exception cref="Refused">Its organisation is not on the page.</exception>
    /// <exception cref="NotAllowed">Not the actor's to change.</exception>
    public async Task ShowOffer(Actor actor, string offerId, bool shown)
    {
        actor.Must(Act.PostOffer);
        var offer = await offers.One(actor, offerId);
        if (!Offers.MayChange(actor, offer)) throw new NotAllowed();
        Refused.If(shown && !(await Shown(actor)).Contains(offer.OrganisationId), "", "showcase.refused.organisation", offer.OrganisationName);
        await Put(actor, shown, "showcase_offers", "offer_id", offerId, shown ? new OfferShown(actor.PoleId, offerId) : new OfferHidden(actor.PoleId, offerId));
    }

    /// <summary>The organisations and the offers that are on the page, by id; whether or not it is open.</summary>
    public async Task<IReadOnlySet<string>> Shown(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return (await Ids(actor.PoleId)).ToHashSet();
    }

    /// <summary>What anybody sees; null for a pole that shows nothing.</summary>
    public async Task<PublicPole?> Public(string slug)
    {
        if (await poles.BySlug(slug) is not { } pole || await Setting(pole.Id) is not { IsOpen: true } setting) return null;
        var (ids, today) = (await Ids(pole.Id), Zones.Day(clock.GetUtcNow(), pole.Zone));
        var shown = await members.PresentedOf(pole.Id, ids, today);
        var here = shown.Select(o => o.Id).ToHashSet();
        return new(pole.Slug, pole.Name, pole.Language, setting.Indexed, setting.Words, shown,
            [.. (await offers.OpenAmong(pole.Id, ids, today, MostOffers)).Where(o => here.Contains(o.OrganisationId))]);
    }

    private async Task<ShowcaseSetting> Setting(string poleId) =>
        await db.MaybeOne<Row>("select opened_at, indexed, words from showcases where pole_id = @poleId", new { poleId }) is { } row ? new(row.OpenedAt, row.Indexed == 1, row.Words) : ShowcaseSetting.Never;

    private Task<IReadOnlyList<string>> Ids(string poleId) => db.Read<string>("""
        select organisation_id from showcase_members where pole_id = @poleId union all select offer_id from showcase_offers where pole_id = @poleId
        """, new { poleId });

    private Task Put(Actor actor, bool shown, string table, string column, string id, Event told) => db.Write(actor.PoleId, async tx =>
    {
        var changed = shown
            ? await tx.Execute($"insert into {table} (pole_id, {column}, shown_by, shown_at) values (@PoleId, @id, @PersonId, @Now) on conflict do nothing", new { actor.PoleId, id, actor.PersonId, tx.Now })
            : await tx.Execute($"delete from {table} where pole_id = @PoleId and {column} = @id", new { actor.PoleId, id });
        if (changed == 1) await tx.Announce(actor, told);
    });
}
