namespace Ptce.Workspace.Tests;

public abstract class TheCastTests(On on) : CastTest(on)
{
    [Fact]
    public void Everyone_is_who_the_stories_say()
    {
        Assert.Equal(("Val Horizon", Roles.Member, "salarie"), (Cast.Amina.OrganisationName, Cast.Amina.Roles, Cast.Amina.Engagement));
        Assert.Equal(("Elips", Roles.Member | Roles.Committee, "en"), (Cast.Bruno.OrganisationName, Cast.Bruno.Roles, Cast.Bruno.Language));
        Assert.Equal(Roles.Coordinator, Cast.Chloe.Roles);
        Assert.Equal(Roles.Treasurer, Cast.David.Roles);
        Assert.Equal(("Re-Sources", Roles.Committee), (Cast.Elise.OrganisationName, Cast.Elise.Roles));
        Assert.Equal(Roles.Observer, Cast.Farid.Roles);
        Assert.Equal(Roles.Administrator, Cast.Ines.Roles);
        Assert.Equal((Cast.Other.Id, Roles.Member | Roles.Coordinator), (Cast.Zora.PoleId, Cast.Zora.Roles));
        Assert.Equal(["Val Horizon", "Elips", "Culture & Coopération"], new[] { Cast.Gaelle, Cast.GaelleOfElips, Cast.GaelleElsewhere }.Select(a => a.OrganisationName));
        Assert.Single(new[] { Cast.Gaelle, Cast.GaelleOfElips, Cast.GaelleElsewhere }.Select(a => a.PersonId).Distinct());
        Assert.Equal(new DateOnly(2026, 11, 19), Cast.Amina.Today(Clock));
    }
}

public sealed class TheCastOnSqlite() : TheCastTests(On.Sqlite);

public sealed class TheCastOnPostgres() : TheCastTests(On.Postgres);
