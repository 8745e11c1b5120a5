namespace Ptce.Workspace.Tests;

public sealed class CadenceTests
{
    private static readonly string[] AllThree = ["FR", "BE", "LU"];

    [Fact]
    public void The_six_weekly_series_steps_around_Ascension_and_its_bridge_and_does_not_drift()
    {
        var dates = Series("2026-01-08", "6w", AllThree, count: 9);

        Assert.Equal(Days("2026-01-08 2026-02-19 2026-04-02 2026-05-14 2026-06-25 2026-08-06 2026-09-17 2026-10-29 2026-12-10"), dates.Select(d => d.Computed));
        Assert.Equal(Days("2026-01-08 2026-02-19 2026-04-02 2026-05-13 2026-06-25 2026-08-06 2026-09-17 2026-10-29 2026-12-10"), dates.Select(d => d.Date!.Value));
        Assert.Equal([3], dates.Where(d => d.Reasons.Count > 0).Select(d => d.Number));
        Assert.Equal(["holiday", "bridge"], dates[3].Reasons.Select(r => r.Code));
        Assert.Equal(
        [
            "Le jeudi 14 mai 2026 est férié : Ascension (France, Belgique, Luxembourg).",
            "Le vendredi 15 mai 2026 est un pont, seul jour ouvré entre le week-end et un jour férié : Ascension (France, Belgique, Luxembourg).",
        ], dates[3].Reasons.Select(r => r.Sentence("fr").Plain()));
    }

    [Fact]
    public void Fourteen_o_clock_stays_fourteen_o_clock_in_summer()
    {
        var dates = Series("2026-01-08", "6w", AllThree, count: 9);

        Assert.All(dates, d => Assert.Equal(new TimeOnly(14, 0), d.Time));
        Assert.Equal([13, 13, 12, 12, 12, 12, 12, 13, 13], dates.Select(d => d.Utc!.Value.Hour));
        Assert.All(dates, d => Assert.Equal(TimeSpan.Zero, d.Utc!.Value.Offset));
    }

    [Fact]
    public void When_bridges_are_allowed_the_meeting_goes_to_the_Friday() =>
        Assert.Equal(new DateOnly(2026, 5, 15), Series("2026-01-08", "6w", AllThree, count: 4, bridges: false)[3].Date);

    [Fact]
    public void Six_weeks_give_eight_or_nine_workshops_in_every_year()
    {
        var perYear = Series("2026-01-08", "6w", AllThree, count: 400).Where(d => d.Computed.Year is > 2026 and < 2070).CountBy(d => d.Computed.Year).ToList();

        Assert.Equal([8, 9], perYear.Select(y => y.Value).Distinct().Order());
    }

    [Theory]
    [InlineData("2026-01-08", "monthly", "2026-01-08 2026-02-12 2026-03-12 2026-04-09 2026-05-14 2026-06-11")]
    [InlineData("2026-01-29", "monthly", "2026-01-29 2026-02-26 2026-03-26 2026-04-30 2026-05-28 2026-06-25")]
    [InlineData("2026-01-06", "quarterly", "2026-01-06 2026-04-07 2026-07-07 2026-10-06 2027-01-05 2027-04-06")]
    [InlineData("2025-10-31", "quarterly", "2025-10-31 2026-01-30 2026-04-24 2026-07-31 2026-10-30 2027-01-29")]
    [InlineData("2026-01-08", "weekly", "2026-01-08 2026-01-15 2026-01-22 2026-01-29 2026-02-05 2026-02-12")]
    [InlineData("2026-01-08", "2w", "2026-01-08 2026-01-22 2026-02-05 2026-02-19 2026-03-05 2026-03-19")]
    [InlineData("2026-01-08", "10d", "2026-01-08 2026-01-18 2026-01-28 2026-02-07 2026-02-17 2026-02-27")]
    public void Other_rhythms_count_from_the_anchor_too(string anchor, string every, string computed) =>
        Assert.Equal(Days(computed), Series(anchor, every, AllThree, count: 6).Select(d => d.Computed));

    [Fact]
    public void A_day_that_falls_on_a_weekend_by_chance_moves_and_one_chosen_on_a_weekend_stays()
    {
        var byChance = Series("2026-01-08", "10d", ["FR"], count: 2)[1]; // Sunday 18 January
        Assert.Equal((new DateOnly(2026, 1, 19), "weekend"), (byChance.Date!.Value, Assert.Single(byChance.Reasons).Code));

        Assert.All(Series("2026-01-10", "6w", ["FR"], count: 3), d => Assert.Empty(d.Reasons)); // Saturdays
    }

    [Fact]
    public void A_closing_moves_the_meeting_to_its_edge_and_is_told_once()
    {
        var august = Series("2026-01-08", "6w", AllThree, count: 6, closed: "2026-08-03..2026-08-21")[5];

        Assert.Equal(new DateOnly(2026, 7, 31), august.Date);
        Assert.Equal("Le jeudi 6 août 2026 tombe dans une fermeture, du 3 août 2026 au 21 août 2026.", Assert.Single(august.Reasons).Sentence("fr"));
    }

    [Fact]
    public void With_no_free_day_within_a_week_people_are_asked_and_the_next_meeting_stands()
    {
        var dates = Series("2026-01-08", "6w", AllThree, count: 7, closed: "2026-07-27..2026-08-16");

        Assert.Null(dates[5].Date);
        Assert.Null(dates[5].Utc);
        Assert.Equal(["closed", "ask"], dates[5].Reasons.Select(r => r.Code));
        Assert.Equal(new DateOnly(2026, 9, 17), dates[6].Date);
    }

    [Fact]
    public void A_weekly_meeting_is_never_moved_onto_its_neighbour()
    {
        // Fridays; closed from Saturday to Friday, so that the only working days near are those of its neighbours' weeks.
        var dates = Series("2026-02-06", "weekly", ["FR"], count: 60, closed: "2026-02-07..2026-02-19");

        Assert.Null(dates[1].Date); // 13 February: the 6th is taken, the 20th is next week's own
        Assert.Contains(dates[1].Reasons, r => r.Code == "taken");
        Assert.Equal(new DateOnly(2026, 2, 20), dates[2].Date);
        var held = dates.Where(d => d.Date is not null).Select(d => d.Date!.Value).ToList();
        Assert.Equal(held.Distinct(), held);
    }

    [Theory, InlineData("6w"), InlineData("weekly"), InlineData("monthly"), InlineData("quarterly"), InlineData("2w"), InlineData("10d"), InlineData("17d")]
    public void Whatever_the_rhythm_a_held_day_is_free_near_and_the_nearest(string every)
    {
        var days = new WorkingDays(["FR-57", "BE", "LU"], [ClosedPeriod.Read("2027-08-01..2027-08-15"), ClosedPeriod.Read("2028-12-20..2029-01-02")]);
        for (var anchor = new DateOnly(2026, 1, 5); anchor.Day < 10; anchor = anchor.AddDays(1)) // Monday to Friday
        {
            var held = new HashSet<DateOnly>();
            foreach (var planned in new Cadence(anchor, new(14, 0), Every.Read(every), "Europe/Paris", days).Dates().Take(120))
            {
                Assert.Equal(Every.Read(every).Nth(anchor, planned.Number), planned.Computed);
                Assert.Equal(planned.Date != planned.Computed, planned.Reasons.Count > 0);
                if (planned.Date is not { } day) continue;
                Assert.Empty(days.Against(day));
                Assert.True(held.Add(day), $"{day} is given twice");
                var distance = Math.Abs(day.DayNumber - planned.Computed.DayNumber);
                Assert.InRange(distance, 0, Cadence.Reach);
                var nearer = Enumerable.Range(1 - distance, Math.Max(0, 2 * distance - 1)).Select(planned.Computed.AddDays);
                Assert.All(nearer, d => Assert.True(days.Against(d).Count > 0 || every == "weekly", $"{d} was free and nearer than {day}"));
            }
        }
    }

    [Theory, InlineData("6w"), InlineData("10d"), InlineData("3m"), InlineData("1w")]
    public void A_rhythm_is_written_as_it_is_read(string every) => Assert.Equal(every, Every.Read(every).ToString());

    [Theory, InlineData(""), InlineData("6"), InlineData("w"), InlineData("0w"), InlineData("-6w"), InlineData("53w"), InlineData("6 semaines"), InlineData("99999999999d")]
    public void An_unknown_rhythm_is_refused(string every) => Assert.Equal("every", Assert.Throws<Refused>(() => Every.Read(every)).Field);

    [Theory, InlineData(""), InlineData("2026-08-01.."), InlineData("2026-08-01..2026-02-30"), InlineData("2026-08-15..2026-08-01"), InlineData("août")]
    public void A_closing_without_two_days_in_order_is_refused(string closed) => Assert.Equal("closed", Assert.Throws<Refused>(() => ClosedPeriod.Read(closed)).Field);

    private static List<PlannedDate> Series(string anchor, string every, string[] places, int count, bool bridges = true, string? closed = null) =>
        [.. new Cadence(DateOnly.Parse(anchor), new TimeOnly(14, 0), Every.Read(every), "Europe/Paris",
            new WorkingDays(places, closed is null ? [] : [ClosedPeriod.Read(closed)], bridges)).Dates().Take(count)];

    private static IEnumerable<DateOnly> Days(string days) => days.Split(' ').Select(DateOnly.Parse);
}
