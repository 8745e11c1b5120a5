namespace Ptce.Workspace.Tests;

/// <summary>A funder who holds a pack, its text and the README, and no way into the pole.</summary>
public abstract class SealedTextTests(On on) : DigestTest(on)
{
    private async Task<(Digest Digest, string Text, string Lines)> Received()
    {
        await Get<Rates>().Adopt(Cast.David, new("temps_salarie", "M4", 1, 0.42m, 21.50m, "groupe 4", null, new(2026, 1, 1), "Convention", "Bureau", new(2026, 1, 8), "PV\t7"));
        await Line("2026-03-02", "temps_salarie", 95);
        await Line("2026-03-02", minutes: 45, beneficiary: "Val Horizon");
        await Line("2026-03-03", "denrees", 0, quantity: 12.5m, unitValueCents: 1_10, unit: "caisse");
        await Line("2026-03-04", "personnel_mis_a_disposition", 420);
        var room = await Line("2026-03-05", "locaux", 0, quantity: 3, unitValueCents: 25_00);
        await Get<LineEvidence>().Refer(Cast.Chloe, room, "https://exemple.fr/bail");
        await Approve(await Compile(new(2026, 2, 1), new(2026, 2, 28)));
        var digest = await Approve(await March());
        var (text, lines) = (Path.Combine(Store.Settings.Folder, digest.FileName("bilan", "txt")), Path.Combine(Store.Settings.Folder, "lignes.csv"));
        await using (var to = File.Create(text)) await Digests.WriteText(digest, to);
        var export = await Get<Exports>().Ask(Cast.David, digest.Id, Export.Lines, "csv", new Say("fr"));
        await Get<Exports>().Make(export, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        var made = (await Get<Exports>().Mine(Cast.David, digest.Id))[0];
        File.Copy((await Get<Exports>().Fetch(Cast.David, made.Id, made.Secret)).File, lines);
        return (digest, text, lines);
    }

    [Fact]
    public async Task Proves_figures_hash_and_lines_without_a_store()
    {
        var (digest, text, lines) = await Received();

        var read = SealedText.Read(text);

        Assert.Equal((digest.Hash, digest.FromDay, digest.ToDay, digest.Lines, digest.Minutes, digest.ValueCents, digest.Excluded),
            (read.Hash, read.From, read.To, read.Lines, read.Minutes, read.ValueCents, read.Excluded));
        Assert.Equal((48_34 + 9_02 + 13_75 + 75_00, 1), (read.ValueCents, read.Excluded)); // 95 min × 30,53 ÷ 60 = 48,339…
        var (code, said, errors) = await RunningProgram.Verb("verify", text, "--hash", digest.Hash!.ToUpperInvariant(), "--lines", lines);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(digest.Hash, said);
        Assert.Equal(1, (await RunningProgram.Verb("verify", text, "--hash", digest.PreviousHash!)).Code);
    }

    [Theory]
    [InlineData("\t95\t", "\t96\t", "digests.proof.not_one")]         // a figure that gives another value
    [InlineData("\t4834\t", "\t4835\t", "digests.proof.not_one")]
    [InlineData("M4\t2150\t", "M4\t2151\t", "digests.proof.not_one")]
    [InlineData("\t2026-03-02\t", "\t2026-3-2\t", null)]              // what a re-reckoning cannot see, the hash does
    [InlineData("Convention", "Autre", null)]
    [InlineData("exemple.fr/bail", "exemple.fr/autre", null)]
    [InlineData("total\t", "total\t1", "digests.proof.sum")]
    [InlineData("ptce-digest\t2\n", "ptce-digest\t2\npole\tx\n", "digests.proof.not_one")]
    [InlineData("previous", "previous\t-\nprevious", "digests.proof.not_one")]
    [InlineData("\n", "\r\n", "digests.proof.not_one")]
    [InlineData("ptce", "bilan", "digests.proof.not_one")]
    public async Task A_changed_text_is_refused_or_bears_another_hash(string what, string by, string? refused)
    {
        var (digest, text, _) = await Received();
        var said = await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken);
        Assert.Contains(what, said);
        await File.WriteAllTextAsync(text, said.Replace(what, by), TestContext.Current.CancellationToken);

        if (refused is null) Assert.NotEqual(digest.Hash, SealedText.Read(text).Hash);
        else Assert.Equal(refused, Assert.Throws<Refused>(() => SealedText.Read(text)).Key);
    }

    [Fact]
    public async Task A_line_that_was_changed_in_the_CSV_is_named()
    {
        var (_, text, lines) = await Received();
        var said = await File.ReadAllTextAsync(lines, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(lines, said.Replace("48,34", "48,43"), TestContext.Current.CancellationToken);

        var (code, _, errors) = await RunningProgram.Verb("verify", text, "--lines", lines);

        Assert.Equal(1, code);
        Assert.Contains("2", errors.Split('\n')[0]);
        Assert.Equal(1, (await RunningProgram.Verb("verify", lines)).Code);
    }
}

public sealed class SealedTextOnSqlite() : SealedTextTests(On.Sqlite);

public sealed class SealedTextOnPostgres() : SealedTextTests(On.Postgres);
