using System.Globalization;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>
/// Sentences put together from pieces whose meaning is stated beside them, in three languages.
/// The expected reading is computed here from the pieces, never by the code under test. Today is Thursday 2026-11-19.
/// </summary>
internal static class Sentences
{
    internal sealed record Piece(string Text, object? Means);

    internal sealed record Tongue(string Lang, Piece[] Lengths, Piece[] PastDays, Piece[] NextDays, Piece[] Bodies, Piece[] With);

    internal static readonly Tongue French = new("fr",
        [new("2h", 120), new("1h30", 90), new("1,5 h", 90), new("45 min", 45), new("2 h 15", 135), new("une demi-journée", 210), new("une journée", 420), new("trois quarts d'heure", 45), new("deux heures et demie", 150), new("90 minutes", 90), new("2 heures et quart", 135), new("une heure", 60)],
        [new("hier", "2026-11-18"), new("avant-hier", "2026-11-17"), new("lundi", "2026-11-16"), new("vendredi dernier", "2026-11-13"), new("le 3", "2026-11-03"), new("le 27", "2026-10-27"), new("le 3 novembre", "2026-11-03"), new("le 12/11", "2026-11-12"), new("il y a trois jours", "2026-11-16"), new("ce matin", "2026-11-19"), new("le lundi 9 novembre", "2026-11-09"), new("il y a huit jours", "2026-11-12")],
        [new("demain", "2026-11-20"), new("lundi", "2026-11-23"), new("jeudi prochain", "2026-11-26"), new("le 8 décembre", "2026-12-08"), new("mardi en huit", "2026-12-01"), new("mardi en quinze", "2026-12-08"), new("dans huit jours", "2026-11-26"), new("dans quinze jours", "2026-12-03"), new("le 8/12", "2026-12-08")],
        [new("au copil", "copil"), new("au cotech", "cotech"), new("au CA", "ca"), new("à l'AG", "ag"), new("à l'atelier éco-matériaux", "atelier"), new("en groupe de travail", "groupe_travail"), new("pour la newsletter", null)],
        [new("", null), new("avec Elips", "Elips"), new("avec Val Horizon", "Val Horizon"), new("avec le CAUE", "CAUE 54"), new("avec l'Université de Lorraine", "Université de Lorraine")]);

    internal static readonly Tongue English = new("en",
        [new("2h", 120), new("1h30", 90), new("1.5 hours", 90), new("45 minutes", 45), new("two hours and a half", 150), new("half a day", 210), new("a day", 420), new("three quarters of an hour", 45), new("two and a half hours", 150), new("90 min", 90), new("an hour and a quarter", 75), new("an hour", 60)],
        [new("yesterday", "2026-11-18"), new("the day before yesterday", "2026-11-17"), new("on Monday", "2026-11-16"), new("last Friday", "2026-11-13"), new("on the 3rd", "2026-11-03"), new("on 3 November", "2026-11-03"), new("on 12/11", "2026-11-12"), new("three days ago", "2026-11-16"), new("this morning", "2026-11-19"), new("a week ago", "2026-11-12"), new("on November 9th", "2026-11-09"), new("a fortnight ago", "2026-11-05")],
        [new("tomorrow", "2026-11-20"), new("on Monday", "2026-11-23"), new("next Thursday", "2026-11-26"), new("on 8 December", "2026-12-08"), new("on Tuesday week", "2026-12-01"), new("in a week", "2026-11-26"), new("in a fortnight", "2026-12-03"), new("on the 8th", "2026-12-08"), new("on 8/12", "2026-12-08")],
        [new("at the steering committee", "copil"), new("at the technical committee", "cotech"), new("on the board", "ca"), new("at the general meeting", "ag"), new("at the eco-materials workshop", "atelier"), new("in the working group", "groupe_travail"), new("on the newsletter", null)],
        [new("", null), new("with Elips", "Elips"), new("with Val Horizon", "Val Horizon"), new("with CAUE", "CAUE 54"), new("with the University of Lorraine", "Université de Lorraine")]);

    internal static readonly Tongue German = new("de",
        [new("2h", 120), new("1h30", 90), new("1,5 Stunden", 90), new("45 Minuten", 45), new("zweieinhalb Stunden", 150), new("einen halben Tag", 210), new("einen Tag", 420), new("eine Dreiviertelstunde", 45), new("anderthalb Stunden", 90), new("90 Min.", 90), new("zwei Stunden und 15 Minuten", 135), new("eine Stunde", 60)],
        [new("gestern", "2026-11-18"), new("vorgestern", "2026-11-17"), new("am Montag", "2026-11-16"), new("letzten Freitag", "2026-11-13"), new("am 3.", "2026-11-03"), new("am 3. November", "2026-11-03"), new("am 12.11.", "2026-11-12"), new("vor drei Tagen", "2026-11-16"), new("heute Morgen", "2026-11-19"), new("vor einer Woche", "2026-11-12"), new("am Montag, den 9. November", "2026-11-09"), new("vor vierzehn Tagen", "2026-11-05")],
        [new("morgen", "2026-11-20"), new("am Montag", "2026-11-23"), new("nächsten Donnerstag", "2026-11-26"), new("am 8. Dezember", "2026-12-08"), new("Dienstag in acht Tagen", "2026-12-01"), new("Dienstag in vierzehn Tagen", "2026-12-08"), new("in acht Tagen", "2026-11-26"), new("in vierzehn Tagen", "2026-12-03"), new("am 8.12.", "2026-12-08")],
        [new("im Lenkungsausschuss", "copil"), new("im Fachausschuss", "cotech"), new("im Vorstand", "ca"), new("bei der Mitgliederversammlung", "ag"), new("im Workshop Öko-Baustoffe", "atelier"), new("in der Arbeitsgruppe Mobilität", "groupe_travail"), new("am Rundbrief", null)],
        [new("", null), new("mit Elips", "Elips"), new("mit Val Horizon", "Val Horizon"), new("mit dem CAUE", "CAUE 54"), new("mit der Universität Lorraine", "Université de Lorraine")]);

    internal static readonly Tongue[] All = [French, English, German];

    /// <summary>As typed, in capitals, without accents, on a phone, politely.</summary>
    internal static string Style(string sentence, int k) => (k % 5) switch
    {
        1 => sentence.ToUpperInvariant(),
        2 => Plain(sentence),
        3 => Plain(sentence).ToLowerInvariant().Replace("'", "’", StringComparison.Ordinal),
        4 => sentence + " !",
        _ => sentence,
    };

    internal static string Plain(string sentence)
    {
        var kept = sentence.Normalize(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return new string([.. kept]).Replace("œ", "oe", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
    }

    internal static JsonObject Row(string id, string lang, string text, JsonObject expect) =>
        new() { ["id"] = id, ["text"] = text, ["today"] = "2026-11-19", ["lang"] = lang, ["expect"] = expect };

    internal static JsonArray List(params string?[] values) => new([.. values.Where(v => v is not null).Select(v => (JsonNode)v!)]);

    internal static T Of<T>(this Piece piece) => (T)piece.Means!;
}
