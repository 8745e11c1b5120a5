using System.Security.Cryptography;

namespace Ptce.Workspace;

/// <summary>The files themselves, each under its own hash in the data folder: the same file twice is one, and a changed one is found out.</summary>
/// <remarks>Nodes that share a PostgreSQL store share this folder too.</remarks>
public sealed class EvidenceFiles(StoreSettings store)
{
    /// <param name="Type">Media type, by content.</param>
    public sealed record Kept(string Sha256, long Bytes, string Type);

    private string Folder => Path.Combine(store.Folder, "evidence");

    private string Place(string sha256) => Path.Combine(Folder, sha256[..2], sha256);

    /// <summary>Keeps a file. It is written whole beside its place, then moved: a crash leaves nothing that looks complete.</summary>
    /// <exception cref="Refused">«file» is empty, too large, or of a kind that is not taken.</exception>
    public async Task<Kept> Keep(Stream content, long most, CancellationToken stop)
    {
        Directory.CreateDirectory(Folder);
        var aside = Path.Combine(Folder, $".{Ids.New()}");
        try
        {
            var (sha256, bytes, head) = await Write(aside, content, most, stop);
            Refused.If(bytes == 0, "file", "evidence.empty");
            var type = MediaType(head) ?? throw new Refused("file", "evidence.unknown_type");
            var place = Place(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place)) File.Move(aside, place, overwrite: true);
            return new(sha256, bytes, type);
        }
        finally { File.Delete(aside); }
    }

    /// <summary>Keeps a picture that every browser draws; heic is taken as evidence but is none of them.</summary>
    /// <exception cref="Refused">As <see cref="Keep"/>; «photo» is no such picture.</exception>
    public async Task<Kept> KeepPicture(Stream content, long most, CancellationToken stop)
    {
        var kept = await Keep(content, most, stop);
        Refused.If(kept.Type is not ("image/png" or "image/jpeg" or "image/webp"), "photo", "photos.no_picture");
        return kept;
    }

    private static async Task<(string Sha256, long Bytes, byte[] Head)> Write(string path, Stream content, long most, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew);
        var (buffer, bytes, head) = (new byte[64 * 1024], 0L, Array.Empty<byte>());
        while (await content.ReadAsync(buffer, stop) is > 0 and var read)
        {
            bytes += read;
            Refused.If(bytes > most, "file", "evidence.too_large", most / (1024 * 1024));
            if (head.Length < 512) head = [.. head, .. buffer.AsSpan(0, Math.Min(read, 512 - head.Length))];
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        await file.FlushAsync(stop);
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes, head);
    }

    public bool Stands(string sha256) => File.Exists(Place(sha256));

    /// <returns>Null when the file is gone, or is not the one of that hash any more.</returns>
    public async Task<Stream?> Open(string sha256, CancellationToken stop)
    {
        if (!File.Exists(Place(sha256))) return null;
        var file = new FileStream(Place(sha256), FileMode.Open, FileAccess.Read, FileShare.Read);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)) == sha256)
        {
            file.Position = 0;
            return file;
        }
        await file.DisposeAsync();
        return null;
    }

    /// <summary>The kind of a file by its first bytes, for the kinds that are taken: papers, pictures, office files; never what a browser would run.</summary>
    private static string? MediaType(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return "application/pdf";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return "image/png";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8)) return "image/webp";
        if (head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) && (head[8..12].SequenceEqual("heic"u8) || head[8..12].SequenceEqual("mif1"u8))) return "image/heic";
        if (head.StartsWith("PK\u0003\u0004"u8)) return Office(head);
        return IsText(head) ? "text/plain" : null;
    }

    // Of the zipped formats, office files alone: their first entry says so.
    private static string? Office(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("mimetypeapplication/vnd.oasis.opendocument"u8) >= 0) return "application/vnd.oasis.opendocument";
        return head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("_rels/.rels"u8) >= 0 || head.IndexOf("docProps/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument" : null;
    }

    // Served as plain text for download: markup in it is words, not a page.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D)) return false;
        return true;
    }
}
