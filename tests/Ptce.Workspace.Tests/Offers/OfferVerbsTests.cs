using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class OfferVerbsTests : CastTest
{
    public OfferVerbsTests() : base(On.Sqlite) { }

    [Fact]
    public async Task A_file_comes_in_whole_and_its_offers_are_found_from_the_console()
    {
        var file = Path.Combine(Store.Settings.Folder, "offres.csv");
        await File.WriteAllTextAsync(file, """
            kind;title;organisation;quantity;unit;from;to;place;conditions;price_eur;text;side
            service;Menuiserie sur mesure;Elips;10;jours;2026-12-01;2027-03-31;Thionville;;35,50;Portes et fenêtres;
            competence;Aide à la compta;Val Horizon;;;;;;;0;;besoin
            """);
        string[] here = ["--data", Store.Settings.Folder, "--pole", "pole-du-haut-pays"];

        var (code, said, errors) = await RunningProgram.Verb(["import", "offers", file, .. here]);
        Assert.True(code == 0, errors);
        Assert.Contains("1", said);
        var search = await RunningProgram.Verb(["offers", "search", "menuiseri", "--json", .. here]);
        var found = JsonDocument.Parse(search.Output).RootElement.EnumerateArray().Single();
        Assert.Equal(("Menuiserie sur mesure", "Elips", 35.5m, "jour", "open", "2026-12-01"), (found.GetProperty("title").GetString(), found.GetProperty("organisation").GetString(),
            found.GetProperty("price_eur").GetDecimal(), found.GetProperty("unit").GetString(), found.GetProperty("state").GetString(), found.GetProperty("from").GetString()));

        await File.WriteAllTextAsync(file, """
            kind;title;organisation;quantity;unit;from;to;place;conditions;price_eur;text
            service;Une bonne ligne;Elips;;;;;;;;
            argent;Une autre;Elips;;;;;;;;
            service;Encore une;Personne;deux;;;;;;;
            """);
        var bad = await RunningProgram.Verb(["import", "offers", file, .. here]);
        Assert.Equal(1, bad.Code);
        Assert.Contains("argent", bad.Errors);
        Assert.Contains("Personne", bad.Errors);
        Assert.Equal("[]", (await RunningProgram.Verb(["offers", "search", "bonne", "--json", .. here])).Output.Trim());
    }
}
