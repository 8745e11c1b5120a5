namespace Ptce.Workspace.Tests;

/// <summary>The report for the PTCE calls, heading by heading, with figures worked out by hand.</summary>
public abstract class AmiTests(On on) : PackTest(on)
{
    private static readonly DateOnly From = new(2026, 10, 1), To = new(2026, 11, 19);

    private async Task<Pack> Ami(Digest digest, bool values = true, Actor? reader = null) => await Of(digest, new PackAsked(PackNames.Ami, values), reader);

    [Fact]
    public async Task Members_are_counted_by_type_and_by_each_of_their_circles()
    {
        await Get<Members>().AddOrganisation(Cast.Ines, "Pays du Haut", "collectivite", "partenaire", From);
        await Get<Members>().AddOrganisation(Cast.Ines, "Valoprest", "entreprise", "résident", From);
        var table = TableOf(await Ami(await Compile(From, To)), "membres");

        var belonging = (await Get<Members>().Belongings(Cast.David)).Where(b => b.FromDay <= To && !(b.ToDay < To)).ToList();
        Assert.Equal(belonging.Select(b => b.OrganisationId).Distinct().Count(), (int)table.Sum(1));
        Assert.Equal("Collectivité territoriale | 1 | 0 | 0 | 0 | 1 | 0 | 0", Assert.Single(Rows(table, 0, 1, 2, 3, 4, 5, 6, 7), r => r.StartsWith("Collectivité", StringComparison.Ordinal)));
        Assert.Equal(belonging.Count(b => b.Circle == "resident"), (int)table.Sum(4)); // once in its circle, though a member as well
    }

    [Fact]
    public async Task Bodies_say_how_often_they_met_and_what_share_of_their_organisations_came()
    {
        var series = (await Get<Workshops>().Plan(Cast.Chloe, new("Comité de pilotage", "copil", "committee", To.AddDays(7), new(14, 0), 120, "weekly", ["FR"]))).Id;
        foreach (var (id, day, people) in new[] { ("o1", To, new[] { Cast.Elise }), ("o2", To, [Cast.Elise, Cast.Amina]) })
        {
            await Db.Write(Cast.Pole.Id, tx => tx.Execute("insert into occurrences (id, pole_id, series_id, number, computed, day, starts, starts_at, minutes, reasons, state, revised_at) values (@id, @pole, @series, @number, @day, @day, '14:00', @Now, 120, '[]', 'held', @Now)",
                new { id, pole = Cast.Pole.Id, series, number = id == "o1" ? 901 : 902, day, tx.Now }));
            foreach (var person in people)
                await Db.Write(Cast.Pole.Id, tx => tx.Execute("insert into attendances (occurrence_id, person_id, organisation_id, how, noted_at, noted_by) values (@id, @PersonId, @OrganisationId, 'cell', @Now, @PersonId)",
                    new { id, person.PersonId, person.OrganisationId, tx.Now }));
        }
        var seats = (await Db.Read<string>("select distinct organisation_id from mandates where pole_id = @Id and role = 'committee' and organisation_id is not null", new { Cast.Pole.Id })).Count;
        var table = TableOf(await Ami(await Compile(From, To)), "instances");

        // Two meetings: Re-Sources sits on the committee and came to both; Val Horizon came once without a seat there.
        Assert.Equal([$"Comité de pilotage | 2 | 3 | {2 * seats} | 2 | {Math.Round(100m / seats)}"], Rows(table, 0, 2, 3, 4, 5, 6));
    }

    [Fact]
    public async Task Pooling_counts_offers_needs_and_what_was_brought_together()
    {
        var (offers, agreements) = (Get<Offers>(), Get<Agreements>());
        await offers.Post(Cast.Amina, new("locaux", "Salle du haut"), "web");
        await offers.Post(Cast.Amina, new("locaux", "Atelier bois"), "web");
        await offers.PostNeed(Cast.Bruno, new("locaux", "Une salle"), "web");
        await offers.PostNeed(Cast.Bruno, new("vehicule", "Un camion"), "web");
        var table = TableOf(await Ami(await Compile(From, To)), "mutualisations");

        Assert.Equal(["locaux | 2 | 1 | 0 | 0", "véhicule | 0 | 1 | 0 | 0"], Rows(table, 0, 1, 2, 3, 4));
        Assert.Empty((await offers.Posted(Cast.Amina, From.AddYears(-1), From.AddDays(-1))).Concat<object>(await agreements.Made(Cast.Amina, From, To)));
    }

    [Fact]
    public async Task Cooperations_posts_and_turnover_stand_beside_what_was_typed()
    {
        string[] two = [Cast.Organisation("Elips"), Cast.Organisation("Val Horizon")];
        await Get<Cooperations>().Log(Cast.Chloe, new("Broyeur commun", two, From, Level: "mutualisation", Form: "bilaterale", Commercial: true, Strategic: true, Amount: 1_200.50m, TurnoverShare: 4, Jobs: 0.5m), "web");
        await Get<Cooperations>().Log(Cast.Chloe, new("Festival", two, From.AddDays(3), Commercial: true, Amount: 800, TurnoverShare: 7, Jobs: 1.25m), "web");
        await Get<Cooperations>().Log(Cast.Chloe, new("Finie avant", two, From.AddYears(-1), From.AddDays(-1), Amount: 9_999), "web");
        await Get<DeclaredFigures>().Declare(Cast.David, From, To, new Dictionary<string, decimal?>
        {
            ["posts.cell"] = 1.5m,
            ["cell.fees"] = 4_000,
            ["cell.aid"] = 30_000,
            ["posts.created"] = 2,
            ["posts.kept"] = 3.5m,
            ["posts.insertion"] = 1,
            ["survey.turnover"] = 8.2m,
        });
        var digest = await Compile(From, To);
        var pack = await Ami(digest);

        Assert.Equal(["Festival | commerciale | 800,00", "Broyeur commun | commerciale et stratégique | 1 200,50"], Rows(TableOf(pack, "cooperations"), 0, 2, 6));
        Assert.Equal(2_000_50L, TableOf(pack, "cooperations").Sum(6));
        Assert.Equal(["1,5 | ", " | 4 000,00", " | 30 000,00", " | ", " | "], Rows(TableOf(pack, "animation"), 1, 2));
        Assert.Equal(34_000_00L, TableOf(pack, "animation").Sum(2));
        Assert.Equal(["2", "3,5", "1", "1,75"], Rows(TableOf(pack, "emplois"), 1));          // 0,5 + 1,25 said by two cooperations
        Assert.Equal(["8,2", "5,5"], Rows(TableOf(pack, "chiffre-d-affaires"), 1));          // (4 + 7) ÷ 2
        await AddsUp(digest, pack);
        Assert.Equal(["Libellé", "ETP"], TableOf(await Ami(digest, values: false), "animation").Columns.Select(c => c.Header));
        Assert.Equal("posts.cell", (await Assert.ThrowsAsync<Refused>(() => Get<DeclaredFigures>().Declare(Cast.David, From, To, new Dictionary<string, decimal?> { ["posts.cell"] = 10_001 }))).Field);
    }

    [Fact]
    public async Task Hours_and_euros_by_kind_and_member_are_those_of_the_digest()
    {
        await Line("2026-10-05", minutes: 600, beneficiary: "Val Horizon");                                  // 120,20
        await Line("2026-10-06", "locaux", 0, giver: "La Coursive", quantity: 3, unitValueCents: 25_00);     //  75,00
        var digest = await Compile(From, To);
        var pack = await Ami(digest);

        Assert.Equal(["bénévolat d'usager | 10 h | 120,20", "locaux |  | 75,00"], Rows(TableOf(pack, "natures"), 0, 2, 4));
        Assert.Equal((195_20L, 195_20L), (TableOf(pack, "natures").Sum(4), TableOf(pack, "organisations").Sum(3)));
        Assert.Equal("195,20", Rows(TableOf(pack, "ressources"), 2)[2]);
        await AddsUp(digest, pack);
        Assert.Equal("Les perspectives restent à écrire.", pack.Notes[0].Paragraphs[0]);
        await Get<DeclaredTexts>().Declare(Cast.Chloe, From, To, new Dictionary<string, string?> { [DeclaredTexts.Outlook] = "Un toit de plus.\r\nUn poste de plus." });
        Assert.Equal(["Un toit de plus.", "Un poste de plus."], (await Ami(digest)).Notes[0].Paragraphs);
    }

    [Fact]
    public async Task An_axis_is_scored_in_percent_as_on_the_last_day_of_the_period()
    {
        var objectives = Get<Objectives>();
        var sites = await objectives.Set(Cast.Chloe, "Axe 2, former", "Chantiers pilotes", 8, "chantiers");
        await objectives.Set(Cast.Chloe, "Axe 1, animer", "Ateliers tenus", 9, "ateliers");
        await objectives.Score(Cast.Chloe, sites, new(2026, 10, 1), 2, null, null);
        await objectives.Score(Cast.Chloe, sites, To, 3, "Le troisième a ouvert", "https://exemple.fr/photo");
        await objectives.Score(Cast.Chloe, sites, To, 3.5m, "Le troisième, et la moitié du quatrième", "https://exemple.fr/photo"); // later said, same day: it holds

        Assert.Equal(
            ["Axe 1, animer | Ateliers tenus | 9 |  |  | ", "Axe 2, former | Chantiers pilotes | 8 | 3,5 | 43,8 | Le troisième, et la moitié du quatrième"],
            Rows(TableOf(await Ami(await Compile(From, To)), "axes"), 0, 1, 2, 3, 5, 6));
        Assert.Equal(25m, (await objectives.On(Cast.Amina, new(2026, 10, 31))).Single(a => a.Objective.Id == sites).Percent);
        await objectives.Drop(Cast.Chloe, sites);
        await objectives.Drop(Cast.Chloe, sites);
        Assert.Equal(["Ateliers tenus"], (await objectives.On(Cast.Amina, To)).Select(a => a.Objective.Title));
        Assert.Equal(2, (await objectives.On(Cast.Amina, To.AddDays(-1))).Count); // a report of earlier days keeps it
        Assert.Equal(["ObjectiveSet", "ObjectiveScored", "ObjectiveScored", "ObjectiveScored", "ObjectiveDropped"], await Events(sites));
    }

    [Theory, InlineData(0, "target"), InlineData(-1, "target"), InlineData(1.0005, "target")]
    public async Task A_target_that_cannot_be_is_refused_at_its_field(double target, string field)
    {
        Assert.Equal(field, (await Assert.ThrowsAsync<Refused>(() => Get<Objectives>().Set(Cast.Chloe, "Axe", "Objectif", (decimal)target, "chantiers"))).Field);
        Assert.Empty(await Db.Read<string>("select id from objectives"));
    }
}

public sealed class AmiOnSqlite() : AmiTests(On.Sqlite);

public sealed class AmiOnPostgres() : AmiTests(On.Postgres);
