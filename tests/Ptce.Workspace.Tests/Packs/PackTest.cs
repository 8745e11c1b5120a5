using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Ptce.Workspace.Tests;

/// <summary>Stories about packs: a ledger, its digest, and the pack as a reader gets it.</summary>
public abstract class PackTest(On on) : DigestTest(on)
{
    protected static readonly Say Fr = new("fr");

    protected Workspace.Packs Packs => Get<Workspace.Packs>();

    protected Task<Pack> Of(Digest digest, string name, Actor? reader = null) => Packs.Of(reader ?? Cast.David, digest.Id, new(name), Fr);

    protected Task<Pack> Of(Digest digest, PackAsked asked, Actor? reader = null) => Packs.Of(reader ?? Cast.David, digest.Id, asked, Fr);

    /// <summary>The rows of a table as one writes them on paper: "864 | bénévolat d'usager | 120,20".</summary>
    protected static IReadOnlyList<string> Rows(Table table, params int[] columns) =>
        [.. table.Rows.Select(r => string.Join(" | ", columns.Select(i => Fr.Cell(table.Columns[i], r.Cells[i]).Plain())))];

    protected static Table TableOf(Pack pack, string name) => pack.Tables.Single(t => t.Name == name);

    /// <summary>Every sum of every table is what its visible rows add up to, on the page and in the file, and each link leads to lines of that very amount.</summary>
    protected async Task AddsUp(Digest digest, Pack pack)
    {
        foreach (var table in pack.Tables)
            foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)).Where(c => c.c is { Summed: true, ToFill: false }))
                foreach (var block in table.Blocks)
                    Assert.Equal(block.Rows.Sum(r => Convert.ToDecimal(r.Cells[i] ?? 0L, CultureInfo.InvariantCulture)), Convert.ToDecimal(table.Sum(block, i), CultureInfo.InvariantCulture));
        foreach (var table in pack.Tables)
            foreach (var row in table.Rows.Where(r => r.Href?.Contains("/dossiers/lignes", StringComparison.Ordinal) == true))
            {
                var sum = await Get<Digests>().Sum(digest, CutOf(row.Href!));
                var columns = table.Columns.Select((c, i) => (Column: c, At: i)).Where(c => c.Column is { Formula: null, ToFill: false, Summed: true }).ToList();
                foreach (var (_, i) in columns.Where(c => c.Column.Shape == Shape.Money && pack.Name != PackNames.Sponsorship && table.Name != "personnel")) // staff is declared at cost, sponsorship up to a ceiling
                    if (row.Cells[i] is long cents) Assert.Equal(cents, sum.ValueCents);
                var times = columns.Where(c => c.Column.Shape == Shape.Time).Select(c => (long?)row.Cells[c.At] ?? 0).ToList();
                if (times.Count > 0) Assert.Equal(table.Name == "solde" ? times.Sum() : times[0], sum.Minutes); // a balance opens what went both ways
            }
    }

    protected static DigestCut CutOf(string href)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(href[href.IndexOf('?', StringComparison.Ordinal)..]);
        string? Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new(Value("nature"), Value("compte"), Value("de"), Value("pour"), Value("personne"), Value("jour"));
    }

    protected static byte[] Spreadsheet(TableFile file)
    {
        var stream = new MemoryStream();
        Xlsx.Write(stream, file);
        return stream.ToArray();
    }

    /// <summary>The cells of a sheet, read from the package itself: reference, formula, value or text.</summary>
    protected static IReadOnlyDictionary<string, (string? Formula, string? Value)> Cells(byte[] file, int sheet)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", p = "http://schemas.openxmlformats.org/package/2006/relationships";
        XElement Part(string name) => XElement.Load(zip.GetEntry(name)!.Open());
        var workbook = zip.Entries.Single(e => e.FullName.EndsWith("workbook.xml", StringComparison.Ordinal)).FullName;
        var folder = Path.GetDirectoryName(workbook)!.Replace('\\', '/');
        var id = Part(workbook).Element(x + "sheets")!.Elements().ElementAt(sheet).Attribute(r + "id")!.Value;
        var target = Part($"{folder}/_rels/workbook.xml.rels").Elements(p + "Relationship").Single(e => e.Attribute("Id")!.Value == id).Attribute("Target")!.Value;
        return Part(target.StartsWith('/') ? target[1..] : $"{folder}/{target}").Descendants(x + "c")
            .ToDictionary(c => c.Attribute("r")!.Value, c => (c.Element(x + "f")?.Value, c.Element(x + "v")?.Value ?? c.Element(x + "is")?.Value));
    }
}
