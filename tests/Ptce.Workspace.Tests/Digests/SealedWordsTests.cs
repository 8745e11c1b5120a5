using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Ptce.Workspace.Tests;

/// <summary>What stands on a line besides its figures: an approved digest proves it, and lets go of what the law lets people forget.</summary>
public abstract class SealedWordsTests(On on) : DigestTest(on)
{
    private const string Note = "Avec Paul, chez sa mère", Words = "chantier de la mère de Paul";

    private async Task<Digest> Told()
    {
        var line = (await Get<Contributions>().Log(Cast.Amina, [new(new(2026, 3, 2), 180, "default", Words, [Cast.Organisation("Elips")], Starts: "14:00", Ends: "15:00", Note: Note, People: 3)], "web"))[0];
        await Get<Contributions>().Confirm(Cast.Bruno, line.Id);
        await Get<Contributions>().Validate(Cast.Chloe, line.Id);
        await Get<Contributions>().Validate(Cast.Chloe, (await Get<Contributions>().Log(Cast.Amina, [new(new(2026, 3, 3), 60, "default", "cotech")], "web"))[0].Id);
        return await Approve(await March());
    }

    private async Task<string> TextOf(Digest digest)
    {
        var text = new MemoryStream();
        await Digests.WriteText(digest, text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    [Theory]
    [InlineData("people = 4, minutes = 240", "minutes")]
    [InlineData("people = 4", "people")]
    [InlineData("activity = 'cotech'", "activity")]
    [InlineData("activity = null", "activity")]
    [InlineData("starts = '13:00'", "starts")]
    [InlineData("ends = null", "ends")]
    [InlineData("note = 'Sans Paul'", "note")]
    [InlineData("note = null", "note")]
    [InlineData("note_salt = null", "note")]
    [InlineData("confirmed_by = validated_by", "confirmed_by")]
    [InlineData("validated_by = confirmed_by", "validated_by")]
    public async Task A_word_or_a_signature_that_was_changed_is_named_with_its_line(string change, string column)
    {
        var digest = await Told();
        var id = (await Digests.Lines(digest))[0].ContributionId;
        await using (var tool = await Tool()) await tool.ExecuteAsync($"update contributions set {change} where id = @id", new { id });

        var verdict = await Digests.Verify(digest.Id);

        Assert.Equal(("ledger", 1, column), (verdict.Broken, verdict.Number, verdict.Detail));
        Assert.EndsWith(": " + new Say("fr")["digests.sealed." + column], new Say("fr").Verdict(verdict));
    }

    [Theory]
    [InlineData("minutes = 60", "minutes")]
    [InlineData("note_seal = null", "note")]
    [InlineData("activity = 'cotech'", "activity")]
    [InlineData("validated_by = null", "validated_by")]
    public async Task A_column_of_the_frozen_line_that_was_changed_is_named_too(string change, string column)
    {
        var digest = await Told();
        await using (var tool = await Tool()) await tool.ExecuteAsync($"update digest_lines set {change} where number = 1");

        var verdict = await Digests.Verify(digest.Id);

        Assert.Equal(("line", 1, column), (verdict.Broken, verdict.Number, verdict.Detail));
    }

    [Fact]
    public async Task The_text_says_nothing_of_what_people_wrote_and_whoever_has_a_note_and_its_salt_can_prove_it()
    {
        var digest = await Told();
        var text = await TextOf(digest);

        Assert.DoesNotContain("Paul", text);
        Assert.Contains("\t1\tcotech\t", text);
        Assert.Contains("\t14:00\t15:00\t", text);
        var salt = await Db.One<string>("select note_salt from contributions where note is not null");
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{Note}"))), text);
        Assert.Equal(digest.Hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public async Task A_note_that_is_forgotten_with_its_salt_leaves_the_digest_whole_and_nothing_else_may_be_done_to_it()
    {
        var digest = await Told();
        foreach (var sql in new[] { "note = 'autre'", "note_salt = 'autre'", "starts = '08:00'", "validated_by = null" })
            await Assert.ThrowsAnyAsync<Exception>(() => Db.Write(null, tx => tx.Execute($"update contributions set {sql}")));
        await Db.Write(null, tx => tx.Execute("update contributions set note = null, note_salt = null"));

        Assert.True((await Digests.Verify(digest.Id)).Holds);
    }

    [Fact]
    public async Task A_note_that_is_corrected_gets_another_salt()
    {
        var line = (await Get<Contributions>().Log(Cast.Amina, [new(new(2026, 3, 2), 60, "default", Note: Note)], "web"))[0];
        var before = await Db.One<string>("select note_salt from contributions");
        await Get<Contributions>().Correct(Cast.Amina, line.Id, note: "Sans Paul");

        Assert.Equal(32, before.Length);
        Assert.NotEqual(before, await Db.One<string>("select note_salt from contributions"));
    }

    /// <summary>As a program wrote and approved it before there was a second version: lines of 18 fields, and no word of what else they say.</summary>
    [Fact]
    public async Task What_was_approved_under_the_first_version_is_proved_by_it()
    {
        var digest = await Told();
        var first = new StringBuilder();
        await using (var tool = await Tool())
        {
            await tool.ExecuteAsync("update digest_lines set people = null, activity = null, starts = null, ends = null, note_seal = null, confirmed_by = null, validated_by = null");
            foreach (var record in (await TextOf(digest)).Replace("ptce-digest\t2", "ptce-digest\t1").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var fields = record.Split('\t');
                var line = fields[0] == "line";
                if (fields[0] == "previous") await tool.ExecuteAsync("update digests set content_hash = @hash, text_version = 1", new { hash = Hash(first) });
                first.Append(string.Join('\t', line ? fields[..19] : fields)).Append('\n');
                if (line) await tool.ExecuteAsync("update digest_lines set mark = @mark where contribution_id = @id", new { mark = Hash(first)[..16], id = fields[2] });
            }
            var hash = Hash(first);
            await tool.ExecuteAsync("update digests set hash = @hash, seal = ''; update digest_votes set hash = @hash", new { hash });
            await tool.ExecuteAsync("update contributions set note = 'autre'");
        }

        Assert.True((await Digests.Verify(digest.Id)).Holds);
        digest = await Digests.One(Cast.Chloe, digest.Id);
        Assert.Equal(first.ToString(), await TextOf(digest));
        var file = Path.Combine(Store.Settings.Folder, "bilan.txt");
        await File.WriteAllTextAsync(file, first.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal((digest.Hash, 2), (SealedText.Read(file).Hash, SealedText.Read(file).Lines));
        await File.WriteAllTextAsync(file, first.Replace("ptce-digest\t1", "ptce-digest\t2").ToString(), TestContext.Current.CancellationToken);
        Assert.Throws<Refused>(() => SealedText.Read(file));
    }

    private static string Hash(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
}

public sealed class SealedWordsOnSqlite() : SealedWordsTests(On.Sqlite);

public sealed class SealedWordsOnPostgres() : SealedWordsTests(On.Postgres);
