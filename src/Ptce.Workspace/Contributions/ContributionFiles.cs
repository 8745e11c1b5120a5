using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>Files of lines in the shapes people have: our own, and the exports of two tools that count hours. Each becomes rows of our own shape.</summary>
public static partial class ContributionFiles
{
    /// <summary>Our own columns. Those that stand after them in an export come back too, but for the state, who spoke for it and its digest: an import has its own.</summary>
    public const string Header = "date;person;organisation;beneficiary;kind;minutes;quantity;unit_value_eur;activity;note";

    public static readonly IReadOnlyList<string> Formats = ["ptce", "benevalibre", "kimai"];

    private const decimal MostHours = 10_000; // more is no length; the rules on a line are stricter
    public const int MostFileCharacters = 5_000_000; // from a page or a program; the console takes any

    /// <inheritdoc cref="Parse"/>
    public static IReadOnlyList<ContributionRow> Read(string file, string format, string? organisation = null) => Parse(CsvFile.TextOf(file), format, organisation);

    /// <param name="organisation">The giver, where the file does not say it: a Kimai export knows customers and projects, no employer.</param>
    /// <exception cref="Refused">«format» is unknown; the file lacks a column; no organisation is named.</exception>
    public static IReadOnlyList<ContributionRow> Parse(string text, string format, string? organisation = null) => format switch
    {
        "ptce" => [.. CsvFile.Each(text, Header.Split(';')).Select(r => new ContributionRow(
            r.Line, r["date"], r["person"], r["organisation"], r["beneficiary"], r["kind"], r["minutes"], r["quantity"], r["unit_value_eur"], r["activity"], r["note"], r.Wrong, r["unit"],
            r.Columns.ContainsKey("reverses") ? new(r["id"], r["reverses"], r["people"], r["starts"], r["ends"], r["basis"], r["basis_source"], r["price_eur"], r["life"], r["share_percent"], r["running_eur"]) : null))],
        "benevalibre" => [.. CsvFile.Each(text).Select(r => Benevalibre(new(r), organisation))],
        "kimai" => [.. CsvFile.Each(text).Select(r => Kimai(new(r), organisation ?? throw new Refused("organisation", "contributions.import_organisation")))],
        _ => throw new Refused("format", "contributions.import_format", format, string.Join(", ", Formats)),
    };

    /// <summary>An action of Bénévalibre (« Exporter » on the list of actions): unpaid by nature. Those not moderated yet are left to their moderator.</summary>
    /// <remarks>Source: the export table of Bénévalibre's own code; durations there are hours with decimals, or "H:MM:SS".</remarks>
    private static ContributionRow Benevalibre(Cells row, string? organisation)
    {
        var pending = row["en attente de moderation"] is "True" or "Vrai" or "Oui" or "1";
        var hours = row["duree (en heures)"];
        return new(row.Line, Day(row["date"]), Name(row), organisation ?? row["association"], "", Kinds.BenevolatUsager,
            hours != "" ? Minutes(hours) : Clock(row["duree"]), "", "",
            row["projet"] is { Length: > 0 } project ? project : row["categorie"], Joined(row["titre"], row["description"]), row.Wrong ?? (pending ? new("row", "contributions.import_pending") : null));
    }

    private static string Name(Cells row) => string.Join(' ', new[] { row["prenom"], row["nom"] }.Where(n => n != "")) is { Length: > 0 } name ? name : row["pseudonyme"] is { Length: > 0 } nick ? nick : row["pseudo"];

    /// <summary>A record of a Kimai timesheet (CSV export, columns in English or French): paid or not by the person's engagement.</summary>
    private static ContributionRow Kimai(Cells row, string organisation)
    {
        var length = row.First("duration (decimal)", "duration", "duree (decimale)", "duree");
        return new(row.Line, Day(row["date"]), row.First("e-mail", "email", "name", "nom", "user", "utilisateur", "username"), organisation, "", Kinds.Default,
            length.Contains(':', StringComparison.Ordinal) ? Clock(length) : Minutes(length), "", "",
            row.First("activity", "activite"), Joined(Joined(row.First("customer", "client"), row.First("project", "projet")), row["description"]), row.Wrong);
    }

    private static string Joined(string one, string other) => one == "" ? other : other == "" || other == one ? one : $"{one} · {other}";

    // What is no length stays as it is written: the row is refused with it.
    private static string Minutes(string hours) =>
        decimal.TryParse(hours.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var h) && h < MostHours
            ? Math.Round(h * 60, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) : hours;

    /// <summary>"3:30", "3:30:00", "1 day, 2:00:00".</summary>
    private static string Clock(string text)
    {
        if (Length().Match(text) is not { Success: true } m) return text;
        long Part(string name) => m.Groups[name].Success ? long.Parse(m.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        return (Part("days") * 1440 + Part("hours") * 60 + Part("minutes")).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^(?:(?<days>[0-9]{1,4}) days?, )?(?<hours>[0-9]{1,4}):(?<minutes>[0-5][0-9])(?::[0-5][0-9])?$")]
    private static partial Regex Length();

    // Both tools may write the time of day behind the day.
    private static string Day(string text) => text.Length > 10 && text[10] is ' ' or 'T' ? text[..10] : text;

    /// <summary>A row by the names of its columns, whatever their accents and case.</summary>
    private sealed class Cells(CsvRow row)
    {
        private readonly Dictionary<string, string> _fields = row.Columns.Keys.GroupBy(Plain).ToDictionary(g => g.Key, g => row[g.First()]);

        public int Line => row.Line;
        public Refused? Wrong => row.Wrong;

        private static string Plain(string name) => string.Concat(name.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

        public string this[string column] => _fields.GetValueOrDefault(column, "");

        /// <summary>The first of these columns that says something.</summary>
        public string First(params string[] columns) => columns.Select(c => this[c]).FirstOrDefault(v => v != "") ?? "";
    }
}
