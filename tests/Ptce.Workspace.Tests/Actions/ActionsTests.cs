using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class ActionsTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();
    private Actions Actions => Get<Actions>();

    private async Task<(Occurrence Meeting, string Item)> Begun()
    {
        var planned = await Workshops.Plan(Cast.Chloe, SixWeekly() with { Anchor = new(2026, 11, 19), Starts = new(9, 0) });
        var meeting = (await Workshops.Between(Cast.Chloe, new(2026, 11, 19), new(2026, 11, 19), planned.Id))[0];
        await Workshops.Propose(Cast.Chloe, meeting.Id, false, "Broyeur", 20, "decide");
        return (meeting, (await Workshops.AgendaOf(Cast.Chloe, meeting.Id)).Items[0].Id);
    }

    [Fact]
    public async Task An_action_has_its_owner_and_its_day_and_waits_on_the_owners_first_page_until_it_is_done()
    {
        var (meeting, item) = await Begun();
        var call = await Actions.Agree(Cast.Chloe, item, " Appeler le loueur ", Cast.Amina.PersonId, Clock.Today.AddDays(7));
        var own = await Actions.Agree(Cast.Bruno, item, "Chiffrer le transport", null, Clock.Today.AddDays(3));
        Assert.Equal(["Appeler le loueur"], (await Get<Waiting>().Of(Cast.Amina)).Actions.Select(a => a.What));
        Assert.Equal(["Bruno Keller", "Amina Belkacem"], (await Actions.OpenOf(Cast.Elise, meeting.SeriesId)).Select(a => a.OwnerName));

        await Assert.ThrowsAsync<NotAllowed>(() => Actions.End(Cast.Bruno, call, ActionItem.Done));
        await Actions.Change(Cast.Amina, call, Cast.Amina.PersonId, Clock.Today.AddDays(10));
        await Actions.End(Cast.Amina, call, ActionItem.Done);
        await Actions.End(Cast.Amina, call, ActionItem.Done);
        Assert.Empty((await Get<Waiting>().Of(Cast.Amina)).Actions);
        Assert.Equal("actions.refused.ended", (await Assert.ThrowsAsync<Refused>(() => Actions.Change(Cast.Amina, call, Cast.Amina.PersonId, Clock.Today))).Key);
        await Actions.End(Cast.Chloe, call, ActionItem.Open);
        Assert.Equal(2, (await Actions.Register(Cast.Elise, state: ActionItem.Open)).Count);
        Assert.Equal([own], (await Actions.Register(Cast.Elise, "chiffrer TRANSPORT")).Select(a => a.Id));

        Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal([own], (await Actions.Register(Cast.Elise, state: "late")).Select(a => a.Id));
        Assert.Equal((1L, 0L), (await Actions.CountLate(Cast.Bruno), await Actions.CountLate(Cast.Amina)));
        Assert.Equal("owner", (await Assert.ThrowsAsync<Refused>(() => Actions.Agree(Cast.Chloe, item, "Rien", Cast.Zora.PersonId, Clock.Today))).Field);
        Assert.Equal("due", (await Assert.ThrowsAsync<Refused>(() => Actions.Agree(Cast.Chloe, item, "Hier", null, Clock.Today.AddDays(-9)))).Field);
    }

    [Fact]
    public async Task Whoever_is_late_hears_of_it_once_a_week_and_not_once_it_is_done()
    {
        var (_, item) = await Begun();
        var id = await Actions.Agree(Cast.Chloe, item, "Appeler le loueur", Cast.Amina.PersonId, Clock.Today.AddDays(7));
        async Task<long> Owed() => await Db.One<long>("select count(*) from deliveries where topic = 'action_due'");

        await Actions.Chase(Get<Notices>());
        Assert.Equal(0, await Owed());
        Clock.Advance(TimeSpan.FromDays(5)); // two days before
        await Actions.Chase(Get<Notices>());
        await Actions.Chase(Get<Notices>());
        Assert.Equal(1, await Owed());
        Clock.Advance(TimeSpan.FromDays(6));
        await Actions.Chase(Get<Notices>());
        Assert.Equal(1, await Owed());
        Clock.Advance(TimeSpan.FromDays(1));
        await Actions.Chase(Get<Notices>());
        Assert.Equal(2, await Owed());

        var owed = new Delivery("d", Cast.Pole.Id, "mail", "action_due", id, Cast.Amina.PersonId, 1);
        var notice = await new ActionDueNotice(Actions, Clock).Write(owed, Cast.Amina);
        Assert.Equal("À faire : Appeler le loueur", notice!.Title.Plain());
        Assert.Contains("était prévu pour le jeudi 26 novembre", notice.Paragraphs[0]);
        await Actions.Change(Cast.Amina, id, Cast.Bruno.PersonId, Clock.Today.AddDays(-5)); // handed on late as it is: the new owner need not wait a week
        await Actions.Chase(Get<Notices>());
        Assert.Equal(3, await Owed());
        Assert.Equal("due", (await Assert.ThrowsAsync<Refused>(() => Actions.Change(Cast.Bruno, id, Cast.Bruno.PersonId, Clock.Today.AddDays(-6)))).Field);
        await Actions.Change(Cast.Bruno, id, Cast.Amina.PersonId, Clock.Today.AddDays(-5));
        await Actions.End(Cast.Amina, id, ActionItem.Done);
        Assert.Null(await new ActionDueNotice(Actions, Clock).Write(owed, Cast.Amina));
        Clock.Advance(TimeSpan.FromDays(8));
        await Actions.Chase(Get<Notices>());
        Assert.Equal(3, await Owed());
    }
}

public sealed class ActionsOnSqlite() : ActionsTests(On.Sqlite);

public sealed class ActionsOnPostgres() : ActionsTests(On.Postgres);
