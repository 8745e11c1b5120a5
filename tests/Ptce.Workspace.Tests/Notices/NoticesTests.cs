using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ptce.Workspace.Tests;

/// <summary>One message to one person about one thing: on the channel they chose, when they want to hear of it, once.</summary>
public abstract class NoticesTests(On on) : CastTest(on)
{
    private readonly HashSet<string> _onTeams = [];
    private Postbox _mail = null!, _teams = null!;
    private Dispatcher _dispatcher = null!;

    private Notices Notices => Get<Notices>();

    protected override void Replace(IServiceCollection services)
    {
        TeamsOf.Instead(services, _onTeams);
        PlainWriter.Instead(services);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_mail, _teams) = (new("mail", Get<NoticeDesk>), new("teams", Get<NoticeDesk>));
        _dispatcher = new(Db, Get<Deliveries>(), [_mail, _teams], Clock, NullLogger<Dispatcher>.Instance);
        foreach (var actor in new[] { Cast.Amina, Cast.Bruno, Cast.Chloe }) _onTeams.Add(actor.PersonId);
    }

    [Fact]
    public async Task Each_person_is_told_once_where_they_want_it_and_nobody_what_they_do_not_want()
    {
        await Notices.Prefer(Cast.Bruno.PersonId, "actions", Preference.Both);
        await Notices.Prefer(Cast.Chloe.PersonId, "actions", Preference.Mail);
        await Notices.Prefer(Cast.David.PersonId, "actions", Preference.None);
        foreach (var _ in Enumerable.Range(0, 2))
            foreach (var actor in new[] { Cast.Amina, Cast.Bruno, Cast.Chloe, Cast.David, Cast.Elise }) await Owe(actor, "Broyeur", "once");
        await Pay();

        Assert.Equal(["Amina", "Bruno"], Names(_teams));
        Assert.Equal(["Bruno", "Chloé", "Élise"], Names(_mail)); // Élise has no Teams
        await Assert.ThrowsAsync<Refused>(() => Notices.Prefer(Cast.Amina.PersonId, "actions", "pigeon"));
        await Assert.ThrowsAsync<Refused>(() => Notices.Prefer(Cast.Amina.PersonId, "weather", Preference.Mail));
    }

    [Fact]
    public async Task Who_says_stop_or_leaves_before_it_goes_out_is_not_told()
    {
        await Owe(Cast.Amina, "Broyeur");
        await Owe(Cast.Farid, "Broyeur");
        await Notices.Prefer(Cast.Amina.PersonId, "actions", Preference.None);
        await Db.Write(null, tx => tx.Execute("update mandates set to_day = '2026-11-01' where person_id = @PersonId", new { Cast.Farid.PersonId }));
        await Pay();

        Assert.Empty(Names(_teams).Concat(Names(_mail)));
        Assert.Equal(0, await Db.One<long>("select count(*) from deliveries where delivered_at is null"));
    }

    [Fact]
    public async Task A_person_who_cannot_be_reached_on_one_channel_is_reached_on_the_other_until_the_first_is_mended()
    {
        _teams.Fails = owed => owed.RecipientId == Cast.Amina.PersonId ? new CannotReach(new("deliveries.cause.mail_refused", "blocked")) : null;
        await Owe(Cast.Amina, "Première");
        await Pay();
        await Pay(); // what was given up is brought by mail
        Assert.Equal([("Amina", "Première")], _mail.Told);
        await Owe(Cast.Amina, "Deuxième"); // straight by mail
        await Owe(Cast.Bruno, "Deuxième");
        await Pay();
        Assert.Equal([("Amina", "Première"), ("Amina", "Deuxième")], _mail.Told);
        Assert.Equal([("Bruno", "Deuxième")], _teams.Told);

        _teams.Fails = _ => null;
        var parked = Assert.Single(await Get<Deliveries>().GivenUp(Cast.Chloe));
        await Get<Deliveries>().Retry(Cast.Chloe, parked.Id);
        await Pay();
        await Owe(Cast.Amina, "Troisième");
        await Pay();
        Assert.Equal("Troisième", _teams.Told.Last().Title);
    }

    [Fact]
    public async Task What_falls_due_at_night_waits_for_the_morning_of_the_person_it_is_for()
    {
        await Notices.SetQuiet(Cast.Bruno.PersonId, "America/Montreal", "21:30", "08:00");
        await Notices.SetQuiet(Cast.Chloe.PersonId, null, null, null);
        Clock.AdvanceTo(At(19, 22, 0));
        foreach (var actor in new[] { Cast.Amina, Cast.Bruno, Cast.Chloe }) await Owe(actor, "Broyeur");
        await Pay();
        Assert.Equal(["Bruno", "Chloé"], Names(_teams)); // 16:00 in Montreal; Chloé wants no peace

        Clock.AdvanceTo(At(20, 6, 59));
        await Pay();
        Assert.Equal(2, _teams.Told.Count);
        Clock.AdvanceTo(At(20, 7, 0));
        await Pay();
        Assert.Equal(["Amina", "Bruno", "Chloé"], Names(_teams));
        Assert.Equal(0, await Db.One<long>("select count(*) from deliveries where attempts <> 1")); // waiting is no failed try
    }

    [Fact]
    public async Task A_provider_that_is_away_pauses_its_channel_only_and_costs_its_messages_no_try()
    {
        foreach (var actor in new[] { Cast.Amina, Cast.Bruno, Cast.David, Cast.Elise, Cast.Gaelle }) await Owe(actor, "Broyeur");
        var tries = 0;
        _mail.Fails = _ => { tries++; return new ChannelDown(new("deliveries.cause.mail_away", "refused")); };
        await Pay();
        Assert.Equal((1, 2), (tries, _teams.Told.Count));
        var pause = (await Get<Channels>().PauseOf("mail"))!;
        Assert.Equal("le serveur de courriel ne répond pas ou raccroche (refused)", Cause.In(new("fr"), pause.Cause));

        // Half a day away: probed ever more seldom, one message at a time.
        for (var at = Clock.Start; at < Clock.Start.AddHours(9); at = Clock.GetUtcNow())
        {
            await Pay();
            Clock.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.InRange(tries, 50, 65);
        Assert.Empty(await Get<Deliveries>().GivenUp(Cast.Chloe));
        Assert.Equal(0, await Db.One<long>("select max(attempts) from deliveries where channel = 'mail'"));

        _mail.Fails = _ => null;
        await Get<Channels>().ProbeNow(Cast.Chloe, "mail");
        await Pay();
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Pay();
        Assert.Equal(["David", "Élise", "Gaëlle"], Names(_mail));
        Assert.Null(await Get<Channels>().PauseOf("mail"));
    }

    [Theory]
    [InlineData("20:00", "07:00", "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z")] // the night of the autumn change: 07:00 is 06:00 UTC from now on
    [InlineData("20:00", "07:00", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z")] // and of the spring change
    [InlineData("20:00", "02:30", "2026-03-28T22:00:00Z", "2026-03-29T01:30:00Z")] // an end that the clocks skip
    [InlineData("20:00", "02:30", "2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z")] // and one they show twice: the first
    [InlineData("12:00", "14:00", "2026-11-19T11:30:00Z", "2026-11-19T13:00:00Z")]
    [InlineData("12:00", "14:00", "2026-11-19T13:00:00Z", null)]
    [InlineData("20:00", "07:00", "2026-11-19T06:00:00Z", null)]
    public void Peace_ends_by_the_clock_on_the_wall(string starts, string ends, string now, string? until) =>
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until, null), new QuietHours(null, starts, ends).Until(DateTimeOffset.Parse(now, null), "Europe/Paris"));

    private static DateTimeOffset At(int day, int hour, int minute) => WallClock.Utc(WallClock.Zone("Europe/Paris"), new(2026, 11, day), new(hour, minute));

    private Task Pay() => _dispatcher.PayWhatIsDue(default);

    private static IEnumerable<string> Names(Postbox box) => box.Told.Select(t => t.Name).Order(StringComparer.InvariantCulture);

    private Task<bool> Owe(Actor to, string subject, string? dedupe = null) =>
        Db.Write(Cast.Pole.Id, tx => Notices.Owe(tx, to.PersonId, "action_due", subject, Cast.Pole.Id, dedupe));
}

public sealed class NoticesOnSqlite() : NoticesTests(On.Sqlite);

public sealed class NoticesOnPostgres() : NoticesTests(On.Postgres);
