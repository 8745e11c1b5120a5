namespace Ptce.Workspace.Tests;

public abstract class ActorsTests(On on) : CastTest(on)
{
    private Actors Actors => Get<Actors>();

    private Task<Actor?> Amina(string? organisation = null) => Actors.Find(Cast.Amina.PersonId, Cast.Pole.Slug, organisation);

    private Task<string> Give(string organisation, string role, string from, Actor? to = null) => Get<Members>().AddPerson(Cast.Ines,
        new("Amina", null, Cast.Organisation(organisation), role, "benevole", DateOnly.Parse(from, null), (to ?? Cast.Amina).PersonId));

    [Fact]
    public async Task A_mandate_counts_from_its_first_day_on()
    {
        await Give("Val Horizon", "treasurer", "2026-11-20");
        Assert.Equal(Roles.Member, (await Amina())!.Roles);
        Clock.AdvanceTo(new(2026, 11, 19, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal(Roles.Member, (await Amina())!.Roles);
        Clock.Advance(TimeSpan.FromSeconds(1)); // midnight in Paris, not in Greenwich
        Assert.Equal(Roles.Member | Roles.Treasurer, (await Amina())!.Roles);
    }

    [Fact]
    public async Task A_mandate_counts_until_its_last_day_is_over_and_then_the_pole_is_not_there()
    {
        var mandate = (await Get<Members>().Mandates(Cast.Ines, Cast.Amina.PersonId))[0];
        await Get<Members>().EndMandate(Cast.Ines, mandate.Id, new DateOnly(2026, 11, 19));
        Assert.NotNull(await Amina());
        Clock.AdvanceTo(new(2026, 11, 19, 23, 0, 0, TimeSpan.Zero));
        Assert.Null(await Amina());
        Assert.Empty(await Actors.Places(Cast.Amina.PersonId));
    }

    [Fact]
    public async Task One_person_speaks_for_the_organisation_they_choose_among_their_own()
    {
        var (horizon, elips) = (Cast.Organisation("Val Horizon"), Cast.Organisation("Elips"));
        Assert.Equal(horizon, (await Amina(elips))!.OrganisationId); // not one of hers
        await Give("Elips", "committee", "2026-11-19");
        Assert.Equal(("Elips", "benevole"), await Amina(elips) is { } a ? (a.OrganisationName, a.Engagement) : default);
        Assert.Equal(("Val Horizon", "salarie"), await Amina() is { } b ? (b.OrganisationName, b.Engagement) : default);
        Assert.Equal(Roles.Member | Roles.Committee, (await Amina())!.Roles); // roles are the person's in the pole, whichever organisation speaks
    }

    [Fact]
    public async Task Roles_are_per_pole_and_a_pole_without_a_mandate_is_not_there()
    {
        Assert.Equal(["Pôle des Deux-Rives", "Pôle du Haut-Pays"], (await Actors.Places(Cast.Gaelle.PersonId)).Select(p => p.Name));
        Assert.Null(await Actors.Find(Cast.Amina.PersonId, Cast.Other.Slug));
        Assert.Null(await Actors.Find(Cast.Zora.PersonId, Cast.Pole.Slug));
        Assert.Null(await Actors.Find(Cast.Amina.PersonId, "nulle-part"));
        Assert.Null(await Actors.Find("nobody", Cast.Pole.Slug));
    }

    [Fact]
    public async Task An_administrator_of_the_instance_is_one_in_every_pole_and_speaks_for_nobody()
    {
        await Get<Members>().Administer(null, "Nadia Lopez", "nadia@pole.test", "de");
        var nadia = await Db.One<string>("select id from people where email = 'nadia@pole.test'");
        foreach (var pole in new[] { Cast.Pole, Cast.Other, await Get<Poles>().Create("Pôle tout neuf", "Europe/Brussels") })
        {
            var actor = (await Actors.Find(nadia, pole.Slug))!;
            Assert.Equal((Roles.Administrator, null, "de"), (actor.Roles, actor.OrganisationId, actor.Language));
        }
        Assert.Equal(3, (await Actors.Places(nadia)).Count);
    }
}

public sealed class ActorsOnSqlite() : ActorsTests(On.Sqlite);

public sealed class ActorsOnPostgres() : ActorsTests(On.Postgres);
