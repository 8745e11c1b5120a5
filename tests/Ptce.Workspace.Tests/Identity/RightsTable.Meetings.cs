using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

/// <summary>The rows of what is written and decided while people meet.</summary>
public static class MeetingRights
{
    public static IEnumerable<Guarded> All => [.. OfProceedings, .. OfVoting, .. OfDecisions, .. OfActions, .. OfPolls, .. OfSchool, .. OfGuests, .. OfGroups];

    private static IEnumerable<Guarded> OfProceedings =>
    [
        new(Act.ReadPole, "Proceedings.Of", async (s, a) => await s.Get<Proceedings>().Of(a, (await Begun(s)).Meeting)),
        new(Act.ReadPole, "Proceedings.SettledAt", async (s, a) => await s.Get<Proceedings>().SettledAt(a, (await Begun(s)).Meeting)),
        new(Act.WriteMinutes, "Proceedings.Write", async (s, a) => await s.Get<Proceedings>().Write(a, (await Begun(s)).Item, s.Name("s"), "", s.Name("Mot"))),
        new(Act.WriteMinutes, "Proceedings.Settle", async (s, a) => await s.Get<Proceedings>().Settle(a, await Clash(s))),
        new(Act.PlanMeetings, "Proceedings.Finish", async (s, a) => await s.Get<Proceedings>().Finish(a, (await Begun(s)).Meeting, true)),
        new(Act.ReadPole, "Workshops.TakesPart", async (s, a) => await s.Get<Workshops>().TakesPart(a, await s.Get<Workshops>().One(s.Entitled, (await Begun(s)).Meeting)), NoForeignId: true),
        new(Act.ReadPole, "Workshops.SpentOn", async (s, a) => await s.Get<Workshops>().SpentOn(a, (await Begun(s)).Meeting)),
        new(Act.WriteMinutes, "Workshops.Begin", async (s, a) => await s.Get<Workshops>().Begin(a, (await Begun(s)).Item)),
        new(Act.WriteMinutes, "Workshops.Pause", async (s, a) => await s.Get<Workshops>().Pause(a, (await Begun(s)).Item)),
    ];

    private static IEnumerable<Guarded> OfVoting =>
    [
        new(Act.ReadPole, "Voting.Rules", (s, a) => s.Get<Voting>().Rules(a), NoForeignId: true),
        new(Act.ReadPole, "Voting.CollegeOf", (s, a) => s.Get<Voting>().CollegeOf(a), NoForeignId: true),
        new(Act.SetVotingRules, "Voting.SetRules", (s, a) => s.Get<Voting>().SetRules(a, VotingRules.Usual), NoForeignId: true),
        new(Act.SetVotingRules, "Voting.SetCollege", (s, a) => s.Get<Voting>().SetCollege(a, s.Cast.Organisation("Elips"), null)),
    ];

    private static IEnumerable<Guarded> OfDecisions =>
    [
        new(Act.ReadPole, "Decisions.Register", (s, a) => s.Get<Decisions>().Register(a), NoForeignId: true),
        new(Act.ReadPole, "Decisions.Of", (s, a) => s.Get<Decisions>().Of(a, ""), NoForeignId: true),
        new(Act.ReadPole, "Decisions.One", async (s, a) => await s.Get<Decisions>().One(a, await Asked(s))),
        new(Act.ReadPole, "Decisions.Voices", async (s, a) => await s.Get<Decisions>().Voices(a, await Asked(s))),
        new(Act.ReadPole, "Decisions.AskedOf", (s, a) => s.Get<Decisions>().AskedOf(a, ""), NoForeignId: true),
        new(Act.ReadPole, "Decisions.MyVoices", async (s, a) => await s.Get<Decisions>().MyVoices(a, await Asked(s))),
        new(Act.ProposeDecision, "Decisions.Propose", async (s, a) => await s.Get<Decisions>().Propose(a, (await Begun(s)).Item, s.Name("Acheter"), Decision.ByVote)),
        new(Act.ProposeDecision, "Decisions.Withdraw", async (s, a) => await s.Get<Decisions>().Withdraw(a, await AskedByElise(s))),
        new(Act.RunDecision, "Decisions.Open", async (s, a) => await s.Get<Decisions>().Open(a, await Asked(s))),
        new(Act.RunDecision, "Decisions.Agree", async (s, a) => await s.Get<Decisions>().Agree(a, await Asked(s))),
        new(Act.RunDecision, "Decisions.Close", async (s, a) => await s.Get<Decisions>().Close(a, await Opened(s))),
        new(Act.CastVote, "Decisions.Say", async (s, a) => await s.Get<Decisions>().Say(a, await Opened(s), s.Cast.Organisation("Re-Sources"), "yes")),
    ];

    private static IEnumerable<Guarded> OfActions =>
    [
        new(Act.ReadPole, "Actions.Register", (s, a) => s.Get<Actions>().Register(a), NoForeignId: true),
        new(Act.ReadPole, "Actions.Of", (s, a) => s.Get<Actions>().Of(a, ""), NoForeignId: true),
        new(Act.ReadPole, "Actions.OpenOf", (s, a) => s.Get<Actions>().OpenOf(a, ""), NoForeignId: true),
        new(Act.ReadPole, "AgendaBrings.Of", async (s, a) => await s.Get<AgendaBrings>().Of(a, await s.Get<Workshops>().AgendaOf(s.Entitled, (await Begun(s)).Meeting), new Say("fr")), NoForeignId: true),
        new(Act.ReadPole, "Actions.Mine", (s, a) => s.Get<Actions>().Mine(a), NoForeignId: true),
        new(Act.ReadPole, "Actions.CountLate", (s, a) => s.Get<Actions>().CountLate(a), NoForeignId: true),
        new(Act.ReadPole, "Actions.One", async (s, a) => await s.Get<Actions>().One(a, await ToDo(s))),
        new(Act.AgreeAction, "Actions.Agree", async (s, a) => await s.Get<Actions>().Agree(a, (await Begun(s)).Item, s.Name("Appeler"), null, s.Today)),
        new(Act.AgreeAction, "Actions.Change", async (s, a) => await s.Get<Actions>().Change(a, await ToDo(s), s.Cast.Elise.PersonId, s.Today.AddDays(9))),
        new(Act.AgreeAction, "Actions.End", async (s, a) => await s.Get<Actions>().End(a, await ToDo(s), ActionItem.Done)),
    ];

    private static IEnumerable<Guarded> OfPolls =>
    [
        new(Act.ReadPole, "DatePolls.Of", async (s, a) => await s.Get<DatePolls>().Of(a, await Coming(s))),
        new(Act.ReadPole, "Minutes.Of", async (s, a) => await s.Get<Minutes>().Of(a, await Coming(s), new("fr"))),
        new(Act.ReadPole, "Minutes.Post", async (s, a) => await s.Get<Minutes>().Post(a, await Coming(s), new("fr"), s.Get<Site>())),
        new(Act.PlanMeetings, "TeamsRooms.Of", (s, a) => s.Get<TeamsRooms>().Of(a), NoForeignId: true),
        new(Act.PlanMeetings, "TeamsRooms.Post", async (s, a) => await s.Get<TeamsRooms>().Post(a, await Coming(s), await Room(s))),
        new(Act.ReadPole, "TeamsRooms.PostedOf", (s, a) => s.Get<TeamsRooms>().PostedOf(a, "none"), NoForeignId: true),
        new(Act.PlanMeetings, "DatePolls.Ask", async (s, a) => await s.Get<DatePolls>().Ask(a, await Coming(s), Days)),
        new(Act.AnswerInvitation, "DatePolls.Answer", async (s, a) => await s.Get<DatePolls>().Answer(a, await Asked(s, a), new Dictionary<string, string>())),
        new(Act.PlanMeetings, "DatePolls.Choose", async (s, a) => await s.Get<DatePolls>().Choose(a, (await s.Get<DatePolls>().Of(s.Entitled, await Asked(s, a)))!.Options[0].Id, "Choisi")),
        new(Act.PlanMeetings, "DatePolls.Drop", async (s, a) => await s.Get<DatePolls>().Drop(a, await Asked(s, a))),
    ];

    private static IEnumerable<Guarded> OfGroups =>
    [
        new(Act.ReadPole, "Workshops.PresenceOverYears", (s, a) => s.Get<Workshops>().PresenceOverYears(a, null), NoForeignId: true),
        new(Act.ReadPole, "Workshops.GroupsOf", (s, a) => s.Get<Workshops>().GroupsOf(a), NoForeignId: true),
        new(Act.ReadPole, "Workshops.PeopleOf", async (s, a) => await s.Get<Workshops>().PeopleOf(a, await Group(s)), NoForeignId: true),
        new(Act.ReadPole, "Workshops.ReportsTo", async (s, a) => await s.Get<Workshops>().ReportsTo(a, await s.Get<Workshops>().One(s.Entitled, await Coming(s))), NoForeignId: true),
        new(Act.ReadPole, "Decisions.CountOf", (s, a) => s.Get<Decisions>().CountOf(a, [""]), NoForeignId: true),
        new(Act.ReadPole, "Actions.CountOf", (s, a) => s.Get<Actions>().CountOf(a, [""]), NoForeignId: true),
        new(Act.WorkInGroup, "Workshops.JoinGroup", async (s, a) => await s.Get<Workshops>().JoinGroup(a, await Group(s))),
        new(Act.WorkInGroup, "Workshops.LeaveGroup", async (s, a) => await s.Get<Workshops>().LeaveGroup(a, await Group(s))),
        new(Act.WorkInGroup, "Workshops.Convene", async (s, a) => await s.Get<Workshops>().Convene(a, await GroupOfAll(s), s.Today.AddDays(1), new(9, 0))),
        new(Act.WorkInGroup, "Workshops.Report", async (s, a) => await s.Get<Workshops>().Report(a, await GroupItem(s))),
    ];

    private static async Task<string> Group(Stage stage)
    {
        var above = (await stage.Get<Workshops>().Plan(stage.Entitled, MeetingsFolk.Coming(stage.Name("Atelier")))).Id;
        return (await stage.Get<Workshops>().Plan(stage.Entitled, WorkingGroupsTests.Group(stage.Name("Groupe"), above))).Id;
    }

    /// <summary>A group that everyone of the pole is in: whoever may, leads it.</summary>
    private static async Task<string> GroupOfAll(Stage stage)
    {
        var group = await Group(stage);
        foreach (var one in (await stage.Get<Members>().People(stage.Entitled)).Select(p => p.PersonId).Distinct().Where(p => p != stage.Cast.Farid.PersonId)) await stage.Get<Workshops>().JoinGroup(stage.Entitled, group, one);
        return group;
    }

    private static async Task<string> GroupItem(Stage stage)
    {
        var session = await stage.Get<Workshops>().Convene(stage.Entitled, await GroupOfAll(stage), stage.Today.AddDays(1), new(9, 0));
        await stage.Get<Workshops>().Propose(stage.Entitled, session, false, stage.Name("Point"), 10, "inform");
        return (await stage.Get<Workshops>().AgendaOf(stage.Entitled, session)).Items[0].Id;
    }

    private static IEnumerable<Guarded> OfGuests =>
    [
        new(Act.ReadPole, "Guests.Of", async (s, a) => await s.Get<Guests>().Of(a, await Coming(s))),
        new(Act.PlanMeetings, "Guests.Invite", async (s, a) => await s.Get<Guests>().Invite(a, await Coming(s), s.Name("Marie"), "Commune")),
        new(Act.PlanMeetings, "Guests.Revoke", async (s, a) => await s.Get<Guests>().Revoke(a, await Guest(s))),
        new(Act.ReadPole, "Yields.Of", async (s, a) => await s.Get<Yields>().Of(a, await Coming(s), new Say("fr"))),
        new(Act.ReadPole, "Yields.MeetingOf", (s, a) => s.Get<Yields>().MeetingOf(a, ""), NoForeignId: true),
        new(Act.WriteMinutes, "Yields.Note", async (s, a) => await s.Get<Yields>().Note(a, await Coming(s), (await s.Get<Offers>().PostNeed(s.Entitled, new("competence", s.Name("Comptable")), "web")).Id, cooperation: false)),
        new(Act.ReadPole, "Guests.PointsOf", async (s, a) => await s.Get<Guests>().PointsOf(a, await Coming(s))),
        new(Act.PlanMeetings, "Guests.Decide", async (s, a) => await s.Get<Guests>().Decide(a, await GuestPoint(s), "take")),
        new(Act.PlanMeetings, "Guests.TakePoint", async (s, a) => await s.Get<Guests>().TakePoint(a, await GuestPoint(s))),
        new(Act.PlanMeetings, "Guests.DropPoint", async (s, a) => await s.Get<Guests>().DropPoint(a, await GuestPoint(s))),
        new(Act.PlanMeetings, "Guests.NotePresent", async (s, a) => await s.Get<Guests>().NotePresent(a, await Guest(s), true)),
    ];

    private static async Task<string> GuestPoint(Stage stage)
    {
        var meeting = await Coming(stage);
        var link = await stage.Get<Guests>().Invite(stage.Entitled, meeting, stage.Name("Marie"), "Commune");
        await stage.Get<Guests>().Propose(link["/invitation/".Length..], stage.Name("Point"), 10, "inform");
        return (await stage.Get<Guests>().PointsOf(stage.Entitled, meeting))[0].Id;
    }

    private static async Task<string> Guest(Stage stage)
    {
        var meeting = await Coming(stage);
        await stage.Get<Guests>().Invite(stage.Entitled, meeting, stage.Name("Marie"), "Commune");
        return (await stage.Get<Guests>().Of(stage.Entitled, meeting))[0].Id;
    }

    private static IEnumerable<Guarded> OfSchool =>
    [
        new(Act.ReadPole, "SchoolHolidays.Coming", (s, a) => s.Get<SchoolHolidays>().Coming(a), NoForeignId: true),
        new(Act.ReadPole, "SchoolHolidays.On", (s, a) => s.Get<SchoolHolidays>().On(a, s.Today), NoForeignId: true),
        new(Act.PlanMeetings, "SchoolHolidays.Import", (s, a) => s.Get<SchoolHolidays>().Import(a, "Zone B", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261219\nEND:VEVENT\nEND:VCALENDAR"), NoForeignId: true),
        new(Act.PlanMeetings, "SchoolHolidays.Forget", (s, a) => s.Get<SchoolHolidays>().Forget(a, "Zone B"), NoForeignId: true),
    ];

    private static readonly (DateOnly, TimeOnly)[] Days = [(new(2026, 12, 1), new(14, 0)), (new(2026, 12, 2), new(14, 0))];

    private static async Task<string> Coming(Stage stage) =>
        (await stage.Get<Workshops>().Between(stage.Entitled, new(2026, 11, 20), new(2027, 3, 31), (await stage.Get<Workshops>().Plan(stage.Entitled, MeetingsFolk.Coming(stage.Name("Atelier")))).Id))[0].Id;

    private static async Task<string> Asked(Stage stage, Actor _)
    {
        var meeting = await Coming(stage);
        await stage.Get<DatePolls>().Ask(stage.Entitled, meeting, Days);
        return meeting;
    }

    /// <summary>A decision of Élise's: whoever may propose may take back their own.</summary>
    private static async Task<string> AskedByElise(Stage stage)
    {
        var id = await Asked(stage);
        await stage.Get<Db>().Write(null, tx => tx.Execute("update decisions set proposed_by = @PersonId where id = @id", new { id, stage.Cast.Elise.PersonId }));
        return id;
    }

    private static async Task<string> Asked(Stage stage) => await stage.Get<Decisions>().Propose(stage.Entitled, (await Begun(stage)).Item, stage.Name("Acheter"), Decision.ByVote);

    private static async Task<string> Opened(Stage stage)
    {
        var id = await Asked(stage);
        await stage.Get<Decisions>().Open(stage.Entitled, id);
        return id;
    }

    /// <summary>Something Élise has to do: who may, ends it.</summary>
    private static async Task<string> ToDo(Stage stage) => await stage.Get<Actions>().Agree(stage.Entitled, (await Begun(stage)).Item, stage.Name("Appeler"), stage.Cast.Elise.PersonId, stage.Today);

    internal static async Task<(string Meeting, string Item)> Begun(Stage stage)
    {
        var series = await stage.Get<Workshops>().Plan(stage.Entitled, SixWeekly(stage.Name("Atelier")) with { Anchor = new(2026, 11, 19), Starts = new(9, 0), Minutes = 15 });
        var meeting = (await stage.Get<Workshops>().Between(stage.Entitled, new(2026, 11, 19), new(2026, 11, 19), series.Id))[0].Id;
        await stage.Get<Workshops>().Propose(stage.Entitled, meeting, false, stage.Name("Point"), 10, "inform");
        return (meeting, (await stage.Get<Workshops>().AgendaOf(stage.Entitled, meeting)).Items[0].Id);
    }

    private static async Task<string> Clash(Stage stage)
    {
        var (_, item) = await Begun(stage);
        await stage.Get<Proceedings>().Write(stage.Entitled, item, "1", "", "Un");
        await stage.Get<Proceedings>().Write(stage.Entitled, item, "2", "Un", "Deux");
        return (await stage.Get<Proceedings>().Write(stage.Entitled, item, "3", "Un", "Trois")).Clashes[0].Id;
    }

    /// <summary>A channel in which somebody of the pole has named the bot.</summary>
    private static async Task<string> Room(Stage stage)
    {
        const string Channel = "19:canal@thread.tacv2";
        await stage.Get<TeamsAddresses>().Opened(new("https://smba.trafficmanager.net/teams/", Channel) { ConversationType = "channel" });
        await stage.Get<TeamsRooms>().Heard(new Activity { Conversation = new(Channel, "channel") }, stage.Entitled);
        return Channel;
    }
}
