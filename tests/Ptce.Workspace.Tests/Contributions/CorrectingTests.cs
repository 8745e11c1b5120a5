using System.Data.Common;

namespace Ptce.Workspace.Tests;

public abstract class CorrectingTests(On on) : LinesTest(on)
{
    [Fact]
    public async Task Before_validation_the_line_itself_is_edited_and_the_other_party_asked_again()
    {
        var line = await Logged(Cast.Amina, TwoHours("Elips") with { Starts = "09:00", Ends = "11:00" });
        await Ledger.Confirm(Cast.Bruno, line.Id);

        var right = await Ledger.Correct(Cast.Amina, line.Id, minutes: 90, partyIds: [Cast.Organisation("Re-Sources")]);

        Assert.Equal((line.Id, "submitted", 90, null, null, null, "Re-Sources"), (right.Id, right.State, right.Minutes, right.ConfirmedBy, right.Starts, right.Ends, right.BeneficiaryName));
        Assert.Equal(["Re-Sources"], right.Parties.Select(p => p.Name));
        Assert.Equal(["ContributionLogged", "ContributionConfirmed", "ContributionCorrected"], await Events(line.Id));
        Assert.Equal(line.Id, (await Ledger.LastOf(Cast.Amina))!.Id);
    }

    [Fact]
    public async Task Who_corrects_has_written_the_line_and_does_not_confirm_it()
    {
        var line = await Logged(Cast.Amina, TwoHours());
        Assert.Equal("contributions.not_yours", await Refusal(() => Ledger.Correct(Cast.David, line.Id, minutes: 60)));
        await Ledger.Correct(Cast.Chloe, line.Id, minutes: 60);

        Assert.Equal("contributions.own_validation", await Refusal(() => Ledger.Validate(Cast.Chloe, line.Id)));
        Assert.Equal("contributions.own_pole", await Refusal(() => Ledger.Confirm(Cast.Amina with { Roles = Roles.Treasurer }, line.Id)));
        await Ledger.Validate(Cast.David, line.Id);
    }

    [Fact]
    public async Task After_the_lock_a_line_takes_it_back_and_another_replaces_it()
    {
        var line = await Locked();
        var right = await Ledger.Correct(Cast.Amina, line.Id, minutes: 90);

        var all = (await Ledger.OfPole(Cast.Chloe, new())).Lines;
        var reversal = Assert.Single(all, l => l.ReversesId == line.Id);
        Assert.Equal((-120, "submitted", 90, "submitted"), (reversal.Minutes, reversal.State, right.Minutes, right.State));
        Assert.Equal(reversal.PairId, right.PairId);
        Assert.Equal(line with { Parties = [], Notices = [] }, (await Ledger.One(Cast.Amina, line.Id)) with { Parties = [], Notices = [] });
        Assert.Equal("contributions.taken_back", await Refusal(() => Ledger.Correct(Cast.Amina, line.Id, minutes: 30)));
        Assert.Equal("contributions.reversal_stays", await Refusal(() => Ledger.Correct(Cast.Amina, reversal.Id, minutes: 30)));

        // One word for both.
        Assert.Equal([right.Id], (await Ledger.WaitingForMe(Cast.Bruno)).Select(l => l.Id));
        await Ledger.Confirm(Cast.Bruno, right.Id);
        await Ledger.Validate(Cast.Chloe, right.Id);
        Assert.Equal(["locked", "validated", "validated"], (await Ledger.OfPole(Cast.Chloe, new())).Lines.Select(l => l.State).Order());
        Assert.Equal(90, await Db.One<long>("select cast(sum(minutes) as bigint) from contributions"));
    }

    [Fact]
    public async Task A_correction_of_a_full_day_counts_the_day_once()
    {
        var line = await Logged(Cast.Amina, new(Yesterday, 1440, "default"));
        await Ledger.Validate(Cast.Chloe, line.Id);
        Assert.Equal(1439, (await Ledger.Correct(Cast.Amina, line.Id, minutes: 1439)).Minutes);
        Assert.Equal("contributions.day_full_own", await Refusal(() => Logged(Cast.Amina, new(Yesterday, 2, "default"))));
    }

    [Fact]
    public async Task A_line_is_withdrawn_once_and_a_validated_one_by_a_reversal()
    {
        var early = await Logged(Cast.Amina, TwoHours("Elips"));
        await Ledger.Cancel(Cast.Amina, early.Id);
        await Ledger.Cancel(Cast.Amina, early.Id);
        Assert.Equal(["ContributionLogged", "ContributionCancelled"], await Events(early.Id));
        Assert.Equal("contributions.now.cancelled", await Refusal(() => Ledger.Correct(Cast.Amina, early.Id, minutes: 5)));

        var late = await Validated();
        await Ledger.Cancel(Cast.Amina, late.Id);
        var reversal = Assert.Single(await Ledger.WaitingForMe(Cast.Bruno));
        Assert.Equal((-120, late.Id), (reversal.Minutes, reversal.ReversesId));
        await Ledger.Cancel(Cast.Amina, reversal.Id); // she was right the first time
        Assert.Equal("validated", (await Ledger.One(Cast.Amina, late.Id)).State);
        await Ledger.Cancel(Cast.Amina, late.Id);
    }

    [Fact]
    public async Task The_store_itself_refuses_to_touch_a_locked_line_whatever_the_SQL()
    {
        var line = await Locked();
        string[] tampering =
        [
            "update contributions set minutes = 240 where state = 'locked'",
            "update contributions set state = 'validated', digest_id = null where state = 'locked'",
            "update contributions set digest_id = 'digest-2' where state = 'locked'",
            "update contributions set day = '2026-11-17', validated_by = null where state = 'locked'",
            "update contributions set note = 'autre chose' where state = 'locked'",
            "update contributions set id = 'x' where state = 'locked'",
            "delete from contributions",
            "delete from contribution_parties",
            "update contribution_parties set organisation_id = (select organisation_id from contributions)",
            "insert into contribution_parties (contribution_id, organisation_id) select id, organisation_id from contributions",
            "insert into contributions (id, pole_id, organisation_id, kind, day, channel, state, logged_at, digest_id) select 'y', pole_id, organisation_id, kind, day, channel, 'locked', logged_at, digest_id from contributions",
            On == On.Sqlite
                ? "insert or replace into contributions (id, pole_id, organisation_id, kind, day, channel, state, logged_at) select id, pole_id, organisation_id, kind, day, channel, 'submitted', logged_at from contributions"
                : "truncate contributions cascade",
        ];
        foreach (var sql in tampering)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => Db.Write(null, tx => tx.Execute(sql)));
            Assert.Contains("contributions: ", refused.Message);
        }
        Assert.Equal(line with { Parties = [], Notices = [] }, (await Ledger.One(Cast.Amina, line.Id)) with { Parties = [], Notices = [] });

        // The right to be forgotten reaches locked lines too, towards nothing only.
        await Db.Write(null, tx => tx.Execute("update contributions set sentence = null, note = null"));
    }

    [Fact]
    public async Task What_is_not_locked_yet_cannot_skip_a_step_in_the_store_either()
    {
        var line = await Logged(Cast.Amina, TwoHours());
        await Assert.ThrowsAnyAsync<DbException>(() => Db.Write(null, tx => tx.Execute("update contributions set state = 'locked', digest_id = 'd'")));
        await Assert.ThrowsAnyAsync<DbException>(() => Db.Write(null, tx => tx.Execute("update contributions set minutes = -5")));
        await Ledger.Cancel(Cast.Amina, line.Id);
        await Assert.ThrowsAnyAsync<DbException>(() => Db.Write(null, tx => tx.Execute("update contributions set state = 'submitted'")));
        await Assert.ThrowsAnyAsync<DbException>(() => Db.Write(null, tx => tx.Execute("delete from contributions")));
    }

    [Fact]
    public async Task Pages_of_lines_follow_one_another_without_gap_or_double()
    {
        for (var month = 1; month <= 3; month++)
            await Ledger.Log(Cast.Amina, [.. Enumerable.Range(1, 7).Select(d => new NewContribution(new(2026, month, (d + 1) / 2), 60 + d, "default", "copil"))], "web");
        var seen = new List<Contribution>();
        string? after = null;
        do
        {
            var page = await Ledger.Mine(Cast.Amina, after, most: 4);
            seen.AddRange(page.Lines);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(21, seen.Select(l => l.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(l => l.Day).ThenByDescending(l => l.Id, StringComparer.Ordinal).Select(l => l.Id), seen.Select(l => l.Id));
        Assert.Equal([("2026-03", 7, 448), ("2026-02", 7, 448), ("2026-01", 7, 448)], (await Ledger.MyMonths(Cast.Amina)).Select(m => (m.Month, m.Lines, m.Minutes)));
        Assert.Equal(7, (await Ledger.OfPole(Cast.David, new("submitted", Cast.Organisation("Val Horizon"), new(2026, 2, 1), new(2026, 2, 28), "temps_salarie", Cast.Amina.PersonId))).Lines.Count);
        Assert.Empty((await Ledger.OfPole(Cast.David, new(OrganisationId: Cast.Organisation("Elips")))).Lines);
    }
}

public sealed class CorrectingOnSqlite() : CorrectingTests(On.Sqlite);

public sealed class CorrectingOnPostgres() : CorrectingTests(On.Postgres);
