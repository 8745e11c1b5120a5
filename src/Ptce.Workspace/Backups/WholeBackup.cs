using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>A backup of the whole: a zip that holds the store and the files that stand beside it, evidence and photos under their hash, and the exports that are still to be fetched.</summary>
/// <remarks>Read as hostile: an entry of any other name is refused before anything is written, nothing larger than it says comes out, and a file that is not the one of its hash does not count.</remarks>
internal sealed partial class WholeBackup : IDisposable
{
    public const string Extension = ".zip", StoreName = "ptce.db", DumpName = "ptce.dump";
    private static readonly string[] Folders = ["evidence", "exports"];

    private readonly string _file;
    private readonly ZipArchive _zip;

    private WholeBackup(string file) => (_file, _zip) = (file, ZipFile.OpenRead(file));

    /// <summary>Whether a file is a zip, by its first bytes.</summary>
    public static bool Is(string file)
    {
        using var stream = File.OpenRead(file);
        var head = new byte[4];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <summary>Opens one, once each of its names is one of ours and its files have room in the folder.</summary>
    /// <exception cref="Refused">It is damaged, holds no store, a name that is none of ours or twice the same, or more than the disk takes.</exception>
    public static WholeBackup Open(string file, string into)
    {
        WholeBackup whole;
        try { whole = new(file); }
        catch (InvalidDataException e) { throw new Refused("file", "backups.damaged", file, e.Message); }
        try
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in whole._zip.Entries) Refused.If(!Ours().IsMatch(entry.FullName) || !seen.Add(entry.FullName), "file", "backups.strange_entry", file, entry.FullName);
            Refused.If(!seen.Contains(StoreName), "file", "backups.no_store", file);
            Refused.If(whole._zip.Entries.Sum(e => (decimal)e.Length) > new DriveInfo(into).AvailableFreeSpace, "file", "backups.no_room_to_restore", into);
            return whole;
        }
        catch
        {
            whole.Dispose();
            throw;
        }
    }

    /// <summary>The files of a data folder that a backup of the whole holds, by the name they have in it.</summary>
    public static IEnumerable<(string Name, FileInfo File)> FilesOf(string folder) => Folders.Select(f => new DirectoryInfo(Path.Combine(folder, f))).Where(d => d.Exists)
        .SelectMany(d => d.EnumerateFiles("*", SearchOption.AllDirectories)).Select(f => (Path.GetRelativePath(folder, f.FullName).Replace('\\', '/'), f)).Where(f => Ours().IsMatch(f.Item1));

    /// <summary>Writes one around a copy of the store.</summary>
    /// <returns>How many files it holds beside the store.</returns>
    public static int Write(string to, string storeCopy, string storeName, string folder)
    {
        using var zip = new ZipArchive(File.Open(to, FileMode.Create), ZipArchiveMode.Create);
        zip.CreateEntryFromFile(storeCopy, storeName, CompressionLevel.Fastest);
        var files = 0;
        foreach (var (name, file) in FilesOf(folder))
        {
            try { zip.CreateEntryFromFile(file.FullName, name, CompressionLevel.NoCompression); } // papers and pictures are small already
            catch (FileNotFoundException) { continue; } // an export whose time was over this very moment
            files++;
        }
        return files;
    }

    /// <summary>Brings the store out.</summary>
    public Task StoreTo(string copy) => Take(_zip.GetEntry(StoreName)!, copy);

    /// <summary>Brings the files out beside those that stand there: what bears a hash is the same wherever it stands.</summary>
    /// <returns>How many the backup holds.</returns>
    /// <exception cref="Refused">One is not the file of its hash.</exception>
    public async Task<int> FilesTo(string folder)
    {
        var files = 0;
        foreach (var entry in _zip.Entries.Where(e => e.FullName != StoreName))
        {
            var place = Path.Combine(folder, entry.FullName.Replace('/', Path.DirectorySeparatorChar));
            var aside = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(place)!).FullName, $".{Ids.New()}");
            try
            {
                await Take(entry, aside);
                if (entry.FullName.StartsWith("evidence/", StringComparison.Ordinal)) await MustBe(aside, entry.Name);
                if (!File.Exists(place)) File.Move(aside, place);
            }
            finally { File.Delete(aside); }
            files++;
        }
        return files;
    }

    public void Dispose() => _zip.Dispose();

    private async Task Take(ZipArchiveEntry entry, string to)
    {
        try
        {
            await using var from = entry.Open();
            await using var file = File.Open(to, FileMode.Create);
            var (buffer, left) = (new byte[64 * 1024], entry.Length);
            for (int read; (read = await from.ReadAsync(buffer)) > 0; left -= read)
            {
                Refused.If(read > left, "file", "backups.strange_entry", _file, entry.FullName);
                await file.WriteAsync(buffer.AsMemory(0, read));
            }
            Refused.If(left > 0, "file", "backups.damaged", _file, entry.FullName);
            file.Flush(flushToDisk: true);
        }
        catch (InvalidDataException e) { throw new Refused("file", "backups.damaged", _file, e.Message); }
    }

    private async Task MustBe(string file, string sha256)
    {
        await using var stream = File.OpenRead(file);
        Refused.If(Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) != sha256, "file", "backups.damaged", _file, sha256);
    }

    // No "..", no root, no drive, no name that begins with a dot: nothing that a path could be made of.
    [GeneratedRegex(@"^(ptce\.db|ptce\.dump|evidence/([0-9a-f]{2})/\2[0-9a-f]{62}|exports/[0-9A-Za-z_-]+\.(csv|xlsx|txt))\z")]
    private static partial Regex Ours();
}
