namespace Ptce.Workspace.Tests;

public abstract class RatesTests(On on) : CastTest(on)
{
    private static readonly RateDecision Loaded = new(
        "benevolat_usager", "M2", 1, 0.42m, null, null, null, new(2026, 7, 1), "SMIC chargé, taux de remplacement", "Conseil d'administration", new(2026, 6, 18), "PV 2026-06");

    private Rates Rates => Get<Rates>();

    [Theory]
    [InlineData("2024-10-31", 11_65)]
    [InlineData("2024-11-01", 11_88)] // raised within the year
    [InlineData("2025-12-31", 11_88)]
    [InlineData("2026-01-01", 12_02)]
    [InlineData("2021-10-01", 10_48)]
    public async Task A_new_pole_values_a_volunteers_hour_at_the_smic_of_the_day_worked(string day, long cents)
    {
        var rate = (await Rates.Grid(Cast.Pole.Id)).On("benevolat_usager", DateOnly.Parse(day))!;

        Assert.Equal(cents, rate.CentsPerHour);
        Assert.Equal(AccountPair.Volunteers, rate.Adopted.Accounts);
    }

    [Fact]
    public async Task What_nobody_decided_has_no_rate_and_none_is_guessed()
    {
        var grid = await Rates.Grid(Cast.Pole.Id);
        var day = new DateOnly(2026, 3, 1);

        Assert.Null(grid.On("temps_salarie", day));
        Assert.Null(grid.On("mecenat_competences", day));
        Assert.Null(grid.On("benevolat_usager", new(2021, 9, 30)));
        Assert.Null(grid.Decision("benevolat_politique", day)!.Accounts);
        Assert.Equal(12_02, grid.On("benevolat_politique", day)!.CentsPerHour);
    }

    [Fact]
    public async Task An_adopted_rate_holds_from_its_day_on_and_says_who_decided()
    {
        var adopted = await Rates.Adopt(Cast.David, Loaded);
        await Rates.Adopt(Cast.Other, Loaded with { Charge = 0.10m });

        var grid = await Rates.Grid(Cast.Pole.Id);
        Assert.Equal(12_02, grid.On("benevolat_usager", new(2026, 6, 30))!.CentsPerHour);
        var after = grid.On("benevolat_usager", new(2026, 7, 1))!;
        Assert.Equal((17_07, 12_02, 4200), (after.CentsPerHour, after.BaseCents, after.Adopted.ChargeBasisPoints));
        Assert.Equal("17,07 €/h, SMIC chargé, charges 42 %, depuis le 1er juillet 2026, PV 2026-06, Conseil d'administration du 18 juin 2026",
            new Say("fr").Rate(after).Plain());
        Assert.Equal([adopted], await Rates.History(Cast.Amina));
        Assert.Equal(["RateAdopted"], await Db.Read<string>("select name from events where subject_id = @Id", new { adopted.Id }));
    }

    [Fact]
    public async Task Of_two_decisions_for_the_same_day_the_later_one_holds()
    {
        await Rates.Adopt(Cast.David, Loaded);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Rates.Adopt(Cast.Elise, Loaded with { Method = "M4", Charge = 0, EurosPerHour = 13.5m, Level = "groupe 3" });

        Assert.Equal(13_50, (await Rates.Grid(Cast.Pole.Id)).On("benevolat_usager", new(2026, 8, 1))!.CentsPerHour);
    }

    [Fact]
    public async Task An_agreed_scale_for_paid_staff_is_booked_as_the_pole_chooses()
    {
        var scale = Loaded with { Kind = "temps_salarie", Method = "M5", Charge = 0, EurosPerHour = 28.40m };
        await Rates.Adopt(Cast.David, scale);
        Assert.Equal(AccountPair.Services, (await Rates.Grid(Cast.Pole.Id)).Decision("temps_salarie", new(2026, 8, 1))!.Accounts);
        await Rates.Adopt(Cast.David, scale with { Accounts = "864/875", From = new(2026, 9, 1) });
        Assert.Equal(AccountPair.Volunteers, (await Rates.Grid(Cast.Pole.Id)).Decision("temps_salarie", new(2026, 9, 1))!.Accounts);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "kind", "kind" }, { "method", "method" }, { "coefficient", "coefficient" }, { "charge", "charge" }, { "euros", "euros" },
        { "minutes", "minutes" }, { "later", "adopted_on" }, { "accounts", "accounts" }, { "source", "source" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task A_refused_rate_leaves_no_trace(string wrong, string field)
    {
        var decision = wrong switch
        {
            "kind" => Loaded with { Kind = "locaux" },
            "method" => Loaded with { Method = "M9" },
            "coefficient" => Loaded with { Coefficient = 1.5m },
            "charge" => Loaded with { Method = "M1" },
            "euros" => Loaded with { EurosPerHour = 12 },
            "minutes" => Loaded with { MinutesReference = " " },
            "later" => Loaded with { AdoptedOn = new(2026, 11, 20) },
            "accounts" => Loaded with { Accounts = "870/875" },
            _ => Loaded with { Source = "" },
        };
        var refused = await Assert.ThrowsAsync<Refused>(() => Rates.Adopt(Cast.David, decision));
        Assert.Equal(field, refused.Field);
        Assert.Equal(0, await Db.One<long>("select count(*) from rates"));
    }

    [Fact]
    public async Task Only_the_treasurer_and_the_committee_adopt_rates()
    {
        await Assert.ThrowsAsync<NotAllowed>(() => Rates.Adopt(Cast.Amina, Loaded));
        await Assert.ThrowsAsync<NotAllowed>(() => Rates.Adopt(Cast.Chloe, Loaded));
        await Rates.Adopt(Cast.Elise, Loaded);
    }

    [Fact]
    public async Task The_store_itself_keeps_rates_as_they_were_recorded()
    {
        await Rates.Adopt(Cast.David, Loaded);
        foreach (var sql in new[] { "update smic set cents_per_hour = 1", "delete from smic", "update rates set charge_basis_points = 0", "delete from rates" })
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<Exception>(() => Db.Write(null, tx => tx.Execute(sql)))).Message);
    }

    [Fact]
    public async Task A_new_smic_takes_over_from_its_day()
    {
        await Rates.AddSmic(new(2027, 1, 1), 12.31m, "décret");
        var grid = await Rates.Grid(Cast.Pole.Id);
        Assert.Equal((12_02, 12_31), (grid.On("benevolat_usager", new(2026, 12, 31))!.CentsPerHour, grid.On("benevolat_usager", new(2027, 1, 1))!.CentsPerHour));
    }
}

public sealed class RatesOnSqlite() : RatesTests(On.Sqlite);

public sealed class RatesOnPostgres() : RatesTests(On.Postgres);
