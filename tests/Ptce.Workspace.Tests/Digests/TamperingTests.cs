using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Ptce.Workspace.Tests;

/// <summary>An auditor with the store file and a tool of their own, who changes one value at a time in every table an approved digest rests on.</summary>
public abstract class TamperingTests(On on) : DigestTest(on)
{
    /// <summary>A table, the row that is changed, and what in it proves nothing.</summary>
    private sealed record Place(string Table, string Row, string ProvesNothing);

    // A column is proved by the digest, or stands here: nobody's figure, rate, hash or approval rests on it.
    private static readonly IReadOnlyList<Place> Places =
    [
        new("digests", "id = @march", "asked_at asked_by run done total compiled_at same_as returned_at returned_by return_reason"),
        new("digest_lines", "digest_id = @march and contribution_id = 'line-000002'", ""),
        new("digest_rates", "digest_id = @march and kind = 'temps_salarie'", ""),
        new("digest_totals", "digest_id = @march and facet = 'kind' and name = 'locaux'", ""),
        new("digest_electors", "digest_id = @march and person_id = @elise", ""),
        new("digest_votes", "digest_id = @march and person_id = @elise", ""),
        new("digest_evidence", "digest_id = @march and number = 1", ""),
        // Of the ledger: what is counted, said and signed. The sentence is forgotten after 30 days; the way a line took is told by the log of events.
        new("contributions", "id = 'line-000002'", """
            sentence channel logged_by logged_at confirmed_at contested_at contested_by contest_reason
            answered_at answered_by answer validated_at cancelled_at cancelled_by pair_id import_id request_key request_line
            """),
        new("evidence", "contribution_id = 'line-000002' and sha256 is not null", "pole_id name type bytes added_by added_at withdrawn_by"),
        new("rates", "kind = 'temps_salarie'", "id recorded_by recorded_at"),
        new("smic", "from_day = '2026-01-01'", "id cents_per_month recorded_at"),
    ];

    // Where a check of the store would refuse one column alone, the auditor changes what belongs to it too.
    private static readonly Dictionary<string, string> Together = new()
    {
        ["digests.state"] = "state = 'compiled'",
        ["digest_votes.answer"] = "answer = 'returned'",
        ["contributions.state"] = "state = 'validated', digest_id = null",
        ["contributions.minutes"] = "minutes = 60",
        ["contributions.people"] = "people = 2",
        ["evidence.link"] = "link = 'https://exemple.fr', sha256 = null",
        ["rates.method"] = "method = 'M4'",
    };

    private Digest _march = null!;

    protected async Task TwoApproved()
    {
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M5", 1, 0, 30, "cadre", null, new(2026, 1, 1), "Barème", "Bureau", new(2026, 1, 8), "PV 7"));
        await Line("2026-03-02", "temps_salarie", 90, beneficiary: "Val Horizon");
        var room = await Line("2026-03-03", "locaux", 0, quantity: 3, unitValueCents: 25_00, beneficiary: "Val Horizon");
        await Line("2026-03-04");
        await Line("2026-03-05", state: "draft");
        await Get<LineEvidence>().Attach(Cast.Chloe, room, "emargement.pdf", new MemoryStream("%PDF-1.7 feuille d'émargement"u8.ToArray()), TestContext.Current.CancellationToken);
        await Get<LineEvidence>().Refer(Cast.Chloe, room, "https://exemple.fr/convention");
        _march = await Approve(await March());
        await Line("2026-04-02");
        await Approve(await Compile(new(2026, 4, 1), new(2026, 4, 30)));
    }

    protected async Task<IReadOnlyList<string>> Found()
    {
        var broken = (await Digests.VerifyAll(Cast.Pole)).Where(v => !v.Holds).Select(v => string.Join(' ', ((string?[])[v.Broken, v.Number?.ToString(CultureInfo.InvariantCulture), v.ContributionId, v.Detail]).OfType<string>())).ToList();
        if (await Digests.Abandoned(Cast.Pole) is { } line) broken.Add($"abandoned {line}");
        return broken;
    }

    [Fact]
    public async Task Every_column_is_proved_or_named_as_not_proving()
    {
        await TwoApproved();
        Assert.Empty(await Found());
        await using var tool = await Tool();
        var (unfound, needless) = (new List<string>(), new List<string>());
        foreach (var place in Places)
        {
            var nothing = place.ProvesNothing.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
            var columns = await ColumnsOf(tool, place.Table);
            Assert.Empty(nothing.Except(columns));
            foreach (var column in columns)
            {
                var found = await WhenChanged(tool, place, column);
                if (found.Count == 0 && !nothing.Contains(column)) unfound.Add($"{place.Table}.{column}");
                if (found.Count > 0 && nothing.Contains(column)) needless.Add($"{place.Table}.{column}: {found[0]}");
            }
        }
        Assert.Empty(unfound);
        Assert.Empty(needless);
        Assert.Empty(await Found());
    }

    private async Task<IReadOnlyList<string>> WhenChanged(DbConnection tool, Place place, string column)
    {
        var who = new { march = _march.Id, elise = Cast.Elise.PersonId };
        await tool.ExecuteAsync($"create temp table kept as select * from {place.Table}");
        try
        {
            var change = Together.GetValueOrDefault($"{place.Table}.{column}") ?? $"{column} = {Other(await tool.ExecuteScalarAsync<object?>($"select {column} from {place.Table} where {place.Row}", who), column)}";
            Assert.Equal(1, await tool.ExecuteAsync($"update {place.Table} set {change} where {place.Row}", who));
            return await Found();
        }
        finally { await tool.ExecuteAsync($"delete from {place.Table}; insert into {place.Table} select * from kept; drop table kept"); }
    }

    /// <summary>Another value that the column could hold.</summary>
    private static string Other(object? value, string column) => value switch
    {
        long => $"{column} + 1000",
        string text when Field.Iso(text) is { } day => $"'{day.AddDays(1):yyyy-MM-dd}'",
        string => $"{column} || 'x'",
        _ => column.EndsWith("_at", StringComparison.Ordinal) || column.EndsWith("_cents", StringComparison.Ordinal) || column.EndsWith("_milli", StringComparison.Ordinal)
            || column is "cents_per_hour" or "rate_number" or "chain" or "minutes" ? "1000" : "'x'",
    };

    [Theory]
    [InlineData("update contributions set minutes = 30 where id = 'line-000001'", "ledger 1 line-000001 minutes")]
    [InlineData("update contributions set digest_id = (select digest_id from contributions where id = 'line-000001'), state = 'locked' where id = 'line-000004'", "ledger line-000004 state")]
    [InlineData("delete from contributions where id = 'line-000003'", "ledger 3 line-000003 id")]
    [InlineData("delete from digests where chain = 2", "abandoned line-000005")]
    [InlineData("delete from digests where chain = 1", "chain")]
    [InlineData("delete from digest_votes", "approval")]
    [InlineData("insert into digest_votes select digest_id, round, 'x', 'y', answer, hash, at from digest_votes", "approval")]
    [InlineData("update digests set state = 'approved', chain = 3, approved_at = 1 where state = 'compiled'", "approval")]
    [InlineData("delete from digest_evidence where link is not null", "hash")]
    [InlineData("delete from evidence where sha256 is not null", "evidence line-000002")]
    [InlineData("delete from rates", "grid temps_salarie")]
    [InlineData("update digest_rates set source = 'autre' where kind = 'temps_salarie'", "rate")]
    public async Task What_was_done_is_named(string sql, string named)
    {
        await TwoApproved();
        await Compile(new(2026, 5, 1), new(2026, 5, 31));
        await using (var tool = await Tool()) Assert.NotEqual(0, await tool.ExecuteAsync(sql));

        Assert.Contains(named, await Found());
    }

    [Fact]
    public async Task A_file_that_was_changed_or_lost_is_named_and_a_piece_withdrawn_in_time_stands_in_no_digest()
    {
        await TwoApproved();
        var file = Directory.EnumerateFiles(Path.Combine(Store.Settings.Folder, "evidence"), "*", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(file, " ajoutée après coup", TestContext.Current.CancellationToken);
        Assert.Equal("evidence line-000002", Assert.Single(await Found()));
        File.Delete(file);
        Assert.Equal("evidence line-000002", Assert.Single(await Found()));
        Assert.All(await Digests.VerifyAll(Cast.Pole, files: false), v => Assert.True(v.Holds));

        var late = await Line("2026-05-04");
        var piece = await Get<LineEvidence>().Refer(Cast.Chloe, late, "https://exemple.fr/mai");
        var may = await Compile(new(2026, 5, 1), new(2026, 5, 31));
        await Get<LineEvidence>().Withdraw(Cast.Chloe, piece.Id);
        Assert.Equal("digests.evidence_changed", (await Assert.ThrowsAsync<Refused>(() => Approve(may))).Key);
        Assert.NotEqual(may.Hash, (await Compile(new(2026, 5, 1), new(2026, 5, 31))).Hash);
    }

    private async Task<IReadOnlyList<string>> ColumnsOf(DbConnection tool, string table) => [.. await tool.QueryAsync<string>(On == On.Sqlite
        ? $"select name from pragma_table_info('{table}')" : $"select column_name from information_schema.columns where table_schema = 'public' and table_name = '{table}'")];
}

public sealed class TamperingOnSqlite() : TamperingTests(On.Sqlite)
{
    // PostgreSQL keeps text out of a column of numbers itself.
    [Theory]
    [InlineData("value_cents", "line 2")]
    [InlineData("minutes", "line 2")]
    [InlineData("day", "line 2")]
    public async Task Rubbish_where_a_figure_was_is_named_and_stops_nothing(string column, string named)
    {
        await TwoApproved();
        await using (var tool = await Tool()) await tool.ExecuteAsync($"update digest_lines set {column} = 'n''importe quoi' where contribution_id = 'line-000002'");

        Assert.StartsWith(named, Assert.Single(await Found()));
    }
}

public sealed class TamperingOnPostgres() : TamperingTests(On.Postgres);
