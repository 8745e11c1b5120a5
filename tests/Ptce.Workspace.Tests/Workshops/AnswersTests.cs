using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class AnswersTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();

    private async Task<Occurrence> First(NewSeries series)
    {
        await Workshops.Plan(Cast.Chloe, series);
        return (await Workshops.Next(Cast.Chloe, 1))[0];
    }

    [Fact]
    public async Task People_say_whether_they_come_and_the_meeting_counts_people_and_organisations()
    {
        var meeting = await First(Coming());
        await Workshops.Answer(Cast.Amina, meeting.Id, new("yes", People: 2, LateMinutes: 15, Note: "Avec notre stagiaire"));
        await Workshops.Answer(Cast.GaelleOfElips, meeting.Id, new("yes"));
        await Workshops.Answer(Cast.David, meeting.Id, new("no", ProxyId: Cast.Amina.PersonId));
        await Workshops.Answer(Cast.Chloe, meeting.Id, new("maybe", PersonId: Cast.Bruno.PersonId));
        await Workshops.Answer(Cast.Amina, meeting.Id, new("yes", People: 2, LateMinutes: 15, Note: "Avec notre stagiaire"));

        var turnout = await Workshops.TurnoutOf(Cast.Elise, meeting.Id);
        Assert.Equal((3, 2, 3), (turnout.People, turnout.Organisations, turnout.Silent.Count));
        Assert.DoesNotContain(turnout.Invited, i => i.Name == Cast.Farid.Name);
        Assert.Equal("vient à 2, 15 min de retard", turnout.Replies.Single(r => r.PersonId == Cast.Amina.PersonId).Told(new Say("fr")));
        Assert.Equal("Chloé Perrin", turnout.Replies.Single(r => r.PersonId == Cast.Bruno.PersonId).AnsweredByName);
        Assert.Equal("Elips", turnout.Replies.Single(r => r.PersonId == Cast.Gaelle.PersonId).OrganisationName);
        Assert.Equal(4, await Db.One<long>("select count(*) from events where name = 'InvitationAnswered'"));
    }

    [Fact]
    public async Task Seats_proxies_and_other_peoples_answers_have_their_rules()
    {
        var meeting = await First(Coming() with { Capacity = 3 });
        await Workshops.Answer(Cast.Amina, meeting.Id, new("yes", People: 2));

        Assert.Equal("workshops.refused.seats_left", (await Refusal(Cast.Bruno, new("yes", People: 2))).Key);
        await Workshops.Answer(Cast.Bruno, meeting.Id, new("yes"));
        Assert.Equal("workshops.refused.full", (await Refusal(Cast.David, new("yes"))).Key);
        await Workshops.Answer(Cast.David, meeting.Id, new("no"));
        Assert.Equal("workshops.refused.proxy_absent", (await Refusal(Cast.Elise, new("no", ProxyId: Cast.David.PersonId))).Key);
        Assert.Equal("workshops.refused.proxy_comes", (await Refusal(Cast.Elise, new("maybe", ProxyId: Cast.Amina.PersonId))).Key);
        Assert.Equal("workshops.refused.proxy_who", (await Refusal(Cast.Elise, new("no", ProxyId: Cast.Zora.PersonId))).Key);
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Answer(Cast.Amina, meeting.Id, new("no", PersonId: Cast.Bruno.PersonId)));
        await Assert.ThrowsAsync<NotAllowed>(() => Workshops.Answer(Cast.Farid, meeting.Id, new("yes")));

        Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal("workshops.refused.over", (await Refusal(Cast.Elise, new("yes"))).Key);

        async Task<Refused> Refusal(Actor actor, NewReply reply) => await Assert.ThrowsAsync<Refused>(() => Workshops.Answer(actor, meeting.Id, reply));
    }

    [Fact]
    public async Task A_committee_invites_its_members_and_the_cell_alone()
    {
        var meeting = await First(Coming("Comité de pilotage") with { Kind = "copil", Audience = "committee", Every = "3m" });

        var invited = (await Workshops.TurnoutOf(Cast.Chloe, meeting.Id)).Invited.Select(i => i.Name);
        Assert.Equal(["Bruno Keller", "Chloé Perrin", "Inès Roche", "Élise Fournier"], invited.Order(StringComparer.Ordinal));
        Assert.Equal("workshops.refused.not_invited", (await Assert.ThrowsAsync<Refused>(() => Workshops.Answer(Cast.Amina, meeting.Id, new("yes")))).Key);
    }
}

public sealed class AnswersOnSqlite() : AnswersTests(On.Sqlite);

public sealed class AnswersOnPostgres() : AnswersTests(On.Postgres);
