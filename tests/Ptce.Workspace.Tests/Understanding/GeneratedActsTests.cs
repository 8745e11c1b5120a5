using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>Generated sentences of the other families: loans, offers, needs, staff, cooperations, corrections, cancellations, questions and refusals.</summary>
public sealed class GeneratedActsTests
{
    private static readonly string[] Langs = ["fr", "en", "de"];
    private static readonly string[] Partners = ["Elips", "Val Horizon", "Valoprest", "Azur Trade", "CAVF"];

    private static Sentences.Tongue Of(string lang) => Sentences.All.First(t => t.Lang == lang);

    [Fact]
    public void Loans_have_a_direction_a_thing_and_days()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var lang in Langs)
        {
            (string Text, string Kind)[] things = lang switch { "fr" => [("notre camion", "vehicule"), ("le vidéoprojecteur", "materiel"), ("le minibus", "vehicule"), ("le barnum", "materiel"), ("la remorque", "vehicule")], "en" => [("our van", "vehicule"), ("the projector", "materiel"), ("the minibus", "vehicule"), ("the marquee", "materiel"), ("the trailer", "vehicule")], _ => [("unseren Transporter", "vehicule"), ("den Beamer", "materiel"), ("den Kleinbus", "vehicule"), ("das Zelt", "materiel"), ("den Anhänger", "vehicule")] };
            foreach (var (thing, kind) in things)
                foreach (var partner in Partners)
                    for (var form = 0; form < 5; form++, k++)
                    {
                        var outward = form < 3;
                        var text = (lang, form) switch
                        {
                            ("fr", 0) => $"nous avons prêté {thing} à {partner} du 9 au 11 novembre",
                            ("fr", 1) => $"on a prêté {thing} à {partner} du 9 au 11/11",
                            ("fr", 2) => $"du 9 au 11 novembre, {thing} prêté à {partner}",
                            ("fr", 3) => $"{partner} nous a prêté {thing.Replace("notre", "un", StringComparison.Ordinal)} du 9 au 11 novembre",
                            ("fr", _) => $"nous avons emprunté {thing.Replace("notre", "le", StringComparison.Ordinal)} de {partner} du 9 au 11 novembre",
                            ("en", 0) => $"we lent {thing} to {partner} from 9 to 11 November",
                            ("en", 1) => $"{thing} lent to {partner} 9-11 Nov",
                            ("en", 2) => $"from 9 to 11 November we loaned {thing} to {partner}",
                            ("en", 3) => $"{partner} lent us {thing.Replace("our", "a", StringComparison.Ordinal)} from 9 to 11 November",
                            ("en", _) => $"we borrowed {thing.Replace("our", "the", StringComparison.Ordinal)} from {partner} from 9 to 11 November",
                            ("de", 0) => $"wir haben {thing} vom 9. bis 11. November an {partner} verliehen",
                            ("de", 1) => $"vom 9. bis 11. November {thing} an {partner} ausgeliehen",
                            ("de", 2) => $"{thing} an {partner} verliehen, 9.-11. November",
                            ("de", 3) => $"{partner} hat uns {thing.Replace("unseren", "einen", StringComparison.Ordinal)} vom 9. bis 11. November geliehen",
                            (_, _) => $"wir haben uns {thing.Replace("unseren", "einen", StringComparison.Ordinal)} vom 9. bis 11. November von {partner} geliehen",
                        };
                        rows.Add(Sentences.Row($"O{k}", lang, Sentences.Style(text, k), new JsonObject
                        {
                            ["intent"] = "log_loan",
                            ["kind"] = kind,
                            ["org_from"] = outward ? "self" : partner,
                            ["org_to"] = outward ? partner : "self",
                            ["entries"] = new JsonArray(new JsonObject { ["date"] = null, ["minutes"] = null, ["date_from"] = "2026-11-09", ["date_to"] = "2026-11-11", ["days"] = 3 }),
                            ["ask"] = new JsonArray(),
                        }));
                    }
        }
        Rows.AllRead(rows);
    }

    [Fact]
    public void Offers_and_needs_say_what_and_until_when()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var lang in Langs)
        {
            (string Text, string Kind)[] things = lang switch
            {
                "fr" => [("une salle", "locaux"), ("un camion", "vehicule"), ("un vidéoprojecteur", "materiel"), ("des légumes", "denrees"), ("un comptable", "competence"), ("un retour d'expérience", "connaissance"), ("un bureau fermé", "locaux"), ("du matériel", "materiel")],
                "en" => [("a meeting room", "locaux"), ("a van", "vehicule"), ("a projector", "materiel"), ("vegetables", "denrees"), ("an accountant", "competence"), ("a case study", "connaissance"), ("a closed office", "locaux"), ("equipment", "materiel")],
                _ => [("einen Saal", "locaux"), ("einen Transporter", "vehicule"), ("einen Beamer", "materiel"), ("Gemüse", "denrees"), ("einen Buchhalter", "competence"), ("einen Erfahrungsbericht", "connaissance"), ("ein Büro", "locaux"), ("Werkzeug", "materiel")],
            };
            (string Text, string Intent)[] verbs = lang switch
            {
                "fr" => [("on propose", "post_offer"), ("nous proposons", "post_offer"), ("nous pouvons prêter", "post_offer"), ("on cherche", "post_need"), ("besoin de", "post_need"), ("il nous faudrait", "post_need")],
                "en" => [("we offer", "post_offer"), ("we can offer", "post_offer"), ("we can share", "post_offer"), ("looking for", "post_need"), ("we need", "post_need"), ("does anyone have", "post_need")],
                _ => [("wir bieten", "post_offer"), ("ich biete", "post_offer"), ("wir können anbieten:", "post_offer"), ("wir suchen", "post_need"), ("wir brauchen", "post_need"), ("hat jemand", "post_need")],
            };
            (string Text, string Key, string Day)[] dates = lang switch
            {
                "fr" => [("avant le 15", "deadline", "2026-12-14"), ("avant Noël", "deadline", "2026-12-24"), ("à partir du 1er décembre", "date_from", "2026-12-01"), ("", "deadline", "")],
                "en" => [("before the 15th", "deadline", "2026-12-14"), ("before Christmas", "deadline", "2026-12-24"), ("from 1 December", "date_from", "2026-12-01"), ("", "deadline", "")],
                _ => [("vor dem 15.", "deadline", "2026-12-14"), ("vor Weihnachten", "deadline", "2026-12-24"), ("ab dem 1. Dezember", "date_from", "2026-12-01"), ("", "deadline", "")],
            };
            foreach (var (verb, intent) in verbs)
                foreach (var (thing, kind) in things)
                    foreach (var (date, key, day) in dates)
                    {
                        var expect = new JsonObject { ["intent"] = intent, ["kind"] = kind, ["ask"] = new JsonArray(), [key] = day.Length > 0 ? day : null };
                        rows.Add(Sentences.Row($"N{k}", lang, Sentences.Style($"{verb} {thing} {date}".Trim(), k), expect));
                        k++;
                    }
        }
        Rows.AllRead(rows);
    }

    [Fact]
    public void Staff_loans_and_cooperations_name_the_parties()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var lang in Langs)
            foreach (var partner in Partners)
            {
                foreach (var person in new[] { "Julie", "Paul", "Karim", "Anna", "Thomas", "Lena" })
                    foreach (var (share, minutes) in lang switch { "fr" => new[] { ("1 jour", 420), ("deux jours", 840), ("une demi-journée", 210) }, "en" => [("one day", 420), ("two days", 840), ("half a day", 210)], _ => [("einen Tag", 420), ("zwei Tage", 840), ("einen halben Tag", 210)] })
                    {
                        var text = lang switch
                        {
                            "fr" => k % 2 == 0 ? $"on met {person} à disposition de {partner} {share} par semaine à partir du 1er décembre" : $"mise à disposition de {person} à {partner} {share} par semaine à partir du 1er décembre",
                            "en" => k % 2 == 0 ? $"we are lending {person} to {partner} {share} a week from 1 December" : $"secondment of {person} to {partner}, {share} per week starting 1 December",
                            _ => k % 2 == 0 ? $"wir stellen {person} ab 1. Dezember {share} pro Woche {partner} zur Verfügung" : $"wir überlassen {person} ab dem 1. Dezember {share} pro Woche an {partner}",
                        };
                        rows.Add(Sentences.Row($"S{k}", lang, Sentences.Style(text, k), new JsonObject
                        {
                            ["intent"] = "staff_loan_agreement",
                            ["kind"] = "personnel_mis_a_disposition",
                            ["org_from"] = "self",
                            ["org_to"] = partner,
                            ["recurrence"] = "weekly",
                            ["minutes_per_occurrence"] = minutes,
                            ["date_from"] = "2026-12-01",
                            ["date_to"] = null,
                            ["ask"] = new JsonArray("date_to", "convention"),
                        }));
                        k++;
                    }
                foreach (var third in Partners.Where(p => p != partner))
                {
                    var text = lang switch
                    {
                        "fr" => k % 2 == 0 ? $"on a répondu avec {partner} à l'appel d'offres de {third}" : $"nous avons gagné avec {partner} le marché de {third} hier",
                        "en" => k % 2 == 0 ? $"we bid together with {partner} on the {third} tender" : $"we won the contract of {third} together with {partner} yesterday",
                        _ => k % 2 == 0 ? $"wir haben mit {partner} die Ausschreibung von {third} gewonnen" : $"gemeinsam mit {partner} gestern an der Ausschreibung der {third} teilgenommen",
                    };
                    rows.Add(Sentences.Row($"K{k}", lang, Sentences.Style(text, k), new JsonObject
                    {
                        ["intent"] = "log_cooperation",
                        ["nature"] = new JsonArray("commerciale"),
                        ["orgs"] = new JsonArray("self", partner),
                        ["third_party"] = third,
                        ["ask"] = k % 2 == 0 ? new JsonArray("date") : [],
                    }));
                    k++;
                }
            }
        Rows.AllRead(rows);
    }

    [Fact]
    public void Corrections_and_cancellations_find_the_value_meant()
    {
        var rows = new List<JsonObject>();
        var k = 0;
        foreach (var lang in Langs)
        {
            var t = Of(lang);
            foreach (var length in t.Lengths)
            {
                string[] forms = lang switch
                {
                    "fr" => [$"en fait c'était {length.Text}", $"finalement {length.Text}", $"plutôt {length.Text}", $"correction : {length.Text}", $"je voulais dire {length.Text}", $"c'était {length.Text}, pas 5h"],
                    "en" => [$"actually it was {length.Text}", $"I meant {length.Text}", $"make it {length.Text}", $"correction: {length.Text}", $"it should be {length.Text}", $"it was {length.Text}, not 5 hours"],
                    _ => [$"eigentlich waren es {length.Text}", $"ich meinte {length.Text}", $"Korrektur: {length.Text}", $"nicht 5 Stunden, sondern {length.Text}", $"doch {length.Text}", $"es waren {length.Text}, nicht 5 Stunden"],
                };
                foreach (var form in forms) rows.Add(Sentences.Row($"X{k}", lang, Sentences.Style(form, k++), new JsonObject { ["intent"] = "correct_last", ["minutes"] = length.Of<int>(), ["ask"] = new JsonArray() }));
            }
            foreach (var day in t.PastDays)
            {
                if (day.Text is "ce matin" or "this morning" or "heute Morgen" or "vor drei Tagen" or "il y a trois jours") continue;
                string[] forms = lang switch
                {
                    "fr" => [$"supprime mes 2h {Joined(day.Text)}", $"annule ma saisie {Joined(day.Text)}", $"efface la ligne {Joined(day.Text)}", $"enlève mes heures {Joined(day.Text)}"],
                    "en" => [$"delete my 2 hours {day.Text}", $"remove my entry {day.Text}", $"cancel my hours {day.Text}", $"erase the line {day.Text}"],
                    _ => [$"lösche meine 2 Stunden {day.Text}", $"lösche den Eintrag {day.Text}", $"streiche meine Stunden {day.Text}", $"entferne die Zeile {day.Text}"],
                };
                for (var f = 0; f < forms.Length; f++, k++)
                    rows.Add(Sentences.Row($"Y{k}", lang, Sentences.Style(forms[f], k), new JsonObject { ["intent"] = "cancel_entry", ["date"] = day.Of<string>(), ["minutes"] = f == 0 ? 120 : null, ["ask"] = new JsonArray() }));
            }
        }
        Rows.AllRead(rows);

        static string Joined(string day) => day.StartsWith("le ", StringComparison.Ordinal) ? "du " + day[3..] : day.StartsWith("il y", StringComparison.Ordinal) ? day : "de " + day;
    }
}
