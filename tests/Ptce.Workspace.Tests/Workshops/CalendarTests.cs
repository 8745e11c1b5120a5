using System.Net;
using System.Text.Json;
using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

/// <summary>What we give to calendars, as ical.js reads it.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task A_private_address_shows_a_persons_meetings_as_they_stand_until_it_is_revoked()
    {
        await using var app = await App.Start();
        await using var reader = await Node.Start("Workshops/reader", "reader.mjs");
        var workshops = app.Get<Workshops>();
        var series = await workshops.Plan(app.Cast.Chloe, Coming("Atelier; « Éco-rénovation, réemploi & matériaux biosourcés du Haut-Pays », tous") with { Place = "Maison du pôle, 2 rue du Four" });
        await workshops.Plan(app.Cast.Chloe, Coming("Comité de pilotage") with { Kind = "copil", Audience = "committee" });
        var meetings = await workshops.Between(app.Cast.Chloe, new(2026, 11, 1), new(2027, 4, 30), series.Id);
        await workshops.Move(app.Cast.Chloe, meetings[1].Id, new(2027, 1, 12), new(9, 30), "La salle est prise");
        await workshops.Cancel(app.Cast.Chloe, meetings[2].Id, "Neige");
        await workshops.Answer(app.Cast.Amina, meetings[3].Id, new("no"));

        var amina = app.SignedIn(app.Cast.Amina);
        var home = $"/p/{app.Cast.Pole.Slug}/ateliers";
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post(home + "?handler=MakeFeed", [])).StatusCode);
        var address = new Uri((await amina.Page(home)).QuerySelector("#feed")!.GetAttribute("value")!).AbsolutePath;

        var file = await app.Stranger().GetStringAsync(address);
        Assert.All(file.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        var read = await reader.Read(file);
        Assert.Equal("Pôle du Haut-Pays", read.GetProperty("name").GetString());
        var events = read.GetProperty("events").EnumerateArray().ToDictionary(e => e.GetProperty("uid").GetString()!.Split('@')[0]);
        Assert.Equal(series.Name, Of(0, "summary"));
        Assert.Equal("Maison du pôle, 2 rue du Four", Of(0, "location"));
        Assert.Equal(("2026-11-26T13:00:00.000Z", "2026-11-26T16:00:00.000Z"), (Of(0, "start"), Of(0, "end")));
        Assert.Equal("2027-01-12T08:30:00.000Z", Of(1, "start"));
        Assert.Equal(1, events[meetings[1].Id].GetProperty("sequence").GetInt32());
        Assert.Contains("La salle est prise", Of(1, "description"));
        Assert.Equal("CANCELLED", Of(2, "status"));
        Assert.False(events.ContainsKey(meetings[3].Id));
        Assert.DoesNotContain(events.Values, e => e.GetProperty("summary").GetString() == "Comité de pilotage");

        var one = await reader.Read(await amina.GetStringAsync($"{home}/{meetings[0].Id}/seance.ics"));
        Assert.Single(one.GetProperty("events").EnumerateArray());

        await amina.Post(home + "?handler=RevokeFeed", []);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Stranger().GetAsync(address)).StatusCode);

        string? Of(int meeting, string what) => events[meetings[meeting].Id].GetProperty(what).GetString();
    }

    [Fact]
    public async Task An_answer_on_the_list_and_one_with_all_its_fields_on_the_page()
    {
        await using var app = await App.Start();
        await app.Get<Workshops>().Plan(app.Cast.Chloe, Coming());
        var meeting = (await app.Get<Workshops>().Next(app.Cast.Chloe, 1))[0];
        var (amina, home) = (app.SignedIn(app.Cast.Amina), $"/p/{app.Cast.Pole.Slug}/ateliers");

        var listed = await amina.Page(home);
        var answered = await amina.Send(listed, $"{home}/{meeting.Id}?handler=Answer", new() { ["answer"] = "maybe", ["retour"] = home });
        Assert.Equal(home, answered.Headers.Location!.OriginalString);
        Assert.Contains("vient peut-être", (await amina.Page(home)).Says($"#meeting-{meeting.Id}"));

        var refused = await amina.Post($"{home}/{meeting.Id}?handler=Answer", new() { ["answer"] = "yes", ["people"] = "99" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await refused.Page()).QuerySelector("#refused-people"));
        await amina.Post($"{home}/{meeting.Id}?handler=Answer", new() { ["answer"] = "yes", ["people"] = "2" });
        Assert.Contains("2 personnes annoncées, 1 organisation", (await amina.Page($"{home}/{meeting.Id}")).Says("main"));
    }
}

internal static class CalendarReader
{
    /// <summary>What ical.js makes of a calendar.</summary>
    public static async Task<JsonElement> Read(this Node reader, string calendar)
    {
        await reader.Say(JsonSerializer.Serialize(calendar));
        return JsonDocument.Parse(await reader.Line()).RootElement;
    }
}
