using System.CommandLine;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>import offers</c> and <c>offers search</c>.</summary>
public static class OfferVerbs
{
    private static readonly Argument<string> File = Input.First("FILE.csv", "offers_file", string.Join(';', OfferRow.Columns), string.Join(", ", Pooled.Kinds));
    private static readonly Argument<string> Text = Input.First("TEXT", "words");
    private static readonly Option<string?> Kind = Input.Text("--kind", "offer_kind", words: string.Join(", ", Pooled.Kinds));
    private static readonly Option<string?> Side = Input.Text("--side");
    private static readonly Option<string?> Most = Input.Otherwise<string?>("--most", "20");

    public static IEnumerable<Command> All => [Desk.Family("offers", Search)];

    /// <summary><c>import offers</c>, gathered with the other imports by <see cref="Verbs"/>.</summary>
    public static Command Import => Desk.Verb("import offers", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var done = await desk.Get<Offers>().Import(pole, OfferRow.Read(asked.GetValue(File)!));
        var t = new Say(Desk.Language);
        Console.WriteLine(t["offers.imported", t.Many("offers.imported_offers", done.Offers), t.Many("offers.imported_needs", done.Needs), done.Known, pole.Name]);
        return 0;
    }, File, Desk.PoleName);

    private static Command Search => Desk.Verb("offers search", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var filter = new OfferFilter(asked.GetValue(Side), asked.GetValue(Kind), Search: asked.GetValue(Text));
        Refused.If(filter.Side is { } side && !Sides.All.Contains(side), "side", "offers.unknown_side", filter.Side);
        Refused.If(filter.Kind is { } kind && !Pooled.Kinds.Contains(kind), "kind", "offers.unknown_kind", filter.Kind, string.Join(", ", Pooled.Kinds));
        var found = (await desk.Get<Offers>().List(pole, filter, Input.Number(asked, Most, 1, 200) ?? 20)).Offers;
        var today = Zones.Day(desk.Get<TimeProvider>().GetUtcNow(), pole.Zone);
        var say = new Say(Desk.Language);
        if (asked.GetValue(Desk.Json)) Console.WriteLine(JsonSerializer.Serialize(found.Select(o => AsJson(o, today)), Desk.Legible));
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
