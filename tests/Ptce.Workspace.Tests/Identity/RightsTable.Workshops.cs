using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

/// <summary>The rows of the meetings.</summary>
public static class WorkshopRights
{
    public static IEnumerable<Guarded> All => [.. OfSeries, .. OfMeetings, .. OfAgendas, .. OfAttendance, .. MeetingRights.All];

    private static readonly DateOnly From = new(2026, 11, 1), To = new(2027, 3, 31);

    private static IEnumerable<Guarded> OfSeries =>
    [
        new(Act.ReadPole, "Workshops.Series", (s, a) => s.Get<Workshops>().Series(a), NoForeignId: true),
        new(Act.ReadPole, "Workshops.OneSeries", async (s, a) => await s.Get<Workshops>().OneSeries(a, await Series(s))),
        new(Act.ReadPole, "Workshops.Next", (s, a) => s.Get<Workshops>().Next(a, 5), NoForeignId: true),
        new(Act.ReadPole, "Workshops.Unclosed", (s, a) => s.Get<Workshops>().Unclosed(a, 5), NoForeignId: true),
        new(Act.ReadPole, "Workshops.Between", (s, a) => s.Get<Workshops>().Between(a, From, To), NoForeignId: true),
        new(Act.PlanMeetings, "Workshops.Preview", (s, a) => s.Get<Workshops>().Preview(a, Coming(), 3), NoForeignId: true),
        new(Act.PlanMeetings, "Workshops.Plan", (s, a) => s.Get<Workshops>().Plan(a, Coming(s.Name("Atelier"))), NoForeignId: true),
        new(Act.PlanMeetings, "Workshops.Change", async (s, a) => await s.Get<Workshops>().Change(a, await Series(s), Coming())),
        new(Act.PlanMeetings, "Workshops.End", async (s, a) => await s.Get<Workshops>().End(a, await Series(s), To)),
        new(Act.ReadPole, "Workshops.MyFeed", (s, a) => s.Get<Workshops>().MyFeed(a), NoForeignId: true),
        new(Act.ReadPole, "Workshops.MakeFeed", async (s, a) => await s.Get<Workshops>().MakeFeed(a, await Series(s))),
        new(Act.ReadPole, "Workshops.RevokeFeed", (s, a) => s.Get<Workshops>().RevokeFeed(a), NoForeignId: true),
        new(Act.ReadPole, "Workshops.CalendarOf", (s, a) => s.Get<Workshops>().CalendarOf(a, null, s.Get<Site>()), NoForeignId: true),
    ];

    private static IEnumerable<Guarded> OfMeetings =>
    [
        new(Act.ReadPole, "Workshops.One", async (s, a) => await s.Get<Workshops>().One(a, await Meeting(s))),
        new(Act.ReadPole, "Workshops.CalendarOfOne", async (s, a) => await s.Get<Workshops>().CalendarOfOne(a, await Meeting(s), s.Get<Site>())),
        new(Act.ReadPole, "Workshops.TurnoutOf", async (s, a) => await s.Get<Workshops>().TurnoutOf(a, await Meeting(s))),
        new(Act.ReadPole, "Workshops.MyReplies", (s, a) => s.Get<Workshops>().MyReplies(a, []), NoForeignId: true),
        new(Act.AnswerInvitation, "Workshops.Answer", async (s, a) => await s.Get<Workshops>().Answer(a, await Meeting(s), new("yes"))),
        new(Act.PlanMeetings, "Workshops.Move", async (s, a) => await s.Get<Workshops>().Move(a, await Meeting(s), new(2026, 12, 1), new(9, 0), "Salle prise")),
        new(Act.PlanMeetings, "Workshops.Cancel", async (s, a) => await s.Get<Workshops>().Cancel(a, await Meeting(s), "Neige")),
        new(Act.PlanMeetings, "Workshops.Restore", async (s, a) => await s.Get<Workshops>().Restore(a, await Meeting(s))),
        new(Act.PlanMeetings, "Workshops.Arrange", async (s, a) => await s.Get<Workshops>().Arrange(a, await Meeting(s), null, "Salle B", null)),
        new(Act.PlanMeetings, "Workshops.Entrust", async (s, a) => await s.Get<Workshops>().Entrust(a, await Meeting(s), null, null)),
    ];

    private static IEnumerable<Guarded> OfAgendas =>
    [
        new(Act.ReadPole, "Workshops.AgendaOf", async (s, a) => await s.Get<Workshops>().AgendaOf(a, await Meeting(s))),
        new(Act.ReadPole, "Workshops.Point", async (s, a) => await s.Get<Workshops>().Point(a, await Item(s))),
        new(Act.ReadPole, "Workshops.Reserve", (s, a) => s.Get<Workshops>().Reserve(a, ""), NoForeignId: true),
        new(Act.ReadPole, "Workshops.Template", (s, a) => s.Get<Workshops>().Template(a, ""), NoForeignId: true),
        new(Act.ProposePoint, "Workshops.Propose", async (s, a) => await s.Get<Workshops>().Propose(a, await Meeting(s), false, "Broyeur", 10, "inform")),
        new(Act.ProposePoint, "Workshops.Revise", async (s, a) => await s.Get<Workshops>().Revise(a, await Item(s), "Broyeur", 20, "inform")),
        new(Act.ProposePoint, "Workshops.Withdraw", async (s, a) => await s.Get<Workshops>().Withdraw(a, await Item(s))),
        new(Act.PlanMeetings, "Workshops.Place", async (s, a) => await s.Get<Workshops>().Place(a, await Item(s), null)),
        new(Act.PlanMeetings, "Workshops.Shift", async (s, a) => await s.Get<Workshops>().Shift(a, await Item(s), true)),
        new(Act.PlanMeetings, "Workshops.Reach", async (s, a) => await s.Get<Workshops>().Reach(a, await Item(s), true)),
        new(Act.PlanMeetings, "Workshops.Postpone", async (s, a) => await s.Get<Workshops>().Postpone(a, await Item(s))),
        new(Act.PlanMeetings, "Workshops.SetTemplate", async (s, a) => await s.Get<Workshops>().SetTemplate(a, await Series(s), "20 Tour de table")),
        new(Act.PlanMeetings, "Workshops.PrepareAgenda", async (s, a) => await s.Get<Workshops>().PrepareAgenda(a, await Meeting(s))),
    ];

    private static IEnumerable<Guarded> OfAttendance =>
    [
        new(Act.ReadPole, "Workshops.Attendance", async (s, a) => await s.Get<Workshops>().Attendance(a, await Meeting(s))),
        new(Act.ReadPole, "Workshops.PresenceOf", (s, a) => s.Get<Workshops>().PresenceOf(a, "", From, To), NoForeignId: true),
        new(Act.AnswerInvitation, "Workshops.Attend", async (s, a) => await s.Get<Workshops>().Attend(a, await Begun(s))),
        new(Act.PlanMeetings, "Workshops.NotePresent", async (s, a) => await s.Get<Workshops>().NotePresent(a, await Begun(s), s.Cast.Amina.PersonId, true)),
        new(Act.PlanMeetings, "Workshops.SetDoor", async (s, a) => await s.Get<Workshops>().SetDoor(a, await Begun(s), true)),
        new(Act.PlanMeetings, "Workshops.Close", async (s, a) => await s.Get<Workshops>().Close(a, await Begun(s))),
        new(Act.ReadPole, "Contributions.Drafts", (s, a) => s.Get<Contributions>().Drafts(a), NoForeignId: true),
        new(Act.ReadPole, "Contributions.CountDrafts", (s, a) => s.Get<Contributions>().CountDrafts(a), NoForeignId: true),
        new(Act.LogContribution, "Contributions.Submit", async (s, a) => await s.Get<Contributions>().Submit(a, await Draft(s))),
    ];

    private static async Task<string> Begun(Stage stage)
    {
        var series = await stage.Get<Workshops>().Plan(stage.Entitled, SixWeekly(stage.Name("Atelier")) with { Anchor = new(2026, 11, 19), Starts = new(9, 0), Minutes = 15 });
        return (await stage.Get<Workshops>().Between(stage.Entitled, new(2026, 11, 19), new(2026, 11, 19), series.Id))[0].Id;
    }

    /// <summary>Hours of Élise's that wait for her tap.</summary>
    private static async Task<string> Draft(Stage stage)
    {
        var meeting = await Begun(stage);
        await stage.Get<Workshops>().NotePresent(stage.Entitled, meeting, stage.Cast.Elise.PersonId, true);
        await stage.Get<Workshops>().Close(stage.Entitled, meeting);
        return (await stage.Get<Workshops>().Attendance(stage.Entitled, meeting))[0].ContributionId!;
    }

    /// <summary>A point that Élise proposed: whoever may propose may change it.</summary>
    private static async Task<string> Item(Stage stage)
    {
        var meeting = await Meeting(stage);
        await stage.Get<Workshops>().Propose(stage.Entitled, meeting, false, stage.Name("Point"), 10, "inform");
        var item = (await stage.Get<Workshops>().AgendaOf(stage.Entitled, meeting)).Items[0].Id;
        await stage.Get<Db>().Write(null, tx => tx.Execute("update agenda_items set proposed_by = @PersonId where id = @item", new { item, stage.Cast.Elise.PersonId }));
        return item;
    }

    private static async Task<string> Series(Stage stage) => (await stage.Get<Workshops>().Plan(stage.Entitled, Coming(stage.Name("Atelier")))).Id;

    private static async Task<string> Meeting(Stage stage) => (await stage.Get<Workshops>().Between(stage.Entitled, From, To, await Series(stage)))[0].Id;
}
