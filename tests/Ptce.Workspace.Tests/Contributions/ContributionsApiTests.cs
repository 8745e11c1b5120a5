using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class ContributionsApiTests
{
    [Fact]
    public async Task A_program_logs_once_however_often_it_asks_and_the_others_confirm_and_validate()
    {
        await using var app = await App.Start();
        var lines = $"/api/v1/poles/{app.Cast.Pole.Slug}/contributions";
        var (amina, bruno, chloe) = (app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Bruno), app.SignedIn(app.Cast.Chloe));
        amina.DefaultRequestHeaders.Add("Idempotency-Key", "k-1");
        var body = new { day = "2026-11-18", minutes = 120, kind = "default", activity = "cotech", partyIds = new[] { app.Cast.Organisation("Elips") } };

        var created = await amina.PostAsJsonAsync(lines, body);
        var again = await amina.PostAsJsonAsync(lines, body);
        Assert.Equal((HttpStatusCode.Created, created.Headers.Location), (created.StatusCode, again.Headers.Location));

        var line = created.Headers.Location!.OriginalString;
        Assert.Equal("confirmed", await State(await bruno.PostAsJsonAsync($"{line}/confirmation", new { })));
        Assert.Equal("validated", await State(await chloe.PostAsJsonAsync($"{line}/validation", new { })));
        var list = await amina.GetFromJsonAsync<JsonElement>($"{lines}?state=validated");
        Assert.Equal(1, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Refusals_are_problem_documents_and_a_form_of_another_site_gets_nowhere()
    {
        await using var app = await App.Start();
        var lines = $"/api/v1/poles/{app.Cast.Pole.Slug}/contributions";
        var amina = app.SignedIn(app.Cast.Amina);

        var future = await amina.PostAsJsonAsync(lines, new { day = "2026-11-20", minutes = 120, kind = "default" });
        Assert.Equal((422, "application/problem+json"), ((int)future.StatusCode, future.Content.Headers.ContentType?.MediaType));
        Assert.Equal("day", (await future.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());

        var id = (await app.Get<Contributions>().Log(app.Cast.Bruno, [new(new(2026, 11, 18), 60, "default", PartyIds: [app.Cast.Organisation("Val Horizon")])], "web"))[0].Id;
        using var form = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await amina.PostAsync($"{lines}/{id}/confirmation", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync($"/api/v1/poles/{app.Cast.Other.Slug}/contributions/{id}")).StatusCode);
        Assert.Equal(422, (int)(await amina.PostAsJsonAsync($"{lines}/{id}/contest", new { reason = "" })).StatusCode);
        Assert.Equal("contested", await State(await amina.PostAsJsonAsync($"{lines}/{id}/contest", new { reason = "Une heure seulement." })));
    }

    private static async Task<string?> State(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString();
}
