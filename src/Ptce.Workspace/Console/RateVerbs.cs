using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>rates adopt</c>, <c>rates list</c>, <c>rates smic</c>, <c>rates pass</c>: a pole's rates from the console alone.</summary>
public static class RateVerbs
{
    private static readonly Option<string> Kind = Input.Needed("--kind", words: string.Join(", ", Rates.Kinds));
    private static readonly Option<string> Method = Input.Needed("--method");
    private static readonly Option<string> From = Input.Needed("--from", "rate_from", Input.Day);
    private static readonly Option<string> Coefficient = Input.Otherwise("--coefficient", "1");
    private static readonly Option<string> Charge = Input.Otherwise("--charge", "0");
    private static readonly Option<string?> Eur = Input.Text("--eur", "rate_eur");
    private static readonly Option<string?> Level = Input.Text("--level");
    private static readonly Option<string?> Accounts = Input.Text("--accounts");
    private static readonly Option<string> Source = Input.Needed("--source");
    private static readonly Option<string> AdoptedBy = Input.Needed("--adopted-by");
    private static readonly Option<string> AdoptedOn = Input.Needed("--adopted-on", shape: Input.Day);
    private static readonly Option<string> Minutes = Input.Needed("--minutes");
    private static readonly Option<string> HourlySmic = Input.Needed("--eur", "smic_eur");

    private static readonly Option<string?> Year = Input.Needed<string?>("--year");
    private static readonly Option<string> AnnualCeiling = Input.Needed("--eur", "pass_eur");

    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Command> All => [Desk.Family("rates", Adopt, List, AddSmic, AddCeiling)];

    private static Command Adopt => Desk.Verb("rates adopt", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var rate = await desk.Get<Rates>().Adopt(pole, new(
            asked.GetValue(Kind)!, asked.GetValue(Method)!, Field.Number(asked.GetValue(Coefficient)!, "coefficient"), Field.Number(asked.GetValue(Charge)!, "charge"),
            Field.NumberIfAny(asked.GetValue(Eur), "euros"), asked.GetValue(Level), asked.GetValue(Accounts),
            Field.Day(asked.GetValue(From), "from"), asked.GetValue(Source)!,
            asked.GetValue(AdoptedBy)!, Field.Day(asked.GetValue(AdoptedOn), "adopted_on"), asked.GetValue(Minutes)!));
        Console.WriteLine(Words.Say(Desk.Language, "rates.recorded", new Say(Desk.Language).Decision(rate)));
        return 0;
    }, Desk.PoleName, Kind, Method, From, Coefficient, Charge, Eur, Level, Accounts, Source, AdoptedBy, AdoptedOn, Minutes);

    private static Command List => Desk.Verb("rates list", async (asked, desk) =>
    {
        var grid = await desk.Get<Rates>().Grid((await desk.Pole(asked)).Id);
        if (asked.GetValue(Desk.Json)) Console.WriteLine(JsonSerializer.Serialize(new { decisions = grid.Decisions.Select(AsJson), smic = grid.Smic.Select(AsJson) }, Legible));
        else foreach (var line in Lines(grid, new Say(Desk.Language))) Console.WriteLine(line);
        return 0;
    }, Desk.PoleName, Desk.Json);

    private static Command AddSmic => Desk.Verb("rates smic", async (asked, desk) =>
    {
        var (from, euros) = (Field.Day(asked.GetValue(From), "from"), Field.Number(asked.GetValue(HourlySmic)!, "euros"));
        await desk.Get<Rates>().AddSmic(from, euros, asked.GetValue(Source)!);
        var say = new Say(Desk.Language);
        Console.WriteLine(say["rates.smic_recorded", say.Money((long)(euros * 100)), say.LongDay(from)]);
        return 0;
    }, From, HourlySmic, Source);

    private static Command AddCeiling => Desk.Verb("rates pass", async (asked, desk) =>
    {
        var (year, euros) = (Input.Number(asked, Year, SecurityCeilings.FirstYear, SecurityCeilings.LastYear)!.Value, Field.Number(asked.GetValue(AnnualCeiling), "euros"));
        await desk.Get<SecurityCeilings>().Add(year, euros, asked.GetValue(Source)!);
        var say = new Say(Desk.Language);
        Console.WriteLine(say["rates.pass_recorded", year, say.Money((long)(euros * 100))]);
        return 0;
    }, Year, AnnualCeiling, Source);

    private static IEnumerable<string> Lines(RateGrid grid, Say t) =>
        [.. grid.Decisions.Select(t.Decision), .. grid.Smic.Select(s => $"SMIC {s.FromDay:yyyy-MM-dd} {t.Money(s.CentsPerHour)}  {s.Source}")];

    private static object AsJson(AdoptedRate r) => new
    {
        kind = r.Kind,
        method = r.Method,
        coefficient = r.CoefficientMilli / 1000m,
        charge = r.ChargeBasisPoints / 10_000m,
        cents_per_hour = r.CentsPerHour,
        level = r.Level,
        debit = r.Debit,
        credit = r.Credit,
        from = r.AdoptedBy is null ? (DateOnly?)null : r.FromDay,
        source = r.Source,
        adopted_by = r.AdoptedBy,
        adopted_on = r.AdoptedOn,
        minutes = r.MinutesReference,
    };

    private static object AsJson(Smic s) => new { from = s.FromDay, cents_per_hour = s.CentsPerHour, source = s.Source };
}
