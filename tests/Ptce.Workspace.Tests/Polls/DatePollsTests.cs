using System.Net;
using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class DatePollsTests(On on) : CastTest(on)
{
    private DatePolls Polls => Get<DatePolls>();

    private static readonly (DateOnly, TimeOnly) Tuesday = (new(2026, 12, 1), new(14, 0)), Wednesday = (new(2026, 12, 2), new(9, 30)), Thursday = (new(2026, 12, 3), new(14, 0));

    private async Task<Occurrence> Meeting(string audience = "pole")
    {
        await Get<Workshops>().Plan(Cast.Chloe, Coming() with { Audience = audience });
        return (await Get<Workshops>().Next(Cast.Chloe, 1))[0];
    }

    private async Task Answer(Actor actor, string meeting, params string[] answers)
    {
        var options = (await Polls.Of(actor, meeting))!.Options;
        await Polls.Answer(actor, meeting, answers.Select((a, n) => (options[n].Id, a)).Where(a => a.a != "").ToDictionary(a => a.Id, a => a.a));
    }

    [Fact]
    public async Task Changing_the_days_loses_no_answer_and_each_organisation_counts_once()
    {
        var meeting = await Meeting();
        await Polls.Ask(Cast.Chloe, meeting.Id, [Tuesday, Wednesday], "La salle est prise.");
        await Answer(Cast.Amina, meeting.Id, "no", "yes");
        await Answer(Cast.Gaelle, meeting.Id, "maybe", ""); // of Val Horizon too
        await Answer(Cast.Bruno, meeting.Id, "yes", "no");

        await Polls.Ask(Cast.Chloe, meeting.Id, [Wednesday, Thursday]);
        var poll = (await Polls.Of(Cast.Elise, meeting.Id))!;
        Assert.Equal([new(2026, 12, 2), new DateOnly(2026, 12, 3)], poll.Options.Select(o => o.Day));
        Assert.Equal((1, 0, 1), (poll.Options[0].Of("yes"), poll.Options[0].Of("maybe"), poll.Options[0].Of("no")));
        await Polls.Ask(Cast.Chloe, meeting.Id, [Tuesday, Wednesday, Thursday]);
        await Polls.Ask(Cast.Chloe, meeting.Id, [Thursday, Wednesday, Tuesday]);
        poll = (await Polls.Of(Cast.Elise, meeting.Id))!;
        Assert.Equal((1, 1, 0), (poll.Options[0].Of("yes"), poll.Options[0].Of("maybe"), poll.Options[0].Of("no")));
        Assert.Equal(["Elips", "Val Horizon"], poll.Options[0].ByOrganisation.Keys.Order());

        await Polls.Choose(Cast.Chloe, poll.Options[1].Id, "Le jour retenu");
        var moved = await Get<Workshops>().One(Cast.Amina, meeting.Id);
        Assert.Equal((new DateOnly(2026, 12, 2), "09:30"), (moved.Day!.Value, moved.Starts));
        Assert.Equal(DatePoll.Chosen, (await Polls.Of(Cast.Amina, meeting.Id))!.State);
        Assert.Equal("polls.refused.over", (await Assert.ThrowsAsync<Refused>(() => Answer(Cast.Amina, meeting.Id, "yes"))).Key);
        await Assert.ThrowsAsync<NotHere>(() => Polls.Choose(Cast.Chloe, poll.Options[0].Id, "Non"));
        Assert.Equal(["DatesAsked", "DatesAnswered", "DatesAnswered", "DatesAnswered", "DatesChanged", "DatesChanged", "DateChosen"],
            await Db.Read<string>("select name from events where name like 'Date%' order by seq"));
    }

    [Fact]
    public async Task A_day_that_is_taken_leaves_the_poll_open_and_a_cancelled_meeting_takes_no_answers()
    {
        var meeting = await Meeting();
        await Polls.Ask(Cast.Chloe, meeting.Id, [Tuesday, Wednesday]);
        await Get<Workshops>().Convene(Cast.Chloe, meeting.SeriesId, Tuesday.Item1, new(9, 0));
        var options = (await Polls.Of(Cast.Chloe, meeting.Id))!.Options;
        Assert.Equal("workshops.refused.taken", (await Assert.ThrowsAsync<Refused>(() => Polls.Choose(Cast.Chloe, options[0].Id, "Le jour retenu"))).Key);
        Assert.Equal((DatePoll.Open, meeting.Day), ((await Polls.Of(Cast.Chloe, meeting.Id))!.State, (await Get<Workshops>().One(Cast.Chloe, meeting.Id)).Day));

        await Get<Workshops>().Cancel(Cast.Chloe, meeting.Id, "Neige");
        Assert.Equal("polls.refused.not_planned", (await Assert.ThrowsAsync<Refused>(() => Answer(Cast.Amina, meeting.Id, "yes"))).Key);
    }

    [Fact]
    public async Task Only_those_the_meeting_is_for_answer_and_days_are_to_come()
    {
        var meeting = await Meeting("committee");
        await Polls.Ask(Cast.Chloe, meeting.Id, [Tuesday, Wednesday]);
        await Assert.ThrowsAsync<NotAllowed>(() => Answer(Cast.Amina, meeting.Id, "yes"));
        await Answer(Cast.Elise, meeting.Id, "yes");
        await Answer(Cast.Elise, meeting.Id, "yes");
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'DatesAnswered'"));
        Assert.Equal("polls.refused.count", (await Assert.ThrowsAsync<Refused>(() => Polls.Ask(Cast.Chloe, meeting.Id, [Tuesday, Tuesday]))).Key);
        Assert.Equal("polls.refused.past", (await Assert.ThrowsAsync<Refused>(() => Polls.Ask(Cast.Chloe, meeting.Id, [Tuesday, (Clock.Today.AddDays(-1), new(9, 0))]))).Key);
        await Polls.Drop(Cast.Chloe, meeting.Id);
        await Polls.Drop(Cast.Chloe, meeting.Id);
        await Polls.Ask(Cast.Chloe, meeting.Id, [Wednesday, Thursday]);
        Assert.Equal(2, await Db.One<long>("select count(*) from date_polls"));
    }
}

public sealed class DatePollsOnSqlite() : DatePollsTests(On.Sqlite);

public sealed class DatePollsOnPostgres() : DatePollsTests(On.Postgres);

public sealed class DatesPageTests
{
    [Fact]
    public async Task Days_are_asked_answered_and_chosen_on_the_page()
    {
        await using var app = await App.Start();
        await app.Get<Workshops>().Plan(app.Cast.Chloe, Coming());
        var meeting = (await app.Get<Workshops>().Next(app.Cast.Chloe, 1))[0].Id;
        var (chloe, amina, here) = (app.SignedIn(app.Cast.Chloe), app.SignedIn(app.Cast.Amina), $"/p/{app.Cast.Pole.Slug}/ateliers/{meeting}/dates");

        Assert.NotNull((await chloe.Page(here)).QuerySelector("input[name=day]"));
        var refused = await chloe.Post(here + "?handler=Ask", new() { ["day"] = "2026-12-01", ["starts"] = "14:00" });
        Assert.NotNull((await refused.Page()).QuerySelector("#refused-days"));
        await app.Get<DatePolls>().Ask(app.Cast.Chloe, meeting, [(new(2026, 12, 1), new(14, 0)), (new(2026, 12, 2), new(14, 0))]);
        var field = (await amina.Page(here)).QuerySelector("select[name^=option-]")!.GetAttribute("name")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await amina.Post(here + "?handler=Answer", new() { [field] = "yes" })).StatusCode);
        Assert.Contains("1 oui", (await chloe.Page(here)).Says(".rows"));
        Assert.Equal(HttpStatusCode.SeeOther, (await chloe.Post(here + "?handler=Choose", new() { ["option"] = field["option-".Length..] })).StatusCode);
        Assert.Equal(new DateOnly(2026, 12, 1), (await app.Get<Workshops>().One(app.Cast.Amina, meeting)).Day);
    }
}
