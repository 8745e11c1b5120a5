using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class DecisionsTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();
    private Decisions Decisions => Get<Decisions>();

    /// <summary>A meeting that began an hour ago, with one point.</summary>
    private async Task<(Occurrence Meeting, string Item)> Begun(string audience = "pole")
    {
        var planned = await Workshops.Plan(Cast.Chloe, SixWeekly() with { Anchor = new(2026, 11, 19), Starts = new(9, 0), Audience = audience });
        var meeting = (await Workshops.Between(Cast.Chloe, new(2026, 11, 19), new(2026, 11, 19), planned.Id))[0];
        await Workshops.Propose(Cast.Chloe, meeting.Id, false, "Broyeur", 20, "decide");
        return (meeting, (await Workshops.AgendaOf(Cast.Chloe, meeting.Id)).Items[0].Id);
    }

    [Fact]
    public async Task A_vote_counts_one_voice_per_organisation_and_says_its_numbers()
    {
        var (meeting, item) = await Begun();
        await Workshops.Attend(Cast.Amina, meeting.Id);
        await Workshops.Attend(Cast.Bruno, meeting.Id);
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { Quorum = Share.Half, MostProxies = 1 });
        await Workshops.Answer(Cast.Chloe, meeting.Id, new("no", ProxyId: Cast.Bruno.PersonId, PersonId: Cast.David.PersonId)); // Valoprest, by Bruno
        var id = await Decisions.Propose(Cast.Amina, item, " Acheter le broyeur ", Decision.ByVote);
        await Decisions.Open(Cast.Chloe, id);
        await Decisions.Open(Cast.Chloe, id);

        var voices = await Decisions.Voices(Cast.Amina, id);
        Assert.Equal(["Elips present", "La Coursive absent", "Re-Sources absent", "Val Horizon present", "Valoprest represented"], voices.Select(v => $"{v.Name} {v.Attending}"));
        Assert.Equal("Bruno Keller", voices[4].Holder);
        Assert.Equal([id], (await Decisions.WaitingForMe(Cast.Gaelle)).Select(d => d.Id)); // of Val Horizon and of Elips

        await Decisions.Say(Cast.Amina, id, null, "no");
        await Decisions.Say(Cast.Amina, id, null, "yes");
        await Decisions.Say(Cast.Bruno, id, Cast.Organisation("Elips"), "yes");
        await Decisions.Say(Cast.Bruno, id, Cast.Organisation("Valoprest"), "abstain");
        await Decisions.Say(Cast.Chloe, id, Cast.Organisation("Re-Sources"), "no"); // a show of hands, noted by the cell
        await Assert.ThrowsAsync<NotAllowed>(() => Decisions.Say(Cast.Amina, id, Cast.Organisation("Elips"), "no"));
        await Assert.ThrowsAsync<NotHere>(() => Decisions.Say(Cast.Chloe, id, "nobody", "no"));

        // The rules change while it is open: this vote keeps its own.
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { Threshold = new(3, 4), Strictly = false });
        await Decisions.Close(Cast.Chloe, id);
        await Decisions.Close(Cast.Chloe, id);
        var one = await Decisions.One(Cast.Elise, id);
        Assert.Equal(Decision.Adopted, one.State);
        Assert.Equal(["Pour : 2, contre : 1, abstention : 1, sur 5 voix.", "66,7 % de oui parmi 3 voix (des suffrages exprimés) ; il en fallait plus de la moitié.", "Quorum atteint : il fallait 3 voix, 4 ont pris part."],
            one.Result(new Say("fr")).Select(Spaces.Plain));
        Assert.Equal("decisions.refused.not_open", (await Assert.ThrowsAsync<Refused>(() => Decisions.Say(Cast.Amina, id, null, "no"))).Key);
        Assert.Equal(["DecisionProposed", "DecisionOpened", "DecisionAdopted"], await Db.Read<string>("select name from events where name like 'Decision%' order by seq"));
    }

    [Fact]
    public async Task By_college_each_weighs_what_the_rules_say_and_nobody_votes_outside_one()
    {
        var (meeting, item) = await Begun();
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { Colleges = [new("", "Fondateurs", 5000), new("", "Salariés", 3000), new("", "Usagers", 2000)] });
        var id = await Decisions.Propose(Cast.Amina, item, "Adopter la charte", Decision.ByVote);
        Assert.Equal("decisions.refused.no_college", (await Assert.ThrowsAsync<Refused>(() => Decisions.Open(Cast.Chloe, id))).Key);

        var colleges = (await Get<Voting>().Rules(Cast.Amina)).Colleges;
        foreach (var (name, n) in ((string, int)[])[("Elips", 0), ("La Coursive", 0), ("Val Horizon", 1), ("Valoprest", 1), ("Re-Sources", 2)])
            await Get<Voting>().SetCollege(Cast.Chloe, Cast.Organisation(name), colleges[n].Id);
        // The same names, other weights: the members stay.
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { Colleges = [new("", "fondateurs", 4000), new("", "Salariés", 4000), new("", "Usagers", 2000)] });
        Assert.Equal(5, (await Get<Voting>().CollegeOf(Cast.Amina)).Count);

        await Decisions.Open(Cast.Chloe, id);
        foreach (var (name, choice) in ((string, string)[])[("Elips", "yes"), ("La Coursive", "no"), ("Val Horizon", "yes"), ("Valoprest", "yes")])
            await Decisions.Say(Cast.Chloe, id, Cast.Organisation(name), choice);
        await Decisions.Close(Cast.Chloe, id);
        var closed = Closing.Read((await Decisions.One(Cast.Amina, id)).Outcome!);
        Assert.Equal(75m, closed.Percent); // (.4 × 1/2 + .4 × 2/2) ÷ .8
        Assert.Equal(["Usagers"], closed.Left);
        Assert.Contains("laissés de côté", string.Join(' ', (await Decisions.One(Cast.Amina, id)).Result(new Say("fr"))));
    }

    [Fact]
    public async Task Consent_needs_everyone_there_and_silence_agrees_only_where_it_is_said_to()
    {
        var (meeting, item) = await Begun("committee");
        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Bruno.PersonId, true);
        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Elise.PersonId, true);
        async Task<string> Ask(string mode, params (Actor Who, string Says, string? Why)[] said)
        {
            var id = await Decisions.Propose(Cast.Bruno, item, mode, mode);
            await Decisions.Open(Cast.Bruno, id);
            foreach (var (who, says, why) in said) await Decisions.Say(who, id, null, says, why);
            await Decisions.Close(Cast.Bruno, id);
            return (await Decisions.One(Cast.Amina, id)).State;
        }

        Assert.Equal(Decision.Rejected, await Ask(Decision.ByConsent, (Cast.Bruno, "yes", null)));
        Assert.Equal(Decision.Adopted, await Ask(Decision.ByConsent, (Cast.Bruno, "yes", null), (Cast.Elise, "abstain", null)));
        Assert.Equal(Decision.Rejected, await Ask(Decision.ByConsent, (Cast.Bruno, "yes", null), (Cast.Elise, "no", "Le local n'est pas assuré.")));
        Assert.Equal(Decision.Adopted, await Ask(Decision.ByObjection));
        Assert.Equal(Decision.Rejected, await Ask(Decision.ByObjection, (Cast.Elise, "no", "Trop cher.")));
        Assert.Equal("reason", (await Assert.ThrowsAsync<Refused>(() => Ask(Decision.ByObjection, (Cast.Elise, "no", " ")))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Decisions.Propose(Cast.Amina, item, "Sans moi", Decision.ByVote));

        var agreed = await Decisions.Propose(Cast.Elise, item, "On recommence au printemps", Decision.ByConsent);
        await Decisions.Agree(Cast.Chloe, agreed);
        Assert.Equal((Decision.Adopted, Decision.ByObjection), ((await Decisions.One(Cast.Amina, agreed)).State, (await Decisions.One(Cast.Amina, agreed)).Mode));
    }

    [Fact]
    public async Task A_person_carries_one_proxy_and_the_next_is_named_not_counted()
    {
        var (meeting, item) = await Begun();
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { ByPerson = true, MostProxies = 1 });
        await Workshops.Attend(Cast.Amina, meeting.Id);
        await Workshops.Answer(Cast.David, meeting.Id, new("no", ProxyId: Cast.Amina.PersonId));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Workshops.Answer(Cast.Elise, meeting.Id, new("no", ProxyId: Cast.Amina.PersonId));
        var id = await Decisions.Propose(Cast.Amina, item, "Une voix par personne", Decision.ByVote);
        await Decisions.Open(Cast.Chloe, id);
        Assert.Equal(["Élise Fournier"], (await Decisions.One(Cast.Amina, id)).ProxiesBeyond);
        Assert.Equal([Cast.Amina.PersonId, Cast.David.PersonId], await Decisions.MyVoices(Cast.Amina, id));
    }

    [Fact]
    public async Task A_voice_carried_by_someone_who_is_not_there_makes_no_quorum_until_it_is_cast()
    {
        var (meeting, item) = await Begun();
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { Quorum = Share.Half });
        await Workshops.Attend(Cast.Amina, meeting.Id);
        await Workshops.Answer(Cast.David, meeting.Id, new("no", ProxyId: Cast.Bruno.PersonId)); // and Bruno does not come
        var id = await Decisions.Propose(Cast.Amina, item, "Acheter le broyeur", Decision.ByVote);
        await Decisions.Open(Cast.Chloe, id);
        Assert.Equal(["Val Horizon"], (await Decisions.Voices(Cast.Amina, id)).Where(v => v.Attending != "absent").Select(v => v.Name));

        await Decisions.Say(Cast.Amina, id, null, "yes");
        await Decisions.Say(Cast.Bruno, id, Cast.Organisation("Elips"), "yes");
        await Decisions.Say(Cast.Bruno, id, Cast.Organisation("Valoprest"), "yes"); // from afar, with both voices
        await Decisions.Close(Cast.Chloe, id);
        Assert.Equal((3L, Decision.Adopted), (Closing.Read((await Decisions.One(Cast.Amina, id)).Outcome!).Taking, (await Decisions.One(Cast.Amina, id)).State));
    }

    [Fact]
    public async Task What_the_room_agrees_to_needs_no_colleges_and_a_cancelled_meeting_decides_nothing()
    {
        var (meeting, item) = await Begun();
        await Get<Voting>().SetRules(Cast.Chloe, VotingRules.Usual with { Colleges = [new("", "Fondateurs", 5000), new("", "Salariés", 3000), new("", "Usagers", 2000)] });
        var id = await Decisions.Propose(Cast.Amina, item, "On recommence au printemps", Decision.ByVote);
        await Decisions.Agree(Cast.Chloe, id);
        await Decisions.Agree(Cast.Chloe, id);
        Assert.Single(await Db.Read<string>("select id from events where name = 'DecisionAdopted'"));

        var late = await Decisions.Propose(Cast.Amina, item, "Trop tard", Decision.ByConsent);
        await Workshops.Cancel(Cast.Chloe, meeting.Id, "Neige");
        Assert.Equal("workshops.refused.cancelled", (await Assert.ThrowsAsync<Refused>(() => Decisions.Open(Cast.Chloe, late))).Key);
    }

    [Fact]
    public async Task The_register_is_searched_without_accents_and_pages()
    {
        var (_, item) = await Begun();
        for (var n = 0; n < Decisions.PageSize + 5; n++) await Decisions.Propose(Cast.Amina, item, n == 3 ? "Été : le marché de l'œuvre" : $"Décision {n} 50%", Decision.ByVote);
        var first = await Decisions.Register(Cast.Elise);
        var second = await Decisions.Register(Cast.Elise, before: first[^1].Id);
        Assert.Equal((Decisions.PageSize, 5), (first.Count, second.Count));
        Assert.Equal(5 + Decisions.PageSize, first.Concat(second).Select(d => d.Id).Distinct().Count());
        Assert.Single(await Decisions.Register(Cast.Elise, "MARCHE ete"));
        Assert.Empty(await Decisions.Register(Cast.Elise, "marche hiver"));
        Assert.Single(await Decisions.Register(Cast.Elise, "marche\0ete"));
        Assert.Equal(4 + Decisions.PageSize, (await Decisions.Register(Cast.Elise, "decision %", most: 100)).Count);
        await Decisions.Withdraw(Cast.Amina, first[0].Id);
        await Decisions.Withdraw(Cast.Amina, first[0].Id);
        Assert.Single(await Decisions.Register(Cast.Elise, state: Decision.Withdrawn));
    }
}

public sealed class DecisionsOnSqlite() : DecisionsTests(On.Sqlite);

public sealed class DecisionsOnPostgres() : DecisionsTests(On.Postgres);
