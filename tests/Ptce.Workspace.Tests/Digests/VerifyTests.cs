using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class VerifyTests(On on) : DigestTest(on)
{
    private async Task<Digest> ThreeLines()
    {
        await Line("2026-03-02");
        await Line("2026-03-03", "locaux", 0, quantity: 3, unitValueCents: 25_00);
        await Line("2026-03-04", state: "draft");
        return await March();
    }

    [Fact]
    public async Task The_store_refuses_to_touch_what_was_frozen()
    {
        var digest = await Approve(await ThreeLines());
        foreach (var sql in new[]
        {
            "update digest_lines set value_cents = 0", "delete from digest_lines", "update digest_rates set cents_per_hour = 1", "delete from digest_rates",
            "update digest_totals set minutes = 0", "delete from digest_totals", "update digests set minutes = 1", "update digests set state = 'asked'",
            "update digests set hash = 'x'", "delete from digests", "delete from digest_votes", "update digest_votes set hash = 'x'", "delete from digest_electors",
            $"insert into digest_totals (digest_id, facet, name, lines, minutes, value_cents) values ('{digest.Id}', 'kind', 'x', 1, 1, 1)",
        })
            Assert.Contains(On == On.Sqlite ? "digests: " : "", (await Assert.ThrowsAnyAsync<Exception>(() => Db.Write(null, tx => tx.Execute(sql)))).Message);
        var late = string.Concat(Enumerable.Range(90, 100).Select(n => $"{digest.Id}\t{n}\tligne\t2026-03-02\torganisation\tdefault\t60\t0\tmarque\n"));
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Write(null, tx => tx.AddText("digest_lines",
            ["digest_id", "number", "contribution_id", "day", "organisation_id", "kind", "minutes", "value_cents", "mark"], Encoding.UTF8.GetBytes(late), ofOneParent: true)));
        Assert.True((await Digests.Verify(digest.Id)).Holds);
    }

    public static TheoryData<string, string> Tampering => new()
    {
        { "update digest_lines set value_cents = value_cents + 1 where number = 1", "line 1" },
        { "update digest_lines set minutes = 61 where number = 1", "line 1" },
        { "update digest_lines set person_id = null where number = 1", "line 1" },
        { "update digest_lines set unit = 'jour' where number = 2", "line 2" },
        { "update digest_lines set reason = 'submitted' where number = 3", "line 3" },
        { "update digest_lines set mark = '0000000000000000' where number = 2", "line 2" },
        { "delete from digest_lines where number = 2", "line 2" },
        { "delete from digest_lines where number = 3", "sum" },
        { "update digest_rates set source = 'autre'", "rate" },
        { "update digest_rates set base_cents = 1300", "rate" },
        { "update digest_rates set charge_basis_points = 4200", "rate" },
        { "update digest_totals set value_cents = value_cents + 1 where facet = 'kind' and name = 'locaux'", "sum" },
        { "delete from digest_totals where facet = 'reason'", "sum" },
        { "update digests set minutes = minutes + 60", "total" },
        { "update digests set value_cents = 1", "total" },
        { "update digests set to_day = '2026-04-30'", "line 1" },
        { "update digests set hash = content_hash", "hash" },
        { "update digests set content_hash = hash", "hash" },
        { "update digests set previous_hash = hash", "hash" },
    };

    [Theory, MemberData(nameof(Tampering))]
    public async Task Whatever_is_changed_behind_the_programs_back_is_found_and_named(string sql, string found)
    {
        var digest = await ThreeLines();
        await WithoutGuards();
        Assert.NotEqual(0, await Db.Write(null, tx => tx.Execute(sql)));

        var verdict = await Digests.Verify(digest.Id);

        Assert.Equal(found, $"{verdict.Broken} {verdict.Number}".Trim());
    }

    [Fact]
    public async Task A_chain_that_no_longer_joins_is_found()
    {
        var march = await Approve(await ThreeLines());
        await Line("2026-04-02");
        var april = await Approve(await Compile(new(2026, 4, 1), new(2026, 4, 30)));
        await WithoutGuards();
        await Db.Write(null, tx => tx.Execute("update digests set hash = 'x' where id = @Id", new { march.Id }));

        Assert.Equal("hash", (await Digests.Verify(march.Id)).Broken);
        Assert.Equal("chain", (await Digests.Verify(april.Id)).Broken);
    }

    // As someone would who has the file and a tool of their own.
    private async Task WithoutGuards()
    {
        if (On == On.Postgres)
        {
            foreach (var table in new[] { "digests", "digest_lines", "digest_rates", "digest_totals" })
                await Db.Write(null, tx => tx.Execute($"alter table {table} disable trigger user"));
            return;
        }
        foreach (var trigger in await Db.Read<string>("select name from sqlite_master where type = 'trigger' and tbl_name like 'digest%'"))
            await Db.Write(null, tx => tx.Execute($"drop trigger {trigger}"));
    }
}

public sealed class VerifyOnSqlite() : VerifyTests(On.Sqlite);

public sealed class VerifyOnPostgres() : VerifyTests(On.Postgres);
