namespace Ptce.Workspace.Tests;

public abstract class RemarksTests(On on) : DigestTest(on)
{
    [Fact]
    public async Task A_remark_on_a_line_is_said_once_and_goes_with_the_period_to_its_next_version()
    {
        var line = await Line("2026-03-02");
        var first = await March();
        await Digests.RemarkOn(Cast.Elise, first.Id, "  Le cotech a duré deux heures.  ", line);
        await Digests.RemarkOn(Cast.Elise, first.Id, "Le cotech a duré deux heures.", line); // tapped twice
        await Line("2026-03-03");
        var second = await March();
        await Digests.RemarkOn(Cast.Bruno, second.Id, "Bien reçu.");

        Assert.Equal(
            [("Le cotech a duré deux heures.", line, 1), ("Bien reçu.", (string?)null, 2)],
            (await Digests.Remarks(Cast.Amina, second)).Select(r => (r.Text, r.ContributionId, (int)r.Version)));
        Assert.Single(await Digests.Remarks(Cast.Amina, await Digests.One(Cast.Amina, first.Id)));
        Assert.Equal(["DigestAsked", "DigestCompiled", "DigestRemarked"], await Events(first.Id));
        Assert.True((await Digests.Verify(second.Id)).Holds, "a remark is no part of what was frozen");
    }

    [Fact]
    public async Task Who_is_of_another_pole_who_only_observes_and_who_says_nothing_leave_no_remark()
    {
        await Line("2026-03-02");
        var digest = await Approve(await March());
        await Digests.RemarkOn(Cast.Amina, digest.Id, "Vu.");

        await Assert.ThrowsAsync<NotHere>(() => Digests.RemarkOn(Cast.Zora, digest.Id, "Curieuse."));
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.RemarkOn(Cast.Farid, digest.Id, "Je passe."));
        await Assert.ThrowsAsync<NotHere>(() => Digests.RemarkOn(Cast.Amina, digest.Id, "Sur rien.", "line-999999"));
        Assert.Equal("text", (await Assert.ThrowsAsync<Refused>(() => Digests.RemarkOn(Cast.Amina, digest.Id, " "))).Field);
        Assert.Equal("text", (await Assert.ThrowsAsync<Refused>(() => Digests.RemarkOn(Cast.Amina, digest.Id, new string('x', Digests.LongestRemark + 1)))).Field);

        Assert.Single(await Digests.Remarks(Cast.Amina, digest));
        Assert.Empty(await Digests.Remarks(Cast.Farid, digest));
        Assert.Empty(await Digests.Remarks(Cast.Zora, digest));
    }
}

public sealed class RemarksOnSqlite() : RemarksTests(On.Sqlite);

public sealed class RemarksOnPostgres() : RemarksTests(On.Postgres);
