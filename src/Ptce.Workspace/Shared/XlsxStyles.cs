using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Ptce.Workspace;

/// <summary>The few ways a cell of ours looks; the numbers are places in the list below.</summary>
public static class XlsxStyles
{
    public const uint Plain = 0, Title = 1, Head = 2, Header = 3, HeaderOfNumbers = 4, Heading = 5, Text = 6, Quoted = 7, ToFill = 8, TotalLabel = 9, First = 10;

    private const uint Euros = 164, Hours = 165, Decimals = 166, Share = 167; // own formats begin at 164
    private static readonly (Shape Shape, uint Format)[] Shapes =
        [(Shape.Money, Euros), (Shape.Time, Hours), (Shape.Day, 14), (Shape.Count, 3), (Shape.Quantity, Decimals), (Shape.Percent, Share)];

    public static uint Of(TableColumn column) => column.Shape == Shape.Text ? Text : First + Place(column);

    public static uint TotalOf(TableColumn column) => column.Shape == Shape.Text ? TotalLabel : First + (uint)Shapes.Length + Place(column);

    private static uint Place(TableColumn column) => (uint)Array.FindIndex(Shapes, s => s.Shape == column.Shape);

    public static X.Stylesheet Sheet() => new(
        new X.NumberingFormats( // a spreadsheet cannot show a time below zero: days then, which it can, in no language
            new X.NumberingFormat { NumberFormatId = Euros, FormatCode = "#,##0.00" },
            new X.NumberingFormat { NumberFormatId = Hours, FormatCode = "[h]:mm;-0.000\" × 24 h\"" },
            new X.NumberingFormat { NumberFormatId = Decimals, FormatCode = "#,##0.###" },
            new X.NumberingFormat { NumberFormatId = Share, FormatCode = "0.0%" }),
        new X.Fonts(Font(11), Font(14, bold: true), Font(10, soft: true), Font(11, bold: true)),
        new X.Fills(
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }),
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 }), // both are the format's own
            Ground("FFEFEFEF"), Ground("FFFFF8DC")),
        new X.Borders(
            new X.Border(new X.LeftBorder(), new X.RightBorder(), new X.TopBorder(), new X.BottomBorder(), new X.DiagonalBorder()),
            new X.Border(new X.LeftBorder(), new X.RightBorder(), new X.TopBorder(), new X.BottomBorder(new X.Color { Rgb = "FF777777" }) { Style = X.BorderStyleValues.Thin }, new X.DiagonalBorder()),
            new X.Border(new X.LeftBorder(), new X.RightBorder(), new X.TopBorder(new X.Color { Rgb = "FF333333" }) { Style = X.BorderStyleValues.Thin }, new X.BottomBorder(), new X.DiagonalBorder())),
        new X.CellStyleFormats(new X.CellFormat()),
        new X.CellFormats([
            new X.CellFormat(),
            Format(font: 1),
            Format(font: 2),
            Format(font: 3, fill: 2, border: 1, wrap: true, text: true),
            Format(font: 3, fill: 2, border: 1, wrap: true, right: true),
            Format(font: 3),
            Format(wrap: true, text: true),
            Quote(Format(wrap: true, text: true)),
            Format(number: Euros, fill: 3),
            Format(font: 3, border: 2),
            .. Shapes.Select(s => Format(number: s.Format)),
            .. Shapes.Select(s => Format(number: s.Format, font: 3, border: 2)),
        ]));

    private static X.Font Font(double size, bool bold = false, bool soft = false)
    {
        var font = new X.Font();
        if (bold) font.Append(new X.Bold());
        font.Append(new X.FontSize { Val = size });
        if (soft) font.Append(new X.Color { Rgb = "FF555555" });
        font.Append(new X.FontName { Val = "Calibri" });
        return font;
    }

    private static X.Fill Ground(string colour) => new(new X.PatternFill(new X.ForegroundColor { Rgb = colour }) { PatternType = X.PatternValues.Solid });

    private static X.CellFormat Format(uint number = 0, uint font = 0, uint fill = 0, uint border = 0, bool wrap = false, bool right = false, bool text = false)
    {
        var format = new X.CellFormat { NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true };
        var side = right ? X.HorizontalAlignmentValues.Right : text ? X.HorizontalAlignmentValues.Left : X.HorizontalAlignmentValues.General;
        format.Append(new X.Alignment { WrapText = wrap, Vertical = X.VerticalAlignmentValues.Top, Horizontal = side, Indent = text ? 1u : 0u }); // words stand off from the figures before them
        return format;
    }

    private static X.CellFormat Quote(X.CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }
}
