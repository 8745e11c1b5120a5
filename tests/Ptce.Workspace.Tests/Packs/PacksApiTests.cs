using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class PacksApiTests
{
    private static async Task<(App App, string Home)> March()
    {
        var app = await App.Start();
        var cast = app.Cast;
        await app.Db.Write(cast.Pole.Id, tx => tx.AddRows("contributions", ["id", "pole_id", "person_id", "organisation_id", "kind", "day", "minutes", "channel", "state", "logged_at"],
            [["l1", cast.Pole.Id, cast.Bruno.PersonId, cast.Organisation("Elips"), "benevolat_usager", "2026-03-02", 600L, "web", "validated", 0L]]));
        await app.Get<Digests>().Compile(await app.Get<Digests>().Ask(cast.Chloe, new(2026, 3, 1), new(2026, 3, 31), byJob: false));
        return (app, $"/api/v1/poles/{cast.Pole.Slug}/packs");
    }

    [Fact]
    public async Task The_figures_of_a_pack_are_read_as_numbers_and_as_the_same_file()
    {
        var (app, home) = await March();
        await using var _ = app;
        var david = app.SignedIn(app.Cast.David);

        Assert.Equal(PackNames.All, (await david.GetFromJsonAsync<JsonElement>(home, TestContext.Current.CancellationToken)).EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        var cvn = await david.GetFromJsonAsync<JsonElement>($"{home}/cvn?from=2026-03-01&to=2026-03-31", TestContext.Current.CancellationToken);
        var block = cvn.GetProperty("tables")[0].GetProperty("blocks")[0];
        Assert.Equal(("864", 12_020L), (block.GetProperty("rows")[0].GetProperty("cells")[0].GetString(), block.GetProperty("sums")[6].GetInt64()));
        Assert.Equal(64, cvn.GetProperty("hash").GetString()!.Length);
        var id = cvn.GetProperty("digest").GetString();
        foreach (var file in new[] { "cvn.xlsx", "cvn.csv", "ecritures.txt", "ecritures-paheko.csv" })
        {
            using var answer = await david.GetAsync($"{home}/{file}?digest={id}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(cvn.GetProperty("hash").GetString()![..12], answer.Content.Headers.ContentDisposition!.FileName!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_there_or_not_for_the_reader_is_refused()
    {
        var (app, home) = await March();
        await using var _ = app;
        var david = app.SignedIn(app.Cast.David);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await david.GetAsync($"{home}/cvn")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await david.GetAsync($"{home}/cvn?from=2026-04-01&to=2026-04-30")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await david.GetAsync($"{home}/rien?from=2026-03-01&to=2026-03-31")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Farid).GetAsync($"{home}/cvn?from=2026-03-01&to=2026-03-31")).StatusCode); // not approved
    }
}
