namespace Ptce.Workspace.Tests;

public abstract class ReviewTests(On on) : DigestTest(on)
{
    [Fact]
    public async Task Approval_on_the_hash_shown_locks_the_lines_and_chains_the_digest()
    {
        var line = await Line("2026-03-02");
        var draft = await Line("2026-03-03", state: "draft");
        var digest = await March();

        var approved = await Approve(digest);

        Assert.Equal((Digest.Approved, 1, 1), (approved.State, approved.Chain, approved.Quorum));
        Assert.Equal(("locked", "draft"), (await StateOf(line), await StateOf(draft)));
        Assert.Equal(digest.Id, await Db.One<string>("select digest_id from contributions where id = @line", new { line }));
        Assert.Equal(["DigestAsked", "DigestCompiled", "ReviewOpened", "VoteCast", "DigestApproved"], await Events(digest.Id));
        var vote = Assert.Single(await Digests.Votes(approved));
        Assert.Equal((Cast.Elise.PersonId, Cast.Elise.OrganisationId, approved.Hash, Clock.Start), (vote.PersonId, vote.Voice, vote.Hash, vote.At));

        await Digests.Approve(Cast.Elise, digest.Id, approved.Hash!); // twice is once
        await Digests.Approve(Cast.Bruno, digest.Id, approved.Hash!);
        Assert.Single(await Digests.Votes(approved));
    }

    [Fact]
    public async Task A_stale_or_wrong_hash_is_refused_with_the_fresh_one()
    {
        await Line("2026-03-02");
        var first = await March();
        await Digests.OpenReview(Cast.Chloe, first.Id);
        await Line("2026-03-03");
        var second = await March();

        var stale = await Assert.ThrowsAsync<StaleHash>(() => Digests.Approve(Cast.Elise, first.Id, first.Hash!));
        Assert.Equal(second.Hash, stale.Fresh);

        await Digests.OpenReview(Cast.Chloe, second.Id);
        stale = await Assert.ThrowsAsync<StaleHash>(() => Digests.Approve(Cast.Elise, second.Id, first.Hash!));
        Assert.Equal(second.Hash, stale.Fresh);
        Assert.Equal(0, await Db.One<long>("select count(*) from digest_votes"));
        await Digests.Approve(Cast.Elise, second.Id, second.Hash!.ToUpperInvariant());
        Assert.Equal(Digest.Approved, (await Digests.One(Cast.Elise, second.Id)).State);
    }

    [Fact]
    public async Task One_organisation_has_one_voice_and_the_quorum_is_frozen_when_the_review_opens()
    {
        await Get<Members>().Import(Cast.Pole, [.. new[] { ("Elips", "Paul Mercier"), ("Val Horizon", "Rose Lang") }.Select((m, i) =>
            new MemberRow(i, m.Item1, "asso", "membre", m.Item2, $"{i}@copil.test", "copil", ""))]);
        var paul = (await Get<Actors>().FindByEmail("0@copil.test", Cast.Pole.Slug))!;
        await Line("2026-03-02");
        var digest = await March();
        await Digests.OpenReview(Cast.David, digest.Id);

        var open = await Digests.One(Cast.Chloe, digest.Id);
        Assert.Equal((3, 2), (open.Electors, open.Quorum)); // Elips, Re-Sources, Val Horizon: half of three, rounded up

        await Digests.Approve(Cast.Bruno, digest.Id, open.Hash!);
        await Digests.Approve(paul, digest.Id, open.Hash!);
        Assert.Equal(Digest.Review, (await Digests.One(Cast.Chloe, digest.Id)).State);
        Assert.True(await Digests.MayVote(Cast.Elise, open));
        Assert.False(await Digests.MayVote(Cast.Bruno, open));
        await Digests.Approve(Cast.Elise, digest.Id, open.Hash!);
        Assert.Equal(Digest.Approved, (await Digests.One(Cast.Chloe, digest.Id)).State);
    }

    [Fact]
    public async Task A_pole_may_ask_for_more_than_half()
    {
        await Digests.SetQuorum(Cast.Pole, 75);
        await Line("2026-03-02");
        var digest = await March();
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        Assert.Equal(2, (await Digests.One(Cast.Chloe, digest.Id)).Quorum);
        Assert.Equal("percent", (await Assert.ThrowsAsync<Refused>(() => Digests.SetQuorum(Cast.Pole, 101))).Field);
    }

    [Fact]
    public async Task Who_joins_the_committee_later_is_not_of_the_electorate()
    {
        await Line("2026-03-02");
        var digest = await March();
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        await Get<Members>().Import(Cast.Pole, [new(1, "Val Horizon", "asso", "membre", "Rose Lang", "rose@copil.test", "copil", "")]);
        var rose = (await Get<Actors>().FindByEmail("rose@copil.test", Cast.Pole.Slug))!;

        Assert.Equal("digests.not_an_elector", (await Assert.ThrowsAsync<Refused>(() => Digests.Approve(rose, digest.Id, digest.Hash!))).Key);
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.Approve(Cast.Chloe, digest.Id, digest.Hash!));
        await Assert.ThrowsAsync<NotHere>(() => Digests.Approve(Cast.Zora with { Roles = Roles.Committee }, digest.Id, digest.Hash!));
    }

    [Fact]
    public async Task A_digest_whose_lines_another_counts_by_now_opens_no_review_until_it_is_compiled_again()
    {
        await Line("2026-03-02");
        await Line("2026-04-02");
        var both = await Compile(March1, new(2026, 4, 30));
        await Approve(await March());

        Assert.Equal("digests.lines_gone", (await Assert.ThrowsAsync<Refused>(() => Digests.OpenReview(Cast.Chloe, both.Id))).Key);
        Assert.Equal("compiled", (await Digests.One(Cast.Chloe, both.Id)).State);

        var again = await Approve(await Compile(March1, new(2026, 4, 30)));
        Assert.Equal((1, 2, "approved"), (again.Lines, again.Chain, again.State));
        Assert.Equal(["locked"], (await LeftOut(again)).Select(l => l.Reason));
    }

    [Fact]
    public async Task Lines_that_changed_since_stop_the_approval_and_nothing_of_it_stays()
    {
        await Line("2026-03-02");
        var changed = await Line("2026-03-03");
        var digest = await March();
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        await State(changed, "contested");

        var refused = await Assert.ThrowsAsync<Refused>(() => Digests.Approve(Cast.Elise, digest.Id, digest.Hash!));

        Assert.Equal("digests.lines_changed", refused.Key);
        Assert.Equal(Digest.Review, (await Digests.One(Cast.Chloe, digest.Id)).State);
        Assert.Empty(await Digests.Votes(await Digests.One(Cast.Chloe, digest.Id)));
        Assert.Equal(0, await Db.One<long>("select count(*) from contributions where state = 'locked'"));
    }

    [Fact]
    public async Task A_digest_sent_back_with_a_reason_can_be_opened_again_and_votes_begin_anew()
    {
        await Line("2026-03-02");
        var digest = await March();
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        Assert.Equal("reason", (await Assert.ThrowsAsync<Refused>(() => Digests.Return(Cast.Bruno, digest.Id, " "))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.Return(Cast.Amina, digest.Id, "non"));

        await Digests.Return(Cast.Bruno, digest.Id, "Il manque l'atelier du 12.");

        var returned = await Digests.One(Cast.Chloe, digest.Id);
        Assert.Equal((Digest.Returned, "Il manque l'atelier du 12.", Cast.Bruno.PersonId), (returned.State, returned.ReturnReason, returned.ReturnedBy));
        Assert.Equal("digests.no_review", (await Assert.ThrowsAsync<Refused>(() => Digests.Approve(Cast.Elise, digest.Id, digest.Hash!))).Key);
        Assert.Equal(Digest.Approved, (await Approve(digest)).State);
        Assert.Equal(["DigestAsked", "DigestCompiled", "ReviewOpened", "VoteCast", "DigestReturned", "ReviewOpened", "VoteCast", "DigestApproved"], await Events(digest.Id));
    }

    [Fact]
    public async Task An_approved_period_is_not_compiled_again_but_late_lines_come_into_the_next_digest()
    {
        var first = await Line("2026-03-02", minutes: 60);
        await Approve(await March());
        Assert.Equal("digests.already_approved", (await Assert.ThrowsAsync<Refused>(() => Digests.Ask(Cast.Chloe, March1, March31))).Key);

        await Get<Rates>().Adopt(Cast.David, new("benevolat_usager", "M2", 1, 0.42m, null, null, null, March1, "charges", "CA", new(2026, 11, 2), "PV 11"));
        var late = await Line("2026-03-09", minutes: 30);
        var reversal = await Line("2026-03-02", minutes: -60, reverses: first);
        var april = await Line("2026-04-03", minutes: 120);
        Assert.Equal(-12_02L, (await Digests.WorthOf(Cast.Bruno, await Get<Contributions>().One(Cast.Bruno, reversal)))!.ValueCents); // as its page says before any digest

        var next = await Compile(new(2026, 4, 1), new(2026, 4, 30));

        // The reversal takes back 12.02, as it was valued then; what is new takes the rate in force now for its day.
        Assert.Equal([(reversal, -12_02L), (late, 8_54), (april, 34_14)], (await Digests.Lines(next)).Select(l => (l.ContributionId, l.ValueCents)));
        Assert.True((await Digests.Verify(next.Id)).Holds);
        await Approve(next);
        Assert.Equal("locked", await StateOf(reversal));
    }

    [Fact]
    public async Task Approved_digests_form_one_chain_in_the_order_of_approval()
    {
        await Line("2026-03-02");
        await Line("2026-04-02");
        var march = await March();
        var april = await Compile(new(2026, 4, 1), new(2026, 4, 30));
        await Digests.OpenReview(Cast.Chloe, march.Id);
        Assert.Equal("digests.other_review", (await Assert.ThrowsAsync<Refused>(() => Digests.OpenReview(Cast.Chloe, april.Id))).Key);
        await Digests.Approve(Cast.Elise, march.Id, march.Hash!);

        var second = await Approve(april);

        Assert.Equal(march.Hash, second.PreviousHash);
        Assert.NotEqual(april.Hash, second.Hash); // the link was not known when it was compiled
        Assert.All(await Digests.VerifyAll(Cast.Pole), v => Assert.True(v.Holds));
    }
}

public sealed class ReviewOnSqlite() : ReviewTests(On.Sqlite);

public sealed class ReviewOnPostgres() : ReviewTests(On.Postgres);
