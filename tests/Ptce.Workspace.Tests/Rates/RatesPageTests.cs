using System.Net;

namespace Ptce.Workspace.Tests;

public sealed class RatesPageTests
{
    private static readonly Dictionary<string, string> Decision = new()
    {
        ["kind"] = "temps_salarie",
        ["method"] = "M4",
        ["charge"] = "42",
        ["euros"] = "15,50",
        ["level"] = "groupe 3",
        ["accounts"] = "",
        ["from"] = "2026-01-01",
        ["source"] = "convention ECLAT",
        ["adopted_by"] = "Assemblée générale",
        ["adopted_on"] = "2026-06-12",
        ["minutes"] = "PV 2026-02",
    };

    [Fact]
    public async Task The_treasurer_records_what_was_adopted_and_everyone_reads_it()
    {
        await using var app = await App.Start();
        var taux = $"/p/{app.Cast.Pole.Slug}/taux";

        Assert.Equal(HttpStatusCode.SeeOther, (await app.SignedIn(app.Cast.David).Post(taux, Decision)).StatusCode);

        var page = await app.SignedIn(app.Cast.Amina).Page(taux);
        Assert.Contains("22,01 €/h", page.Says("#rate-temps_salarie"));
        Assert.Contains("charges 42 %, depuis le 1er janvier 2026, PV 2026-02, Assemblée générale du 12 juin 2026", page.Says("#rate-temps_salarie"));
        Assert.Contains("12,02 €", page.Says("#smic-2026-01-01"));
        Assert.Empty(page.QuerySelectorAll("form[action$=taux]"));
    }

    [Fact]
    public async Task Without_minutes_nothing_is_recorded_and_what_was_typed_stays()
    {
        await using var app = await App.Start();
        var taux = $"/p/{app.Cast.Pole.Slug}/taux";

        var refused = await app.SignedIn(app.Cast.David).Post(taux, new(Decision) { ["minutes"] = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Page();
        Assert.NotEqual("", page.Says("#refused-minutes"));
        Assert.Equal(("15,50", "42"), (page.QuerySelector("#euros")!.GetAttribute("value"), page.QuerySelector("#charge")!.GetAttribute("value")));
        Assert.Equal(0, await app.Db.One<long>("select count(*) from rates"));
    }
}
