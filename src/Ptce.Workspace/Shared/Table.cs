using System.Globalization;

namespace Ptce.Workspace;

/// <summary>What a cell holds, and so how each medium writes it.</summary>
public enum Shape
{
    Text,

    /// <summary>Cents (long), in euros.</summary>
    Money,

    /// <summary>Whole minutes (long), as hours and minutes.</summary>
    Time,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A whole number (long).</summary>
    Count,

    /// <summary>A decimal of some unit.</summary>
    Quantity,

    /// <summary>A decimal: 12.5 is 12.5 %.</summary>
    Percent,
}

/// <param name="Summed">The rows of a block are added up under it.</param>
/// <param name="Formula">What a spreadsheet computes, where the reader may fill in a cell: <c>{0}</c> is the row, "IF(C{0}=\"\",\"\",D{0}-C{0})". The cell holds the same, if it is known.</param>
/// <param name="ToFill">For whoever files the table: empty until it is known.</param>
public sealed record TableColumn(string Header, Shape Shape = Shape.Text, bool Summed = false, string? Formula = null, bool ToFill = false)
{
    /// <summary>Its cells may be still to come.</summary>
    public bool IsOpen => ToFill || Formula is not null;

    public bool IsNumber => Shape is not (Shape.Text or Shape.Day);
}

/// <param name="Cells">One per column: string, long, decimal, <see cref="DateOnly"/> or null.</param>
/// <param name="Href">The lines behind the figures.</param>
public sealed record TableRow(IReadOnlyList<object?> Cells, string? Href = null);

/// <summary>Rows that are added up together.</summary>
/// <param name="Total">What the sum is called; null where nothing is added up.</param>
public sealed record TableBlock(IReadOnlyList<TableRow> Rows, string? Total = null, string? Heading = null);

/// <summary>A table of figures, once: a page, a spreadsheet and a CSV file show the same cells, and every sum is the sum of the rows shown.</summary>
/// <param name="Name">Short and plain: it names the sheet in an address and a file.</param>
public sealed record Table(string Name, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableBlock> Blocks, string? Lede = null)
{
    /// <summary>Lines to sign under the table.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    public IEnumerable<TableRow> Rows => Blocks.SelectMany(b => b.Rows);

    /// <summary>The sum of a block under a column, in the column's own unit; null where it has none, or nothing is known yet.</summary>
    public object? Sum(TableBlock block, int column) => !Columns[column].Summed || (Columns[column].IsOpen && block.Rows.All(r => r.Cells[column] is null)) ? null
        : Columns[column].Shape is Shape.Quantity or Shape.Percent ? (object)block.Rows.Sum(r => (decimal?)r.Cells[column] ?? 0)
        : block.Rows.Sum(r => (long?)r.Cells[column] ?? 0);

    /// <summary>The whole table's sum under a column.</summary>
    public long Sum(int column) => Rows.Sum(r => (long?)r.Cells[column] ?? 0);
}

/// <summary>Tables as one file: what stands above each of them, and at the foot of each printed page.</summary>
/// <param name="Head">Title, pole and period, state, hash.</param>
public sealed record TableFile(IReadOnlyList<string> Head, string Foot, IReadOnlyList<Table> Tables);

public static class TableWords
{
    /// <summary>A cell for a reader; units stand in the header.</summary>
    public static string Cell(this Say t, TableColumn column, object? value) => (column.Shape, value) switch
    {
        (_, null) => "",
        (Shape.Money, long cents) => (cents / 100m).ToString("N2", t.Culture),
        (Shape.Time, long minutes) => t.Duration(minutes),
        (Shape.Count, long number) => number.ToString("N0", t.Culture),
        (Shape.Percent, decimal percent) => percent.ToString("0.#", t.Culture),
        (_, decimal number) => number.ToString("#,##0.###", t.Culture),
        (_, DateOnly day) => day.ToString("d", t.Culture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
