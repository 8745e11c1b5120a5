namespace Ptce.Workspace;

/// <summary>A row of an offers file, as written. <paramref name="Side"/> is "" where the file has no such column: an offer.</summary>
public sealed record OfferRow(
    int Line, string Side, string Kind, string Title, string Organisation, string Quantity, string Unit, string From, string To,
    string Place, string Conditions, string PriceEur, string Text)
{
    public static readonly string[] Columns = ["kind", "title", "organisation", "quantity", "unit", "from", "to", "place", "conditions", "price_eur", "text"];

    /// <summary>The rows of a file with these columns, and <c>side</c> where it has one.</summary>
    public static IReadOnlyList<OfferRow> Read(string file) =>
    [
        .. CsvFile.Read(file, Columns).Select(r => new OfferRow(
            r.Line, r["side"], r["kind"], r["title"], r["organisation"], r["quantity"], r["unit"], r["from"], r["to"], r["place"], r["conditions"], r["price_eur"], r["text"])),
    ];
}

public sealed partial class Offers
{
    /// <summary>What an import changed.</summary>
    /// <param name="Known">Rows that stood already, open, under the same organisation, side, kind and title.</param>
    public sealed record Imported(int Offers, int Needs, int Known);

    private static readonly Dictionary<string, string> Writings = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Sides.Offer,
        ["offre"] = Sides.Offer,
        ["offer"] = Sides.Offer,
        ["angebot"] = Sides.Offer,
        ["besoin"] = Sides.Need,
        ["need"] = Sides.Need,
        ["demande"] = Sides.Need,
        ["bedarf"] = Sides.Need,
    };

    /// <summary>Takes a file whole, or not at all. The same file twice changes nothing the second time.</summary>
    /// <param name="pole">Named by the console: there is no actor to check.</param>
    /// <exception cref="BadFile">Rows with an unknown kind, organisation, day, quantity or price, each with its line.</exception>
    public async Task<Imported> Import(Pole pole, IReadOnlyList<OfferRow> rows)
    {
        var today = Zones.Day(clock.GetUtcNow(), pole.Zone);
        var organisations = (await db.Read<(string Id, string Name)>("""
            select distinct o.id, o.name from organisations o join memberships m on m.organisation_id = o.id
            where m.pole_id = @Id and m.from_day <= @today and (m.to_day is null or m.to_day >= @today)
            """, new { pole.Id, today })).ToLookup(o => o.Name, o => o.Id, SameName.Comparer);

        var bad = new List<BadRow>();
        var read = new List<(string Side, string Organisation, Ready Ready)>();
        foreach (var row in rows)
        {
            try { read.Add(Read(row, organisations, today)); }
            catch (Refused e) { bad.Add(new(row.Line, e)); }
        }
        if (bad.Count > 0) throw new BadFile(bad);
        return await db.Write(pole.Id, tx => Import(tx, pole.Id, read));
    }

    private static async Task<Imported> Import(Tx tx, string poleId, List<(string Side, string Organisation, Ready Ready)> rows)
    {
        var stands = (await tx.Read<(string Side, string Organisation, string Kind, string Title)>(
            "select side, organisation_id, kind, title from offers where pole_id = @poleId and state <> 'closed'", new { poleId })).ToHashSet();
        var (done, brought) = (new Imported(0, 0, 0), new List<(string, Ready)>());
        foreach (var (side, organisation, ready) in rows)
        {
            if (!stands.Add((side, organisation, ready.Kind, ready.Title)))
            {
                done = done with { Known = done.Known + 1 };
                continue;
            }
            brought.Add((Ids.New(), ready));
            await Insert(tx, brought[^1].Item1, poleId, side, organisation, null, ready, "import", null);
            done = side == Sides.Need ? done with { Needs = done.Needs + 1 } : done with { Offers = done.Offers + 1 };
        }
        await Index(tx, poleId, brought);
        if (brought.Count > 0) await tx.Announce(null, new OffersImported(poleId, Ids.New(), done.Offers + done.Needs));
        return done;
    }

    private static (string Side, string Organisation, Ready Ready) Read(OfferRow row, ILookup<string, string> organisations, DateOnly today)
    {
        if (!Writings.TryGetValue(row.Side, out var side)) throw new Refused("side", "offers.unknown_side", row.Side);
        var named = organisations[row.Organisation].ToList();
        Refused.If(named.Count == 0, "organisation", "offers.unknown_organisation", row.Organisation);
        Refused.If(named.Count > 1, "organisation", "offers.two_organisations", row.Organisation);
        var offer = new NewOffer(row.Kind, row.Title, row.Text, Field.NumberIfAny(row.Quantity, "quantity"), row.Unit,
            Field.DayIfAny(row.From, "from"), Field.DayIfAny(row.To, "to"), Place: row.Place, Conditions: row.Conditions, Price: Field.NumberIfAny(row.PriceEur, "price_eur"));
        return (side, named[0], Check(offer, today));
    }
}
