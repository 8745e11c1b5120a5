using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ptce.Workspace;

/// <summary>A spreadsheet, written row by row: numbers are numbers, days are days, sums are formulas that bring their value along.</summary>
/// <remarks>
/// The package is written forwards only, so that a file longer than memory can be written. Texts are texts whatever they begin with:
/// they stand as inline strings, marked as quoted where a person who edits the cell would otherwise make a formula of it.
/// </remarks>
public sealed partial class Xlsx : IDisposable
{
    public const int MostRows = 1_048_576;
    private const int LongestCell = 32_767, LongestName = 31; // characters; all three are the format's
    private const int LineHeight = 15, MostLines = 27; // points; a row holds 409 of them
    private const double WidestLetter = 1.15; // of a text in bold, in the widths of a digit

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly Package _package;
    private readonly List<(string Name, int HeaderRow)> _sheets = [];
    private OpenXmlWriter? _writer;
    private Stream? _part;
    private IReadOnlyList<TableColumn> _columns = [];
    private double[] _widths = [];
    private long[] _sums = [];
    private decimal[] _decimals = [];
    private string _foot = "";
    private int _blockFrom;

    public Xlsx(Stream to)
    {
        _package = Package.Open(to, FileMode.Create, FileAccess.Write);
        WritePart("/xl/styles.xml", "styles+xml", XlsxStyles.Sheet());
    }

    /// <summary>The row written last.</summary>
    public int At { get; private set; }

    /// <summary>Writes every table on a sheet of its own.</summary>
    public static void Write(Stream to, TableFile file)
    {
        using var book = new Xlsx(to);
        foreach (var table in file.Tables)
        {
            book.Begin(table.Title, [.. file.Head, .. table.Lede is { } lede ? new[] { lede } : []], table.Columns, file.Foot, [.. table.Columns.Select((_, i) => Longest(table, i))]);
            foreach (var block in table.Blocks)
            {
                if (block.Heading is { } heading) book.Heading(heading);
                foreach (var row in block.Rows) book.Row(row.Cells);
                if (block.Total is { } total) book.Total(total);
            }
            foreach (var signature in table.Signatures) book.Signature(signature);
            book.End();
        }
    }

    /// <summary>Begins a sheet; its header stays in sight and on every printed page.</summary>
    /// <param name="longest">Of each column, the longest text to come; what nobody can know of rows that stream is wrapped.</param>
    public void Begin(string name, IReadOnlyList<string> head, IReadOnlyList<TableColumn> columns, string foot, IReadOnlyList<int>? longest = null)
    {
        (_columns, _foot, At) = (columns, foot, 0);
        _widths = [.. columns.Select((c, i) => Width(c, i, longest?[i] ?? 0))];
        var header = head.Count + 2;
        _sheets.Add((Unique(name), header));
        _part = Part(SheetPart(_sheets.Count), "worksheet+xml").GetStream(FileMode.Create, FileAccess.Write);
        _writer = OpenXmlWriter.Create(_part);
        _writer.WriteStartElement(new X.Worksheet());
        _writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new X.SheetViews(new X.SheetView(
            new X.Pane { VerticalSplit = header, TopLeftCell = $"A{header + 1}", ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen })
        { WorkbookViewId = 0, ShowGridLines = false }));
        _writer.WriteElement(new X.Columns(columns.Select((c, i) => new X.Column { Min = (uint)i + 1, Max = (uint)i + 1, CustomWidth = true, Width = _widths[i] })));
        _writer.WriteStartElement(new X.SheetData());
        for (var i = 0; i < head.Count; i++) Texts([head[i]], i == 0 ? XlsxStyles.Title : XlsxStyles.Head);
        At++; // one row of air
        Texts([.. columns.Select(c => c.Header)], XlsxStyles.Header, XlsxStyles.HeaderOfNumbers);
        StartBlock();
    }

    /// <summary>A line of words, and a new block of rows to add up.</summary>
    public void Heading(string text)
    {
        Texts([text], XlsxStyles.Heading);
        StartBlock();
    }

    public void Row(IReadOnlyList<object?> cells)
    {
        Open(Lines(cells));
        for (var i = 0; i < _columns.Count; i++)
        {
            var column = _columns[i];
            if (column.Summed) Add(i, cells[i]);
            if (column.Formula is { } formula) Formula(i, string.Format(CultureInfo.InvariantCulture, formula, At), cells[i] is { } known ? Written(column, known) : null, XlsxStyles.Of(column));
            else Cell(i, column, cells[i]);
        }
        _writer!.WriteEndElement();
    }

    /// <summary>The sum of the rows since the block began.</summary>
    public void Total(string label)
    {
        var (from, to) = (_blockFrom, At);
        Open();
        for (var i = 0; i < _columns.Count; i++)
        {
            var column = _columns[i];
            if (i == 0) Text(0, label, XlsxStyles.TotalLabel);
            else if (column is { Formula: { } formula, Summed: false }) Formula(i, string.Format(CultureInfo.InvariantCulture, formula, At), null, XlsxStyles.TotalOf(column));
            else if (column.Summed && to >= from)
                Formula(i, $"SUM({Letter(i)}{from}:{Letter(i)}{to})", Written(column, column.Shape is Shape.Quantity or Shape.Percent ? (object)_decimals[i] : _sums[i]), XlsxStyles.TotalOf(column));
            else Number(i, null, XlsxStyles.TotalLabel);
        }
        _writer!.WriteEndElement();
        StartBlock();
    }

    public void Signature(string text)
    {
        At += 2;
        Texts([text], XlsxStyles.Head);
        At += 3; // room to sign
    }

    public void End()
    {
        _writer!.WriteEndElement();
        _writer.WriteElement(new X.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _writer.WriteElement(new X.HeaderFooter(new X.OddFooter($"&L&8{Foot(_foot)}&C&8&A&R&8&P / &N")));
        _writer.WriteEndElement();
        _writer.Dispose();
        _part!.Dispose();
        _writer = null;
    }

    public void Dispose()
    {
        if (_writer is not null) End();
        var workbook = WritePart("/xl/workbook.xml", "sheet.main+xml", new X.Workbook(
            new X.Sheets(_sheets.Select((s, i) => new X.Sheet { Name = s.Name, SheetId = (uint)i + 1, Id = $"rId{i + 1}" })),
            new X.DefinedNames(_sheets.Select((s, i) => new X.DefinedName($"'{s.Name}'!${s.HeaderRow}:${s.HeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i })),
            new X.CalculationProperties { FullCalculationOnLoad = true })); // whoever fills in a cell sees what follows from it
        for (var i = 1; i <= _sheets.Count; i++) workbook.CreateRelationship(Place(SheetPart(i)), TargetMode.Internal, Relations + "worksheet", $"rId{i}");
        workbook.CreateRelationship(Place("/xl/styles.xml"), TargetMode.Internal, Relations + "styles", "rIdStyles");
        _package.CreateRelationship(Place("/xl/workbook.xml"), TargetMode.Internal, Relations + "officeDocument", "rId1");
        ((IDisposable)_package).Dispose();
    }

    private static Uri Place(string part) => new(part, UriKind.Relative);

    private static string SheetPart(int number) => string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{number}.xml");

    private PackagePart Part(string place, string type) => _package.CreatePart(Place(place), Types + type, CompressionOption.Normal);

    private PackagePart WritePart(string place, string type, OpenXmlElement content)
    {
        var part = Part(place, type);
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteElement(content);
        return part;
    }
}
