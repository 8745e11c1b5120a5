using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ptce.Workspace.Tests;

/// <summary>The reminder of the day: it comes to those who asked for one, once, in the evening of a day they work, about that day.</summary>
public abstract class DailyAskTests(On on) : CastTest(on)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly HashSet<string> _onTeams = [];
    private Postbox _mail = null!, _teams = null!;
    private Dispatcher _dispatcher = null!;

    private Notices Notices => Get<Notices>();

    private IEnumerable<string> Told => [.. _mail.Told.Select(t => $"{t.Name} : {t.Title.Plain()}"), .. _teams.Told.Select(t => $"{t.Name} (Teams) : {t.Title.Plain()}")];

    protected override void Replace(IServiceCollection services) => TeamsOf.Instead(services, _onTeams);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_mail, _teams) = (new("mail", Get<NoticeDesk>), new("teams", Get<NoticeDesk>));
        _dispatcher = new(Db, Get<Deliveries>(), [_mail, _teams], Clock, NullLogger<Dispatcher>.Instance);
    }

    /// <summary>The job's hours come and go until then, and what is owed is brought each time.</summary>
    private async Task Until(DateOnly day, int hour)
    {
        var row = Schedule.Clock.Single(r => r.Name == "daily");
        for (var until = WallClock.Utc(Paris, day, new(hour, 0)); row.Next(Clock.GetUtcNow()) is { } at && at <= until;)
        {
            Clock.AdvanceTo(at);
            await Get<DailyAsk>().Ask();
            await _dispatcher.PayWhatIsDue(default);
        }
    }

    [Fact]
    public async Task Who_asked_for_it_is_reminded_once_in_the_evening_and_nobody_else()
    {
        await Notices.Prefer(Cast.Amina.PersonId, "daily", Preference.Mail);
        await Notices.Prefer(Cast.Bruno.PersonId, "daily", Preference.Mail);
        await Get<Contributions>().Log(Cast.Bruno, [new(Clock.Today, 60, "default", "atelier")], "web");
        await Until(Clock.Today, 16);
        Assert.Empty(Told);

        await Until(Clock.Today, 18);
        Assert.Equal(["Amina : Qu'avez-vous donné aujourd'hui ?"], Told);

        // Another channel from now on is for tomorrow: nobody is told twice of one day.
        _onTeams.Add(Cast.Amina.PersonId);
        await Notices.Prefer(Cast.Amina.PersonId, "daily", Preference.Teams);
        await Until(Clock.Today, 23);
        Assert.Single(Told);
        await Until(Clock.Today.AddDays(1), 23);
        Assert.Equal(["Amina (Teams) : Qu'avez-vous donné aujourd'hui ?"], Told.Where(t => t.Contains("Teams")));

        await Notices.Prefer(Cast.Amina.PersonId, "daily", Preference.None);
        await Until(Clock.Today.AddDays(7), 23);
        Assert.Equal(["Bruno : What did you give today?"], Told.Where(t => !t.StartsWith("Amina", StringComparison.Ordinal)).Distinct());
        Assert.Equal(2, Told.Count(t => t.StartsWith("Amina", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_weekend_and_no_holiday_of_where_they_are_asks_anything_and_the_change_of_the_hour_moves_nothing()
    {
        await Notices.Prefer(Cast.Amina.PersonId, "daily", Preference.Mail);
        await Notices.Prefer(Cast.Chloe.PersonId, "daily", Preference.Mail);
        await Notices.SetQuiet(Cast.Chloe.PersonId, "Europe/Brussels", "20:00", "07:00");
        Clock.AdvanceTo(WallClock.Utc(Paris, new(2027, 3, 25), new(12, 0))); // the clocks go on in the night to Sunday 28 March; Monday is Easter's
        var at = new List<(DateOnly, int)>();
        for (var day = new DateOnly(2027, 3, 25); day <= new DateOnly(2027, 3, 31); day = day.AddDays(1))
            for (var hour = 1; hour < 24; hour++)
            {
                var before = Told.Count();
                await Until(day, hour);
                if (Told.Count() > before) at.Add((day, hour));
            }
        // The job stands at five past the hour: what is told between 17 and 18 h is seen at 18.
        Assert.Equal([(new(2027, 3, 25), 18), (new(2027, 3, 26), 18), (new(2027, 3, 30), 18), (new DateOnly(2027, 3, 31), 18)], at);

        // 14 July is France's, 21 July Belgium's.
        Clock.AdvanceTo(WallClock.Utc(Paris, new(2027, 7, 14), new(12, 0)));
        _mail.Told.Clear();
        await Until(new(2027, 7, 14), 23);
        Assert.Equal("Chloé", Assert.Single(_mail.Told).Name);
        Clock.AdvanceTo(WallClock.Utc(Paris, new(2027, 7, 21), new(12, 0)));
        _mail.Told.Clear();
        await Until(new(2027, 7, 21), 23);
        Assert.Equal("Amina", Assert.Single(_mail.Told).Name);
    }

    [Fact]
    public async Task The_feasts_of_a_department_are_those_of_the_organisations_that_say_they_are_there()
    {
        await Notices.Prefer(Cast.Amina.PersonId, "daily", Preference.Mail);
        await Notices.Prefer(Cast.Bruno.PersonId, "daily", Preference.Mail);
        await Get<Members>().Describe(Cast.Chloe, Cast.Organisation("Val Horizon"), Members.Profile.Unsaid with { Territory = "Florange (57)" }, null);
        await Get<Members>().Describe(Cast.Chloe, Cast.Organisation("Elips"), Members.Profile.Unsaid with { Territory = "Meurthe-et-Moselle" }, null);
        Clock.AdvanceTo(WallClock.Utc(Paris, new(2027, 3, 26), new(12, 0)));
        await Until(new(2027, 3, 26), 23);
        Assert.Equal("Bruno", Assert.Single(_mail.Told).Name); // Good Friday
    }

    [Fact]
    public async Task Quiet_hours_put_it_off_and_it_still_asks_about_its_day_unless_that_was_noted_meanwhile()
    {
        foreach (var actor in new[] { Cast.Amina, Cast.David })
        {
            await Notices.Prefer(actor.PersonId, "daily", Preference.Mail);
            await Notices.SetQuiet(actor.PersonId, null, "16:30", "08:00");
        }
        var day = Clock.Today;
        await Until(day, 23);
        Assert.Empty(Told);
        await Get<Contributions>().Log(Cast.David, [new(day, 60, "default", "atelier")], "web");

        await Until(day.AddDays(1), 9);
        Assert.Equal(["Amina : Qu'avez-vous donné jeudi 19 novembre ?"], Told);
        Assert.Equal(0, await Db.One<long>("select count(*) from deliveries where delivered_at is null"));
    }

    [Fact]
    public async Task An_hour_that_was_missed_is_made_up_for_and_a_day_that_was_missed_is_over()
    {
        await Notices.Prefer(Cast.Amina.PersonId, "daily", Preference.Mail);
        Clock.AdvanceTo(WallClock.Utc(Paris, Clock.Today, new(18, 40))); // down at 17
        await Until(Clock.Today, 20);
        Assert.Single(Told);

        // Owed, and the mail server away for two days: yesterday's question is not asked any more.
        _mail.Fails = _ => new ChannelDown(new("deliveries.cause.mail_silent", "mail.test, 30 s"));
        await Until(Clock.Today.AddDays(1), 18);
        Clock.Advance(TimeSpan.FromDays(2));
        _mail.Fails = _ => null;
        await _dispatcher.PayWhatIsDue(default);
        Assert.Single(Told);
    }

    [Fact]
    public async Task Who_only_reads_in_one_pole_is_reminded_in_the_one_where_they_log()
    {
        await Db.Write(null, tx => tx.Execute("update mandates set role = 'observer' where person_id = @PersonId and pole_id = @Id", new { Cast.Gaelle.PersonId, Cast.Other.Id }));
        await Notices.Prefer(Cast.Gaelle.PersonId, "daily", Preference.Mail);
        await Until(Clock.Today, 18);
        Assert.Equal(["Gaëlle : Was haben Sie heute gegeben?"], Told);
        Assert.Equal(Cast.Pole.Id, await Db.One<string>("select pole_id from deliveries where topic = 'daily_log'"));
    }
}

public sealed class DailyAskOnSqlite() : DailyAskTests(On.Sqlite);

public sealed class DailyAskOnPostgres() : DailyAskTests(On.Postgres);
