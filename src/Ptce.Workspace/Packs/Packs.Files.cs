namespace Ptce.Workspace;

public sealed partial class Packs
{
    /// <summary>What a pack is written as: "xlsx"; "csv", one table; "txt", the accounting entries as a FEC.</summary>
    public static readonly IReadOnlyList<string> Formats = ["xlsx", "csv", "txt"];

    /// <summary>A pack as a file: what page, API and console hand out.</summary>
    /// <param name="table">For CSV: which of its tables; the first unless said.</param>
    /// <returns>The name of the file.</returns>
    /// <exception cref="NotHere">No such digest for this reader, no such pack, or not in that format.</exception>
    public async Task<string> Write(Actor actor, string digestId, PackAsked asked, string format, string? table, Stream to, Say say)
    {
        if (EntriesAs(asked.Name, format) is { } shape) return (await WriteEntries(actor, digestId, to, shape)).FileName(shape, format);
        var pack = await Of(actor, digestId, asked, say);
        if (format == "xlsx") Xlsx.Write(to, File(pack, actor, say));
        else if (format == "csv" && pack.Tables.FirstOrDefault(t => table is null || t.Name == table) is { } one)
        {
            await CsvFile.Write(to, say.Culture, one, [(say["packs.column.hash"], pack.Digest.Hash!)]);
            return FileName(pack, format, one.Name);
        }
        else throw new NotHere();
        return FileName(pack, format);
    }

    private static string? EntriesAs(string name, string format) => (name, format) switch
    {
        (PackNames.Entries, "txt") => Fec,
        (PackNames.EntriesDescription, "txt") => FecDescription,
        (PackNames.EntriesForPaheko, "csv") => Paheko,
        _ => null,
    };

    /// <summary>A pack as a file of tables, its proof above and at the foot of each.</summary>
    public static TableFile File(Pack pack, Actor actor, Say say) => new(
        [pack.About is { } about ? $"{pack.Title}, {about}" : pack.Title, $"{actor.PoleName}, {say.Period(pack.Digest.FromDay, pack.Digest.ToDay)}", Standing(pack.Digest, say), say["packs.hash", pack.Digest.Hash]],
        say["packs.foot", actor.PoleName, pack.Digest.ShortHash], pack.Tables.Count > 0 ? [.. pack.Tables.SkipLast(1), pack.Tables[^1] with { Signatures = [.. pack.Tables[^1].Signatures, .. pack.Signatures] }] : [Bare(pack)]);

    // A workbook has a sheet at least, or nothing opens it: it says why there is no more.
    private static Table Bare(Pack pack) => new(pack.Name, pack.Title, [new(pack.Lede ?? pack.Title)], []);

    /// <summary>"bilan approuvé le 12 mars 2026, version 2".</summary>
    public static string Standing(Digest digest, Say say) => say["packs.standing", say["digests.state." + digest.State], digest.Version];

    private static string FileName(Pack pack, string extension, string? part = null) => pack.Digest.FileName(part is null ? pack.Name : $"{pack.Name}-{part}", extension);
}
