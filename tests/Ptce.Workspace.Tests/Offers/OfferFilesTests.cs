using System.Text;

namespace Ptce.Workspace.Tests;

/// <summary>Files as people really send them, to <c>import offers</c>: taken whole, or refused line by line with nothing written.</summary>
public abstract class OfferFilesTests(On on) : CastTest(on)
{
    private const string Header = "kind;title;organisation;quantity;unit;from;to;place;conditions;price_eur;text";

    private Offers Pooling => Get<Offers>();

    private async Task<Offers.Imported> Bring(string text)
    {
        var file = Path.Combine(Store.Settings.Folder, "offres.csv");
        await File.WriteAllTextAsync(file, text, new UTF8Encoding(false));
        return await Pooling.Import(Cast.Pole, OfferRow.Read(file));
    }

    private async Task<IReadOnlyList<Offer>> All() => (await Pooling.List(Cast.Amina, new())).Offers;

    private async Task<string> Refusal(string text)
    {
        var refused = await Assert.ThrowsAnyAsync<Refused>(() => Bring(text));
        Assert.Empty(await All());
        return refused is BadFile bad ? string.Join(' ', bad.Rows.Select(r => $"{r.Line}:{r.Reason.Key}")) : refused.Key;
    }

    [Fact]
    public async Task A_spreadsheet_s_own_ways_are_understood()
    {
        var done = await Bring("\uFEFF" + $"""
            {Header};side
            Compétences;"Aide ""bois""
            et paille";Elips;1,5;jours;01/12/2026;2027-03-31;Thionville;;35,50;"Un; deux";
            Véhicule;Camion;val horizon;;;;;;;;;besoin;;;
            achat groupé;Granulés;Elips;1 000;kg;;;;;0,4;;offre
            véhicules;Camion;Val Horizon;;;;;;;;;besoin

            """.ReplaceLineEndings("\r\n"));
        Assert.Equal((2, 1, 1), (done.Offers, done.Needs, done.Known)); // the same need twice is one
        var all = (await All()).ToDictionary(o => o.Title);
        Assert.Equal(("competence", 1.5m, "jour", new DateOnly(2026, 12, 1), 3550L, "Un; deux"), all["Aide \"bois\" et paille"] is var o ? (o.Kind, o.Quantity!.Value, o.Unit, o.FromDay!.Value, o.PriceCents, o.Text) : default);
        Assert.Equal(("achat_groupe", 1000m, 40L), all["Granulés"] is var g ? (g.Kind, g.Quantity!.Value, g.PriceCents) : default);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_named_with_its_line_and_leaves_nothing()
    {
        Assert.Equal("csv.empty", await Refusal(""));
        Assert.Equal("csv.columns", await Refusal("kind;title\nservice;Une\n"));
        Assert.Equal("csv.no_row", await Refusal(Header + "\n"));
        Assert.Equal("3:csv.too_many_fields", await Refusal($"{Header}\nservice;Une;Elips;;;;;;;;\nservice;Deux;Elips;;;;;;;;Un texte; puis l'autre\n"));
        Assert.Equal("3:offers.unknown_kind 4:offers.unknown_organisation 5:typed.no_number 6:offers.quantity_range 7:typed.no_day 8:offers.already_over 9:offers.title_length 10:typed.no_number 11:offers.unknown_side", await Refusal($"""
            {Header};side
            service;Une bonne ligne;Elips;;;;;;;;;
            argent;Une;Elips;;;;;;;;;
            service;Une;Nulle part;;;;;;;;;
            service;Une;Elips;deux;;;;;;;;
            service;Une;Elips;0;;;;;;;;
            service;Une;Elips;;;31/02/2027;;;;;;
            service;Une;Elips;;;;2026-01-01;;;;;
            service;" ";Elips;;;;;;;;;
            service;Une;Elips;1.234,5;;;;;;;;
            service;Une;Elips;;;;;;;;;don

            """));
    }

    [Fact]
    public async Task Whatever_is_typed_into_a_search_is_text()
    {
        foreach (var title in new[] { "L'atelier de menuiserie", "Éco‑matériaux : chaux 100 %", "Chevaux de trait" }) await Pooling.Post(Cast.Amina, new("materiel", title), "web");
        foreach (var text in new[] { "%", "_", "\"", "'", "*", "--", "NEAR(a b)", "\" OR \"1\"=\"1", "'; drop table offers; --", "menuiserie AND NOT atelier", "title:menuiserie", "^x", "\0", "\0atelier\0", "😀", new string('x', 5000), "<b>", "{0}" })
        {
            await Pooling.List(Cast.Amina, new(Search: text));
            await Get<Members>().Directory(Cast.Amina, new(text), byTerritory: false);
            await Get<Agreements>().List(Cast.Amina, new(text));
        }
        Assert.Equal(3, (await All()).Count);
        foreach (var (typed, title) in new[]
        {
            ("atelier", "L'atelier de menuiserie"), ("l’atelier", "L'atelier de menuiserie"), ("l'atelier", "L'atelier de menuiserie"), ("MENUISERIES", "L'atelier de menuiserie"), ("menusierie", "L'atelier de menuiserie"),
            ("eco materiaux", "Éco‑matériaux : chaux 100 %"), ("éco-materiau", "Éco‑matériaux : chaux 100 %"), ("\"chaux\"", "Éco‑matériaux : chaux 100 %"), ("cheval trait", "Chevaux de trait"),
        })
            Assert.Contains(title, (await Pooling.List(Cast.Amina, new(Search: typed))).Offers.Select(o => o.Title));
    }
}

public sealed class OfferFilesOnSqlite() : OfferFilesTests(On.Sqlite);

public sealed class OfferFilesOnPostgres() : OfferFilesTests(On.Postgres);
