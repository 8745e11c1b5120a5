using System.Text.Json;

namespace Ptce.Workspace.Tests;

public abstract class LoggingTests(On on) : LinesTest(on)
{
    [Fact]
    public async Task Logging_writes_the_line_and_announces_it_once()
    {
        var line = await Logged(Cast.Amina, TwoHours("Elips") with { Note = "  relevé de décisions ", Sentence = "2h hier au cotech avec Elips" });

        Assert.Equal(("submitted", 120, "temps_salarie", "cotech", Yesterday), (line.State, line.Minutes, line.Kind, line.Activity, line.Day));
        Assert.Equal(("Amina Belkacem", "Val Horizon", "Elips", "relevé de décisions"), (line.PersonName, line.OrganisationName, line.BeneficiaryName, line.Note));
        Assert.Equal(["Elips"], line.Parties.Select(p => p.Name));
        Assert.Equal(line with { Parties = [], Notices = [] }, (await Ledger.One(Cast.Bruno, line.Id)) with { Parties = [], Notices = [] });
        Assert.Equal(["ContributionLogged"], await Events(line.Id));
        Assert.Equal("2 h · cotech · mercredi 18 novembre", line.Title(new Say("fr"), Clock.Today));
    }

    [Theory]
    [InlineData("bruno", "copil", "benevolat_politique")]
    [InlineData("bruno", "ca", "benevolat_politique")]
    [InlineData("bruno", "atelier", "benevolat_usager")]
    [InlineData("bruno", "chantier pilote", "benevolat_usager")]
    [InlineData("bruno", null, "benevolat_usager")]
    [InlineData("amina", "copil", "temps_salarie")]
    public async Task The_kind_follows_from_the_engagement_and_the_activity(string who, string? activity, string kind)
    {
        var actor = who == "bruno" ? Cast.Bruno : Cast.Amina;
        Assert.Equal(kind, (await Logged(actor, new(Yesterday, 60, "default", activity))).Kind);
    }

    [Fact]
    public async Task A_refused_line_takes_the_whole_request_with_it()
    {
        var tomorrow = TwoHours() with { Day = Clock.Today.AddDays(1) };
        Assert.Equal("contributions.day_to_come", await Refusal(() => Ledger.Log(Cast.Amina, [TwoHours(), tomorrow], "web")));
        Assert.Equal("contributions.day_full_own", await Refusal(() => Ledger.Log(Cast.Amina, [TwoHours(), TwoHours() with { Minutes = 1400 }], "web")));
        Assert.Empty((await Ledger.Mine(Cast.Amina)).Lines);
        Assert.DoesNotContain("ContributionLogged", await Db.Read<string>("select name from events"));
    }

    public static TheoryData<string, NewContribution> Wrong => new()
    {
        { "contributions.day_to_come", new(new(2026, 11, 20), 60, "default") },
        { "contributions.day_too_old", new(new(2021, 11, 18), 60, "default") },
        { "contributions.minutes_range", new(new(2026, 11, 18), 0, "default") },
        { "contributions.minutes_range", new(new(2026, 11, 18), 1441, "default") },
        { "contributions.minutes_range", new(new(2026, 11, 18), -60, "locaux") },
        { "contributions.minutes_range", new(new(2026, 11, 18), long.MaxValue, "default") },
        { "contributions.unknown_kind", new(new(2026, 11, 18), 60, "bénévolat") },
        { "contributions.quantity_missing", new(new(2026, 11, 18), 0, "denrees") },
        { "contributions.quantity_range", new(new(2026, 11, 18), 0, "denrees", Quantity: -1) },
        { "contributions.quantity_range", new(new(2026, 11, 18), 0, "denrees", Quantity: 0.0001m) },
        { "contributions.unit_value_range", new(new(2026, 11, 18), 0, "denrees", Quantity: 1, UnitValueCents: -1) },
        { "contributions.too_long", new(new(2026, 11, 18), 60, "default", Note: new string('n', 1001)) },
        { "contributions.too_long", new(new(2026, 11, 18), 60, "default", new string('a', 81)) },
        { "typed.no_clock", new(new(2026, 11, 18), 60, "default", Starts: "25:00") },
        { "contributions.no_time_between", new(new(2026, 11, 18), 60, "default", Starts: "09:00", Ends: "9:00") },
        { "refused.not_here", new(new(2026, 11, 18), 60, "default", PartyIds: ["nowhere"]) },
        { "refused.not_here", new(new(2026, 11, 18), 60, "default", BeneficiaryId: "nowhere") },
        { "refused.not_here", new(new(2026, 11, 18), 60, "default", PersonId: "nobody") },
        { "refused.not_here", new(new(2026, 11, 18), 60, "default", OrganisationId: "nowhere") },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_cannot_be_is_refused(string key, NewContribution line) =>
        Assert.Equal(key, await Refusal(() => Logged(Cast.Amina, line)));

    [Fact]
    public async Task Organisations_of_another_pole_are_not_here_and_the_giver_is_no_party()
    {
        Assert.Equal("refused.not_here", await Refusal(() => Logged(Cast.Amina, TwoHours("Culture & Coopération"))));
        Assert.Equal("refused.not_here", await Refusal(() => Logged(Cast.Amina, TwoHours() with { OrganisationId = Cast.Organisation("Culture & Coopération") })));
        Assert.Equal("contributions.giver_is_no_party", await Refusal(() => Logged(Cast.Amina, TwoHours("Val Horizon"))));
        Assert.Equal("contributions.not_your_organisation", await Refusal(() => Logged(Cast.Amina, TwoHours() with { OrganisationId = Cast.Organisation("Elips") })));
    }

    [Fact]
    public async Task A_member_that_left_is_a_party_only_of_days_when_it_was_there()
    {
        await Db.Write(null, tx => tx.Execute("update memberships set from_day = '2026-01-01', to_day = '2026-10-31' where organisation_id = @id", new { id = Cast.Organisation("Elips") }));

        Assert.Equal("contributions.not_a_member", await Refusal(() => Logged(Cast.Amina, TwoHours("Elips"))));
        Assert.Equal("submitted", (await Logged(Cast.Amina, TwoHours("Elips") with { Day = new(2026, 10, 31) })).State);
    }

    [Fact]
    public async Task Only_the_coordinator_logs_for_someone_else()
    {
        var forBruno = TwoHours() with { PersonId = Cast.Bruno.PersonId };
        Assert.Equal("refused.not_allowed", await Refusal(() => Logged(Cast.Amina, forBruno)));
        Assert.Equal("refused.not_allowed", await Refusal(() => Logged(Cast.David, forBruno)));

        var line = await Logged(Cast.Chloe, forBruno);
        Assert.Equal(("Bruno Keller", "Elips", "benevolat_usager", "Chloé Perrin"), (line.PersonName, line.OrganisationName, line.Kind, line.LoggedByName));
        Assert.Equal("refused.not_here", await Refusal(() => Logged(Cast.Chloe, forBruno with { PersonId = Cast.Zora.PersonId })));
    }

    [Fact]
    public async Task A_day_holds_24_hours_over_all_poles_and_more_than_ten_are_said_to_be_long()
    {
        await Ledger.Log(Cast.GaelleElsewhere, [new(Yesterday, 600, "default")], "web");
        var (here, culture) = (Cast.Gaelle, new Say("fr"));

        var line = await Logged(here, new(Yesterday, 60, "default"));
        Assert.Equal(["Longue journée : 11 h en tout ce jour-là."], line.Notices.Select(n => n.In(culture).Plain()));
        Assert.Empty((await Ledger.One(Cast.Chloe, line.Id)).Notices); // what she does elsewhere is not Chloé's to know

        var refused = await Assert.ThrowsAsync<Refused>(() => Logged(here, new(Yesterday, 781, "default")));
        Assert.Contains("11 h", refused.In("fr"));
        var told = await Assert.ThrowsAsync<Refused>(() => Logged(Cast.Chloe, new(Yesterday, 781, "default", PersonId: here.PersonId)));
        Assert.Equal("contributions.day_full", told.Key);
        Assert.Equal(780, (await Logged(here, new(Yesterday, 780, "default"))).Minutes);
    }

    [Fact]
    public async Task Twenty_requests_at_once_cannot_overfill_a_day()
    {
        var poles = new[] { Cast.Gaelle, Cast.GaelleElsewhere };
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try { return (await Logged(poles[i % 2], new(Yesterday, 120, "default"))).Minutes; }
            catch (Refused) { return 0; }
        }));

        Assert.Equal(1440, tries.Sum());
        Assert.Equal(1440, await Db.One<long>("select cast(sum(minutes) as bigint) from contributions"));
    }

    [Fact]
    public async Task Hours_that_overlap_are_said_and_taken()
    {
        await Logged(Cast.Amina, TwoHours() with { Starts = "9:00", Ends = "11:00" });
        var after = await Logged(Cast.Amina, TwoHours() with { Starts = "11:00", Ends = "13:00" });
        var over = await Logged(Cast.Amina, TwoHours() with { Starts = "10:30", Ends = "12:30", Minutes = 150 });

        Assert.Empty(after.Notices);
        Assert.Equal(["contributions.notice.overlap", "contributions.notice.overlap", "contributions.notice.longer_than_clock"], over.Notices.Select(n => n.Key));
        Assert.Contains("09:00–11:00", over.Notices[0].In(new Say("de")));
    }

    [Fact]
    public async Task What_logging_answers_is_what_the_ledger_holds()
    {
        var (elips, valoprest) = (Cast.Organisation("Elips"), Cast.Organisation("Valoprest"));
        var own = await Ledger.Log(Cast.Amina,
        [
            TwoHours("Valoprest", "Elips") with { Minutes = 540, People = 3, Note = "à trois", Sentence = "9h à trois" },
            TwoHours() with { Minutes = 480, Starts = "09:00", Ends = "17:00" },
            new(Yesterday, 0, "vehicule", Quantity: 1.5m, BeneficiaryId: elips, Basis: new(UnitValueBasis.Depreciation, "facture 12", 2_000_000, 5, 5000, 100)),
        ], "api");
        var borrowed = await Ledger.Log(Cast.Amina, [new(Yesterday, 180, "locaux", OrganisationId: elips, BeneficiaryId: Cast.Organisation("Val Horizon"))], "web");
        var others = await Ledger.Log(Cast.Chloe, [TwoHours() with { PersonId = Cast.Bruno.PersonId, BeneficiaryId = valoprest }, TwoHours() with { PersonId = Cast.Gaelle.PersonId, Minutes = 640 }], "web");

        foreach (var line in own.Concat(borrowed)) Assert.Equal(Told(line), Told(await Ledger.One(Cast.Amina, line.Id)));
        foreach (var line in others) Assert.Equal(Told(line), Told(await Ledger.One(Cast.Chloe, line.Id)));
        Assert.NotEmpty(own[1].Notices);
        Assert.NotEmpty(others[1].Notices);
    }

    private static string Told(Contribution line) => JsonSerializer.Serialize(line);

    [Fact]
    public async Task The_same_request_twice_is_one_request_and_its_key_is_the_senders_own()
    {
        var first = await Ledger.Log(Cast.Amina, [TwoHours("Elips"), TwoHours()], "api", "key-1");
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ledger.Log(Cast.Amina, [TwoHours() with { Minutes = 5 }], "api", "key-1")));
        Assert.All(again, a => Assert.Equal(first.Select(l => l.Id), a.Select(l => l.Id)));

        var others = await Ledger.Log(Cast.Bruno, [TwoHours()], "api", "key-1");
        Assert.DoesNotContain(others[0].Id, first.Select(l => l.Id));
        Assert.Equal(3, await Db.One<long>("select count(*) from contributions"));
    }

    [Fact]
    public async Task What_is_lent_has_no_person_and_what_we_were_lent_is_confirmed_by_the_lender()
    {
        var lent = await Logged(Cast.Amina, new(Yesterday, 180, "locaux", BeneficiaryId: Cast.Organisation("Elips")));
        Assert.Equal((null, "Elips", "3 h · locaux · mercredi 18 novembre"), (lent.PersonName, lent.BeneficiaryName, lent.Title(new Say("fr"), Clock.Today)));
        Assert.Equal(["Elips"], lent.Parties.Select(p => p.Name));

        var borrowed = await Logged(Cast.Amina, new(Yesterday, 0, "vehicule", Quantity: 1.5m, UnitValueCents: 4000, OrganisationId: Cast.Organisation("Elips"), BeneficiaryId: Cast.Organisation("Val Horizon")));
        Assert.Equal(["Elips"], borrowed.Parties.Select(p => p.Name));
        Assert.Equal(("Elips", "Val Horizon", "1,5 jour"), (borrowed.OrganisationName, borrowed.BeneficiaryName, borrowed.Amount(new Say("fr"))));
        Assert.Equal("confirmed", (await Ledger.Confirm(Cast.Bruno, borrowed.Id)).State);
    }
}

public sealed class LoggingOnSqlite() : LoggingTests(On.Sqlite);

public sealed class LoggingOnPostgres() : LoggingTests(On.Postgres);
