namespace Ptce.Workspace.Tests;

public abstract class CollegesTests(On on) : DigestTest(on)
{
    // Three colleges of 50, 30 and 20 %. On the committee: Elips (Bruno), Re-Sources (Élise), Val Horizon (Rose).
    private async Task<Actor> Colleges()
    {
        await Get<Members>().Import(Cast.Pole, [new MemberRow(1, "Val Horizon", "asso", "membre", "Rose Lang", "rose@copil.test", "copil", "")]);
        var voting = Get<Voting>();
        await voting.SetRules(Cast.Ines, VotingRules.Usual with { Colleges = [new("", "Fondateurs", 5_000), new("", "Usagers", 3_000), new("", "Partenaires", 2_000)] });
        var colleges = (await voting.Rules(Cast.Ines)).Colleges.ToDictionary(c => c.Name, c => c.Id);
        await voting.SetCollege(Cast.Ines, Cast.Organisation("Elips"), colleges["Fondateurs"]);
        await voting.SetCollege(Cast.Ines, Cast.Organisation("Re-Sources"), colleges["Usagers"]);
        await voting.SetCollege(Cast.Ines, Cast.Organisation("Val Horizon"), colleges["Partenaires"]);
        return (await Get<Actors>().FindByEmail("rose@copil.test", Cast.Pole.Slug))!;
    }

    [Fact]
    public async Task The_quorum_is_not_enough_where_the_colleges_that_approved_do_not_weigh_more_than_half()
    {
        var rose = await Colleges();
        await Line("2026-03-02");
        var digest = await March();
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        var open = await Digests.One(Cast.Chloe, digest.Id);
        Assert.Equal((3, 2), (open.Electors, open.Quorum));

        await Digests.Approve(Cast.Elise, digest.Id, open.Hash!);
        await Digests.Approve(rose, digest.Id, open.Hash!); // quorum of two; 30 + 20 = 50 %: as much as half, not more

        var now = await Digests.One(Cast.Chloe, digest.Id);
        Assert.Equal(Digest.Review, now.State);
        Assert.Equal(50m, (await Digests.ByCollege(now))!.Value.Outcome.Result.Percent);

        // Rules set meanwhile are for the next review.
        await Get<Voting>().SetRules(Cast.Ines, VotingRules.Usual);
        await Digests.Approve(Cast.Bruno, digest.Id, open.Hash!);
        Assert.Equal(Digest.Approved, (await Digests.One(Cast.Chloe, digest.Id)).State);
    }

    [Fact]
    public async Task A_committee_whose_colleges_could_not_carry_opens_no_review()
    {
        var voting = Get<Voting>();
        await voting.SetRules(Cast.Ines, VotingRules.Usual with { Colleges = [new("", "Fondateurs", 5_000), new("", "Usagers", 3_000), new("", "Partenaires", 2_000)], Empty = EmptyCollege.Zero });
        await Line("2026-03-02");
        var digest = await March();
        Assert.Equal("digests.colleges_short", (await Assert.ThrowsAsync<Refused>(() => Digests.OpenReview(Cast.Chloe, digest.Id))).Key); // nobody is in a college

        // Half of the weight is not more than half of it.
        await voting.SetCollege(Cast.Ines, Cast.Organisation("Elips"), (await voting.Rules(Cast.Ines)).Colleges[0].Id);
        Assert.Contains("50 %", (await Assert.ThrowsAsync<Refused>(() => Digests.OpenReview(Cast.Chloe, digest.Id))).In("fr").Plain());
        Assert.Equal(Digest.Compiled, (await Digests.One(Cast.Chloe, digest.Id)).State);
        Assert.Empty(await Digests.Electorate(digest));

        await voting.SetCollege(Cast.Ines, Cast.Organisation("Re-Sources"), (await voting.Rules(Cast.Ines)).Colleges[1].Id);
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        Assert.Equal(Digest.Review, (await Digests.One(Cast.Chloe, digest.Id)).State);
    }

    [Fact]
    public async Task The_electorate_stays_as_it_was_when_the_review_opened_and_names_who_is_missing()
    {
        var rose = await Colleges();
        await Line("2026-03-02");
        var digest = await March();
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        await Digests.Approve(rose, digest.Id, digest.Hash!);

        // Bruno leaves the committee: his organisation keeps its vote in the count, he has no say any more.
        var seat = (await Get<Members>().Mandates(Cast.Ines, Cast.Bruno.PersonId)).Single(m => m.Role == "committee");
        await Get<Members>().EndMandate(Cast.Ines, seat.Id, Clock.Today);
        Clock.Advance(TimeSpan.FromDays(1));
        var bruno = (await Get<Actors>().Find(Cast.Bruno.PersonId, Cast.Pole.Slug, Cast.Bruno.OrganisationId))!;
        var open = await Digests.One(Cast.Chloe, digest.Id);
        Assert.False(await Digests.MayVote(bruno, open));
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.Approve(bruno, digest.Id, open.Hash!));

        var voices = await Digests.Electorate(open);
        Assert.Equal((3, 3), ((int)open.Electors, voices.Count));
        Assert.Equal([Cast.Organisation("Val Horizon")], voices.Where(v => v.Approved).Select(v => v.Id));
        Assert.Equal([Cast.Bruno.PersonId], voices.Single(v => v.Id == Cast.Organisation("Elips")).People);
        Assert.Equal(20m, (await Digests.ByCollege(open))!.Value.Outcome.Colleges.Single(c => c.Yes == 1).Brings.Percent);

        // Sent back and opened again, the committee is the one of that day.
        await Digests.Return(Cast.Chloe, digest.Id, "Le comité a changé.");
        await Get<Voting>().SetCollege(Cast.Ines, Cast.Organisation("Val Horizon"), (await Get<Voting>().Rules(Cast.Ines)).Colleges.Single(c => c.Name == "Fondateurs").Id);
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        var anew = await Digests.Electorate(await Digests.One(Cast.Chloe, digest.Id));
        Assert.Equal(2, anew.Count);
        Assert.All(anew, v => Assert.Empty(v.Votes));
    }

    [Fact]
    public async Task Without_colleges_the_quorum_alone_decides()
    {
        await Line("2026-03-02");
        var digest = await Approve(await March());
        Assert.Equal(Digest.Approved, digest.State);
        Assert.Null(await Digests.ByCollege(digest));
    }
}

public sealed class CollegesOnSqlite() : CollegesTests(On.Sqlite);

public sealed class CollegesOnPostgres() : CollegesTests(On.Postgres);
