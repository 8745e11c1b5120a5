namespace Ptce.Workspace.Tests;

public abstract class RelayTests(On on) : CastTest(on)
{
    private Members Members => Get<Members>();

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;

    [Fact]
    public async Task A_contact_is_handed_over_in_one_step_with_every_mandate_and_no_day_between()
    {
        var elips = Cast.Organisation("Elips");
        var next = await Members.HandOver(Cast.Chloe, new(Cast.Bruno.PersonId, elips, "Nadia Roux", "Nadia@Elips.test", "salarie", Clock.Today));
        var mandates = (await Members.Portray(Cast.Chloe, next)).Mandates;
        Assert.Equal(["committee", "member"], mandates.Select(m => m.Role).Order());
        Assert.All(mandates, m => Assert.Equal((Clock.Today.AddDays(1), (DateOnly?)null, "salarie"), (m.FromDay, m.ToDay, m.Engagement)));
        Assert.All((await Members.Portray(Cast.Chloe, Cast.Bruno.PersonId)).Mandates, m => Assert.Equal(Clock.Today, m.ToDay));
        Assert.Equal("members.nothing_to_hand_over", await Refusal(() => Members.HandOver(Cast.Chloe, new(Cast.Bruno.PersonId, elips, "Nadia Roux", "nadia@elips.test", "salarie", Clock.Today))));
        Assert.Equal("members.same_person", await Refusal(() => Members.HandOver(Cast.Chloe, new(next, elips, "Nadia Roux", "nadia@elips.test", "salarie", Clock.Today.AddDays(5)))));
    }

    [Fact]
    public async Task The_members_go_out_as_a_file_that_comes_in_again()
    {
        var rows = await Members.Export(Cast.Chloe);
        Assert.Contains(rows, r => r[0] is "Elips" && r[3] is "Bruno Keller" && r[4] is "bruno@elips.test" && r[5] is "committee");
        var events = await Db.One<long>("select count(*) from events", null);
        await Members.Import(Cast.Pole, [.. rows.Select((r, i) => new MemberRow(i + 2, (string)r[0]!, (string)r[1]!, (string)r[2]!, (string?)r[3] ?? "", (string?)r[4] ?? "", (string?)r[5] ?? "", (string?)r[6] ?? ""))]);
        Assert.Equal(events, await Db.One<long>("select count(*) from events", null));
    }

    [Fact]
    public async Task A_newcomer_is_proposed_supported_once_per_member_and_decided()
    {
        var id = await Members.Propose(Cast.Amina, "Atelier Vélo", "association", "membre", "Répare et forme");
        Assert.Equal("members.proposed_already", await Refusal(() => Members.Propose(Cast.Bruno, "atelier vélo", "association", "membre", "Aussi")));
        await Members.Support(Cast.Bruno, id);
        await Members.Support(Cast.GaelleOfElips, id);
        Assert.Equal(["Elips", "Val Horizon"], Assert.Single((await Members.Candidacies(Cast.Elise, new())).Candidacies).Supports);
        await Assert.ThrowsAsync<NotAllowed>(() => Members.Decide(Cast.Amina, id, true, "CA"));
        await Members.Decide(Cast.Chloe, id, true, "CA du 20 novembre, à l'unanimité");
        var admitted = Assert.Single((await Members.Candidacies(Cast.Elise, new())).Candidacies);
        Assert.Equal("admitted", admitted.State);
        Assert.Contains(await Members.Organisations(Cast.Elise), o => o.Id == admitted.OrganisationId);
        Assert.Equal("members.decided_already", await Refusal(() => Members.Support(Cast.Elise, id)));
        Assert.Empty((await Members.Candidacies(Cast.Zora, new())).Candidacies);
        Assert.Contains("Chloé Perrin a noté la décision sur Atelier Vélo", (await Get<Feed>().Of(Cast.Elise, id, new Say("fr"))).Select(h => h.Words));
    }
}

public sealed class RelayOnSqlite() : RelayTests(On.Sqlite);

public sealed class RelayOnPostgres() : RelayTests(On.Postgres);
