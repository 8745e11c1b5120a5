using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class EvidenceTests(On on) : CastTest(on)
{
    private static readonly byte[] Sheet = [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes("émargement du cotech")];

    private LineEvidence Evidence => Get<LineEvidence>();
    private Contributions Contributions => Get<Contributions>();

    private static MemoryStream Of(byte[] content) => new(content);

    private async Task<Contribution> Logged() =>
        (await Contributions.Log(Cast.Amina, [new(new(2026, 11, 18), 120, Kinds.Default, "cotech", [Cast.Organisation("Elips")])], "web", Ids.New()))[0];

    private string FileOf(EvidencePiece piece) => Path.Combine(Get<StoreSettings>().Folder, "evidence", piece.Sha256![..2], piece.Sha256);

    [Fact]
    public async Task A_sheet_added_by_the_giver_is_read_by_the_other_party_byte_for_byte()
    {
        var line = await Logged();

        var piece = await Evidence.Attach(Cast.Amina, line.Id, @"C:\Users\amina\émargement.pdf", Of(Sheet));
        var again = await Evidence.Attach(Cast.Amina, line.Id, "copie.pdf", Of(Sheet));

        Assert.Equal(("émargement.pdf", "application/pdf", (long)Sheet.Length, piece.Id), (piece.Name, piece.Type, piece.Bytes, again.Id));
        var (found, content) = await Evidence.Open(Cast.Bruno, piece.Id, TestContext.Current.CancellationToken);
        await using (content)
        {
            var read = new MemoryStream();
            await content.CopyToAsync(read, TestContext.Current.CancellationToken);
            Assert.Equal(Sheet, read.ToArray());
        }
        Assert.Equal(piece, found);
        Assert.Equal(["ContributionLogged", "EvidenceAdded"], (await Contributions.History(Cast.Bruno, line)).Select(e => e.Name));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Get<StoreSettings>().Folder, "evidence"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_changed_or_lost_in_the_folder_is_not_handed_over_as_evidence()
    {
        var piece = await Evidence.Attach(Cast.Amina, (await Logged()).Id, "feuille.pdf", Of(Sheet));
        await File.AppendAllTextAsync(FileOf(piece), "x", TestContext.Current.CancellationToken);
        Assert.Equal("evidence.changed", (await Assert.ThrowsAsync<Refused>(() => Evidence.Open(Cast.Amina, piece.Id))).Key);
        File.Delete(FileOf(piece));
        Assert.Equal("evidence.changed", (await Assert.ThrowsAsync<Refused>(() => Evidence.Open(Cast.Amina, piece.Id))).Key);
    }

    [Fact]
    public async Task What_a_browser_would_run_what_is_empty_and_what_is_too_large_leave_nothing_behind()
    {
        var line = await Logged();
        foreach (var (content, key) in new[]
        {
            (Array.Empty<byte>(), "evidence.empty"),
            ([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "evidence.unknown_type"),
            ([.. "PK\u0003\u0004"u8, .. new byte[26], .. "run.exe"u8], "evidence.unknown_type"),
            ([.. "%PDF-"u8, .. new byte[LineEvidence.MostBytes]], "evidence.too_large"),
        })
            Assert.Equal(key, (await Assert.ThrowsAsync<Refused>(() => Evidence.Attach(Cast.Amina, line.Id, "x", Of(content)))).Key);
        foreach (var link in new[] { "", "http://example.org/feuille", "javascript:alert(1)", "https://moi:secret@example.org/", "/chez/moi" })
            Assert.Equal("link", (await Assert.ThrowsAsync<Refused>(() => Evidence.Refer(Cast.Amina, line.Id, link))).Field);

        // Markup is taken as text, and handed over as text.
        Assert.Equal("text/plain", (await Evidence.Attach(Cast.Amina, line.Id, "page.html", Of([.. "<script>alert(1)</script>"u8]))).Type);
        Assert.Single(await Evidence.Of(Cast.Amina, line.Id));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Get<StoreSettings>().Folder, "evidence"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Who_does_not_read_the_line_does_not_reach_its_evidence_and_one_takes_back_ones_own_until_it_is_locked()
    {
        var line = await Logged();
        var piece = await Evidence.Attach(Cast.Amina, line.Id, "feuille.pdf", Of(Sheet));
        var link = await Evidence.Refer(Cast.Bruno, line.Id, "https://drive.example.org/convention");

        await Assert.ThrowsAsync<NotHere>(() => Evidence.Open(Cast.Zora, piece.Id));
        await Assert.ThrowsAsync<NotHere>(() => Evidence.Attach(Cast.Zora, line.Id, "x.pdf", Of(Sheet)));
        await Assert.ThrowsAsync<NotAllowed>(() => Evidence.Withdraw(Cast.Bruno, piece.Id));
        await Evidence.Withdraw(Cast.Bruno, link.Id);
        Assert.Equal([piece.Id], (await Evidence.Of(Cast.Amina, line.Id)).Select(p => p.Id));

        await Db.Write(Cast.Pole.Id, async tx =>
        {
            await tx.Execute("update contributions set state = 'validated' where id = @Id", new { line.Id });
            await tx.Execute("update contributions set state = 'locked', digest_id = 'd' where id = @Id", new { line.Id });
        });
        Assert.Equal("evidence.locked", (await Assert.ThrowsAsync<Refused>(() => Evidence.Withdraw(Cast.Amina, piece.Id))).Key);
        Assert.Single(await Evidence.Of(Cast.Elise, line.Id)); // the committee reads every line
    }
}

public sealed class EvidenceOnSqlite() : EvidenceTests(On.Sqlite);

public sealed class EvidenceOnPostgres() : EvidenceTests(On.Postgres);
