using System.Net;
using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class WorkingGroupsTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();

    [Fact]
    public async Task A_group_has_its_own_people_who_alone_are_invited_and_vote_and_it_calls_its_own_meetings()
    {
        var committee = await Workshops.Plan(Cast.Chloe, Coming("Comité technique"));
        var group = await Workshops.Plan(Cast.Chloe, Group("Groupe énergie", committee.Id));
        await Workshops.JoinGroup(Cast.Amina, group.Id);
        await Workshops.JoinGroup(Cast.Amina, group.Id);
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.JoinGroup(Cast.Bruno, group.Id, Cast.Elise.PersonId));
        await Workshops.JoinGroup(Cast.Amina, group.Id, Cast.Elise.PersonId);
        Assert.Equal(["Amina Belkacem, Val Horizon", "Élise Fournier, Re-Sources"], (await Workshops.PeopleOf(Cast.Bruno, group.Id)).Select(p => $"{p.Name}, {p.OrganisationName}").Order());
        Assert.Contains(group.Id, await Workshops.GroupsOf(Cast.Elise));

        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Convene(Cast.Bruno, group.Id, Clock.Today.AddDays(3), new(9, 30)));
        var called = await Workshops.Convene(Cast.Amina, group.Id, Clock.Today.AddDays(3), new(9, 30));
        var again = await Workshops.Convene(Cast.Amina, group.Id, Clock.Today.AddDays(5), new(9, 30));
        Assert.Equal("convene_day", (await Assert.ThrowsAsync<Refused>(() => Workshops.Convene(Cast.Amina, group.Id, Clock.Today.AddDays(5), new(9, 30)))).Field);
        Assert.Equal((-1L, -2L), ((await Workshops.One(Cast.Amina, called)).Number, (await Workshops.One(Cast.Amina, again)).Number));
        Assert.Equal(["Amina Belkacem", "Élise Fournier"], (await Workshops.TurnoutOf(Cast.Amina, called)).Invited.Select(i => i.Name).Order());
        Assert.Equal("workshops.refused.not_invited", (await Assert.ThrowsAsync<Refused>(() => Workshops.Answer(Cast.Bruno, called, new("yes")))).Key);
        Assert.Equal(2, (await Db.Write(null, tx => Workshops.Electorate(tx, Cast.Chloe, called))).Count);
        Assert.Contains(called, await Workshops.CalendarOf(Cast.Elise, null, Get<Site>()), StringComparison.Ordinal);
        Assert.DoesNotContain(called, await Workshops.CalendarOf(Cast.Bruno, null, Get<Site>()), StringComparison.Ordinal);

        // The rhythm goes on undisturbed, and a change of the series leaves what was called beside it.
        await Workshops.Change(Cast.Chloe, group.Id, Group("Groupe énergie", committee.Id) with { Starts = new(10, 0) });
        Assert.Equal(("09:30", 0L), ((await Workshops.One(Cast.Amina, called)).Starts, (await Workshops.Between(Cast.Amina, new(2026, 11, 26), new(2026, 11, 26), group.Id))[0].Number));

        await Workshops.LeaveGroup(Cast.Amina, group.Id, Cast.Elise.PersonId);
        Assert.Equal(Clock.Today, (await Workshops.PeopleOf(Cast.Amina, group.Id)).Single(p => p.PersonId == Cast.Elise.PersonId).ToDay);
        Assert.Equal(["Amina Belkacem"], (await Workshops.TurnoutOf(Cast.Amina, called)).Invited.Select(i => i.Name));
        await Workshops.JoinGroup(Cast.Elise, group.Id);
        Assert.Null(Assert.Single(await Workshops.PeopleOf(Cast.Amina, group.Id), p => p.PersonId == Cast.Elise.PersonId).ToDay);
    }

    [Fact]
    public async Task What_a_group_held_and_takes_up_comes_to_the_agenda_of_the_series_above_it()
    {
        var committee = await Workshops.Plan(Cast.Chloe, Coming("Comité technique"));
        var group = await Workshops.Plan(Cast.Chloe, Group("Groupe énergie", committee.Id));
        await Workshops.JoinGroup(Cast.Amina, group.Id);
        var session = await Workshops.Convene(Cast.Amina, group.Id, Clock.Today, new(13, 0));
        await Workshops.Propose(Cast.Amina, session, false, "Chaufferie bois", 20, "decide");
        var item = (await Workshops.AgendaOf(Cast.Amina, session)).Items[0].Id;
        Clock.AdvanceTo((await Workshops.One(Cast.Amina, session)).EndsAt!.Value);
        await Workshops.NotePresent(Cast.Chloe, session, Cast.Amina.PersonId, true);
        await Get<Decisions>().Propose(Cast.Amina, item, "Étude commune", Decision.ByConsent);
        await Workshops.Report(Cast.Amina, item);
        await Workshops.Report(Cast.Amina, item);
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Report(Cast.Bruno, item));
        await Workshops.Close(Cast.Chloe, session);

        var above = (await Workshops.Between(Cast.Chloe, new(2026, 11, 26), new(2026, 11, 26), committee.Id))[0].Id;
        await Workshops.PrepareAgenda(Cast.Chloe, above);
        var agenda = await Workshops.AgendaOf(Cast.Bruno, above);
        Assert.Equal(["Retour des groupes de travail", "Groupe énergie : Chaufferie bois"], agenda.Items.Select(i => i.Title));
        var brought = Assert.Single((await Get<AgendaBrings>().Of(Cast.Bruno, agenda, new Say("fr")))[agenda.Items.Single(i => i.Brings == AgendaBrings.Groups).Id]);
        Assert.Equal(("1 décision", $"/p/{Cast.Pole.Slug}/ateliers/{session}/compte-rendu"), (brought.Detail, brought.Href));

        // The workshop above has heard it once it was held; a group of the pole itself reports to the pole's workshops.
        Assert.Empty(await Workshops.ReportsTo(Cast.Bruno, await Workshops.One(Cast.Bruno, session)));
        Assert.Equal("parent", (await Assert.ThrowsAsync<Refused>(() => Workshops.Plan(Cast.Chloe, Group("Sous-groupe", group.Id)))).Field);
        Assert.Equal("parent", (await Assert.ThrowsAsync<Refused>(() => Workshops.Plan(Cast.Chloe, Coming("Comité") with { ParentId = committee.Id }))).Field);
    }

    internal static NewSeries Group(string name, string? parent) => Coming(name) with { Kind = "groupe_travail", Audience = Audiences.Group, ParentId = parent, Minutes = 60, Starts = new(9, 0) };
}

public sealed class WorkingGroupsOnSqlite() : WorkingGroupsTests(On.Sqlite);

public sealed class WorkingGroupsOnPostgres() : WorkingGroupsTests(On.Postgres);

public abstract class PreparedAgendaTests(On on) : CastTest(on)
{
    [Fact]
    public async Task The_job_that_invites_prepares_the_agenda_with_what_waits_and_does_so_once()
    {
        var workshops = Get<Workshops>();
        var series = await workshops.Plan(Cast.Chloe, Coming());
        await workshops.SetTemplate(Cast.Chloe, series.Id, "20 Tour de table");
        await Get<Offers>().PostNeed(Cast.Amina, new("competence", "Comptable une demi-journée"), "web");
        await Get<Contributions>().Log(Cast.Amina, [new(Clock.Today, 60, Kinds.Default, "atelier")], "web");
        var meeting = (await workshops.Next(Cast.Amina, 1))[0].Id;

        await workshops.InviteAndRemind();
        await workshops.InviteAndRemind();
        var agenda = await workshops.AgendaOf(Cast.Amina, meeting);
        Assert.Equal(["Tour de table", "Besoins sans réponse", "Lignes en attente"], agenda.Items.Select(i => i.Title));
        Assert.Equal("Comptable une demi-journée", Assert.Single((await Get<AgendaBrings>().Of(Cast.Amina, agenda, new Say("fr")))[agenda.Items[1].Id]).Text);
        Assert.NotNull(agenda.Meeting.AgendaAt);
        Assert.Empty((await workshops.AgendaOf(Cast.Amina, (await workshops.Next(Cast.Amina, 2))[1].Id)).Items);
    }
}

public sealed class PreparedAgendaOnSqlite() : PreparedAgendaTests(On.Sqlite);

public sealed class PreparedAgendaOnPostgres() : PreparedAgendaTests(On.Postgres);

public sealed class WorkingGroupPageTests
{
    [Fact]
    public async Task A_member_joins_a_group_calls_a_meeting_and_the_series_above_shows_the_group()
    {
        await using var app = await App.Start();
        var above = await app.Get<Workshops>().Plan(app.Cast.Chloe, Coming());
        var group = await app.Get<Workshops>().Plan(app.Cast.Chloe, WorkingGroupsTests.Group("Groupe énergie", above.Id));
        var (amina, home) = (app.SignedIn(app.Cast.Amina), $"/p/{app.Cast.Pole.Slug}/ateliers/series/");
        Assert.Contains("Groupe énergie", (await amina.Page(home + above.Id)).Says("main"));
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post(home + group.Id + "?handler=Join", [])).StatusCode);
        Assert.Contains("Amina Belkacem", (await amina.Page(home + group.Id)).Says("#person-" + app.Cast.Amina.PersonId));
        var refused = await amina.Post(home + group.Id + "?handler=Convene", new() { ["convene_day"] = "2020-01-01", ["starts"] = "09:00" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post(home + group.Id + "?handler=Convene", new() { ["convene_day"] = "2026-11-24", ["starts"] = "09:00" })).StatusCode);
    }
}
