using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class ExportsTests(On on) : PackTest(on)
{
    private Exports Exports => Get<Exports>();

    private async Task<(Digest Digest, Export Export, string File)> Made(Actor asker, string what, string format)
    {
        await Line("2026-03-02", minutes: 90);
        await Line("2026-03-03", "locaux", 0, giver: "La Coursive", quantity: 3, unitValueCents: 25_00);
        var digest = await March();
        var id = await Exports.Ask(asker, digest.Id, what, format, Fr);
        await Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        var export = Assert.Single(await Exports.Mine(asker, digest.Id));
        return (digest, export, (await Exports.Fetch(asker, id, export.Secret)).File);
    }

    [Fact]
    public async Task Every_line_is_in_the_file_with_the_hash_and_names_as_far_as_the_asker_may_read_them()
    {
        var (digest, export, file) = await Made(Cast.David, Export.Lines, "csv");
        var rows = CsvFile.Parse((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimStart('\ufeff'));

        Assert.Equal([digest.Hash, digest.Hash], rows.Select(r => r["empreinte"]));
        Assert.Equal(("Bruno Keller", "90", "18,03", "864"), (rows[0]["personne"], rows[0]["minutes"], rows[0]["valeur (€)"], rows[0]["compte débité"]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))), export.Sha256);
        Assert.Equal(48, export.Secret.Length);

        var id = await Exports.Ask(Cast.Amina, digest.Id, Export.Lines, "csv", Fr);
        await Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        var hers = Assert.Single(await Exports.Mine(Cast.Amina, digest.Id));
        Assert.DoesNotContain("Bruno", await File.ReadAllTextAsync((await Exports.Fetch(Cast.Amina, id, hers.Secret)).File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_is_given_to_the_one_who_asked_with_the_rights_they_asked_with_until_its_time_is_over()
    {
        var (digest, export, file) = await Made(Cast.David, Export.Lines, "xlsx");

        await Assert.ThrowsAsync<NotHere>(() => Exports.Fetch(Cast.Chloe, export.Id, export.Secret));
        await Assert.ThrowsAsync<NotHere>(() => Exports.Fetch(Cast.David, export.Id, new string('0', 48)));
        await Assert.ThrowsAsync<NotHere>(() => Exports.Fetch(Cast.David with { Roles = Roles.Member }, export.Id, export.Secret));
        Clock.Advance(Workspace.Exports.Kept);
        await Assert.ThrowsAsync<NotHere>(() => Exports.Fetch(Cast.David, export.Id, export.Secret));
        Assert.True(File.Exists(file));
        Assert.Equal(digest.Id, await Exports.OverOf(Cast.David, export.Id, export.Secret));
        Assert.Null(await Exports.OverOf(Cast.Chloe, export.Id, export.Secret));
        await Exports.Sweep(JobAccount.Unkept());
        Assert.False(File.Exists(file));

        // It stays named for a week, so that whoever comes back knows what became of it, and is another once asked for again.
        Assert.Equal(Export.Gone, Assert.Single(await Exports.Mine(Cast.David, digest.Id)).State);
        Assert.NotEqual(export.Id, await Exports.Ask(Cast.David, digest.Id, Export.Lines, "xlsx", Fr));
        Clock.Advance(Workspace.Exports.Kept);
        Assert.Equal(Export.Asked, Assert.Single(await Exports.Mine(Cast.David, digest.Id)).State);
    }

    [Fact]
    public async Task What_could_not_be_made_says_so_and_is_tried_again_for_whoever_asks_again()
    {
        await Line("2026-03-02");
        var digest = await March();
        var id = await Exports.Ask(Cast.David, digest.Id, Export.Lines, "csv", Fr);
        var folder = Path.Combine(Get<StoreSettings>().Folder, "exports");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "in the way", TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<IOException>(() => Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken));
        Assert.Equal((Export.Asked, 1), (Assert.Single(await Exports.Mine(Cast.David, digest.Id)).State, (int)Assert.Single(await Exports.Mine(Cast.David, digest.Id)).Failures));

        File.Delete(folder);
        Assert.Equal(id, await Exports.Ask(Cast.David, digest.Id, Export.Lines, "csv", Fr));
        Assert.Equal(2, await Db.One<long>("select count(*) from deliveries where channel = 'job' and topic = 'export' and subject_id = @id", new { id }));
        await Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        Assert.Equal(Export.Ready, Assert.Single(await Exports.Mine(Cast.David, digest.Id)).State);
    }

    [Fact]
    public async Task Whoever_may_no_longer_read_the_digest_is_told_that_their_rights_changed()
    {
        await Line("2026-03-02");
        var digest = await March();
        var id = await Exports.Ask(Cast.Elise, digest.Id, Export.Lines, "csv", Fr);
        foreach (var mandate in await Get<Members>().Mandates(Cast.Ines, Cast.Elise.PersonId)) await Get<Members>().EndMandate(Cast.Ines, mandate.Id, Clock.Today);
        Clock.Advance(TimeSpan.FromDays(1));

        await Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);

        Assert.Equal((Export.Failed, 0), (Assert.Single(await Exports.Mine(Cast.Elise, digest.Id)).State, (int)Assert.Single(await Exports.Mine(Cast.Elise, digest.Id)).Failures));
    }

    [Fact]
    public async Task In_quantities_alone_no_file_bears_a_euro_and_units_are_in_the_readers_language()
    {
        await Line("2026-03-02", minutes: 90);
        await Line("2026-03-03", "locaux", 0, giver: "La Coursive", quantity: 3, unitValueCents: 25_00);
        var digest = await March();
        var id = await Exports.Ask(Cast.David, digest.Id, Export.Lines, "csv", new Say("de"), values: false);
        await Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        var lines = await Text(id);
        Assert.DoesNotContain("€", lines);
        Assert.DoesNotContain("18,03", lines);
        Assert.DoesNotContain("864", lines);
        Assert.Contains("Stunden;", lines);

        var all = await Exports.Ask(Cast.David, digest.Id, Export.All, "xlsx", Fr, values: false);
        Assert.NotEqual(all, await Exports.Ask(Cast.David, digest.Id, Export.All, "xlsx", Fr)); // with values is another file
        await Exports.Make(all, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        using var zip = ZipFile.OpenRead(await Fetched(all));
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) && !e.FullName.EndsWith("styles.xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open());
            Assert.DoesNotContain("€", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        async Task<string> Fetched(string export) => (await Exports.Fetch(Cast.David, export, (await Exports.Mine(Cast.David, digest.Id)).Single(e => e.Id == export).Secret)).File;
        async Task<string> Text(string export) => await File.ReadAllTextAsync(await Fetched(export), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_workbook_of_all_packs_has_a_sheet_for_every_table_and_no_two_of_one_name()
    {
        var (_, _, file) = await Made(Cast.David, Export.All, "xlsx");
        using var zip = ZipFile.OpenRead(file);
        using var reader = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith("workbook.xml", StringComparison.Ordinal)).Open());
        var names = System.Text.RegularExpressions.Regex.Matches(await reader.ReadToEndAsync(TestContext.Current.CancellationToken), "sheet name=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.True(names.Count > 10);
        foreach (var sheet in new[] { "Valeur retenue", "Membres par type", "Liste des dépenses", "Comptes de la classe 8" }) Assert.Contains(names, n => n.StartsWith(sheet, StringComparison.Ordinal));
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(System.Net.WebUtility.HtmlDecode(n).Length, 1, 31));
    }

    [Fact]
    public async Task Asking_twice_while_it_is_made_is_asking_once_and_what_is_not_offered_is_refused()
    {
        await Line("2026-03-02");
        var digest = await March();
        var id = await Exports.Ask(Cast.David, digest.Id, Export.Entries, "txt", Fr);
        Assert.Equal(id, await Exports.Ask(Cast.David, digest.Id, Export.Entries, "txt", Fr));
        await Assert.ThrowsAsync<Refused>(() => Exports.Ask(Cast.David, digest.Id, "lines", "exe", Fr));
        await Assert.ThrowsAsync<NotHere>(() => Exports.Ask(Cast.Zora, digest.Id, Export.Lines, "csv", Fr));
        Assert.Equal([$"export {id}"], await Db.Read<string>("select topic || ' ' || subject_id from deliveries where channel = 'job' and topic = 'export'"));

        await Exports.Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        var made = Assert.Single(await Exports.Mine(Cast.David, digest.Id));
        var text = await File.ReadAllTextAsync((await Exports.Fetch(Cast.David, id, made.Secret)).File, Encoding.UTF8, TestContext.Current.CancellationToken);
        Assert.Equal(3, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("20260302", text);
    }
}

public sealed class ExportsOnSqlite() : ExportsTests(On.Sqlite);

public sealed class ExportsOnPostgres() : ExportsTests(On.Postgres);
