using System.Net;
using System.Net.Http.Json;

namespace Ptce.Workspace.Tests;

public sealed class MeetingsApiTests
{
    [Fact]
    public async Task A_program_reads_meetings_answers_and_proposes_with_its_callers_rights()
    {
        await using var app = await App.Start();
        await app.Get<Workshops>().Plan(app.Cast.Chloe, MeetingsFolk.Coming() with { Facilitators = [new(app.Cast.Organisation("Elips"), null)] });
        var (amina, farid, zora) = (app.SignedIn(app.Cast.Amina), app.SignedIn(app.Cast.Farid), app.SignedIn(app.Cast.Zora));
        var here = $"/api/v1/poles/{app.Cast.Pole.Slug}/meetings";

        var coming = (await amina.GetFromJsonAsync<MeetingsApi.Shown[]>($"{here}?to=2027-01-31"))!;
        Assert.Equal(["2026-11-26", "2027-01-07"], coming.Select(m => $"{m.Day:yyyy-MM-dd}"));
        Assert.All(coming, m => Assert.Equal("Elips", m.Facilitator));

        var one = $"{here}/{coming[0].Id}";
        var answered = await (await amina.PostAsJsonAsync(one + "/answer", new { answer = "yes", people = 2, lateMinutes = 10 })).Content.ReadFromJsonAsync<MeetingsApi.Whole>();
        Assert.Equal(("yes", 2L), (answered!.MyAnswer, answered.People));
        var proposed = await (await amina.PostAsJsonAsync(one + "/points", new { title = "Broyeur", minutes = 20, aim = "discuss" })).Content.ReadFromJsonAsync<MeetingsApi.Whole>();
        Assert.Equal(("Broyeur", "Amina Belkacem"), (proposed!.Agenda.Single().Title, proposed.Agenda.Single().ProposedBy));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.PostAsJsonAsync(one + "/answer", new { answer = "oui" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await amina.PostAsync(one + "/answer", new FormUrlEncodedContent([new("answer", "no")]))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await farid.PostAsJsonAsync(one + "/points", new { title = "X", minutes = 5, aim = "inform" })).StatusCode);
        Assert.False((await zora.GetAsync(one)).IsSuccessStatusCode);
    }
}
