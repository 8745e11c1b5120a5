using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Console verbs of the calendar: <c>workshops preview</c> and <c>calendar holidays</c>. They read no store.</summary>
/// <remarks>Values are read here and not by the parser, so that bad input is one sentence in the reader's language and exit code 1.</remarks>
public static class CalendarVerbs
{
    private const int MostDates = 1000;

    private static readonly Option<string> Lang = Input.Otherwise("--lang", Desk.Language);

    private static readonly JsonSerializerOptions Legible = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a console, not a page: accents stay legible
    };

    public static IEnumerable<Command> All => [Desk.Family("workshops", Preview()), Desk.Family("calendar", HolidaysOfYear())];

    private static Command Preview()
    {
        var anchor = Input.Text("--anchor");
        var (every, zone, count) = (Input.Otherwise("--every", "6w"), Input.Otherwise("--zone", "Europe/Paris"), Input.Otherwise("--count", "9"));
        var (countries, closed, bridges) = (Input.Otherwise<string[]>("--countries", ["FR"]), Input.Otherwise<string[]>("--closed", []), Input.Flag("--allow-bridges"));
        countries.AllowMultipleArgumentsPerToken = true;
        return Desk.Bare("workshops preview", asked => Answer(asked, language =>
        {
            var start = Anchor(Given(asked, anchor, "2026-01-08T14:00"));
            var places = asked.GetValue(countries)!.SelectMany(c => c.Split(',')).Select(c => Holidays.Place(c, "countries")).Distinct().ToList();
            var days = new WorkingDays(places, asked.GetValue(closed)!.Select(ClosedPeriod.Read), !asked.GetValue(bridges));
            var rhythm = Every.Read(asked.GetValue(every)!);
            var zoneName = asked.GetValue(zone)!;
            var dates = new Cadence(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), rhythm, zoneName, days).Dates().Take(Count(asked.GetValue(count)!));
            return asked.GetValue(Desk.Json)
                ? AsJson(dates.Select(d => new
                {
                    Computed = d.Computed.Iso(),
                    Date = d.Date?.Iso(),
                    Time = d.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
                    Utc = d.Utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    Reasons = d.Reasons.Select(r => r.Sentence(language)),
                }))
                : [Words.Say(language, "calendar.preview.title", $"{start:HH:mm}", zoneName, rhythm.Say(language), Holidays.PlaceNames(language, places)),
                    .. dates.SelectMany(d => Row(d, new Say(language)))];
        }), anchor, every, zone, countries, count, bridges, closed, Desk.Json, Lang);
    }

    private static Command HolidaysOfYear()
    {
        var (country, year) = (Input.Text("--country"), Input.Text("--year"));
        return Desk.Bare("calendar holidays", asked => Answer(asked, language =>
        {
            var place = Holidays.Place(Given(asked, country, "FR-57"));
            var typed = Given(asked, year, "2027");
            var read = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            Refused.If(!read, "year", "calendar.refused.year", typed, Holidays.FirstYear, Holidays.LastYear);
            var holidays = Holidays.Of(place, number);
            return asked.GetValue(Desk.Json)
                ? AsJson(holidays.Select(h => new { Date = h.Day.Iso(), Name = h.Name(language) }))
                : holidays.Select(h => $"{new Say(language).Day(h.Day),-30} {h.Name(language)}");
        }), country, year, Desk.Json, Lang);
    }

    /// <summary>One line for the date; one more per reason, when the meeting is not where the rule puts it.</summary>
    private static IEnumerable<string> Row(PlannedDate planned, Say say) =>
    [
        (planned.Date, planned.Date == planned.Computed) switch
        {
            ({ } day, true) => say.Day(day),
            ({ } day, false) => $"{say.Day(day),-30} {say["calendar.preview.moved", say.Day(planned.Computed)]}",
            _ => $"{say.Day(planned.Computed),-30} {say["calendar.preview.ask"]}",
        },
        .. planned.Reasons.Select(r => "    " + r.Sentence(say.Language)),
    ];

    private static Task<int> Answer(ParseResult asked, Func<string, IEnumerable<string>> lines)
    {
        var language = asked.GetValue(Lang)!;
        try
        {
            Refused.If(!Words.Languages.Contains(language), "lang", "calendar.refused.language", language);
            foreach (var line in lines(language).ToList()) asked.InvocationConfiguration.Output.WriteLine(line);
            return Task.FromResult(0);
        }
        catch (Refused refused)
        {
            asked.InvocationConfiguration.Error.WriteLine(refused.In(Words.Languages.Contains(language) ? language : Desk.Language));
            return Task.FromResult(1);
        }
    }

    private static DateTime Anchor(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? wall : throw new Refused("anchor", "calendar.refused.anchor", text);

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostDates
            ? count : throw new Refused("count", "calendar.refused.count", text, MostDates);

    private static string Given(ParseResult asked, Option<string?> option, string example) =>
        asked.GetValue(option) is { Length: > 0 } text ? text : throw new Refused(option.Name[2..], "calendar.refused.missing", option.Name, example);

    private static IEnumerable<string> AsJson<T>(IEnumerable<T> rows) => [JsonSerializer.Serialize(rows, Legible)];
}
