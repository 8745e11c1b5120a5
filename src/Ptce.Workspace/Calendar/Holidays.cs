using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>A day off by law (jour férié) in one place.</summary>
/// <param name="Codes">One code per feast: two when two feasts fall on one day, as on 9 May 2024 in Luxembourg.</param>
public sealed record Holiday(DateOnly Day, IReadOnlyList<string> Codes)
{
    public string Name(string language) => Holidays.Name(language, Codes);
}

/// <summary>One feast on one day, and the places that keep it.</summary>
public sealed record Feast(string Code, IReadOnlyList<string> Places);

/// <summary>Public holidays (jours fériés) by rule, for the places where poles work. Pure: no file, no service.</summary>
/// <remarks>
/// Sources: Code du travail L3133-1 (France) and L3134-13 (Moselle, Bas-Rhin, Haut-Rhin: Good Friday in communes with a
/// Protestant or mixed church, 26 December); royal decree of 18 April 1974 (Belgium); Code du travail L232-2 (Luxembourg).
/// Days in lieu (Belgium, Luxembourg) are each employer's and the community feasts of Belgium are not legal holidays: neither stands here.
/// </remarks>
public static partial class Holidays
{
    /// <summary>The years the rules below speak for: in France 8 May is a holiday since 1982.</summary>
    public const int FirstYear = 1982, LastYear = 2199;

    /// <summary>ISO 3166 codes; FR is France in Europe without the three departments of Alsace-Moselle.</summary>
    public static readonly IReadOnlyList<string> Places = ["FR", "FR-57", "FR-67", "FR-68", "BE", "LU"];

    private static readonly Rule[] Rules =
    [
        Fixed("new_year", 1, 1, "FR", "BE", "LU"),
        Moving("good_friday", -2, "FR-57", "FR-67", "FR-68"),
        Moving("easter_monday", 1, "FR", "BE", "LU"),
        Fixed("labour_day", 5, 1, "FR", "BE", "LU"),
        Moving("ascension", 39, "FR", "BE", "LU"),
        Moving("whit_monday", 50, "FR", "BE", "LU"),
        Fixed("victory_1945", 5, 8, "FR"),
        Fixed("europe_day", 5, 9, "LU") with { Since = 2019 },
        Fixed("national_day", 6, 23, "LU"),
        Fixed("national_day", 7, 14, "FR"),
        Fixed("national_day", 7, 21, "BE"),
        Fixed("assumption", 8, 15, "FR", "BE", "LU"),
        Fixed("all_saints", 11, 1, "FR", "BE", "LU"),
        Fixed("armistice_1918", 11, 11, "FR", "BE"),
        Fixed("christmas", 12, 25, "FR", "BE", "LU"),
        Fixed("saint_stephen", 12, 26, "FR-57", "FR-67", "FR-68", "LU"),
    ];

    /// <summary>The holidays of one place in one year, in the order of the year, one row per day.</summary>
    /// <exception cref="Refused">«country» is not one of <see cref="Places"/>; «year» is outside the years known.</exception>
    public static IReadOnlyList<Holiday> Of(string place, int year)
    {
        place = Place(place);
        Refused.If(year is < FirstYear or > LastYear, "year", "calendar.refused.year", year, FirstYear, LastYear);
        return [.. Rules.Where(r => r.Holds(place, year)).GroupBy(r => r.On(year)).OrderBy(d => d.Key)
            .Select(d => new Holiday(d.Key, [.. d.Select(r => r.Code)]))];
    }

    /// <summary>What is kept on a day in any of these places; empty on an ordinary day.</summary>
    /// <remarks>A department is not named beside France when both keep the feast.</remarks>
    public static IReadOnlyList<Feast> On(DateOnly day, IReadOnlyCollection<string> places) =>
        [.. from rule in Rules
            where rule.On(day.Year) == day
            let there = places.Where(p => rule.Holds(p, day.Year)).ToList()
            let named = there.Where(p => p == Country(p) || !there.Contains(Country(p))).Distinct().ToList()
            where named.Count > 0
            select new Feast(rule.Code, named)];

    /// <summary>The place as we write it ("fr-57" is "FR-57").</summary>
    /// <exception cref="Refused">Not one of <see cref="Places"/>: the sentence names those we know.</exception>
    public static string Place(string text, string field = "country")
    {
        var place = text.Trim().ToUpperInvariant();
        return Places.Contains(place) ? place : throw new Refused(field, "calendar.refused.country", text.Trim());
    }

    /// <summary>The country whose clocks a zone shows; null where we know none of its holidays.</summary>
    /// <param name="zone">IANA name.</param>
    public static string? OfZone(string zone) => zone switch
    {
        "Europe/Paris" => "FR",
        "Europe/Brussels" => "BE",
        "Europe/Luxembourg" => "LU",
        _ => null,
    };

    /// <summary>The department with feasts of its own in which a territory lies, as people write it: "Moselle", "Bas-Rhin (67)", "57190 Florange", "Alsace". Null for any other.</summary>
    /// <remarks>Meurthe-et-Moselle keeps none of them. Both departments of Alsace keep the same.</remarks>
    public static string? OfTerritory(string? text) => AlsaceMoselle().Match(Folding.Fold(text?.Trim() ?? "")) switch
    {
        { Success: false } => null,
        { Groups: var g } when g["number"].Success => $"FR-{g["number"].Value}",
        { Value: var name } => name.StartsWith("haut", StringComparison.Ordinal) ? "FR-68" : name == "moselle" ? "FR-57" : "FR-67",
    };

    [GeneratedRegex(@"\balsace\b|\b(bas|haut)[- ]rhin\b|(?<!\bet[- ])\bmoselle\b|^(?<number>57|67|68)$|\((?<number>57|67|68)\)|\b(?<number>57|67|68)\d{3}\b")]
    private static partial Regex AlsaceMoselle();

    /// <summary>"Ascension et Journée de l'Europe".</summary>
    public static string Name(string language, IEnumerable<string> codes) =>
        string.Join(Words.Say(language, "calendar.and"), codes.Select(c => Words.Say(language, "calendar.holiday." + c)));

    /// <summary>"France, Belgique".</summary>
    public static string PlaceNames(string language, IEnumerable<string> places) =>
        string.Join(", ", places.Select(p => Words.Say(language, "calendar.place." + p)));

    private static string Country(string place) => place[..2];

    private static Rule Fixed(string code, int month, int day, params string[] places) => new(code, y => new DateOnly(y, month, day), places);
    private static Rule Moving(string code, int fromEaster, params string[] places) => new(code, y => Easter.Sunday(y).AddDays(fromEaster), places);

    private sealed record Rule(string Code, Func<int, DateOnly> On, string[] Places, int Since = 0)
    {
        /// <summary>A department keeps its country's feasts and its own.</summary>
        public bool Holds(string place, int year) => year >= Since && (Places.Contains(place) || Places.Contains(Country(place)));
    }
}
