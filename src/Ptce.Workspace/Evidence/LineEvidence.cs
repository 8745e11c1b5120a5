namespace Ptce.Workspace;

/// <summary>Justificatif: an attendance sheet, an agreement, a photo, or a link to one, that proves a line.</summary>
/// <param name="Type">Media type of the file, found by its content; null for a link.</param>
/// <param name="Sha256">Of the file, in hexadecimal: where it is kept, and whether it is still the one that was added.</param>
public sealed record EvidencePiece(
    string Id, string ContributionId, string Name, string? Type, long? Bytes, string? Sha256, string? Link, string AddedBy, string AddedByName, DateTimeOffset AddedAt);

/// <summary>A piece as an approved digest rests on it.</summary>
public sealed record SealedPiece
{
    /// <summary>In the digest, from 1; 0 before it stands in one.</summary>
    public long Number { get; init; }
    public required string ContributionId { get; init; }
    public required string PieceId { get; init; }

    /// <summary>Of the file; null for a link.</summary>
    public string? Sha256 { get; init; }
    public string? Link { get; init; }
}

public sealed record EvidenceAdded(string PoleId, string ContributionId) : Event(PoleId, ContributionId);

public sealed record EvidenceWithdrawn(string PoleId, string ContributionId) : Event(PoleId, ContributionId);

/// <summary>Justificatifs: every way to add, read or withdraw one. Who reads the line reads its evidence.</summary>
public sealed partial class LineEvidence(Db db, Contributions contributions, EvidenceFiles files)
{
    public const long MostBytes = 10 * 1024 * 1024;
    public const int MostPieces = 20;    // on one line
    public const int LongestName = 120;  // characters
    public const int LongestLink = 500;  // characters

    /// <summary>The hashes of every file that a piece of evidence names, withdrawn ones too: what was shown once can be shown again.</summary>
    internal Task<IReadOnlyList<string>> Hashes() => db.Read<string>("select distinct sha256 from evidence where sha256 is not null");

    /// <summary>Adds a file to a line. The same file twice on a line is one piece.</summary>
    /// <param name="name">As the person calls it; its folder, if any, is dropped.</param>
    /// <exception cref="Refused">«file» is empty, over <see cref="MostBytes"/>, or of a kind that is not taken; the line has <see cref="MostPieces"/> already.</exception>
    /// <exception cref="NotHere">No such line in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<EvidencePiece> Attach(Actor actor, string contributionId, string name, Stream content, CancellationToken stop = default)
    {
        actor.Must(Act.AddEvidence);
        await contributions.One(actor, contributionId);
        var kept = await files.Keep(content, MostBytes, stop);
        return await Add(actor, contributionId, Named(name), kept.Type, kept.Bytes, kept.Sha256, null);
    }

    /// <summary>Adds a link to a line.</summary>
    /// <exception cref="Refused">«link» is no https address.</exception>
    public async Task<EvidencePiece> Refer(Actor actor, string contributionId, string link)
    {
        actor.Must(Act.AddEvidence);
        await contributions.One(actor, contributionId);
        link = link.Trim();
        Refused.If(link.Length > LongestLink || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo != "", "link", "evidence.bad_link", LongestLink);
        return await Add(actor, contributionId, new Uri(link).Host, null, null, null, link);
    }

    private Task<EvidencePiece> Add(Actor actor, string contributionId, string name, string? type, long? bytes, string? sha256, string? link) => db.Write(actor.PoleId, async tx =>
    {
        var there = await Standing(tx.Read<EvidencePiece>, actor.PoleId, contributionId);
        if (there.FirstOrDefault(p => p.Sha256 == sha256 && p.Link == link) is { } same) return same;
        Refused.If(there.Count >= MostPieces, "file", "evidence.too_many", MostPieces);
        await tx.Execute("""
            insert into evidence (id, pole_id, contribution_id, name, type, bytes, sha256, link, added_by, added_at)
            values (@id, @PoleId, @contributionId, @name, @type, @bytes, @sha256, @link, @PersonId, @Now)
            """, new { id = Ids.New(), actor.PoleId, contributionId, name, type, bytes, sha256, link, actor.PersonId, tx.Now });
        await tx.Announce(actor, new EvidenceAdded(actor.PoleId, contributionId));
        return (await Standing(tx.Read<EvidencePiece>, actor.PoleId, contributionId))[^1];
    });

    /// <summary>Takes back a piece one added oneself (the coordinator: any), as long as no approved digest rests on the line. Its trace stays.</summary>
    /// <exception cref="Refused">The line is locked.</exception>
    /// <exception cref="NotAllowed">Somebody else added it.</exception>
    public async Task Withdraw(Actor actor, string pieceId)
    {
        actor.Must(Act.AddEvidence);
        var piece = await Piece(actor, pieceId);
        if (piece.AddedBy != actor.PersonId) actor.Must(Act.LogForOthers);
        var line = await contributions.One(actor, piece.ContributionId);
        Refused.If(line.State == States.Locked, "", "evidence.locked");
        await db.Write(actor.PoleId, async tx =>
        {
            if (await tx.Execute("update evidence set withdrawn_at = @Now, withdrawn_by = @PersonId where id = @pieceId and withdrawn_at is null", new { tx.Now, actor.PersonId, pieceId }) == 1)
                await tx.Announce(actor, new EvidenceWithdrawn(actor.PoleId, piece.ContributionId));
        });
    }

    /// <summary>The evidence of a line the actor may read, in the order it came.</summary>
    /// <exception cref="NotHere">No such line in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<IReadOnlyList<EvidencePiece>> Of(Actor actor, string contributionId)
    {
        await contributions.One(actor, contributionId);
        return await Standing(db.Read<EvidencePiece>, actor.PoleId, contributionId);
    }

    /// <summary>A file, proved to be the one that was added.</summary>
    /// <exception cref="NotHere">No such file for the actor's eyes.</exception>
    /// <exception cref="Refused">The file is missing from the data folder, or is not the one that was added.</exception>
    public async Task<(EvidencePiece Piece, Stream Content)> Open(Actor actor, string pieceId, CancellationToken stop = default)
    {
        var piece = await Piece(actor, pieceId);
        if (piece.Sha256 is not { } sha256) throw new NotHere();
        return (piece, await files.Open(sha256, stop) ?? throw new Refused("", "evidence.changed", piece.Name));
    }

    private async Task<EvidencePiece> Piece(Actor actor, string id)
    {
        var piece = await db.MaybeOne<EvidencePiece>($"{Pieces} where e.id = @id and e.pole_id = @PoleId and e.withdrawn_at is null", new { id, actor.PoleId }) ?? throw new NotHere();
        await contributions.One(actor, piece.ContributionId);
        return piece;
    }

    private const string Pieces = """
        select e.id, e.contribution_id, e.name, e.type, e.bytes, e.sha256, e.link, e.added_by, p.name as added_by_name, e.added_at
        from evidence e join people p on p.id = e.added_by
        """;

    private static Task<IReadOnlyList<EvidencePiece>> Standing(Reads<EvidencePiece> read, string poleId, string contributionId) => read(
        $"{Pieces} where e.contribution_id = @contributionId and e.pole_id = @poleId and e.withdrawn_at is null order by e.id", new { contributionId, poleId });

    private static string Named(string name)
    {
        name = string.Concat(name.Replace('\\', '/').Split('/')[^1].Where(c => !char.IsControl(c))).Trim();
        return name is "" ? "document" : name.Length <= LongestName ? name : name[..(LongestName - 12)] + "…" + name[^11..];
    }
}
