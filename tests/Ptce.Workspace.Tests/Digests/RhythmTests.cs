namespace Ptce.Workspace.Tests;

public abstract class RhythmTests(On on) : DigestTest(on)
{
    // Today is 19 November 2026. Workshops on 17 September and 29 October, the next on 10 December.
    private async Task Workshops()
    {
        await Db.Write(Cast.Pole.Id, tx => tx.Execute("""
            insert into meeting_series (id, pole_id, name, kind, audience, anchor, starts, minutes, every, zone, countries, avoid_bridges, closed, created_at)
            values ('ateliers', @pole, 'Atelier', 'atelier', 'pole', '2026-01-08', '14:00', 180, '6w', 'Europe/Paris', 'FR', 1, '', 0)
            """, new { pole = Cast.Pole.Id }));
        foreach (var (number, day, state) in new[] { (6, "2026-09-17", "held"), (7, "2026-10-29", "planned"), (8, "2026-11-12", "cancelled"), (9, "2026-12-10", "planned") })
            await Db.Write(Cast.Pole.Id, tx => tx.Execute("""
                insert into occurrences (id, pole_id, series_id, number, computed, day, starts, minutes, reasons, state, revised_at)
                values (@id, @pole, 'ateliers', @number, @day, @day, '14:00', 180, '[]', @state, 0)
                """, new { id = $"o{number}", pole = Cast.Pole.Id, number = (long)number, day, state }));
    }

    [Theory]
    [InlineData("quarter", "2026-07-01", "2026-09-30")]
    [InlineData("month", "2026-10-01", "2026-10-31")]
    [InlineData("cycle", "2026-09-17", "2026-10-28")] // from a workshop to the eve of the next; the cancelled one was none
    [InlineData("year", "2025-01-01", "2025-12-31")]
    [InlineData("never", null, null)]
    public async Task At_night_the_digest_of_the_period_that_ended_is_asked_for_by_the_poles_rhythm_once(string rhythm, string? from, string? to)
    {
        await Workshops();
        await Line("2025-05-05");
        await Line("2026-09-20");
        await Line("2026-10-05");
        await Digests.SetRhythm(Cast.David, rhythm);

        await Digests.CompileEndedPeriods(JobAccount.Unkept(), TestContext.Current.CancellationToken);
        await Digests.CompileEndedPeriods(JobAccount.Unkept(), TestContext.Current.CancellationToken);

        var asked = await Digests.List(Cast.Chloe);
        Assert.Equal(from is null ? [] : [(DateOnly.Parse(from), DateOnly.Parse(to!))], asked.Select(d => (d.FromDay, d.ToDay)));
        Assert.Equal(rhythm, await Digests.Rhythm(Cast.Amina));
    }

    [Fact]
    public async Task A_rhythm_is_one_of_those_offered_and_the_quorum_that_was_set_stays()
    {
        await Digests.SetQuorum(Cast.Pole, 75);
        await Digests.SetRhythm(Cast.Chloe, "month");
        await Digests.SetRhythm(Cast.Chloe, "month");

        Assert.Equal("rhythm", (await Assert.ThrowsAsync<Refused>(() => Digests.SetRhythm(Cast.Chloe, "hourly"))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.SetRhythm(Cast.Amina, "year"));
        Assert.Equal((75, "month"), await Db.One<(long, string)>("select quorum_percent, rhythm from digest_settings where pole_id = @Id", new { Cast.Pole.Id }));
        Assert.Single(await Events(Cast.Pole.Id), "DigestRhythmSet");
    }

    [Fact]
    public async Task The_last_workshop_cycle_is_proposed_where_there_was_one()
    {
        Assert.DoesNotContain(await Digests.Usual(Cast.Chloe), p => p.Name == "cycle");
        await Workshops();
        Assert.Contains(new DigestPeriod("cycle", new(2026, 9, 17), new(2026, 10, 28)), await Digests.Usual(Cast.Chloe));
    }
}

public sealed class RhythmOnSqlite() : RhythmTests(On.Sqlite);

public sealed class RhythmOnPostgres() : RhythmTests(On.Postgres);
