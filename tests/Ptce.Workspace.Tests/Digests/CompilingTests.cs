using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class CompilingTests(On on) : DigestTest(on)
{
    [Fact]
    public async Task A_period_that_has_not_begun_is_not_compiled()
    {
        Assert.Equal("digests.period_to_come", (await Assert.ThrowsAsync<Refused>(() => Digests.Ask(Cast.Chloe, Clock.Today.AddDays(1), Clock.Today.AddDays(40)))).Key);
        Assert.Equal("digests.period_to_come", (await Assert.ThrowsAsync<Refused>(() => Digests.Ask(Cast.Pole, Clock.Today.AddDays(1), Clock.Today.AddDays(40)))).Key);
        Assert.Equal(0, (await Compile(Clock.Today, Clock.Today.AddDays(40))).Lines); // one that goes on is
    }

    [Fact]
    public async Task The_worked_example_has_the_same_total_on_both_sides()
    {
        await Line("2026-03-12", minutes: 600);
        await Line("2026-03-13", "locaux", minutes: 0, quantity: 3, unitValueCents: 25_00);

        var digest = await March();

        Assert.Equal((195_20, 600, 2, 0), (digest.ValueCents, digest.Minutes, digest.Lines, digest.Excluded));
        Assert.Equal(["8611 7500", "864 12020", "871 7500", "875 12020"],
            (await Digests.Totals(digest)).Where(t => t.Facet == "account").Select(t => $"{t.Name} {t.ValueCents}").Order(StringComparer.Ordinal));
        Assert.Equal(["DigestAsked", "DigestCompiled"], await Events(digest.Id));
    }

    [Fact]
    public async Task The_rate_is_the_one_of_the_day_worked()
    {
        foreach (var day in new[] { "2024-10-31", "2024-11-01", "2025-12-31", "2026-01-01" }) await Line(day);

        var digest = await Compile(new(2024, 10, 1), new(2026, 1, 31));

        Assert.Equal([11_65L, 11_88, 11_88, 12_02], (await Digests.Lines(digest)).Select(l => l.ValueCents));
        Assert.Equal([11_65L, 11_88, 11_88, 12_02], (await Digests.RatesUsed(digest)).Select(r => r.CentsPerHour)); // confirmed unchanged on 1 January 2025
    }

    [Fact]
    public async Task Only_validated_lines_count_and_every_other_stands_there_with_its_reason()
    {
        var counted = await Line("2026-03-02");
        var left = new List<(string?, string)>();
        foreach (var state in new[] { "draft", "submitted", "confirmed", "contested" }) left.Add((state, await Line("2026-03-03", state: state)));
        await Line("2026-03-03", state: "cancelled");
        left.Add(("invoiced", await Line("2026-03-04", "personnel_mis_a_disposition")));
        left.Add(("indicator", await Line("2026-03-05", "achat_groupe", 0, quantity: 1, unitValueCents: 300_00)));
        await Line("2026-02-28");
        await Line("2026-04-01");

        var digest = await March();

        Assert.Equal([counted], (await Digests.Lines(digest)).Select(l => l.ContributionId));
        Assert.Equal(left, await LeftOut(digest));
        Assert.Equal((1, left.Count), (digest.Lines, digest.Excluded));
    }

    [Fact]
    public async Task What_has_no_rate_or_no_unit_value_counts_in_hours_and_quantities_and_is_named_among_what_bears_no_euros()
    {
        await Line("2026-03-02");
        var (time, thing) = (await Line("2026-03-04", "temps_salarie", 90), await Line("2026-03-05", "materiel", 0, quantity: 2));

        var digest = await March();

        Assert.Equal((3, 150, 12_02, 0), (digest.Lines, digest.Minutes, digest.ValueCents, digest.Excluded));
        Assert.Equal(["no_rate 1 90 0", "no_unit_value 1 0 0"], (await Digests.Totals(digest)).Where(t => t.Facet == "unvalued").Select(t => $"{t.Name} {t.Lines} {t.Minutes} {t.ValueCents}").Order());
        Assert.Equal([time], (await Digests.Lines(digest, "unvalued", "no_rate")).Select(l => l.ContributionId));
        Assert.Equal([thing], (await Digests.Lines(digest, "unvalued", "no_unit_value")).Select(l => l.ContributionId));
        Assert.True((await Digests.Verify(digest.Id)).Holds);
        var json = new MemoryStream();
        await Get<DigestJson>().Write(digest, "haut-pays", json);
        var root = System.Text.Json.JsonDocument.Parse(json.ToArray()).RootElement;
        Assert.Equal(["temps_salarie no_rate", "materiel no_unit_value"], root.GetProperty("excluded").EnumerateArray().Select(e => $"{e.GetProperty("kind")} {e.GetProperty("reason")}"));
        Assert.Equal(["60 1202", "90 ", "0 "], root.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("minutes")} {l.GetProperty("rate_cents_per_hour")}"));

        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M5", 1, 0, 20m, null, null, March1, "barème", "CA", new(2026, 11, 2), "PV 11"));
        var valued = await March();
        Assert.Equal((2, 42_02), (valued.Version, valued.ValueCents));
        Assert.Equal([time], (await Digests.Diff(valued))!.Changes.Select(c => c.After!.ContributionId));
    }

    [Fact]
    public async Task Board_time_is_counted_and_valued_but_not_booked_and_may_be_shown_as_quantity_alone()
    {
        await Line("2026-03-02", "benevolat_politique", 120);
        var valued = await March();
        Assert.Equal((24_04, 0), (valued.ValueCents, (await Digests.Totals(valued)).Count(t => t.Facet == "account")));

        await Get<Rates>().Adopt(Cast.David, new("benevolat_politique", "none", 1, 0, null, null, null, March1, "avis du commissaire aux comptes", "CA", new(2026, 11, 2), "PV 11"));
        var alone = await March();
        Assert.Equal((0, 120, 1), (alone.ValueCents, alone.Minutes, alone.Lines));
        Assert.Equal(2, alone.Version);
    }

    [Fact]
    public async Task Compiling_twice_is_compiling_once()
    {
        await Line("2026-03-02");
        var first = await March();
        await Digests.Compile(first.Id);
        var again = await March();

        Assert.Equal((first.Id, first.Hash, 1), (again.Id, again.Hash, again.Version));
        Assert.Equal([first.Id], (await Digests.List(Cast.Chloe)).Select(d => d.Id));
        Assert.Equal(["DigestAsked", "DigestCompiled"], await Events(first.Id));
        Assert.Equal(1, await Db.One<long>("select count(*) from digest_lines"));
    }

    [Fact]
    public async Task Asking_again_while_it_is_being_prepared_is_the_same_asking_and_owes_one_job()
    {
        var id = await Digests.Ask(Cast.Chloe, March1, March31);
        Assert.Equal(id, await Digests.Ask(Cast.David, March1, March31));
        Assert.Equal([$"digest {id}"], await Db.Read<string>("select topic || ' ' || subject_id from deliveries where channel = 'job'"));
    }

    [Fact]
    public async Task A_compilation_that_died_half_way_begins_anew()
    {
        await Line("2026-03-02");
        var id = await Digests.Ask(Cast.Chloe, March1, March31);
        await Db.Write(Cast.Pole.Id, async tx =>
        {
            await tx.Execute("update digests set run = 'dead' where id = @id", new { id });
            await tx.Execute("insert into digest_lines (digest_id, number, contribution_id, day, organisation_id, kind, minutes, value_cents, mark) values (@id, 1, 'x', '2026-03-01', 'o', 'k', 1, 1, 'm')", new { id });
        });

        var digest = await Digests.Compile(id);

        Assert.Equal((1, 12_02), (digest.Lines, digest.ValueCents));
        Assert.True((await Digests.Verify(id)).Holds);
    }

    [Fact]
    public async Task Compiling_after_a_change_is_a_new_version_that_takes_the_place_of_the_old_one()
    {
        await Line("2026-03-02");
        var first = await March();
        await Line("2026-03-03", minutes: 90);
        var second = await March();

        Assert.Equal((2, Digest.Superseded), (second.Version, (await Digests.One(Cast.Chloe, first.Id)).State));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal([second.Id], (await Digests.List(Cast.Chloe)).Select(d => d.Id));
    }

    [Fact]
    public async Task The_hash_is_that_of_a_text_that_anyone_can_check_and_holds_no_name()
    {
        await Line("2026-03-02", minutes: 45);
        await Line("2026-03-02", "denrees", 0, quantity: 12.5m, unitValueCents: 1_10, unit: "caisse\tbleue");
        await Line("2026-03-03", state: "draft");
        var digest = await March();

        using var text = new MemoryStream();
        await Digests.WriteText(digest, text);

        Assert.Equal(digest.Hash, Convert.ToHexStringLower(SHA256.HashData(text.ToArray())));
        var said = Encoding.UTF8.GetString(text.ToArray());
        Assert.DoesNotContain("Bruno", said);
        Assert.Contains(@"caisse\tbleue", said);
        Assert.EndsWith("total\t2\t45\t2277\t1\nprevious\t-\n", said); // 9.015 → 9.02, and 13.75
    }

    [Fact]
    public async Task A_period_that_is_none_is_refused()
    {
        Assert.Equal("to", (await Assert.ThrowsAsync<Refused>(() => Digests.Ask(Cast.Chloe, March31, March1))).Field);
        Assert.Equal("to", (await Assert.ThrowsAsync<Refused>(() => Digests.Ask(Cast.Chloe, new(2019, 1, 1), March31))).Field);
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.Ask(Cast.Amina, March1, March31));
    }

    [Fact]
    public async Task Observers_and_other_poles_do_not_see_what_is_not_approved()
    {
        await Line("2026-03-02");
        var digest = await March();
        await Digests.One(Cast.Amina, digest.Id);
        await Assert.ThrowsAsync<NotHere>(() => Digests.One(Cast.Farid, digest.Id));
        await Assert.ThrowsAsync<NotHere>(() => Digests.One(Cast.Zora, digest.Id));
        Assert.Empty(await Digests.List(Cast.Farid));
        Assert.Empty(await Digests.List(Cast.Zora));
        await Approve(digest);
        Assert.Equal([digest.Id], (await Digests.List(Cast.Farid)).Select(d => d.Id));
    }
}

public sealed class CompilingOnSqlite() : CompilingTests(On.Sqlite);

public sealed class CompilingOnPostgres() : CompilingTests(On.Postgres);
