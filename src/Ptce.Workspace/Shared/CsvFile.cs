using System.Text;
using CsvHelper;

namespace Ptce.Workspace;

/// <summary>One row of a CSV file: its line number for the person who corrects it, its fields by column name ("" where missing).</summary>
/// <param name="Columns">Where each column stands, one object for all the rows: a file may have hundreds of thousands.</param>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Fields)
{
    /// <summary>What is wrong with the row whatever it says: it has more fields than there are columns.</summary>
    public Refused? Wrong { get; init; }

    public string this[string column] => Columns.TryGetValue(column, out var at) ? Fields[at] : "";
}

/// <summary>CSV as people of the field write it: UTF-8 (with or without mark), ";" between fields, names of columns first.</summary>
public static partial class CsvFile
{
    /// <exception cref="Refused">«file» does not exist, is not UTF-8, is empty, lacks one of the columns, has no row, or opens a quote it does not close.</exception>
    /// <exception cref="BadFile">Rows with more fields than there are columns, each with its line.</exception>
    public static List<CsvRow> Read(string file, params string[] columns) => Parse(TextOf(file), columns);

    /// <inheritdoc cref="Read"/>
    public static List<CsvRow> Parse(string text, params string[] columns)
    {
        var rows = Each(text, columns);
        var bad = rows.Where(r => r.Wrong is not null).Select(r => new BadRow(r.Line, r.Wrong!)).ToList();
        return bad.Count == 0 ? rows : throw new BadFile(bad);
    }

    /// <summary>The rows with those among them that are wrong, for whoever takes the good ones and names the others.</summary>
    /// <exception cref="Refused">As <see cref="Read"/>.</exception>
    public static List<CsvRow> Each(string text, params string[] columns)
    {
        Refused.If(string.IsNullOrWhiteSpace(text), "file", "csv.empty");
        Refused.If(text.Contains('\0'), "file", "csv.nul"); // UTF-16 read as UTF-8, or no text at all
        var separator = SeparatorOf(text);
        if (Quotes.Loose(text, separator) is { } loose) throw new Refused("file", "csv.loose_quote", loose);
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = true,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            SkipEmptyLines = true,
            NormalizeHeaderName = name => name.Trim().ToLowerInvariant(),
        });
        csv.ReadHeader();
        var header = csv.Headers.Select(h => h.Trim().ToLowerInvariant()).ToList();
        var missing = columns.Where(c => !header.Contains(c)).ToList();
        var twice = columns.FirstOrDefault(c => header.Count(h => h == c) > 1);
        Refused.If(twice is not null, "file", "csv.column_twice", twice);
        Refused.If(missing.Count > 0, "file", "csv.columns", string.Join(";", columns), string.Join(", ", missing));
        var at = header.Index().GroupBy(c => c.Item).ToDictionary(g => g.Key, g => g.First().Index);
        var rows = new List<CsvRow>();
        while (csv.Read())
        {
            // One separator too many shifts what follows into the wrong columns; a spreadsheet's empty ones at the end do not.
            var shifted = csv.FieldCount > header.Count && Enumerable.Range(header.Count, csv.FieldCount - header.Count).Any(i => csv.GetString(i).Trim() != "");
            var fields = new string[header.Count];
            for (var i = 0; i < fields.Length; i++) fields[i] = i < csv.FieldCount ? Said(csv.GetString(i).Trim()) : "";
            if (!shifted && Array.TrueForAll(fields, f => f == "")) continue; // a spreadsheet's row of nothing but separators
            rows.Add(new((int)csv.LineNumber, at, fields) { Wrong = shifted ? new("file", "csv.too_many_fields", csv.FieldCount, header.Count) : null });
        }
        Refused.If(rows.Count == 0, "file", "csv.no_row");
        return rows;
    }

    /// <exception cref="Refused">«file» does not exist or is not UTF-8.</exception>
    public static string TextOf(string file)
    {
        if (!File.Exists(file)) throw new Refused("file", "csv.no_file", file);
        try { return File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true)); }
        catch (DecoderFallbackException) { throw new Refused("file", "csv.not_utf8", file); }
    }

    /// <param name="name">What the person called the file.</param>
    /// <exception cref="Refused">«file» is not UTF-8.</exception>
    public static async Task<string> TextOf(Stream content, string name)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try { return await reader.ReadToEndAsync(); }
        catch (DecoderFallbackException) { throw new Refused("file", "csv.not_utf8", Path.GetFileName(name)); }
    }

    // Ours is ";"; files of other tools come with "," as well. The names of the columns tell.
    private static char SeparatorOf(string text)
    {
        var names = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        return names.Contains(';') || !names.Contains(',') ? ';' : ',';
    }

    // The apostrophe that Write sets before what a spreadsheet would run.
    private static string Said(string field) => field.Length > 1 && field[0] == '\'' && Starts.Contains(field[1]) ? field[1..] : field;
}
