namespace Ptce.Workspace.Tests;

public abstract class MembersFindingTests(On on) : CastTest(on)
{
    [Fact]
    public async Task People_are_found_by_name_or_organisation_and_come_a_page_at_a_time()
    {
        var members = Get<Members>();
        var pages = new List<string>();
        for (string? after = null; ;)
        {
            var (found, next) = await members.Acting(Cast.Amina, after: after, most: 3);
            pages.AddRange(found.Select(m => m.Name).Distinct());
            if (next is null) break;
            after = next;
        }
        Assert.Equal(await members.CountActing(Cast.Amina), pages.Count);
        Assert.Equal(pages.Distinct(), pages);
        Assert.Equal(["Bruno Keller", "Gaëlle Weber"], (await members.Acting(Cast.Amina, "elips")).Mandates.Select(m => m.Name).Distinct());
        Assert.Equal(["Amina Belkacem"], (await members.Acting(Cast.Amina, " belk ")).Mandates.Select(m => m.Name));
        Assert.Empty((await members.Acting(Cast.Amina, "%")).Mandates);
        Assert.Empty((await members.NotActing(Cast.Amina)).Mandates);
        var mandate = (await members.Mandates(Cast.Chloe, Cast.Amina.PersonId))[0];
        await members.EndMandate(Cast.Chloe, mandate.Id, Clock.Today);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Amina Belkacem", Assert.Single((await members.NotActing(Cast.Bruno, "belk")).Mandates).Name);
        Assert.Empty((await members.Acting(Cast.Bruno, "belk")).Mandates);
    }
}

public sealed class MembersFindingOnSqlite() : MembersFindingTests(On.Sqlite);

public sealed class MembersFindingOnPostgres() : MembersFindingTests(On.Postgres);
