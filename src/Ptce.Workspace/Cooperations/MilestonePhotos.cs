namespace Ptce.Workspace;

/// <summary>A picture of a milestone: the pilot site, the opening, what was made.</summary>
/// <param name="Shows">What is to be seen, for who does not see it.</param>
public sealed record MilestonePhoto(string Id, string CooperationId, string MilestoneId, string Sha256, string Type, string Shows);

/// <summary>Photos d'étapes: the rows here, the files under their hash in the data folder. Who reads the cooperation sees them.</summary>
public sealed class MilestonePhotos(Db db, Cooperations cooperations, EvidenceFiles files)
{
    public const long MostBytes = 5 * 1024 * 1024;
    public const int MostPhotos = 6;     // of one milestone
    public const int LongestShows = 200; // characters

    /// <summary>The hashes of every picture, removed ones too.</summary>
    internal Task<IReadOnlyList<string>> Hashes() => db.Read<string>("select distinct sha256 from milestone_photos");

    private const string Columns = "p.id, p.cooperation_id, p.milestone_id, p.sha256, p.type, p.shows";

    /// <summary>Adds a picture. The same file twice is one.</summary>
    /// <param name="shows">What is to be seen: read aloud to who does not see it.</param>
    /// <exception cref="Refused">No words for it; the file is empty, over <see cref="MostBytes"/> or no picture; there are <see cref="MostPhotos"/> already.</exception>
    /// <exception cref="NotHere">No such milestone of a cooperation of the pole.</exception>
    public async Task<MilestonePhoto> Add(Actor actor, string cooperationId, string milestoneId, string? shows, Stream content, CancellationToken stop = default)
    {
        actor.Must(Act.LogCooperation);
        if (!Cooperations.MayChange(actor, await cooperations.One(actor, cooperationId))) throw new NotAllowed();
        if ((await cooperations.Milestones(actor, cooperationId)).All(m => m.Id != milestoneId)) throw new NotHere();
        var words = shows?.Trim() ?? "";
        Refused.If(words is "" or { Length: > LongestShows }, "shows", "offers.photo_words", LongestShows);
        var kept = await files.KeepPicture(content, MostBytes, stop);
        return await db.Write(actor.PoleId, async tx =>
        {
            var there = await tx.Read<MilestonePhoto>($"select {Columns} from milestone_photos p where p.cooperation_id = @cooperationId and p.milestone_id = @milestoneId and p.removed_at is null order by p.id", new { cooperationId, milestoneId });
            if (there.FirstOrDefault(p => p.Sha256 == kept.Sha256) is { } same) return same;
            Refused.If(there.Count >= MostPhotos, "photo", "offers.too_many_photos", MostPhotos);
            var photo = new MilestonePhoto(Ids.New(), cooperationId, milestoneId, kept.Sha256, kept.Type, words);
            await tx.Execute("""
                insert into milestone_photos (id, pole_id, cooperation_id, milestone_id, sha256, type, bytes, shows, added_by, added_at)
                values (@Id, @PoleId, @CooperationId, @MilestoneId, @Sha256, @Type, @Bytes, @Shows, @PersonId, @Now)
                """, new { photo.Id, actor.PoleId, photo.CooperationId, photo.MilestoneId, photo.Sha256, photo.Type, kept.Bytes, photo.Shows, actor.PersonId, tx.Now });
            await tx.Announce(actor, new CooperationChanged(actor.PoleId, cooperationId));
            return photo;
        });
    }

    /// <summary>Takes a picture away. Twice is once.</summary>
    public async Task Remove(Actor actor, string photoId)
    {
        actor.Must(Act.LogCooperation);
        var photo = await Find(actor, photoId);
        if (!Cooperations.MayChange(actor, await cooperations.One(actor, photo.CooperationId))) throw new NotAllowed();
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("update milestone_photos set removed_at = @Now, removed_by = @PersonId where id = @photoId and removed_at is null", new { tx.Now, actor.PersonId, photoId }) == 1)
                await tx.Announce(actor, new CooperationChanged(actor.PoleId, photo.CooperationId));
        });
    }

    /// <summary>The pictures of a cooperation's milestones, in the order they came.</summary>
    public async Task<IReadOnlyList<MilestonePhoto>> Of(Actor actor, string cooperationId)
    {
        await cooperations.One(actor, cooperationId);
        return await db.Read<MilestonePhoto>($"select {Columns} from milestone_photos p where p.cooperation_id = @cooperationId and p.removed_at is null order by p.id", new { cooperationId });
    }

    /// <summary>A picture, proved to be the one that was added.</summary>
    /// <exception cref="NotHere">No such picture in the actor's pole; or its file is gone.</exception>
    public async Task<(MilestonePhoto Photo, Stream Content)> Open(Actor actor, string photoId, CancellationToken stop = default)
    {
        var photo = await Find(actor, photoId);
        return (photo, await files.Open(photo.Sha256, stop) ?? throw new NotHere());
    }

    private async Task<MilestonePhoto> Find(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<MilestonePhoto>($"select {Columns} from milestone_photos p where p.id = @id and p.pole_id = @PoleId and p.removed_at is null", new { id, actor.PoleId }) ?? throw new NotHere();
    }
}
