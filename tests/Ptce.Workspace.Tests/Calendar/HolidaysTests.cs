namespace Ptce.Workspace.Tests;

public sealed class HolidaysTests
{
    /// <summary>Movable feasts typed by hand, not computed: Good Friday, Easter, Easter Monday, Ascension, Whit Monday.</summary>
    private static readonly string[][] Movable =
    [
        ["2024-03-29", "2024-03-31", "2024-04-01", "2024-05-09", "2024-05-20"],
        ["2025-04-18", "2025-04-20", "2025-04-21", "2025-05-29", "2025-06-09"],
        ["2026-04-03", "2026-04-05", "2026-04-06", "2026-05-14", "2026-05-25"],
        ["2027-03-26", "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-17"],
        ["2028-04-14", "2028-04-16", "2028-04-17", "2028-05-25", "2028-06-05"],
        ["2029-03-30", "2029-04-01", "2029-04-02", "2029-05-10", "2029-05-21"],
        ["2030-04-19", "2030-04-21", "2030-04-22", "2030-05-30", "2030-06-10"],
        ["2031-04-11", "2031-04-13", "2031-04-14", "2031-05-22", "2031-06-02"],
        ["2032-03-26", "2032-03-28", "2032-03-29", "2032-05-06", "2032-05-17"],
        ["2033-04-15", "2033-04-17", "2033-04-18", "2033-05-26", "2033-06-06"],
    ];

    [Theory]
    [InlineData("FR", false, "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("FR-57", true, "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("FR-67", true, "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("FR-68", true, "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("BE", false, "01-01 05-01 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("LU", false, "01-01 05-01 05-09 06-23 08-15 11-01 12-25 12-26")]
    public void Ten_years_of_holidays_are_those_typed_by_hand(string place, bool goodFriday, string fixedDays)
    {
        foreach (var row in Movable)
        {
            var year = row[0][..4];
            var expected = fixedDays.Split(' ').Select(d => $"{year}-{d}").Concat([row[2], row[3], row[4]]).Concat(goodFriday ? [row[0]] : []);

            Assert.Equal(expected.Distinct().Order(), Holidays.Of(place, int.Parse(year)).Select(h => h.Day.ToString("yyyy-MM-dd")));
        }
    }

    [Fact]
    public void Easter_falls_on_the_Sundays_typed_by_hand()
    {
        Assert.All(Movable, row => Assert.Equal(DateOnly.Parse(row[1]), Easter.Sunday(int.Parse(row[1][..4]))));
        string[] extremes = ["1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2008-03-23", "2011-04-24", "2038-04-25", "2285-03-22"];
        Assert.All(extremes, day => Assert.Equal(DateOnly.Parse(day), Easter.Sunday(int.Parse(day[..4]))));
        Assert.All(Enumerable.Range(1583, 2600), year =>
        {
            var easter = Easter.Sunday(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        });
    }

    [Fact]
    public void Two_feasts_on_one_day_are_one_date_with_both_names()
    {
        var day = Assert.Single(Holidays.Of("LU", 2024), h => h.Day == new DateOnly(2024, 5, 9));

        Assert.Equal("Ascension et Journée de l'Europe", day.Name("fr"));
        Assert.Equal("Ascension Day and Europe Day", day.Name("en"));
        Assert.Equal("Christi Himmelfahrt und Europatag", day.Name("de"));
    }

    [Fact]
    public void Europe_Day_is_a_holiday_in_Luxembourg_since_2019()
    {
        Assert.DoesNotContain(Holidays.Of("LU", 2018), h => h.Codes.Contains("europe_day"));
        Assert.Contains(Holidays.Of("LU", 2019), h => h.Codes.Contains("europe_day"));
        Assert.Equal((10, 11), (Holidays.Of("LU", 2018).Count, Holidays.Of("LU", 2019).Count));
    }

    [Fact]
    public void Each_place_names_its_feasts_in_three_languages()
    {
        foreach (var language in Words.Languages)
        {
            Assert.All(Holidays.Places, place => Assert.DoesNotContain("calendar.", Holidays.PlaceNames(language, [place])));
            Assert.All(Holidays.Places.SelectMany(p => Holidays.Of(p, 2026)), h => Assert.DoesNotContain("calendar.", h.Name(language)));
        }
        Assert.Equal(["Fête nationale"], Holidays.Of("fr", 2026).Where(h => h.Day == new DateOnly(2026, 7, 14)).Select(h => h.Name("fr")));
    }

    [Fact]
    public void A_department_is_not_named_beside_France_unless_it_alone_keeps_the_feast()
    {
        Assert.Equal(["FR", "LU"], Assert.Single(Holidays.On(new(2026, 5, 14), ["FR", "FR-57", "LU"])).Places);
        Assert.Equal(["FR-57", "LU"], Assert.Single(Holidays.On(new(2026, 12, 26), ["FR", "FR-57", "BE", "LU"])).Places);
        Assert.Empty(Holidays.On(new(2026, 4, 3), ["FR", "BE", "LU"]));
    }

    [Theory]
    [InlineData("FR-57", "Moselle", "moselle (57)", "57", "57190 Florange", "Moselle-Est")]
    [InlineData("FR-67", "Bas-Rhin", "Alsace", "Strasbourg, bas rhin", "67000 Strasbourg")]
    [InlineData("FR-68", "Haut-Rhin", "Mulhouse (68)")]
    [InlineData(null, "Meurthe-et-Moselle", "54190 Villerupt", "Mad et Moselle", "Plateau", "57 communes", "", null)]
    public void A_territory_says_in_which_department_it_lies(string? place, params string?[] territories) =>
        Assert.All(territories, territory => Assert.Equal(place, Holidays.OfTerritory(territory)));

    [Theory, InlineData("DE"), InlineData("FR-971"), InlineData("")]
    public void An_unknown_place_is_refused_with_those_we_know(string place)
    {
        var refused = Assert.Throws<Refused>(() => Holidays.Of(place, 2026));

        Assert.Equal("country", refused.Field);
        Assert.All(Holidays.Places, known => Assert.Contains(known, refused.Message));
    }

    [Theory, InlineData(1981), InlineData(2200), InlineData(-1)]
    public void A_year_outside_the_rules_is_refused(int year) =>
        Assert.Equal("year", Assert.Throws<Refused>(() => Holidays.Of("FR", year)).Field);
}
