using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ptce.Workspace;

public sealed partial class Xlsx
{
    private void StartBlock() => (_blockFrom, _sums, _decimals) = (At + 1, new long[_columns.Count], new decimal[_columns.Count]);

    /// <param name="lines">How high the row is: not every program finds out by itself.</param>
    private void Open(int lines = 1)
    {
        if (++At > MostRows) throw new InvalidOperationException("A sheet holds no more rows.");
        _writer!.WriteStartElement(lines == 1 ? new X.Row { RowIndex = (uint)At } : new X.Row { RowIndex = (uint)At, Height = lines * LineHeight, CustomHeight = true });
    }

    /// <summary>The lines of the cell that is wrapped most.</summary>
    private int Lines(IReadOnlyList<object?> cells) => Math.Clamp(cells.Select((cell, i) => cell is string text
        ? text.Split('\n').Sum(part => Math.Max(1, (int)Math.Ceiling(part.Length * WidestLetter / _widths[i]))) : 1).DefaultIfEmpty(1).Max(), 1, MostLines);

    private static int Longest(Table table, int column) =>
        table.Rows.Select(r => r.Cells[column] is string text ? text.Length : 0).Concat(table.Blocks.Select(b => column == 0 ? b.Total?.Length ?? 0 : 0)).DefaultIfEmpty(0).Max();

    private void Texts(IReadOnlyList<string> texts, uint style, uint? ofNumbers = null)
    {
        Open(ofNumbers is null ? 1 : Lines([.. texts])); // a title runs on over the empty cells beside it, headers are wrapped
        for (var i = 0; i < texts.Count; i++) Text(i, texts[i], ofNumbers is { } other && _columns[i].IsNumber ? other : style);
        _writer!.WriteEndElement();
    }

    private void Cell(int i, TableColumn column, object? value)
    {
        if (value is string text) Text(i, text, text.Length > 0 && "=+-@".Contains(text[0]) ? XlsxStyles.Quoted : XlsxStyles.Text);
        else if (value is null) Number(i, null, column.ToFill ? XlsxStyles.ToFill : XlsxStyles.Of(column));
        else Number(i, Written(column, value), column.ToFill ? XlsxStyles.ToFill : XlsxStyles.Of(column));
    }

    /// <summary>What the total of the block will say.</summary>
    private void Add(int i, object? value)
    {
        if (value is long whole) _sums[i] += whole;
        else if (value is decimal part) _decimals[i] += part;
    }

    /// <summary>A value as the format has it: euros, days as fractions, serial days.</summary>
    private static string Written(TableColumn column, object value) => (column.Shape, value) switch
    {
        (Shape.Money, long cents) => (cents / 100m).ToString(CultureInfo.InvariantCulture),
        (Shape.Time, long minutes) => (minutes / 1440d).ToString("R", CultureInfo.InvariantCulture),
        (Shape.Percent, decimal percent) => (percent / 100m).ToString(CultureInfo.InvariantCulture),
        (_, DateOnly day) => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private void Text(int i, string text, uint style) => _writer!.WriteElement(new X.Cell(new X.InlineString(new X.Text(Safe(text)) { Space = SpaceProcessingModeValues.Preserve }))
    { CellReference = Letter(i) + At, DataType = X.CellValues.InlineString, StyleIndex = style });

    private void Number(int i, string? number, uint style)
    {
        var cell = new X.Cell { CellReference = Letter(i) + At, StyleIndex = style };
        if (number is not null) cell.CellValue = new(number);
        _writer!.WriteElement(cell);
    }

    private void Formula(int i, string formula, string? value, uint style)
    {
        var cell = new X.Cell(new X.CellFormula(formula), new X.CellValue(value ?? "")) { CellReference = Letter(i) + At, StyleIndex = style };
        if (value is null) cell.DataType = X.CellValues.String;
        _writer!.WriteElement(cell);
    }

    private static double Width(TableColumn column, int i, int longest) => column.Shape switch
    {
        Shape.Text => Math.Clamp(Math.Max(column.Header.Length, longest) * WidestLetter + 2, i == 0 ? 22 : 14, 44),
        Shape.Day => 12,
        _ => Math.Max(13, column.Header.Length + 2),
    };

    private static string Letter(int i) => i < 26 ? ((char)('A' + i)).ToString() : Letter(i / 26 - 1) + (char)('A' + i % 26);

    /// <summary>Without the signs that XML cannot carry; no longer than a cell may be.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF))) safe.Append(rune.ToString());
        return safe.Length <= LongestCell ? safe.ToString() : safe.ToString(0, LongestCell);
    }

    private static string Foot(string text) => Safe(text).Replace("&", "&&");

    private string Unique(string name)
    {
        var plain = string.Concat(Safe(name).Select(c => "[]:*?/\\'".Contains(c) ? ' ' : c)).Trim();
        if (plain.Length > LongestName) plain = plain[..LongestName].Trim();
        var unique = plain;
        for (var n = 2; _sheets.Any(s => string.Equals(s.Name, unique, StringComparison.OrdinalIgnoreCase)); n++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{(plain.Length > LongestName - 4 ? plain[..(LongestName - 4)] : plain)} ({n})");
        return unique;
    }
}
