using System.Net;
using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class GuestsTests(On on) : CastTest(on)
{
    private Guests Guests => Get<Guests>();

    [Fact]
    public async Task A_guest_sees_one_meeting_says_whether_they_come_and_reads_the_minutes_once_they_are_finished()
    {
        await Get<Workshops>().Plan(Cast.Chloe, Coming());
        var meetings = await Get<Workshops>().Next(Cast.Chloe, 2);
        await Get<Workshops>().Propose(Cast.Chloe, meetings[0].Id, false, "Broyeur", 20, "decide");
        var item = (await Get<Workshops>().AgendaOf(Cast.Chloe, meetings[0].Id)).Items[0].Id;
        await Get<Proceedings>().Write(Cast.Chloe, item, "1", "", "Entre nous.");
        var secret = (await Guests.Invite(Cast.Chloe, meetings[0].Id, " Marie Maire ", "Commune de Saint-Aubin"))["/invitation/".Length..];

        var view = (await Guests.Open(secret))!;
        Assert.Equal(("Marie Maire", meetings[0].Id, true), (view.Guest.Name, view.Meeting.Id, view.TakesAnswers));
        Assert.Equal(["Broyeur"], view.Points.Select(p => p.Title));
        Assert.Empty(view.Notes);
        await Guests.Answer(secret, "yes");
        await Guests.Answer(secret, "yes");
        Assert.Equal("yes", Assert.Single(await Guests.Of(Cast.Amina, meetings[0].Id)).Answer);
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'GuestAnswered'"));
        Assert.DoesNotContain(secret, string.Join(' ', await Db.Read<string>("select body from events")), StringComparison.Ordinal);

        Clock.AdvanceTo(meetings[0].EndsAt!.Value.AddHours(1));
        await Guests.NotePresent(Cast.Chloe, view.Guest.Id, true);
        await Get<Proceedings>().Finish(Cast.Chloe, meetings[0].Id, true);
        Assert.Equal("Entre nous.", (await Guests.Open(secret))!.Notes[item].Text);
        Assert.Equal("workshops.refused.over", (await Assert.ThrowsAsync<Refused>(() => Guests.Answer(secret, "no"))).Key);
        Clock.Advance(TimeSpan.FromDays(Guests.DaysAfter));
        Assert.Null(await Guests.Open(secret));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_or_guessed_opens_nothing()
    {
        await Get<Workshops>().Plan(Cast.Chloe, Coming());
        var meeting = (await Get<Workshops>().Next(Cast.Chloe, 1))[0].Id;
        var secret = (await Guests.Invite(Cast.Chloe, meeting, "Marie Maire", "Commune"))["/invitation/".Length..];
        Assert.Null(await Guests.Open(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(await Guests.Open(""));
        await Guests.Revoke(Cast.Chloe, (await Guests.Of(Cast.Chloe, meeting))[0].Id);
        Assert.Null(await Guests.Open(secret));
        await Assert.ThrowsAsync<NotHere>(() => Guests.Answer(secret, "yes"));
        Assert.Empty(await Guests.Of(Cast.Chloe, meeting));
        Assert.Equal("guest_of", (await Assert.ThrowsAsync<Refused>(() => Guests.Invite(Cast.Chloe, meeting, "Marie", " "))).Field);
    }
}

public sealed class GuestsOnSqlite() : GuestsTests(On.Sqlite);

public sealed class GuestsOnPostgres() : GuestsTests(On.Postgres);

public sealed class InvitationPageTests
{
    [Fact]
    public async Task A_stranger_with_the_link_answers_on_its_page_and_gets_no_further()
    {
        await using var app = await App.Start();
        await app.Get<Workshops>().Plan(app.Cast.Chloe, Coming());
        var meeting = (await app.Get<Workshops>().Next(app.Cast.Chloe, 1))[0].Id;
        var (chloe, here) = (app.SignedIn(app.Cast.Chloe), $"/p/{app.Cast.Pole.Slug}/ateliers/{meeting}");
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here + "?handler=InviteGuest", new() { ["guest"] = "Marie Maire", ["guest_of"] = "Commune" })).StatusCode);
        Assert.Contains("Marie Maire", (await chloe.Page(here)).Says("main"));
        var link = await app.Get<Guests>().Invite(app.Cast.Chloe, meeting, "Paul Préfet", "Préfecture");

        using var stranger = app.Stranger();
        var page = await stranger.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("no-referrer", string.Join(',', page.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("Paul Préfet", (await page.Page()).Says("main"));
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string> { ["answer"] = "yes" }))).StatusCode);
        Assert.Contains("vient", (await chloe.Page(here)).Says("#guests ~ ul, section"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(here)).StatusCode);
    }
}
