using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class ReadingPropertyTests
{
    private static readonly string[] Courtesies = ["stp", "svp", "s'il te plaît", "merci", "merci d'avance", "please", "thanks", "bitte", "danke", "bonjour,", "hello"];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Text, string Lang, DateOnly Today)[] Spoken =
        [.. Rows.Files.SelectMany(Rows.In).Select(r => ((string)r["text"]!, (string)r["lang"]!, DateOnly.Parse((string)r["today"]!, CultureInfo.InvariantCulture)))];

    private static readonly Lazy<string[]> Meant = new(() => [.. Spoken.Select(s => Meaning(s.Text, s.Lang, s.Today))]);

    private static string Meaning(string text, string lang, DateOnly today) =>
        Sentences.Plain(Understanding.Read(text, today, lang, Rows.Known).ToJson().ToJsonString(AsWritten)).ToUpperInvariant().Replace("’", "'", StringComparison.Ordinal);

    private static void Same(Func<string, int, string> change)
    {
        var wrong = new List<string>();
        foreach (var (k, (text, lang, today)) in Spoken.Index())
        {
            var changed = change(text, k);
            if (changed != text && Meaning(changed, lang, today) is var after && Meant.Value[k] != after) wrong.Add($"{text} → {changed}\n  {Meant.Value[k]}\n  {after}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} differ:\n{string.Join('\n', wrong.Take(15))}");
    }

    [Fact]
    public void Capitals_change_nothing() => Same((t, _) => t.ToUpperInvariant());

    [Fact]
    public void Small_letters_change_nothing() => Same((t, _) => t.ToLowerInvariant());

    [Fact]
    public void Accents_change_nothing() => Same((t, _) => Sentences.Plain(t));

    [Fact]
    public void Courtesy_after_changes_nothing() => Same((t, k) => OnlyCourtesy(t) ? t : t + " " + Courtesies[k % 9]);

    [Fact]
    public void Courtesy_before_changes_nothing() => Same((t, k) => OnlyCourtesy(t) ? t : Courtesies[k % Courtesies.Length] + " " + t);

    // "salut" and "salut merci" are two courtesies, and each is answered
    private static bool OnlyCourtesy(string text) => Rows.Read(text).SmallTalk is SmallTalks.Greeting or SmallTalks.Thanks or SmallTalks.Bye;

    [Fact]
    public void Spaces_and_typographic_signs_change_nothing() => Same((t, _) => "  " + t.Replace(" ", "  ", StringComparison.Ordinal).Replace("'", "’", StringComparison.Ordinal) + " ");

    [Fact]
    public void Every_printed_length_reads_back_to_itself()
    {
        foreach (var lang in new[] { "fr", "en", "de" })
            for (var minutes = 1; minutes <= 1440; minutes++)
            {
                var printed = Durations.Print(minutes, lang);
                var read = Rows.Read(lang switch { "fr" => "hier " + printed, "en" => "yesterday " + printed, _ => "gestern " + printed }, lang);
                Assert.True(read.TotalMinutes == minutes, $"{printed} ({lang}) read as {read.TotalMinutes}");
            }
    }

    [Fact]
    public void A_reading_goes_to_the_store_and_back()
    {
        foreach (var (text, lang, today) in Spoken)
        {
            var reading = Understanding.Read(text, today, lang, Rows.Known);
            var kept = JsonSerializer.Serialize(reading);
            var back = JsonSerializer.Deserialize<Reading>(kept)!;
            Assert.Equal(kept, JsonSerializer.Serialize(back));
            Assert.Equal(reading.ToJson().ToJsonString(), back.ToJson().ToJsonString());
        }
    }

    [Fact]
    public void Every_rule_points_at_its_words()
    {
        foreach (var (text, lang, today) in Spoken)
            foreach (var rule in Understanding.Read(text, today, lang, Rows.Known).Rules)
                Assert.Equal(rule.Text, text.Substring(rule.Start, rule.Length));
    }

    [Fact]
    public void No_text_of_any_kind_throws()
    {
        string[] odd =
        [
            "", " ", "\0", "\ud83d", "\udc4d\ud83d", "' OR 1=1; DROP TABLE contributions;--", "<script>alert(1)</script>", "👍🏽👨‍👩‍👧‍👦 2h hier 🎉", "2h أمس مع اليبس", "٢ ساعات", "２ｈ", "½½½", "99999999999999999999h hier", "0h hier", "-2h hier", "2h le 99/99/9999", "le 0", "le 31/02/0000",
            "9999-99-99 2h", "de 25h à 99h", "25:61", "1/0 h", "2h le 31/12/9999", "il y a 99 semaines 2h", "dans 99 semaines", "à 99", "e\u0301\u0301\u0301t\u0301", new string('a', 20000), new string('1', 20000), string.Concat(Enumerable.Repeat("2h hier ", 3000)), string.Concat(Enumerable.Repeat("de 9h à 12h et ", 2000)), new string(',', 20000), new string('\u0301', 20000), string.Concat(Enumerable.Repeat("lundi et ", 4000)), string.Concat(Enumerable.Repeat("1/", 9000)), "\u202e2h reih", "C.A.C.A.C.A.", "l'", "'", "’’’", "a.m.p.m.",
        ];
        foreach (var text in odd)
            foreach (var lang in new[] { "fr", "en", "de", "", "xx" })
                Assert.NotNull(Understanding.Read(text, Rows.Thursday, lang, Rows.Known).ToJson());

        var random = new Random(20261119);
        var words = Spoken.SelectMany(s => s.Text.Split(' ')).Distinct().ToArray();
        for (var k = 0; k < 6000; k++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(1, 25); n > 0; n--)
                if (random.Next(6) == 0) text.Append((char)random.Next(1, 0xffff));
                else text.Append(words[random.Next(words.Length)]).Append(random.Next(5) == 0 ? "" : " ");
            var today = new DateOnly(2024, 1, 1).AddDays(random.Next(2000));
            var reading = Understanding.Read(text.ToString(), today, "fr", Rows.Known);
            Assert.NotNull(reading.ToJson());
            Assert.All(reading.Rules, r => Assert.True(r.Start >= 0 && r.Start + r.Length <= text.Length));
        }
    }

    [Fact]
    public void A_long_text_is_read_as_its_beginning_so_the_work_is_bounded()
    {
        foreach (var repeated in new[] { "2h hier avec elipse au copill ", "de 9h à 12h et ", "lundi et ", "1/", "2 x ", "du 3 au ", "avec " })
        {
            var text = string.Concat(Enumerable.Repeat(repeated, 20_000 / repeated.Length));
            var reading = Understanding.Read(text, Rows.Thursday, "fr", Rows.Known);
            Assert.Equal(Understanding.Read(text[..Understanding.MostCharacters], Rows.Thursday, "fr", Rows.Known).ToJson().ToJsonString(), reading.ToJson().ToJsonString());
            Assert.All(reading.Rules, r => Assert.True(r.Start + r.Length <= Understanding.MostCharacters));
            Assert.InRange(reading.Entries.Count, 0, 160);
        }
    }
}
