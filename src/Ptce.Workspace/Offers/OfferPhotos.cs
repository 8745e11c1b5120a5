namespace Ptce.Workspace;

/// <summary>A picture of an offer or a need.</summary>
/// <param name="Shows">What is to be seen, for who does not see it.</param>
public sealed record OfferPhoto(string Id, string OfferId, string Sha256, string Type, string Shows);

/// <summary>Photos: the rows here, the files under their hash in the data folder. Who reads the offer sees its pictures.</summary>
public sealed class OfferPhotos(Db db, Offers offers, EvidenceFiles files)
{
    public const long MostBytes = 5 * 1024 * 1024;
    public const int MostPhotos = 6;     // of one offer
    public const int LongestShows = 200; // characters

    /// <summary>The hashes of every picture, removed ones too.</summary>
    internal Task<IReadOnlyList<string>> Hashes() => db.Read<string>("select distinct sha256 from offer_photos");

    private const string Columns = "p.id, p.offer_id, p.sha256, p.type, p.shows";

    /// <summary>Adds a picture. The same file twice is one.</summary>
    /// <param name="shows">What is to be seen: read aloud to who does not see it.</param>
    /// <exception cref="Refused">No words for it; the file is empty, over <see cref="MostBytes"/> or no picture; there are <see cref="MostPhotos"/> already.</exception>
    public async Task<OfferPhoto> Add(Actor actor, string offerId, string? shows, Stream content, CancellationToken stop = default)
    {
        actor.Must(Act.PostOffer);
        if (!Offers.MayChange(actor, await offers.One(actor, offerId))) throw new NotAllowed();
        var words = shows?.Trim() ?? "";
        Refused.If(words is "" or { Length: > LongestShows }, "shows", "offers.photo_words", LongestShows);
        var kept = await files.KeepPicture(content, MostBytes, stop);
        return await db.Write(actor.PoleId, async tx =>
        {
            var there = await tx.Read<OfferPhoto>($"select {Columns} from offer_photos p where p.offer_id = @offerId and p.removed_at is null order by p.id", new { offerId });
            if (there.FirstOrDefault(p => p.Sha256 == kept.Sha256) is { } same) return same;
            Refused.If(there.Count >= MostPhotos, "photo", "offers.too_many_photos", MostPhotos);
            var photo = new OfferPhoto(Ids.New(), offerId, kept.Sha256, kept.Type, words);
            await tx.Execute("""
                insert into offer_photos (id, pole_id, offer_id, sha256, type, bytes, shows, added_by, added_at)
                values (@Id, @PoleId, @OfferId, @Sha256, @Type, @Bytes, @Shows, @PersonId, @Now)
                """, new { photo.Id, actor.PoleId, photo.OfferId, photo.Sha256, photo.Type, kept.Bytes, photo.Shows, actor.PersonId, tx.Now });
            await tx.Announce(actor, new OfferChanged(actor.PoleId, offerId));
            return photo;
        });
    }

    /// <summary>Takes a picture away. Twice is once.</summary>
    public async Task Remove(Actor actor, string photoId)
    {
        actor.Must(Act.PostOffer);
        var photo = await Find(actor, photoId);
        if (!Offers.MayChange(actor, await offers.One(actor, photo.OfferId))) throw new NotAllowed();
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("update offer_photos set removed_at = @Now, removed_by = @PersonId where id = @photoId and removed_at is null", new { tx.Now, actor.PersonId, photoId }) == 1)
                await tx.Announce(actor, new OfferChanged(actor.PoleId, photo.OfferId));
        });
    }

    /// <summary>The pictures of an offer, in the order they came.</summary>
    public async Task<IReadOnlyList<OfferPhoto>> Of(Actor actor, string offerId)
    {
        await offers.One(actor, offerId);
        return await db.Read<OfferPhoto>($"select {Columns} from offer_photos p where p.offer_id = @offerId and p.removed_at is null order by p.id", new { offerId });
    }

    /// <summary>A picture, proved to be the one that was added.</summary>
    /// <exception cref="NotHere">No such picture in the actor's pole; or its file is gone.</exception>
    public async Task<(OfferPhoto Photo, Stream Content)> Open(Actor actor, string photoId, CancellationToken stop = default)
    {
        var photo = await Find(actor, photoId);
        return (photo, await files.Open(photo.Sha256, stop) ?? throw new NotHere());
    }

    private async Task<OfferPhoto> Find(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<OfferPhoto>($"select {Columns} from offer_photos p where p.id = @id and p.pole_id = @PoleId and p.removed_at is null", new { id, actor.PoleId }) ?? throw new NotHere();
    }
}
