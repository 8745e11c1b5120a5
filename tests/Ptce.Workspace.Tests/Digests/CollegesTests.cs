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
