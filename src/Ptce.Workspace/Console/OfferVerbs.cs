using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>import offers</c> and <c>offers search</c>.</summary>
public static class OfferVerbs
{
    private const string Header = "kind;title;organisation;quantity;unit;from;to;place;conditions;price_eur;text";

    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Argument<string> File = new("FILE.csv") { Description = "fichier UTF-8, séparateur « ; » / UTF-8 file, separator “;”" };
    private static readonly Argument<string> Text = new("TEXT") { Description = "mots cherchés, accents et fautes de frappe pardonnés / words, accents and slips forgiven" };
    private static readonly Option<string?> Kind = new("--kind") { Description = "nature / kind: " + string.Join(", ", Pooled.Kinds) };
    private static readonly Option<string?> Side = new("--side") { Description = "offer, need" };
    private static readonly Option<int> Most = new("--most") { Description = "au plus / at most", DefaultValueFactory = _ => 20 };

    public static IEnumerable<Command> All => [new Command("offers", "offres et besoins / offers and needs") { Search }];

    /// <summary><c>import offers</c>, gathered with the other imports by <see cref="Verbs"/>.</summary>
    public static Command Import => Desk.Verb("offers",
        Header + "[;side] — quantity, from, to (AAAA-MM-JJ), price_eur peuvent rester vides ; side : offer (par défaut) ou need ; kind : " + string.Join(", ", Pooled.Kinds), async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var done = await desk.Get<Offers>().Import(pole, [.. CsvFile.Read(asked.GetValue(File)!, Header.Split(';')).Select(r => new OfferRow(
            r.Line, r["side"], r["kind"], r["title"], r["organisation"], r["quantity"], r["unit"], r["from"], r["to"], r["place"], r["conditions"], r["price_eur"], r["text"]))]);
        Console.WriteLine(Words.Say(Desk.Language, "offers.imported", done.Offers, done.Needs, done.Known, pole.Name));
        return 0;
    }, File, Desk.PoleName);

    private static Command Search => Desk.Verb("search", "cherche dans les offres et les besoins / searches offers and needs", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var filter = new OfferFilter(asked.GetValue(Side), asked.GetValue(Kind), Search: asked.GetValue(Text));
        var found = (await desk.Get<Offers>().List(pole, filter, asked.GetValue(Most))).Offers;
        var today = Zones.Day(desk.Get<TimeProvider>().GetUtcNow(), pole.Zone);
        var say = new Say(Desk.Language);
        if (asked.GetValue(Desk.Json)) Console.WriteLine(JsonSerializer.Serialize(found.Select(o => AsJson(o, today)), Legible));
        else foreach (var offer in found) Console.WriteLine($"{say[$"offers.side.{offer.Side}"]}  {Kinds.Word(say, offer.Kind)}  {offer.Title}  ({offer.OrganisationName})  {say[$"offers.state.{offer.StateOn(today)}"]}");
        return 0;
    }, Text, Desk.PoleName, Side, Kind, Most, Desk.Json);

    private static object AsJson(Offer o, DateOnly today) => new
    {
        id = o.Id,
        side = o.Side,
        kind = o.Kind,
        title = o.Title,
        organisation = o.OrganisationName,
        quantity = o.Quantity,
        unit = o.Unit,
        left = o.Left,
        from = o.FromDay,
        to = o.ToDay,
        recurrence = o.Recurrence,
        place = o.Place,
        conditions = o.Conditions,
        price_eur = o.PriceCents / 100m,
        state = o.StateOn(today),
        text = o.Text,
    };
}
