using System.Net;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class CooperationPagesTests
{
    [Fact]
    public async Task A_member_notes_a_cooperation_corrects_it_and_everyone_reads_what_changed()
    {
        await using var app = await App.Start();
        var amina = app.SignedIn(app.Cast.Amina);
        var home = $"/p/{app.Cast.Pole.Slug}/echanges/cooperations";
        Assert.Contains("Un accord signé entre deux membres en crée une", (await amina.Page(home)).Says(".empty"));

        Dictionary<string, string> form = new() { ["members"] = app.Cast.Organisation("Val Horizon"), ["title"] = "Marché <b>des écoles</b>", ["from"] = "2026-03-01", ["commercial"] = "true", ["amount"] = "12000,50" };
        using var alone = await amina.Post($"{home}/saisir", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Contains("au moins deux membres", await alone.Content.ReadAsStringAsync());

        var noted = await app.Get<Cooperations>().Log(app.Cast.Amina, new(form["title"], [app.Cast.Organisation("Val Horizon"), app.Cast.Organisation("Elips")], new(2026, 3, 1), Commercial: true, Amount: 12000.5m), "web");
        await app.Get<Cooperations>().Change(app.Cast.Amina, noted.Id, new(form["title"], [app.Cast.Organisation("Val Horizon"), app.Cast.Organisation("Elips")], new(2026, 3, 1), Commercial: true, Amount: 15000));
        var page = await app.SignedIn(app.Cast.Elise).Page($"{home}/{noted.Id}");
        Assert.Equal("Marché <b>des écoles</b>", page.Says("h1"));
        Assert.Contains("montant : 12 000,50 € → 15 000,00 €", page.Says("details.section"));
        Assert.Null(page.QuerySelector("form[action*=Close]"));
        Assert.Contains("Elips, Val Horizon", (await amina.Page($"{home}?annee=2026&nature=commerciale")).Says(".rows"));
        Assert.Contains("Re-Sources", (await amina.Page($"{home}/annee?annee=2026")).Says("section[aria-labelledby=each] table"));

        using var closed = await amina.Post($"{home}/{noted.Id}?handler=Close", new() { ["last"] = "2026-06-30", ["outcome"] = "Marché gagné" });
        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        Assert.Contains("Marché gagné", (await amina.Page($"{home}/{noted.Id}")).Says(".notice:not(#notice)"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync($"{home}/{noted.Id}")).StatusCode);
    }
}

public sealed class CooperationVerbsTests() : CastTest(On.Sqlite)
{
    [Fact]
    public async Task A_year_is_told_to_programs_and_to_people()
    {
        await Get<Cooperations>().Log(Cast.Amina, new("Salle", [Cast.Organisation("Val Horizon"), Cast.Organisation("Elips")], new(2026, 3, 1), Level: "mutualisation", Amount: 10), "web");
        string[] here = ["--data", Store.Settings.Folder, "--pole", Cast.Pole.Slug, "--year", "2026"];

        var told = JsonDocument.Parse((await RunningProgram.Verb(["cooperations", "summary", "--json", .. here])).Output).RootElement;
        Assert.Equal((1, 2026, 0.33m, 1000L, 1), (told.GetProperty("cooperations").GetInt32(), told.GetProperty("year").GetInt32(), told.GetProperty("per_member").GetDecimal(),
            told.GetProperty("amount_cents").GetInt64(), told.GetProperty("by_level").GetProperty("mutualisation").GetInt32()));
        Assert.Equal("Val Horizon", told.GetProperty("members").EnumerateArray().Single(m => m.GetProperty("organisation").GetString() == "Elips").GetProperty("with")[0].GetString());
        Assert.Equal(4, told.GetProperty("alone").GetArrayLength());
        Assert.Contains("La Coursive", (await RunningProgram.Verb(["cooperations", "summary", .. here])).Output);
    }
}
