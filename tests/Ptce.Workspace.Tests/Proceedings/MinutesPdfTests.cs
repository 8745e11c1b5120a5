using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

public sealed partial class MinutesPdfTests
{
    [Fact]
    public void Every_object_stands_where_the_table_says_and_every_mark_has_its_element()
    {
        var file = new Pdf("Compte rendu — été", "fr");
        file.Heading("Compte rendu", 1);
        for (var n = 0; n < 80; n++)
        {
            file.Paragraph($"Paragraphe {n} : « l'œuvre » coûte 12 € à l'été, ça va ; " + new string('é', n));
            file.Item("Łódź et 漢字 — " + string.Concat(Enumerable.Repeat("mot ", 40)));
        }
        var bytes = file.ToBytes((page, of) => $"page {page} sur {of}");
        var text = Encoding.ASCII.GetString(bytes);

        var table = int.Parse(StartOfTable().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref", text[table..], StringComparison.Ordinal);
        var entries = Entry().Matches(text[table..]).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.All(entries.Select((at, n) => (at, n)), e => Assert.StartsWith($"{e.n + 1} 0 obj", text[e.at..], StringComparison.Ordinal));
        Assert.Equal(MarkInPage().Count(text), MarkInElement().Count(text));
        Assert.All(Length().Matches(text), m => Assert.StartsWith("\nendstream", text[(m.Index + m.Length + int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))..], StringComparison.Ordinal));
        Assert.True(PageObject().Count(text) > 2);
    }

    [Fact]
    public void Long_words_and_unknown_letters_are_printed_all_the_same()
    {
        Assert.Equal(("a?b", false), Letters.Plain("a\ud83db")); // half of a sign, cut somewhere
        Assert.Equal(("Lódz ?? ’\u00A0€ ?", false), Letters.Plain("L\u00f3dź 漢字 ’\u202F€ 😀"));
        Assert.All(Letters.Wrap(new string('W', 300) + " fin", 11, 200), line => Assert.True(line.Length <= 20));
        Assert.Equal(300, Letters.Wrap(new string('W', 300), 11, 200).Sum(l => l.Length));
    }

    [Theory]
    [InlineData("Łukasz Żółć, Đorđe Đoković", "Lukasz Zólc, Dorde Dokovic")]
    [InlineData("Tarık Gülşen İnan, Ștefan Țîrlea, Nguyễn", "Tarik Gülsen Inan, Stefan Tîrlea, Nguyên")]
    [InlineData("Олександр Шевченко, Юлія Жук, Игорь", "Oleksandr Shevchenko, Iuliia Zhuk, Igor")]
    [InlineData("Γιώργος Ψαράς", "Giorgos Psaras")]
    [InlineData("☐ relancer → 3 ≥ 2", "[] relancer -> 3 >= 2")]
    public void Names_from_elsewhere_are_written_as_a_passport_writes_them(string text, string plain) => Assert.Equal((plain, false), Letters.Plain(text));

    [Fact]
    public void What_other_letters_stand_for_is_kept_for_whoever_has_it_read_aloud()
    {
        var file = new Pdf("Compte rendu", "fr");
        file.Paragraph("L'œuvre de Zoé : 12 €, c'est ça – déjà.");
        file.Paragraph("e\u0301te\u0301"); // accents typed apart
        Assert.True(file.IsFaithful);
        file.Item("Łukasz anime.");
        Assert.False(file.IsFaithful);
        var text = Encoding.ASCII.GetString(file.ToBytes((page, of) => ""));
        Assert.Equal(1, text.Split("/ActualText").Length - 1);
        Assert.Contains("/ActualText<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("• Łukasz anime.")), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_download_as_pdf_for_readers_of_the_pole_alone()
    {
        await using var app = await App.Start();
        await app.Get<Workshops>().Plan(app.Cast.Chloe, MeetingsFolk.Coming());
        var meeting = (await app.Get<Workshops>().Next(app.Cast.Chloe, 1))[0];
        var address = $"/p/{app.Cast.Pole.Slug}/ateliers/{meeting.Id}/compte-rendu";
        Assert.NotNull((await app.SignedIn(app.Cast.Amina).Page(address)).QuerySelector($"a[href='{address}.pdf']"));
        var answer = await app.SignedIn(app.Cast.Amina).GetAsync(address + ".pdf");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-1.7", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False((await app.SignedIn(app.Cast.Zora).GetAsync(address + ".pdf")).IsSuccessStatusCode);
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")] private static partial Regex StartOfTable();
    [GeneratedRegex(@"(\d{10}) 00000 n ")] private static partial Regex Entry();
    [GeneratedRegex(@"<</MCID \d+>>BDC")] private static partial Regex MarkInPage();
    [GeneratedRegex(@"/Type/MCR")] private static partial Regex MarkInElement();
    [GeneratedRegex(@"<</Length (\d+)>>stream\n")] private static partial Regex Length();
    [GeneratedRegex(@"/Type/Page/")] private static partial Regex PageObject();
}
