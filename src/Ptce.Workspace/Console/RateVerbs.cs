using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>rates adopt</c>, <c>rates list</c>, <c>rates smic</c>: a pole's rates from the console alone.</summary>
public static class RateVerbs
{
    private static readonly Option<string> Kind = new("--kind") { Description = "nature de temps / kind: " + string.Join(", ", Rates.Kinds), Required = true };
    private static readonly Option<string> Method = new("--method") { Description = "M1 SMIC brut, M2 SMIC chargé, M3 SMIC × niveau, M4 convention collective, M5 prix du marché, none quantités seules", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "premier jour travaillé à ce taux / first day worked at this rate", HelpName = "AAAA-MM-JJ", Required = true };
    private static readonly Option<string> Coefficient = new("--coefficient") { Description = "pour M3 / for M3", DefaultValueFactory = _ => "1" };
    private static readonly Option<string> Charge = new("--charge") { Description = "t, 0.42 pour 42 % / charge rate", DefaultValueFactory = _ => "0" };
    private static readonly Option<string?> Eur = new("--eur") { Description = "euros par heure, pour M4 et M5 / euros per hour" };
    private static readonly Option<string?> Level = new("--level") { Description = "groupe ou niveau en toutes lettres / level in words" };
    private static readonly Option<string?> Accounts = new("--accounts") { Description = "864/875, 862/871, none" };
    private static readonly Option<string> Source = new("--source") { Description = "d'où vient le taux / where it comes from", Required = true };
    private static readonly Option<string> AdoptedBy = new("--adopted-by") { Description = "instance qui l'a adopté / adopting body", Required = true };
    private static readonly Option<string> AdoptedOn = new("--adopted-on") { Description = "jour de l'adoption / day of adoption", HelpName = "AAAA-MM-JJ", Required = true };
    private static readonly Option<string> Minutes = new("--minutes") { Description = "référence du PV / reference of the minutes", Required = true };
    private static readonly Option<string> HourlySmic = new("--eur") { Description = "euros par heure / euros per hour", Required = true };

    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Command> All => [new Command("rates", "les taux de valorisation / the rates that value lines") { Adopt, List, AddSmic }];

    private static Command Adopt => Desk.Verb("adopt", "enregistre un taux adopté / records an adopted rate", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var rate = await desk.Get<Rates>().Adopt(pole, new(
            asked.GetValue(Kind)!, asked.GetValue(Method)!, RateWords.Number("coefficient", asked.GetValue(Coefficient)!), RateWords.Number("charge", asked.GetValue(Charge)!),
            asked.GetValue(Eur) is { } euros ? RateWords.Number("euros", euros) : null, asked.GetValue(Level), asked.GetValue(Accounts),
            RateWords.Day("from", asked.GetValue(From)), asked.GetValue(Source)!,
            asked.GetValue(AdoptedBy)!, RateWords.Day("adopted_on", asked.GetValue(AdoptedOn)), asked.GetValue(Minutes)!));
        Console.WriteLine(Words.Say(Desk.Language, "rates.recorded", new Say(Desk.Language).Decision(rate)));
        return 0;
    }, Desk.PoleName, Kind, Method, From, Coefficient, Charge, Eur, Level, Accounts, Source, AdoptedBy, AdoptedOn, Minutes);

    private static Command List => Desk.Verb("list", "les taux du pôle et le SMIC / the pole's rates and the SMIC", async (asked, desk) =>
    {
        var grid = await desk.Get<Rates>().Grid((await desk.Pole(asked)).Id);
        if (asked.GetValue(Desk.Json)) Console.WriteLine(JsonSerializer.Serialize(new { decisions = grid.Decisions.Select(AsJson), smic = grid.Smic.Select(AsJson) }, Legible));
        else foreach (var line in Lines(grid, new Say(Desk.Language))) Console.WriteLine(line);
        return 0;
    }, Desk.PoleName, Desk.Json);

    private static Command AddSmic => Desk.Verb("smic", "ajoute un montant du SMIC / adds an amount of the SMIC", async (asked, desk) =>
    {
        var (from, euros) = (RateWords.Day("from", asked.GetValue(From)), RateWords.Number("euros", asked.GetValue(HourlySmic)!));
        await desk.Get<Rates>().AddSmic(from, euros, asked.GetValue(Source)!);
        var say = new Say(Desk.Language);
        Console.WriteLine(say["rates.smic_recorded", say.Money((long)(euros * 100)), say.LongDay(from)]);
        return 0;
    }, From, HourlySmic, Source);

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
