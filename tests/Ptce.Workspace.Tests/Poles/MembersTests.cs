namespace Ptce.Workspace.Tests;

public abstract class MembersTests(On on) : CastTest(on)
{
    private static readonly DateOnly Today = new(2026, 11, 19);

    private Members Members => Get<Members>();

    private Task<IReadOnlyList<string>> Since(long seq) =>
        Db.Read<string>("select name from events where pole_id = @Id and seq > @seq order by seq", new { Cast.Pole.Id, seq });

    private Task<long> Seq() => Db.One<long>("select seq from poles where id = @Id", new { Cast.Pole.Id });

    private Members.Appointment Hire(string name = "Rose Petit", string? email = null, string organisation = "Elips", string role = "member") =>
        new(name, email, Cast.Organisation(organisation), role, "salarie", Today);

    [Theory]
    [InlineData("tresoriere", Roles.Treasurer)]
    [InlineData(" TRÉSORIÈRES ", Roles.Treasurer)]
    [InlineData("Trésorier·ère", Roles.Treasurer)]
    [InlineData("trésorier(e)", Roles.Treasurer)]
    [InlineData("Kassenführung", Roles.Treasurer)]
    [InlineData("coordinateurs", Roles.Coordinator)]
    [InlineData("Animatrice", Roles.Coordinator)]
    [InlineData("comite de pilotage", Roles.Committee)]
    [InlineData("Steering committee", Roles.Committee)]
    [InlineData("administrateur/administratrice", Roles.Administrator)]
    [InlineData("adhérente", Roles.Member)]
    [InlineData("Observer", Roles.Observer)]
    [InlineData("chef", null)]
    [InlineData("s", null)]
    [InlineData("", null)]
    public void A_role_is_read_as_people_write_it(string written, Roles? role) => Assert.Equal(role, RoleNames.Read(written));

    [Fact]
    public async Task An_unknown_role_is_answered_with_the_roles_in_the_reader_s_words()
    {
        var row = new MemberRow(2, "Elips", "Coopérative", "résident", "Rose Petit", "", "chef", "");
        var bad = Assert.Single((await Assert.ThrowsAsync<BadFile>(() => Members.Import(Cast.Pole, [row]))).Rows).Reason;
        Assert.Contains("Membre, Animation, Comité de pilotage, Trésorerie, Administration, Observation", bad.In("fr"));
        Assert.Contains("Mitglied, Koordination, Lenkungsausschuss, Kassenführung, Verwaltung, Beobachtung", bad.In("de"));
        foreach (var word in bad.In("en").Split(": ")[1].TrimEnd('.').Split(", ")) Assert.NotNull(RoleNames.Read(word));
    }

    [Fact]
    public void Paid_or_not_is_read_with_its_accents_and_without()
    {
        var rows = MemberRow.Of(CsvFile.Parse("organisation;type;circle;person;email;role;engagement\nElips;scop;membre;A;;membre;Salariée\nElips;scop;membre;B;;membre;bénévole\nElips;scop;membre;C;;membre;parfois\n"));
        Assert.Equal(["salarie", "benevole", "parfois"], rows.Select(r => r.Engagement));
    }

    [Fact]
    public async Task An_organisation_is_in_several_circles_each_with_its_days()
    {
        var seq = await Seq();
        var id = await Members.AddOrganisation(Cast.Chloe, " La Coursive ", "scic", "noyau dur", new DateOnly(2025, 1, 1));
        Assert.Equal(Cast.Organisation("La Coursive"), id);
        Assert.Equal("circle", (await Assert.ThrowsAsync<Refused>(() => Members.AddOrganisation(Cast.Chloe, "La Coursive", "scic", "noyau_dur", Today))).Field);
        Assert.Equal(["membre", "noyau_dur"], (await Members.Belongings(Cast.Amina, id)).Select(b => b.Circle).Order());

        var hardCore = (await Members.Belongings(Cast.Amina, id)).Single(b => b.Circle == "noyau_dur");
        await Members.EndMembership(Cast.Chloe, hardCore.Id, new DateOnly(2026, 6, 30));
        Assert.Equal("members.already_ended", (await Assert.ThrowsAsync<Refused>(() => Members.EndMembership(Cast.Chloe, hardCore.Id, Today))).Key);
        await Members.AddOrganisation(Cast.Chloe, "La Coursive", "scic", "noyau_dur", new DateOnly(2026, 7, 1)); // and back again: nothing was deleted
        Assert.Equal(3, (await Members.Belongings(Cast.Amina, id)).Count);
        Assert.NotNull(await Get<Actors>().Find(Cast.Chloe.PersonId, Cast.Pole.Slug));
        Assert.Equal(["OrganisationJoined", "OrganisationLeft", "OrganisationJoined"], await Since(seq));
    }

    [Fact]
    public async Task Whoever_acts_for_an_organisation_that_leaves_stops_that_day()
    {
        var seq = await Seq();
        var horizon = (await Members.Belongings(Cast.Ines, Cast.Organisation("Val Horizon"))).Single();
        await Members.EndMembership(Cast.Ines, horizon.Id, Today);
        Assert.Equal(["OrganisationLeft", "MandateEnded", "MandateEnded"], await Since(seq));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Get<Actors>().Find(Cast.Amina.PersonId, Cast.Pole.Slug));
        Assert.Equal("Elips", (await Get<Actors>().Find(Cast.Gaelle.PersonId, Cast.Pole.Slug))!.OrganisationName);
        Assert.DoesNotContain(await Members.Organisations(Cast.Ines), o => o.Name == "Val Horizon");
        Assert.NotEmpty(await Members.Belongings(Cast.Ines, horizon.OrganisationId)); // still told, with its days
    }

    [Fact]
    public async Task The_names_one_may_mean_are_read_once_for_all_until_one_of_them_changes()
    {
        var known = await Members.Known(Cast.Amina);
        await Get<Contributions>().Log(Cast.Amina, [new(Today.AddDays(-1), 30, Kinds.Default)], "web");
        Assert.Same(known, await Members.Known(Cast.Chloe)); // something happened, nobody came or went

        await Members.AddPerson(Cast.Chloe, Hire());
        var more = await Members.Known(Cast.Amina);
        Assert.Equal("Rose Petit", Assert.Single(more.People.Except(known.People)).Name);
        Assert.Equal(known.Organisations, more.Organisations);

        var seq = await Seq();
        await Get<People>().Introduce((await Get<People>().WithMandate(Cast.Amina.PersonId))!, "Amina Nouvelle", "fr");
        Assert.Equal(["PersonRenamed"], await Since(seq));
        Assert.Contains((await Members.Known(Cast.Chloe)).People, p => p.Name == "Amina Nouvelle");
        await Get<People>().Introduce((await Get<People>().WithMandate(Cast.Amina.PersonId))!, "Amina Nouvelle", "de");
        Assert.Equal(["PersonRenamed"], await Since(seq)); // another language is no other name

        var horizon = (await Members.Belongings(Cast.Ines, Cast.Organisation("Val Horizon"))).Single();
        await Members.EndMembership(Cast.Ines, horizon.Id, Today);
        Assert.Contains((await Members.Known(Cast.Chloe)).Organisations, o => o.Name == "Val Horizon");
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain((await Members.Known(Cast.Chloe)).Organisations, o => o.Name == "Val Horizon");
    }

    [Fact]
    public async Task A_known_address_is_the_same_person_and_a_name_without_one_is_known_within_its_organisation()
    {
        var seq = await Seq();
        var zora = await Members.AddPerson(Cast.Chloe, Hire("Mme Lenoir", "ZORA@culture-cooperation.test", role: "observer"));
        Assert.Equal(Cast.Zora.PersonId, zora);
        Assert.Equal("Zora Lenoir", (await Members.Portray(Cast.Chloe, zora)).Name);

        var rose = await Members.AddPerson(Cast.Chloe, Hire());
        Assert.Equal("role", (await Assert.ThrowsAsync<Refused>(() => Members.AddPerson(Cast.Chloe, Hire()))).Field);
        Assert.Equal(rose, await Members.AddPerson(Cast.Chloe, Hire(role: "copil")));
        Assert.NotEqual(rose, await Members.AddPerson(Cast.Chloe, Hire(organisation: "Re-Sources")));
        Assert.Equal(rose, await Members.AddPerson(Cast.Chloe, Hire(organisation: "Valoprest") with { PersonId = rose }));

        await Members.GiveAddress(Cast.Chloe, rose, "Rose@elips.test");
        Assert.Equal("rose@elips.test", (await Members.Portray(Cast.Chloe, rose)).Email);
        Assert.Null((await Members.Portray(Cast.Amina, rose)).Email);
        Assert.Equal("members.has_address", (await Assert.ThrowsAsync<Refused>(() => Members.GiveAddress(Cast.Chloe, rose, "other@elips.test"))).Key);
        Assert.Equal("members.known_elsewhere", (await Assert.ThrowsAsync<Refused>(() => Members.GiveAddress(Cast.Chloe, zora, "mine@elips.test"))).Key);
        Assert.Equal(["MandateGiven", "MandateGiven", "MandateGiven", "MandateGiven", "MandateGiven", "AddressGiven"], await Since(seq));
    }

    [Fact]
    public async Task A_coordinator_makes_nobody_an_administrator_not_even_themselves()
    {
        await Assert.ThrowsAsync<NotAllowed>(() => Members.AddPerson(Cast.Chloe, Hire("Chloé Perrin", "chloe@la-coursive.test", "La Coursive", "administrator")));
        var ines = (await Members.Mandates(Cast.Chloe, Cast.Ines.PersonId)).Single();
        await Assert.ThrowsAsync<NotAllowed>(() => Members.EndMandate(Cast.Chloe, ines.Id, Today));
        var coursive = (await Members.Belongings(Cast.Chloe, Cast.Organisation("La Coursive"))).Single();
        await Assert.ThrowsAsync<NotAllowed>(() => Members.EndMembership(Cast.Chloe, coursive.Id, Today));
        Assert.Null((await Members.Belongings(Cast.Chloe, coursive.OrganisationId)).Single().ToDay);
    }

    [Fact]
    public async Task A_pole_keeps_someone_who_can_manage_it()
    {
        var chloe = (await Members.Mandates(Cast.Ines, Cast.Chloe.PersonId)).Single();
        var ines = (await Members.Mandates(Cast.Ines, Cast.Ines.PersonId)).Single();
        await Members.EndMandate(Cast.Ines, chloe.Id, Today);
        Assert.Equal("members.last_manager", (await Assert.ThrowsAsync<Refused>(() => Members.EndMandate(Cast.Ines, ines.Id, Today))).Key);
        var coursive = (await Members.Belongings(Cast.Ines, Cast.Organisation("La Coursive"))).Single();
        Assert.Equal("members.last_manager", (await Assert.ThrowsAsync<Refused>(() => Members.EndMembership(Cast.Ines, coursive.Id, Today))).Key);
        await Members.AddPerson(Cast.Ines, Hire(role: "coordinator"));
        await Members.EndMandate(Cast.Ines, ines.Id, Today);
    }

    [Fact]
    public async Task A_mandate_given_by_mistake_never_took_effect()
    {
        var rose = await Members.AddPerson(Cast.Chloe, Hire());
        var mandate = (await Members.Mandates(Cast.Chloe, rose)).Single();
        Assert.Equal("members.ends_before", (await Assert.ThrowsAsync<Refused>(() => Members.EndMandate(Cast.Chloe, mandate.Id, Today.AddDays(-2)))).Key);
        await Members.EndMandate(Cast.Chloe, mandate.Id, Today.AddDays(-1));
        Assert.Null(await Get<Actors>().Find(rose, Cast.Pole.Slug));
        Assert.Equal("n'a pas pris effet", (await Members.Mandates(Cast.Chloe, rose)).Single().Lasts.Words(new Say("fr"), Today));
    }

    [Theory]
    [InlineData("", "member", "salarie", "2026-11-19", "name")]
    [InlineData("Rose", "chief", "salarie", "2026-11-19", "role")]
    [InlineData("Rose", "member", "half", "2026-11-19", "engagement")]
    [InlineData("Rose", "member", "salarie", null, "from")]
    [InlineData("Rose", "member", "salarie", "0206-11-19", "from")]
    [InlineData("Rose", "member", "salarie", "2020-01-01", "organisation")]
    public async Task What_cannot_be_leaves_no_trace(string name, string role, string engagement, string? from, string field)
    {
        var seq = await Seq();
        var asked = new Members.Appointment(name, null, Cast.Organisation("Elips"), role, engagement, from is null ? null : DateOnly.Parse(from, null));
        Assert.Equal(field, (await Assert.ThrowsAsync<Refused>(() => Members.AddPerson(Cast.Chloe, asked))).Field);
        Assert.Empty(await Since(seq));
        Assert.Equal(0, await Db.One<long>("select count(*) from people where name = 'Rose'"));
    }

    [Fact]
    public async Task Names_are_told_to_those_who_may_read_the_pole()
    {
        string[] ids = [Cast.Organisation("Elips"), Cast.Amina.PersonId, Cast.Organisation("Culture & Coopération"), Cast.Zora.PersonId, Cast.Pole.Id];
        Assert.Equal(["Amina Belkacem", "Elips", "Pôle du Haut-Pays"], (await Members.Titles(Cast.Bruno, ids, new Say("fr"))).Values.Order());
        Assert.Empty(await Members.Titles(Cast.Farid, ids, new Say("fr")));
    }
}

public sealed class MembersOnSqlite() : MembersTests(On.Sqlite);

public sealed class MembersOnPostgres() : MembersTests(On.Postgres);
