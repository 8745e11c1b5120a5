using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

public static partial class CsvFile
{
    // What a spreadsheet would take for a formula when it opens the file.
    private const string Starts = "=+-@\t\r";

    /// <summary>Writes as <see cref="Read"/> reads: UTF-8 with its mark (a spreadsheet needs it), ";" between fields, names of columns first.</summary>
    /// <param name="culture">Whose decimal sign: a spreadsheet of that language takes the numbers for numbers. Days are ISO.</param>
    public static async Task Write(Stream to, CultureInfo culture, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(';', columns.Select(Text)));
        await foreach (var row in rows) await text.WriteLineAsync(string.Join(';', row.Select(cell => Field(cell, culture))));
    }

    /// <summary>The rows of a table, without its sums: whoever adds them up gets them. Durations are whole minutes.</summary>
    /// <param name="last">Columns that say the same on every row, such as the hash of what was exported.</param>
    public static Task Write(Stream to, CultureInfo culture, Table table, IReadOnlyList<(string Header, string Value)> last)
    {
        var blocks = table.Blocks.Any(b => b.Heading is not null);
        var kept = table.Columns.Select((c, i) => (c, i)).Where(c => c.c.Formula is null).ToList();
        return Write(to, culture, [.. blocks ? new[] { "bloc" } : [], .. kept.Select(c => c.c.Header), .. last.Select(l => l.Header)], Rows());

        async IAsyncEnumerable<IReadOnlyList<object?>> Rows()
        {
            foreach (var block in table.Blocks)
                foreach (var row in block.Rows)
                    yield return [.. blocks ? new[] { block.Heading } : [], .. kept.Select(c => Plain(c.c.Shape, row.Cells[c.i])), .. last.Select(l => l.Value)];
            await Task.CompletedTask;
        }
    }

    private static object? Plain(Shape shape, object? cell) => (shape, cell) is (Shape.Money, long cents) ? cents / 100m : cell;

    private static string Field(object? cell, CultureInfo culture) => cell switch
    {
        null => "",
        string text => Text(text),
        decimal number => number.ToString("0.00####", culture),
        DateOnly day => day.Iso(),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    /// <summary>A text that a spreadsheet shows and does not run: an apostrophe stands before what would begin a formula.</summary>
    private static string Text(string text)
    {
        if (text.Length > 0 && Starts.Contains(text[0])) text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 && text.Trim() == text ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
