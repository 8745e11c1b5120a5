namespace Ptce.Workspace.Tests;

public abstract class ConfirmingTests(On on) : LinesTest(on)
{
    [Fact]
    public async Task The_other_party_confirms_once_however_often_it_says_so()
    {
        var line = await Logged(Cast.Amina, TwoHours("Elips", "Re-Sources"));
        Assert.Equal([line.Id], (await Ledger.WaitingForMe(Cast.Bruno)).Select(l => l.Id));
        Assert.Equal(1, await Ledger.CountWaitingForMe(Cast.Elise));

        var confirmed = await Ledger.Confirm(Cast.Bruno, line.Id);
        await Ledger.Confirm(Cast.Bruno, line.Id);

        Assert.Equal(("confirmed", "Bruno Keller"), (confirmed.State, confirmed.ConfirmedByName));
        Assert.Equal(["ContributionLogged", "ContributionConfirmed"], await Events(line.Id));
        Assert.Empty(await Ledger.WaitingForMe(Cast.Elise));
    }

    [Fact]
    public async Task Two_pairs_of_eyes_and_the_right_ones()
    {
        var withElips = await Logged(Cast.Amina, TwoHours("Elips"));
        Assert.Equal("contributions.own_party", await Refusal(() => Ledger.Confirm(Cast.Amina, withElips.Id)));
        Assert.Equal("contributions.not_the_party", await Refusal(() => Ledger.Confirm(Cast.Chloe, withElips.Id)));
        Assert.Equal("contributions.party_first", await Refusal(() => Ledger.Validate(Cast.Chloe, withElips.Id)));

        // Gaëlle gave it for Val Horizon: she is still the same person when she speaks for Elips.
        var gaelles = await Logged(Cast.Gaelle, TwoHours("Elips"));
        Assert.Equal("contributions.own_party", await Refusal(() => Ledger.Confirm(Cast.GaelleOfElips, gaelles.Id)));
        Assert.DoesNotContain(await Ledger.WaitingForMe(Cast.GaelleOfElips), l => l.Id == gaelles.Id);

        var chloes = await Logged(Cast.Chloe, TwoHours());
        Assert.Equal("contributions.own_pole", await Refusal(() => Ledger.Confirm(Cast.Chloe, chloes.Id)));
        Assert.Equal("contributions.own_validation", await Refusal(() => Ledger.Validate(Cast.Chloe, chloes.Id)));
        var forBruno = await Logged(Cast.Chloe, TwoHours() with { PersonId = Cast.Bruno.PersonId });
        Assert.Equal("contributions.own_validation", await Refusal(() => Ledger.Validate(Cast.Chloe, forBruno.Id)));
        Assert.Equal("contributions.own_pole", await Refusal(() => Ledger.Confirm(Cast.Bruno, forBruno.Id)));
        await Ledger.Validate(Cast.David, chloes.Id);
    }

    [Fact]
    public async Task Where_the_pole_is_the_other_party_one_act_does_both()
    {
        var line = await Logged(Cast.Amina, TwoHours());
        Assert.Equal([line.Id], (await Ledger.ToValidate(Cast.Chloe)).Select(l => l.Id));
        Assert.Equal([line.Id], (await Ledger.WaitingForMe(Cast.David)).Select(l => l.Id));
        Assert.Equal("contributions.not_the_pole", await Refusal(() => Ledger.Confirm(Cast.Elise, line.Id)));

        await Ledger.Validate(Cast.Chloe, line.Id);

        var now = await Ledger.One(Cast.Amina, line.Id);
        Assert.Equal(("validated", "Chloé Perrin", "Chloé Perrin"), (now.State, now.ConfirmedByName, now.ValidatedByName));
        Assert.Empty(await Ledger.ToValidate(Cast.Chloe));
    }

    [Fact]
    public async Task A_contest_waits_for_a_reply_and_the_reply_asks_again()
    {
        var line = await Logged(Cast.Amina, TwoHours("Elips"));
        Assert.Equal("contributions.reason_missing", await Refusal(() => Ledger.Contest(Cast.Bruno, line.Id, "  ")));
        Assert.Equal("contributions.own_contest", await Refusal(async () => await Ledger.Contest(Cast.Chloe, (await Logged(Cast.Chloe, TwoHours())).Id, "non")));
        await Ledger.Contest(Cast.Bruno, line.Id, "Une heure seulement.");
        Assert.Equal("contributions.now.contested", await Refusal(() => Ledger.Confirm(Cast.Bruno, line.Id)));
        Assert.Equal("contributions.not_yours", await Refusal(() => Ledger.Answer(Cast.Bruno, line.Id, "Ah bon")));

        await Ledger.Answer(Cast.Amina, line.Id, "Deux avec le compte rendu.");

        var now = await Ledger.One(Cast.Bruno, line.Id);
        Assert.Equal(("submitted", "Une heure seulement.", "Deux avec le compte rendu."), (now.State, now.ContestReason, now.Answer));
        await Ledger.Confirm(Cast.Bruno, line.Id);
        Assert.Equal(["ContributionLogged", "ContributionContested", "ContributionAnswered", "ContributionConfirmed"], await Events(line.Id));
    }

    [Fact]
    public async Task A_batch_does_what_it_can_and_says_what_it_left()
    {
        var lines = await Ledger.Log(Cast.Amina, [TwoHours("Elips"), TwoHours("Elips"), TwoHours("Re-Sources")], "web");
        await Ledger.Cancel(Cast.Amina, lines[1].Id);

        var batch = await Ledger.ConfirmMany(Cast.Bruno with { Roles = Roles.Member | Roles.Committee }, [.. lines.Select(l => l.Id)]);

        Assert.Equal(1, batch.Done);
        Assert.Equal([(lines[1].Id, "contributions.now.cancelled"), (lines[2].Id, "contributions.not_the_party")], batch.Left.Select(l => (l.ContributionId, l.Reason.Key)));
        var theirs = await Logged(Cast.GaelleElsewhere, new(Yesterday, 60, "default"));
        Assert.Equal("refused.not_here", await Refusal(() => Ledger.ConfirmMany(Cast.Bruno, [lines[0].Id, theirs.Id])));
    }

    [Fact]
    public async Task Nobody_of_another_pole_and_no_observer_gets_anywhere()
    {
        var id = (await Logged(Cast.Amina, TwoHours("Elips"))).Id;
        Func<Actor, Task>[] acts =
        [
            a => Ledger.One(a, id), a => Ledger.Confirm(a, id), a => Ledger.Contest(a, id, "non"), a => Ledger.Answer(a, id, "si"), a => Ledger.Cancel(a, id),
            a => Ledger.Correct(a, id, minutes: 60), a => Ledger.ConfirmMany(a, [id]),
        ];
        foreach (var act in acts)
        {
            await Assert.ThrowsAsync<NotHere>(() => act(Cast.Zora));
            await Assert.ThrowsAsync<NotAllowed>(() => act(Cast.Farid));
        }
        await Assert.ThrowsAsync<NotHere>(() => Ledger.Validate(Cast.Zora, id));
        await Assert.ThrowsAsync<NotAllowed>(() => Ledger.Validate(Cast.Amina, id));
        await Assert.ThrowsAsync<NotHere>(() => Ledger.One(Cast.GaelleElsewhere, id));
        Assert.Empty(await Ledger.Titles(Cast.Zora, [id], new Say("fr")));
        Assert.Empty(await Ledger.Titles(Cast.Farid, [id], new Say("fr")));
        Assert.Equal(["ContributionLogged"], await Events(id));
    }

    [Fact]
    public async Task Members_read_what_their_organisation_gives_receives_or_confirms()
    {
        var lines = await Ledger.Log(Cast.Amina, [TwoHours("Elips"), TwoHours("Re-Sources"), TwoHours("Elips", "Re-Sources")], "web");
        var member = Cast.Bruno with { Roles = Roles.Member };

        Assert.Equal(new[] { lines[2].Id, lines[0].Id }.Order(), (await Ledger.OfPole(member, new())).Lines.Select(l => l.Id).Order());
        Assert.Equal(3, (await Ledger.OfPole(Cast.Gaelle, new())).Lines.Count);
        Assert.Equal(3, (await Ledger.OfPole(Cast.David, new())).Lines.Count);
        await Assert.ThrowsAsync<NotHere>(() => Ledger.One(member, lines[1].Id));
        Assert.Equal([lines[0].Id], (await Ledger.Titles(member, [lines[0].Id, lines[1].Id], new Say("fr"))).Keys);
    }
}

public sealed class ConfirmingOnSqlite() : ConfirmingTests(On.Sqlite);

public sealed class ConfirmingOnPostgres() : ConfirmingTests(On.Postgres);
