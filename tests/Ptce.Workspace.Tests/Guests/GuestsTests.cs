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
    public async Task A_guest_proposes_points_that_wait_for_the_cell_and_are_marked_as_theirs()
    {
        await Get<Workshops>().Plan(Cast.Chloe, Coming());
        var meeting = (await Get<Workshops>().Next(Cast.Chloe, 1))[0];
        var secret = (await Guests.Invite(Cast.Chloe, meeting.Id, "Marie Maire", "Commune de Saint-Aubin"))["/invitation/".Length..];
        await Guests.Propose(secret, " La halle <b>du marché</b> ", 20, "discuss");
        await Guests.Propose(secret, "La halle <b>du marché</b>", 20, "discuss");
        Assert.Empty((await Get<Workshops>().AgendaOf(Cast.Amina, meeting.Id)).Items);
        Assert.Equal("guests.refused.points_soon", (await Assert.ThrowsAsync<Refused>(() => Guests.Propose(secret, "Autre", 10, "inform"))).Key);
        Assert.Equal("aim", (await Assert.ThrowsAsync<Refused>(() => Guests.Propose(secret, "Adopter le budget", 10, "decide"))).Field);
        Assert.Equal("point_minutes", (await Assert.ThrowsAsync<Refused>(() => Guests.Propose(secret, "Long", 61, "inform"))).Field);
        Assert.Equal("title", (await Assert.ThrowsAsync<Refused>(() => Guests.Propose(secret, " ", 10, "inform"))).Field);

        // They wait where the cell looks first, and for nobody else.
        var waiting = await Get<Waiting>().Of(Cast.Chloe);
        Assert.Equal((meeting.Id, "La halle <b>du marché</b>", 1), (Assert.Single(waiting.GuestPoints).Meeting.Id, waiting.GuestPoints[0].Point.Title, waiting.Count));
        Assert.Equal((1, 0, 0), (await Get<Waiting>().Count(Cast.Chloe), await Get<Waiting>().Count(Cast.Amina), (await Get<Waiting>().Of(Cast.Amina)).Count));

        var point = Assert.Single(await Guests.PointsOf(Cast.Amina, meeting.Id));
        await Assert.ThrowsAsync<NotAllowed>(() => Guests.TakePoint(Cast.Amina, point.Id));
        await Guests.TakePoint(Cast.Chloe, point.Id);
        await Guests.TakePoint(Cast.Chloe, point.Id);
        await Guests.DropPoint(Cast.Chloe, point.Id);
        var item = Assert.Single((await Get<Workshops>().AgendaOf(Cast.Amina, meeting.Id)).Items);
        Assert.Equal(("La halle <b>du marché</b>", "proposé par Marie Maire (Commune de Saint-Aubin), de l'extérieur"), (item.Title, item.By(new Say("fr"))));
        Assert.Equal(GuestPoint.Taken, Assert.Single((await Guests.Open(secret))!.Proposed).State);
        Assert.Empty((await Get<Waiting>().Of(Cast.Chloe)).GuestPoints);

        // Three wait at most, ten in all; what is not taken says so to its guest.
        for (var n = 0; n < Guests.MostPointsWaiting; n++)
        {
            Clock.Advance(TimeSpan.FromMinutes(2));
            await Guests.Propose(secret, $"Point {n}", 10, "inform");
        }
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("guests.refused.points_waiting", (await Assert.ThrowsAsync<Refused>(() => Guests.Propose(secret, "Encore", 10, "inform"))).Key);
        await Guests.DropPoint(Cast.Chloe, (await Guests.PointsOf(Cast.Chloe, meeting.Id))[0].Id);
        Assert.Equal(GuestPoint.Dropped, (await Guests.Open(secret))!.Proposed[1].State);
        await Get<Workshops>().Postpone(Cast.Chloe, item.Id);
        var next = (await Get<Workshops>().Next(Cast.Chloe, 2))[1];
        Assert.Equal("Marie Maire (Commune de Saint-Aubin)", (await Get<Workshops>().AgendaOf(Cast.Amina, next.Id)).Items[0].ProposedAs);

        Clock.AdvanceTo(meeting.EndsAt!.Value.AddMinutes(1));
        Assert.Equal("workshops.refused.over", (await Assert.ThrowsAsync<Refused>(() => Guests.Propose(secret, "Trop tard", 10, "inform"))).Key);
        await Guests.Revoke(Cast.Chloe, point.GuestId);
        await Assert.ThrowsAsync<NotHere>(() => Guests.Propose(secret, "Sans lien", 10, "inform"));
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

    [Fact]
    public async Task A_guest_with_an_address_gets_a_signed_link_a_reminder_and_what_changes_until_the_address_is_forgotten()
    {
        await Get<Workshops>().Plan(Cast.Chloe, Coming() with { Capacity = 1 });
        var meeting = (await Get<Workshops>().Next(Cast.Chloe, 1))[0];
        await Guests.Invite(Cast.Chloe, meeting.Id, "Marie Maire", "Commune de Saint-Aubin", " Marie@Commune.test ", "elected");
        Assert.Equal("guest_email", (await Assert.ThrowsAsync<Refused>(() => Guests.Invite(Cast.Chloe, meeting.Id, "Encore", "Commune", "marie@commune.test"))).Field);
        Assert.Equal("guest_email", (await Assert.ThrowsAsync<Refused>(() => Guests.Invite(Cast.Chloe, meeting.Id, "Encore", "Commune", "pas une adresse"))).Field);
        var guest = Assert.Single(await Guests.Of(Cast.Amina, meeting.Id));
        Assert.Equal("Marie Maire (mandat électif, Commune de Saint-Aubin)", guest.Told(new Say("fr")));

        var invitation = (await Letter(GuestLetters.Invitation, guest.Id))!;
        Assert.Equal(("marie@commune.test", "REQUEST"), (invitation.To, invitation.Calendar!.Value.Method));
        var secret = new Uri(invitation.Act!.Value.Href).AbsolutePath["/invitation/".Length..];
        Assert.DoesNotContain(secret, string.Join(' ', await Db.Read<string>("select secret_hash from meeting_guests")), StringComparison.Ordinal);
        Assert.Equal(meeting.Id, (await Guests.Open(secret))!.Meeting.Id);
        Assert.Null(await Guests.Open(secret[..^2] + "AA"));

        // A guest who comes takes a seat like anyone; a day before, those who are silent are reminded once.
        await Guests.Answer(secret, "yes");
        Assert.Equal("people", (await Assert.ThrowsAsync<Refused>(() => Get<Workshops>().Answer(Cast.Amina, meeting.Id, new("yes")))).Field);
        await Guests.Invite(Cast.Chloe, meeting.Id, "Paul Préfet", "Préfecture", "paul@prefecture.test", "partner");
        Clock.AdvanceTo(meeting.StartsAt!.Value.AddDays(-1).AddHours(-5));
        await Get<Workshops>().InviteAndRemind();
        await Get<Workshops>().InviteAndRemind();
        Assert.Equal(1, await Db.One<long>("select count(*) from deliveries where topic = 'guest_reminder'"));
        await Get<Workshops>().Move(Cast.Chloe, meeting.Id, meeting.Day!.Value.AddDays(1), new(15, 0), "Grève");
        Assert.Equal(2, await Db.One<long>("select count(*) from deliveries where topic = 'guest_change'"));
        Assert.Contains("Grève", string.Join(' ', (await Letter(GuestLetters.Change, guest.Id))!.Paragraphs), StringComparison.Ordinal);

        await Guests.Revoke(Cast.Chloe, guest.Id);
        Assert.Null(await Letter(GuestLetters.Change, guest.Id));
        Assert.Null(await Guests.Open(secret));
        Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(2, await Guests.ForgetAddresses());
        Assert.Equal(0, await Guests.ForgetAddresses());
    }

    [Fact]
    public async Task A_seminar_says_who_came_from_outside_and_what_came_of_it()
    {
        await Get<Workshops>().Plan(Cast.Chloe, Coming("Séminaire de coopération") with { Kind = "seminaire", Every = "once" });
        var meeting = Assert.Single(await Get<Workshops>().Next(Cast.Chloe, 5));
        await Guests.Invite(Cast.Chloe, meeting.Id, "Marie Maire", "Commune", quality: "elected");
        Clock.AdvanceTo(meeting.EndsAt!.Value);
        await Guests.NotePresent(Cast.Chloe, (await Guests.Of(Cast.Chloe, meeting.Id))[0].Id, true);
        var need = await Get<Offers>().PostNeed(Cast.Amina, new("locaux", "Une halle pour l'hiver"), "web");
        var together = await Get<Cooperations>().Log(Cast.Amina, new("Marché de printemps", [Cast.Organisation("Val Horizon"), Cast.Organisation("Elips")], Clock.Today), "web");
        var yields = Get<Yields>();
        await yields.Note(Cast.Amina, meeting.Id, need.Id, cooperation: false);
        await yields.Note(Cast.Bruno, meeting.Id, need.Id, cooperation: false);
        await yields.Note(Cast.Amina, meeting.Id, together.Id, cooperation: true);
        await Assert.ThrowsAsync<NotHere>(() => yields.Note(Cast.Amina, meeting.Id, "rien", cooperation: true));
        await Assert.ThrowsAsync<NotHere>(() => yields.Note(Cast.Zora, meeting.Id, need.Id, cooperation: false));

        Assert.Equal(["need", "cooperation"], (await yields.Of(Cast.Elise, meeting.Id, new Say("fr"))).Select(y => y.Kind));
        Assert.Equal(meeting.Id, (await yields.MeetingOf(Cast.Elise, need.Id))!.Id);
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'MeetingYielded' and body like '%need%'"));
    }

    private Task<Letter?> Letter(string topic, string guest) =>
        new GuestLetters(topic, Guests, new MailSettings(), Get<Site>(), Clock).Write(new Delivery("1", null, "mail", topic, guest, null, 1));
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
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here + "?handler=InviteGuest", new() { ["guest"] = "Marie Maire", ["guest_of"] = "Commune", ["guest_email"] = "", ["quality"] = "elected" })).StatusCode);
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
