namespace Ptce.Workspace;

/// <summary>A picture of an object of the pole: of what is offered or sought, of a milestone that was reached.</summary>
/// <param name="SubjectId">The object whose page shows it: an offer, a cooperation.</param>
/// <param name="PartId">The part of it that is seen: a milestone. None: the object itself.</param>
/// <param name="Shows">What is to be seen, for who does not see it.</param>
public sealed record Photo(string Id, string SubjectId, string? PartId, string Sha256, string Type, string Shows);

/// <summary>A slice whose objects have pictures.</summary>
public interface IHavePhotos
{
    /// <summary>Passes for who may change the pictures of an object.</summary>
    /// <param name="partId">The part of it they are of, where it has parts.</param>
    /// <returns>What is announced when they change.</returns>
    /// <exception cref="NotAllowed">It is not the actor's to change.</exception>
    /// <exception cref="NotHere">No such object, or no such part of it, in the actor's pole.</exception>
    Task<Event> ChangePhotos(Actor actor, string id, string? partId);
}

/// <summary>Photos: the rows here, the files under their hash in the data folder. Who reads the pole sees its pictures; who may change an object, its own.</summary>
public sealed class Photos(Db db, EvidenceFiles files)
{
    public const long MostBytes = 5 * 1024 * 1024;
    public const int MostPhotos = 6;     // of one object, or of one part of it
    public const int LongestShows = 200; // characters

    private const string Columns = "id, subject_id, part_id, sha256, type, shows";

    /// <summary>The hashes of every picture, removed ones too.</summary>
    internal Task<IReadOnlyList<string>> Hashes() => db.Read<string>("select distinct sha256 from photos");

    /// <summary>Adds a picture. The same file twice is one.</summary>
    /// <param name="of">The slice that the object is of.</param>
    /// <param name="shows">What is to be seen: read aloud to who does not see it.</param>
    /// <exception cref="Refused">No words for it; the file is empty, over <see cref="MostBytes"/> or no picture; there are <see cref="MostPhotos"/> already.</exception>
    /// <exception cref="NotHere">As <see cref="IHavePhotos.ChangePhotos"/>.</exception>
    public async Task<Photo> Add(Actor actor, IHavePhotos of, string subjectId, string? partId, string? shows, Stream content, CancellationToken stop = default)
    {
        var changed = await of.ChangePhotos(actor, subjectId, partId);
        var words = shows?.Trim() ?? "";
        Refused.If(words is "" or { Length: > LongestShows }, "shows", "photos.words", LongestShows);
        var kept = await files.KeepPicture(content, MostBytes, stop);
        return await db.Write(actor.PoleId, async tx =>
        {
            var there = (await Of(tx.Read<Photo>, actor.PoleId, subjectId)).Where(p => p.PartId == partId).ToList();
            if (there.Find(p => p.Sha256 == kept.Sha256) is { } same) return same;
            Refused.If(there.Count >= MostPhotos, "photo", "photos.too_many", MostPhotos);
            var photo = new Photo(Ids.New(), subjectId, partId, kept.Sha256, kept.Type, words);
            await tx.Execute("""
                insert into photos (id, pole_id, subject_id, part_id, sha256, type, bytes, shows, added_by, added_at)
                values (@Id, @PoleId, @SubjectId, @PartId, @Sha256, @Type, @Bytes, @Shows, @PersonId, @Now)
                """, new { photo.Id, actor.PoleId, photo.SubjectId, photo.PartId, photo.Sha256, photo.Type, kept.Bytes, photo.Shows, actor.PersonId, tx.Now });
            await tx.Announce(actor, changed);
            return photo;
        });
    }

    /// <summary>Takes a picture away. Twice is once.</summary>
    /// <exception cref="NotHere">No such picture of an object of this slice.</exception>
    public async Task Remove(Actor actor, IHavePhotos of, string photoId)
    {
        var photo = await Find(actor, photoId);
        var changed = await of.ChangePhotos(actor, photo.SubjectId, photo.PartId);
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("update photos set removed_at = @Now, removed_by = @PersonId where id = @photoId and removed_at is null", new { tx.Now, actor.PersonId, photoId }) == 1)
                await tx.Announce(actor, changed);
        });
    }

    /// <summary>A part that is taken away takes its pictures along.</summary>
    internal static Task RemoveOf(Tx tx, Actor actor, string subjectId, string partId) => tx.Execute("""
        update photos set removed_at = @Now, removed_by = @PersonId where subject_id = @subjectId and part_id = @partId and removed_at is null
        """, new { tx.Now, actor.PersonId, subjectId, partId });

    /// <summary>The pictures of an object and of its parts, in the order they came.</summary>
    public Task<IReadOnlyList<Photo>> Of(Actor actor, string subjectId)
    {
        actor.Must(Act.ReadPole);
        return Of(db.Read<Photo>, actor.PoleId, subjectId);
    }

    private static Task<IReadOnlyList<Photo>> Of(Reads<Photo> read, string poleId, string subjectId) =>
        read($"select {Columns} from photos where subject_id = @subjectId and pole_id = @poleId and removed_at is null order by id", new { subjectId, poleId });

    /// <summary>A picture, proved to be the one that was added.</summary>
    /// <exception cref="NotHere">No such picture in the actor's pole; or its file is gone.</exception>
    public async Task<(Photo Photo, Stream Content)> Open(Actor actor, string photoId, CancellationToken stop = default)
    {
        var photo = await Find(actor, photoId);
        return (photo, await files.Open(photo.Sha256, stop) ?? throw new NotHere());
    }

    private async Task<Photo> Find(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<Photo>($"select {Columns} from photos where id = @id and pole_id = @PoleId and removed_at is null", new { id, actor.PoleId }) ?? throw new NotHere();
    }
}
