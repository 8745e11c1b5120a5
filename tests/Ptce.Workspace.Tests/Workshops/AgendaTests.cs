using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class AgendaTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();

    [Fact]
    public async Task An_agenda_is_laid_from_the_template_ordered_timed_and_what_is_not_reached_goes_on()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming());
        var meetings = await Workshops.Next(Cast.Chloe, 2);
        await Workshops.SetTemplate(Cast.Chloe, series.Id, "20 Tour de table\r\n60 ? Appel d'offres commun\n\n30 ! Calendrier");
        await Workshops.Propose(Cast.Amina, meetings[0].Id, reserve: false, "Broyeur mobile", 90, "discuss");
        await Workshops.Propose(Cast.Bruno, series.Id, reserve: true, "Charte", 15, "decide");
        await Workshops.PrepareAgenda(Cast.Chloe, meetings[0].Id);
        await Workshops.PrepareAgenda(Cast.Chloe, meetings[0].Id);

        var agenda = await Workshops.AgendaOf(Cast.Elise, meetings[0].Id);
        Assert.Equal(["14:00 Tour de table", "14:20 Appel d'offres commun", "15:20 Calendrier", "15:50 Broyeur mobile"], agenda.Timed().Select(t => $"{t.At:HH:mm} {t.Item.Title}"));
        Assert.Equal((200, 20), (agenda.Minutes, agenda.Overrun));
        Assert.Equal(["inform", "discuss", "decide", "discuss"], agenda.Items.Select(i => i.Aim));

        await Workshops.Shift(Cast.Chloe, agenda.Items[3].Id, up: true);
        await Workshops.Place(Cast.Chloe, agenda.Items[2].Id, null);
        await Workshops.Place(Cast.Chloe, (await Workshops.Reserve(Cast.Chloe, series.Id)).Single(i => i.Title == "Charte").Id, meetings[0].Id);
        await Workshops.Reach(Cast.Chloe, agenda.Items[0].Id, reached: true);
        await Workshops.Postpone(Cast.Chloe, agenda.Items[1].Id);
        await Workshops.Withdraw(Cast.Amina, agenda.Items[3].Id);

        Assert.Equal(["Tour de table done", "Appel d'offres commun carried", "Charte open"], (await Workshops.AgendaOf(Cast.Amina, meetings[0].Id)).Items.Select(i => $"{i.Title} {i.State}"));
        var next = Assert.Single((await Workshops.AgendaOf(Cast.Amina, meetings[1].Id)).Items);
        Assert.Equal(("Appel d'offres commun", agenda.Items[1].Id), (next.Title, next.CarriedFrom));
        Assert.Equal(["Calendrier"], (await Workshops.Reserve(Cast.Amina, series.Id)).Select(i => i.Title));
    }

    [Fact]
    public async Task A_point_taken_back_or_carried_on_stays_so_and_what_changes_nothing_is_not_announced()
    {
        await Workshops.Plan(Cast.Chloe, Coming());
        var meeting = (await Workshops.Next(Cast.Chloe, 1))[0];
        foreach (var title in new[] { "Charte", "Broyeur", "Budget" }) await Workshops.Propose(Cast.Amina, meeting.Id, false, title, 20, "decide");
        var (charter, shredder, budget) = (await Workshops.AgendaOf(Cast.Amina, meeting.Id)).Items.Select(i => i.Id).ToList() is [var a, var b, var c] ? (a, b, c) : default;
        async Task<long> Announced() => await Db.One<long>("select count(*) from events where name = 'AgendaChanged'");

        await Workshops.Withdraw(Cast.Amina, charter);
        await Workshops.Postpone(Cast.Chloe, shredder);
        await Workshops.Reach(Cast.Chloe, budget, reached: true);
        Assert.Equal(3, await Announced());

        await Workshops.Withdraw(Cast.Amina, charter);
        await Workshops.Reach(Cast.Chloe, charter, reached: true);
        await Workshops.Reach(Cast.Chloe, shredder, reached: true);
        await Workshops.Reach(Cast.Chloe, budget, reached: true);
        Assert.Equal(3, await Announced());
        foreach (var act in new Func<Task>[] { () => Workshops.Revise(Cast.Amina, charter, "Autre", 5, "inform"), () => Workshops.Place(Cast.Chloe, shredder, null), () => Workshops.Withdraw(Cast.Amina, budget) })
            Assert.Equal("workshops.refused.not_open", (await Assert.ThrowsAsync<Refused>(act)).Key);
        Assert.Equal(["Broyeur carried", "Budget done"], (await Workshops.AgendaOf(Cast.Amina, meeting.Id)).Items.Select(i => $"{i.Title} {i.State}"));
        Assert.Equal("workshops.refused.not_begun", (await Assert.ThrowsAsync<Refused>(async () =>
        {
            await Workshops.Reach(Cast.Chloe, budget, reached: false);
            await Workshops.Begin(Cast.Amina, budget);
        })).Key);
    }

    [Fact]
    public async Task The_clock_lays_the_agenda_of_a_meeting_that_comes_near_once_and_asks_the_cell_to_look_at_it()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming()); // on 26 November
        await Workshops.SetTemplate(Cast.Chloe, series.Id, "20 Tour de table");
        var meetings = await Workshops.Next(Cast.Chloe, 2);
        await Workshops.Propose(Cast.Amina, meetings[0].Id, reserve: false, "Broyeur mobile", 30, "discuss");
        await Workshops.PrepareAhead(JobAccount.Unkept());
        await Workshops.PrepareAhead(JobAccount.Unkept());

        Assert.Equal(["Tour de table", "Broyeur mobile"], (await Workshops.AgendaOf(Cast.Elise, meetings[0].Id)).Items.Select(i => i.Title));
        Assert.Empty((await Workshops.AgendaOf(Cast.Elise, meetings[1].Id)).Items); // far away yet
        Assert.Equal([Cast.Chloe.PersonId], await Db.Read<string>("select recipient_id from deliveries where topic = 'meeting_preparation'"));
        var notice = (await Get<PreparationNotice>().Write(new("d", Cast.Pole.Id, "mail", PreparationNotice.TheTopic, meetings[0].Id, Cast.Chloe.PersonId, 1), Cast.Chloe))!;
        Assert.StartsWith("À relire : l'ordre du jour", notice.Title.Plain(), StringComparison.Ordinal);
        Assert.Contains(notice.Facts, f => f is { Label: "Broyeur mobile", Value: "30 min" });
    }

    [Fact]
    public async Task Members_change_their_own_points_only_and_closed_or_foreign_agendas_not_at_all()
    {
        var series = await Workshops.Plan(Cast.Chloe, Coming());
        var other = await Workshops.Plan(Cast.Chloe, Coming("Comité technique"));
        var meeting = (await Workshops.Between(Cast.Chloe, new(2026, 11, 1), new(2026, 12, 31), series.Id))[0];
        var elsewhere = (await Workshops.Between(Cast.Chloe, new(2026, 11, 1), new(2026, 12, 31), other.Id))[0];
        await Workshops.Propose(Cast.Amina, meeting.Id, reserve: false, "Broyeur mobile", 30, "discuss");
        var item = (await Workshops.AgendaOf(Cast.Amina, meeting.Id)).Items[0].Id;

        await Workshops.Revise(Cast.Amina, item, "Broyeur partagé", 25, "decide");
        Assert.Equal(("Broyeur partagé", 25L, "decide"), (await Workshops.AgendaOf(Cast.Amina, meeting.Id)).Items.Select(i => (i.Title, i.Minutes, i.Aim)).Single());
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Revise(Cast.Bruno, item, "Autre", 5, "inform"));
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Withdraw(Cast.Bruno, item));
        await Assert.ThrowsAsync<NotHere>(() => Workshops.Place(Cast.Chloe, item, elsewhere.Id));
        Assert.Equal("title", (await Assert.ThrowsAsync<Refused>(() => Workshops.Propose(Cast.Amina, meeting.Id, false, " ", 5, "inform"))).Field);
        Assert.Equal("template", (await Assert.ThrowsAsync<Refused>(() => Workshops.SetTemplate(Cast.Chloe, series.Id, "Tour de table"))).Field);
        await Workshops.Cancel(Cast.Chloe, meeting.Id, "Neige");
        await Assert.ThrowsAsync<Refused>(() => Workshops.Propose(Cast.Amina, meeting.Id, false, "Autre", 5, "inform"));
    }
}

public sealed class AgendaOnSqlite() : AgendaTests(On.Sqlite);

public sealed class AgendaOnPostgres() : AgendaTests(On.Postgres);
