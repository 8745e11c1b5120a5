namespace Ptce.Workspace.Tests;

public abstract class OfferSearchTests(On on) : CastTest(on)
{
    private const int Many = 20_000;

    private Offers Pooling => Get<Offers>();

    private async Task<IEnumerable<string>> Find(string text) => (await Pooling.List(Cast.Amina, new(Search: text))).Offers.Select(o => o.Title);

    [Fact]
    public async Task Search_forgives_accents_plurals_compounds_and_slips()
    {
        foreach (var title in new[] { "Atelier de menuiserie équipé", "Stock d'éco-matériaux : chaux et paille", "Écomatériaux en vrac", "Camion-benne 3,5 t", "Bureau fermé le mardi", "Conseil en marchés publics" })
            await Pooling.Post(Cast.Amina, new("materiel", title), "web");

        Assert.Equal(["Atelier de menuiserie équipé"], await Find("menuiseri"));
        Assert.Equal(["Atelier de menuiserie équipé"], await Find("menuisreie"));
        Assert.Equal(["Atelier de menuiserie équipé"], await Find("MENUISERIES équipées"));
        Assert.Equal(["Stock d'éco-matériaux : chaux et paille", "Écomatériaux en vrac"], (await Find("eco materiaux")).Order(StringComparer.Ordinal));
        Assert.Equal(["Stock d'éco-matériaux : chaux et paille", "Écomatériaux en vrac"], (await Find("éco-matériaux")).Order(StringComparer.Ordinal));
        Assert.Equal(["Camion-benne 3,5 t"], await Find("camoin"));
        Assert.Equal(["Bureau fermé le mardi"], await Find("le bureau"));
        Assert.Equal(["Conseil en marchés publics"], await Find("marche public"));
        Assert.Empty(await Find("piano"));
        Assert.Empty(await Find("menuiserie publique"));
        Assert.Equal(6, (await Find("  de !")).Count());
        Assert.Empty((await Pooling.List(Cast.Zora, new(Search: "menuiserie"))).Offers);
    }

    [Fact]
    public async Task Search_over_20000_offers_goes_by_its_indexes()
    {
        string[] things = ["salle", "bureau", "camion", "remorque", "scie", "conseil", "formation", "comptable", "entrepôt", "vélo", "four", "chambre froide", "imprimante", "presse", "tracteur"];
        string[] places = ["Thionville", "Longwy", "Arlon", "Florange", "Briey", "Villerupt", "Beckerich", "Hayange", "Virton", "Messancy"];
        string[] owners = ["Val Horizon", "Elips", "La Coursive", "Valoprest", "Re-Sources"];
        var rows = Enumerable.Range(0, Many).Select(n => new OfferRow(
            n + 2, "", Pooled.Kinds[n % 9], n % 4000 == 7 ? $"Atelier de menuiserie {n}" : n % 5000 == 11 ? $"Éco-matériaux, lot {n}" : $"{things[n % things.Length]} {n}",
            owners[n % owners.Length], "2", "jour", "", "", places[n % places.Length], "à convenir", "0", $"Disponible pour les membres du pôle, demander {places[n / 7 % places.Length]}")).ToList();

        var done = await Pooling.Import(Cast.Pole, rows);
        Assert.Equal((Many, 0, 0), (done.Offers, done.Needs, done.Known));
        Assert.Equal((0, 0, Many), await Pooling.Import(Cast.Pole, rows) is var twice ? (twice.Offers, twice.Needs, twice.Known) : default);
        if (On == On.Postgres) await Db.Write(null, tx => tx.Execute("analyze offers, offer_words, offer_trigrams"));

        Assert.Equal(5, (await Find("menuiseri")).Count());
        Assert.Equal(4, (await Find("eco materiaux")).Count());
        await PlansBySearching("menuiseri");
        await PlansBySearching("eco materiaux");
    }

    private async Task PlansBySearching(string text)
    {
        var (sql, args) = (await Pooling.Query(Cast.Pole.Id, Clock.Today, new(Search: text), null, 31))!.Value;
        var trigrams = SearchWords.Trigrams("materiau").ToArray();
        foreach (var plan in new[] { await Plan(sql, args), await Plan(Offers.MeaningsSql, new { poleId = Cast.Pole.Id, trigrams, least = 2, most = 80 }) })
        {
            Assert.DoesNotContain(plan, l => l.Contains("Seq Scan on offer", StringComparison.Ordinal) || (l.Contains("SCAN", StringComparison.Ordinal) && l.Contains("offer", StringComparison.Ordinal)));
            Assert.DoesNotContain(plan, l => l.StartsWith("SCAN w", StringComparison.Ordinal) || l.StartsWith("SCAN o", StringComparison.Ordinal));
            Assert.Contains(plan, l => l.Contains("offer_", StringComparison.Ordinal) || l.Contains("SEARCH w", StringComparison.Ordinal));
        }
    }

    private async Task<IReadOnlyList<string>> Plan(string sql, object args) => On == On.Postgres
        ? await Db.Read<string>("explain " + sql, args)
        : [.. (await Db.Read<(long Id, long Parent, long NotUsed, string Detail)>("explain query plan " + sql, args)).Select(r => r.Detail)];
}

public sealed class OfferSearchOnSqlite() : OfferSearchTests(On.Sqlite);

public sealed class OfferSearchOnPostgres() : OfferSearchTests(On.Postgres);
