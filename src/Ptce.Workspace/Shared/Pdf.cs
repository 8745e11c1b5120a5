using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>A text as tagged PDF 1.7: headings, paragraphs and lists on A4 pages, with the structure and the language by which they are read aloud.</summary>
/// <remarks>
/// Written here because no package that writes PDF restores from our registry. Letters are those of Windows-1252, which holds French, English and German;
/// others are written in Latin letters, and what stood there is kept beside for whoever has it read aloud (ActualText, PDF 1.7 §14.9.4).
/// </remarks>
public sealed class Pdf(string title, string language)
{
    private const double Width = 595, Height = 842, Margin = 64, Foot = 40; // points; A4
    private const double Indent = 14;
    private const int FirstPage = 8; // the number of its object; what comes before is said in ToBytes

    private sealed record Line(string Text, double Size, bool Bold, double X, double Y);

    /// <summary>A heading, a paragraph or an item, with the lines it has on each page, and its own text where other letters stand for it.</summary>
    private sealed record Block(string Tag, List<(int Page, int Mark)> Marks, string? Said);

    private readonly List<List<(Line Line, int Mark)>> _pages = [[]];
    private readonly List<Block> _blocks = [];
    private readonly List<int> _marks = [0];
    private double _y = Height - Margin;

    /// <summary>Whether every letter so far is written as it is.</summary>
    public bool IsFaithful => _blocks.All(b => b.Said is null);

    /// <param name="level">1 for the title, 2 for its parts.</param>
    public void Heading(string text, int level) => Put("H" + level, text, level == 1 ? 18 : 13, bold: true, before: level == 1 ? 0 : 14, keep: 36);

    public void Paragraph(string text) => Put("P", text, 11, bold: false, before: 5, keep: 0);

    public void Item(string text) => Put("LI", "• " + text, 11, bold: false, before: 3, keep: 0);

    private void Put(string tag, string text, double size, bool bold, double before, double keep)
    {
        var (leading, left) = (size * 1.4, tag == "LI" ? Margin + Indent : Margin);
        _y -= _pages[^1].Count == 0 ? 0 : before;
        if (_y - leading - keep < Margin) NewPage();
        var (plain, same) = Letters.Plain(text);
        var block = new Block(tag, [], same ? null : text);
        foreach (var line in Letters.Wrap(plain, size * (bold ? 1.07 : 1), Width - Margin - left))
        {
            if (_y - leading < Margin) NewPage();
            if (block.Marks.Count == 0 || block.Marks[^1].Page != _pages.Count - 1) block.Marks.Add((_pages.Count - 1, _marks[^1]++));
            _y -= leading;
            _pages[^1].Add((new(line, size, bold, left, _y), block.Marks[^1].Mark));
        }
        if (block.Marks.Count > 0) _blocks.Add(block);
    }

    private void NewPage()
    {
        _pages.Add([]);
        _marks.Add(0);
        _y = Height - Margin;
    }

    /// <param name="foot">What stands at the foot of a page, by its number and how many there are.</param>
    public byte[] ToBytes(Func<int, int, string> foot)
    {
        // 1 catalogue, 2 pages, 3 structure, 4 document, 5 and 6 fonts, 7 information; then two a page; then the blocks, lists among them.
        var (file, firstBlock) = (new PdfFile(), FirstPage + 2 * _pages.Count);
        var (blocks, top, parents) = Structure(firstBlock);
        file.Add($"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>/Lang({language})/ViewerPreferences<</DisplayDocTitle true>>>>");
        file.Add($"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select((_, n) => $"{FirstPage + 2 * n} 0 R"))}]>>");
        file.Add($"<</Type/StructTreeRoot/K 4 0 R/ParentTree<</Nums[{string.Join(' ', parents.Select((p, n) => $"{n}[{string.Join(' ', p.Select(b => $"{b} 0 R"))}]"))}]>>>>");
        file.Add($"<</Type/StructElem/S/Document/P 3 0 R/K[{string.Join(' ', top.Select(b => $"{b} 0 R"))}]>>");
        foreach (var font in (string[])["Helvetica", "Helvetica-Bold"]) file.Add($"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>");
        file.Add($"<</Title{Unicode(title)}>>");
        for (var n = 0; n < _pages.Count; n++)
        {
            file.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Width} {Height}]/Contents {FirstPage + 2 * n + 1} 0 R/StructParents {n}/Tabs/S/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>");
            file.AddStream(Content(n, foot(n + 1, _pages.Count)));
        }
        foreach (var block in blocks) file.Add(block);
        return file.ToBytes();
    }

    /// <summary>The elements from a number on, those right under the document, and for each page the element of each mark.</summary>
    private (List<string> Elements, List<int> Top, List<int[]> Parents) Structure(int first)
    {
        var (elements, top, parents) = (new List<string>(), new List<int>(), _marks.Select(m => new int[m]).ToList());
        for (var n = 0; n < _blocks.Count;)
        {
            var items = _blocks.Skip(n).TakeWhile(b => b.Tag == "LI").Count();
            var list = first + elements.Count;
            if (items > 0) elements.Add($"<</Type/StructElem/S/L/P 4 0 R/K[{string.Join(' ', Enumerable.Range(list + 1, items).Select(i => $"{i} 0 R"))}]>>");
            top.Add(list);
            foreach (var block in _blocks.Skip(n).Take(Math.Max(1, items)))
            {
                var number = first + elements.Count;
                foreach (var (page, mark) in block.Marks) parents[page][mark] = number;
                elements.Add($"<</Type/StructElem/S/{block.Tag}/P {(items > 0 ? list : 4)} 0 R/K[{string.Join(' ', block.Marks.Select(m => $"<</Type/MCR/Pg {FirstPage + 2 * m.Page} 0 R/MCID {m.Mark}>>"))}]{(block.Said is { } said ? $"/ActualText{Unicode(said)}" : "")}>>");
            }
            n += Math.Max(1, items);
        }
        return (elements, top, parents);
    }

    private string Content(int page, string foot)
    {
        var text = new StringBuilder();
        foreach (var run in _pages[page].GroupBy(l => l.Mark).OrderBy(g => g.Key))
        {
            var tag = _blocks.First(b => b.Marks.Contains((page, run.Key))).Tag;
            text.Append(CultureInfo.InvariantCulture, $"/{tag}<</MCID {run.Key}>>BDC\n");
            foreach (var (line, _) in run) Show(text, line);
            text.Append("EMC\n");
        }
        text.Append("/Artifact BMC\n");
        Show(text, new(Letters.Plain(foot).Text, 9, false, Margin, Foot));
        return text.Append("EMC\n").ToString();
    }

    private static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static void Show(StringBuilder text, Line line) =>
        text.Append(CultureInfo.InvariantCulture, $"BT /F{(line.Bold ? 2 : 1)} {line.Size} Tf {line.X:0.##} {line.Y:0.##} Td <{Letters.Hex(line.Text)}> Tj ET\n");
}

/// <summary>The objects of a PDF, numbered from 1 in the order they are added, and the table of where each begins.</summary>
internal sealed class PdfFile
{
    private readonly StringBuilder _text = new("%PDF-1.7\n");
    private readonly List<int> _at = [];

    public void Add(string body)
    {
        _at.Add(_text.Length);
        _text.Append(CultureInfo.InvariantCulture, $"{_at.Count} 0 obj\n{body}\nendobj\n");
    }

    public void AddStream(string content) => Add($"<</Length {content.Length}>>stream\n{content}\nendstream");

    public byte[] ToBytes()
    {
        var table = _text.Length;
        _text.Append(CultureInfo.InvariantCulture, $"xref\n0 {_at.Count + 1}\n0000000000 65535 f \n");
        foreach (var at in _at) _text.Append(CultureInfo.InvariantCulture, $"{at:0000000000} 00000 n \n");
        _text.Append(CultureInfo.InvariantCulture, $"trailer<</Size {_at.Count + 1}/Root 1 0 R/Info 7 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(_text.ToString()); // text travels as hexadecimal: one character, one byte
    }
}
