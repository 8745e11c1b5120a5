using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>At least 300 sentences for each family of intents, put together from pieces; see <see cref="Sentences"/>.</summary>
public sealed class GeneratedTests
{
    private static string Say(params string[] parts) => string.Join(' ', parts.Where(p => p.Length > 0));

    [Fact]
    public void A_length_and_a_day_are_a_line_of_time_in_any_order()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var t in Sentences.All)
            foreach (var length in t.Lengths)
                foreach (var day in t.PastDays)
                {
                    var (body, with) = (t.Bodies[k % t.Bodies.Length], t.With[k / 3 % t.With.Length]);
                    var text = (k % 3) switch { 0 => Say(length.Text, day.Text, body.Text, with.Text), 1 => Say(day.Text, length.Text, body.Text, with.Text), _ => Say(length.Text, body.Text, with.Text, day.Text) };
                    var minutes = length.Of<int>();
                    rows.Add(Sentences.Row($"L{k}", t.Lang, Sentences.Style(text, k), new JsonObject
                    {
                        ["intent"] = "log_time",
                        ["kind"] = "default",
                        ["people"] = 1,
                        ["entries"] = new JsonArray(new JsonObject { ["date"] = day.Of<string>(), ["minutes"] = minutes }),
                        ["total_minutes"] = minutes,
                        ["activity"] = (string?)body.Means,
                        ["orgs"] = Sentences.List((string?)with.Means),
                        ["ask"] = new JsonArray(),
                    }));
                    k++;
                }
        Rows.AllRead(rows);
    }

    [Fact]
    public void Hours_of_the_clock_give_their_length()
    {
        var rows = new List<JsonObject>();
        (string Fr, string En, string De, string From, string To, int Minutes)[] spans =
        [
            ("de 9h à 12h", "from 9am to 12pm", "von 9 bis 12 Uhr", "09:00", "12:00", 180), ("14h-16h30", "2pm-4:30pm", "14:00-16:30 Uhr", "14:00", "16:30", 150),
            ("de 14 à 17h", "from 2 to 5pm", "von 14 bis 17 Uhr", "14:00", "17:00", 180), ("entre 10h et 11h15", "between 10:00 and 11:15", "zwischen 10:00 und 11:15 Uhr", "10:00", "11:15", 75),
            ("de 9h30 à midi", "from half past nine to noon", "von halb zehn bis 12 Uhr", "09:30", "12:00", 150), ("de 20h à minuit", "from 8pm to midnight", "von 20 Uhr bis Mitternacht", "20:00", "24:00", 240),
            ("de 14h15 à 15h", "from quarter past two to three", "von Viertel nach zwei bis drei", "14:15", "15:00", 45), ("de 14h30 à 16h", "half past two to four", "von halb drei bis vier", "14:30", "16:00", 90),
            ("de 8 h à 9 h 45", "8:00 to 9:45", "8:00 bis 9:45 Uhr", "08:00", "09:45", 105), ("de 13h à 14h", "from 1pm to 2pm", "von 13 bis 14 Uhr", "13:00", "14:00", 60),
        ];
        var k = 0;
        foreach (var t in Sentences.All)
            foreach (var span in spans)
                foreach (var day in t.PastDays)
                {
                    if (day.Text is "ce matin" or "this morning" or "heute Morgen") continue;
                    var said = t.Lang switch { "fr" => span.Fr, "en" => span.En, _ => span.De };
                    var body = t.Bodies[k % t.Bodies.Length];
                    var text = k % 2 == 0 ? Say(day.Text, said, body.Text) : Say(body.Text, day.Text, said);
                    rows.Add(Sentences.Row($"C{k}", t.Lang, Sentences.Style(text, k), new JsonObject
                    {
                        ["intent"] = "log_time",
                        ["entries"] = new JsonArray(new JsonObject { ["date"] = day.Of<string>(), ["minutes"] = span.Minutes, ["start"] = span.From, ["end"] = span.To }),
                        ["total_minutes"] = span.Minutes,
                        ["activity"] = (string?)body.Means,
                        ["ask"] = new JsonArray(),
                    }));
                    k++;
                }
        Rows.AllRead(rows);
    }

    [Fact]
    public void People_multiply_and_what_is_missing_is_asked()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var t in Sentences.All)
            foreach (var length in t.Lengths)
                foreach (var day in t.PastDays.Take(4))
                {
                    var n = 2 + k % 5;
                    string[] words = t.Lang switch { "fr" => ["", "", "deux", "trois", "quatre", "cinq", "six"], "en" => ["", "", "two", "three", "four", "five", "six"], _ => ["", "", "zweit", "dritt", "viert", "fünft", "sechst"] };
                    var who = t.Lang switch
                    {
                        "fr" => (k % 4) switch { 0 => $"à {n}", 1 => $"nous étions {words[n]}", 2 => $"on était {n}", _ => $"{n} personnes" },
                        "en" => (k % 4) switch { 0 => $"{n} of us", 1 => $"we were {words[n]}", 2 => $"the {words[n]} of us", _ => $"{n} people" },
                        _ => (k % 2) switch { 0 => $"zu {words[n]}", _ => $"wir waren {n}" },
                    };
                    rows.Add(Sentences.Row($"P{k}", t.Lang, Sentences.Style(Say(who + ",", length.Text, day.Text), k), new JsonObject
                    {
                        ["intent"] = "log_time",
                        ["people"] = n,
                        ["entries"] = new JsonArray(new JsonObject { ["date"] = day.Of<string>(), ["minutes"] = length.Of<int>() }),
                        ["total_minutes"] = n * length.Of<int>(),
                        ["ask"] = new JsonArray(),
                    }));
                    var we = t.Lang switch { "fr" => "nous avons passé", "en" => "we spent", _ => "wir haben" };
                    rows.Add(Sentences.Row($"W{k}", t.Lang, Sentences.Style(Say(we, length.Text, day.Text, t.Bodies[0].Text), k), new JsonObject { ["intent"] = "log_time", ["people"] = null, ["total_minutes"] = null, ["ask"] = new JsonArray("people") }));
                    rows.Add(Sentences.Row($"D{k}", t.Lang, Sentences.Style(Say(length.Text, t.Bodies[k % 7].Text), k), new JsonObject { ["intent"] = "log_time", ["ask"] = new JsonArray("date"), ["total_minutes"] = length.Of<int>() }));
                    k++;
                }
        Rows.AllRead(rows);
    }

    [Fact]
    public void Answers_to_invitations()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var t in Sentences.All)
        {
            (string Text, string Answer, int? Count)[] answers = t.Lang switch
            {
                "fr" => [("je viens", "yes", 1), ("jsuis dispo", "yes", 1), ("compte sur moi", "yes", 1), ("on sera 3", "yes", 3), ("je ne viens pas", "no", null), ("je ne pourrai pas venir", "no", null), ("pas dispo", "no", null), ("peut-être", "maybe", null), ("je serai présente", "yes", 1), ("excusez-moi, empêché", "no", null), ("nous serons 4", "yes", 4), ("sans moi", "no", null)],
                "en" => [("I'm coming", "yes", 1), ("count me in", "yes", 1), ("I'll be there", "yes", 1), ("there will be 3 of us", "yes", 3), ("I'm not coming", "no", null), ("can't make it", "no", null), ("sorry, I cannot attend", "no", null), ("maybe", "maybe", null), ("I will attend", "yes", 1), ("unable to come", "no", null), ("we'll be 4", "yes", 4), ("count me out", "no", null)],
                _ => [("ich komme", "yes", 1), ("ich bin dabei", "yes", 1), ("ich nehme teil", "yes", 1), ("wir kommen zu dritt", "yes", 3), ("ich komme nicht", "no", null), ("ich kann leider nicht kommen", "no", null), ("bin verhindert", "no", null), ("vielleicht", "maybe", null), ("ich sage zu", "yes", 1), ("ohne mich", "no", null), ("wir kommen zu viert", "yes", 4), ("ich sage ab", "no", null)],
            };
            (string Text, string? Code)[] events = t.Lang switch { "fr" => [("à l'atelier", "atelier"), ("au copil", "copil"), ("au CA", "ca"), ("", null)], "en" => [("for the workshop", "atelier"), ("at the steering committee", "copil"), ("for the board", "ca"), ("", null)], _ => [("zum Workshop", "atelier"), ("zum Lenkungsausschuss", "copil"), ("zur Vorstandssitzung", "ca"), ("", null)] };
            foreach (var answer in answers)
                foreach (var day in t.NextDays)
                {
                    var meeting = events[k % events.Length];
                    var expect = new JsonObject { ["intent"] = "rsvp", ["answer"] = answer.Answer, ["event"] = meeting.Code, ["event_date"] = day.Of<string>(), ["ask"] = new JsonArray() };
                    if (answer.Count is { } count) expect["count"] = count;
                    rows.Add(Sentences.Row($"R{k}", t.Lang, Sentences.Style(Say(answer.Text, meeting.Text, day.Text), k), expect));
                    k++;
                }
        }
        Rows.AllRead(rows);
    }
}
