using System.Security.Cryptography;

namespace Ptce.Workspace;

/// <summary>Exports that take long: asked for, made by a job, fetched by whoever asked, deleted when their time is over.</summary>
/// <remarks>Files stand in the data folder, under a name nobody guesses; on several nodes that folder is shared.</remarks>
public sealed partial class Exports(Db db, Digests digests, Packs packs, Contributions contributions, Members members, Actors actors, Poles poles, StoreSettings store, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private const int Portion = 5_000; // lines between two looks at how far it is
    private const int MostInASheet = Xlsx.MostRows - 100;
    private const int MostWaiting = 20; // of one person

    private const string Columns = """
        id, pole_id, digest_id, what, format, language, asked_by, organisation_id, roles, asked_at, state, done, total, quantities_alone, failures, secret, sha256, bytes, ready_at, expires_at
        """;

    private string Folder => Path.Combine(store.Folder, "exports");

    private string FileOf(Export export) => Path.Combine(Folder, $"{export.Id}-{export.Secret}.{export.Format}");

    /// <summary>Asks for an export; the same, still being made, is the same, and is tried again where making it failed.</summary>
    /// <param name="values">False: quantities alone.</param>
    /// <exception cref="Refused">It is none of those offered, longer than a sheet holds, or too many wait already.</exception>
    /// <exception cref="NotHere">No such digest for this reader, or none compiled yet.</exception>
    public async Task<string> Ask(Actor actor, string digestId, string what, string format, Say say, bool values = true)
    {
        actor.Must(Act.ReadApproved);
        if (what == Export.Entries) actor.Must(Act.ReadDigests);
        var digest = await digests.One(actor, digestId);
        if (digest.Hash is null) throw new NotHere();
        Refused.If(!Export.Offered.Contains((what, format)), "", "packs.refused.choice", $"{what}.{format}");
        Refused.If(what == Export.Lines && format == "xlsx" && digest.Lines > MostInASheet, "", "packs.refused.sheet", MostInASheet);
        return await db.Write(actor.PoleId, async tx =>
        {
            var waiting = await tx.Read<Export>($"select {Columns} from exports where pole_id = @PoleId and asked_by = @PersonId and state = 'asked'", actor);
            var alone = !values && Export.MayHideValues(what) ? 1L : 0L;
            if (waiting.FirstOrDefault(e => (e.DigestId, e.What, e.Format, e.Language, e.QuantitiesAlone) == (digestId, what, format, say.Language, alone)) is { } same)
            {
                if (same.Failures > 0) await tx.Owe("job", "export", same.Id, actor.PoleId, dedupe: $"export-{same.Id}-{same.Failures}");
                return same.Id;
            }
            Refused.If(waiting.Count >= MostWaiting, "", "packs.refused.waiting", MostWaiting);
            var id = Ids.New();
            await tx.Execute("""
                insert into exports (id, pole_id, digest_id, what, format, language, asked_by, organisation_id, roles, asked_at, state, total, quantities_alone, secret)
                values (@id, @PoleId, @digestId, @what, @format, @Language, @PersonId, @OrganisationId, @roles, @Now, 'asked', @total, @alone, @secret)
                """, new
            {
                id,
                actor.PoleId,
                digestId,
                what,
                format,
                say.Language,
                actor.PersonId,
                actor.OrganisationId,
                roles = (long)actor.Roles,
                tx.Now,
                total = digest.Lines,
                alone,
                secret = RandomNumberGenerator.GetHexString(48, lowercase: true),
            });
            await tx.Announce(actor, new ExportAsked(actor.PoleId, digestId, what));
            await tx.Owe("job", "export", id, actor.PoleId, dedupe: $"export-{id}");
            return id;
        });
    }

    /// <summary>The actor's own exports of a digest, newest first; those whose time is over stay named for as long again. 20 at most.</summary>
    public Task<IReadOnlyList<Export>> Mine(Actor actor, string digestId) => db.Read<Export>($"""
        select {Columns} from exports
        where pole_id = @PoleId and asked_by = @PersonId and digest_id = @digestId and (state <> 'gone' or expires_at > @forgotten) order by id desc limit 20
        """, new { actor.PoleId, actor.PersonId, digestId, forgotten = clock.GetUtcNow() - Kept });

    /// <summary>Where an address of the actor's own export leads once its file is gone: the digest it was of; null for anybody else's.</summary>
    public async Task<string?> OverOf(Actor actor, string id, string secret)
    {
        actor.Must(Act.ReadApproved);
        return await Find(id) is { } export && IsFor(actor, export, secret) && export.IsOver(clock.GetUtcNow()) ? export.DigestId : null;
    }

    /// <summary>A file that is ready, for the one who asked and still has the rights they asked with.</summary>
    /// <exception cref="NotHere">It is not the actor's, the secret is another, or its time is over.</exception>
    public async Task<(Export Export, string File)> Fetch(Actor actor, string id, string secret)
    {
        var export = await Find(id);
        if (export is null || export.State != Export.Ready || !IsFor(actor, export, secret) || ((long)actor.Roles & export.Roles) != export.Roles
            || export.IsOver(clock.GetUtcNow()) || !File.Exists(FileOf(export))) throw new NotHere();
        await digests.One(actor, export.DigestId);
        return (export, FileOf(export));
    }

    private static bool IsFor(Actor actor, Export export, string secret) => export.PoleId == actor.PoleId && export.AskedBy == actor.PersonId
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(export.Secret), System.Text.Encoding.UTF8.GetBytes(secret));

    private Task<Export?> Find(string id) => db.MaybeOne<Export>($"select {Columns} from exports where id = @id", new { id });

    /// <summary>Each night: deletes the files whose time is over, and what a crash left behind.</summary>
    public async Task Sweep(JobAccount account)
    {
        var deleted = 0;
        foreach (var over in await db.Read<Export>($"select {Columns} from exports where state in ('ready', 'failed') and expires_at <= @now order by id limit 1000", new { now = clock.GetUtcNow() }))
        {
            File.Delete(FileOf(over));
            deleted++;
            await db.Write(over.PoleId, tx => tx.Execute("update exports set state = 'gone' where id = @Id", new { over.Id }));
        }
        account.Did("jobs.did.exports", deleted);
        if (!Directory.Exists(Folder)) return;
        foreach (var left in Directory.EnumerateFiles(Folder, "*.part").Where(f => clock.GetUtcNow() - File.GetLastWriteTimeUtc(f) > TimeSpan.FromDays(1))) File.Delete(left);
    }
}
