using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ptce.Workspace.Tests;

/// <summary>Notices in people's chats, while the channel answers in every way it can: nobody is told twice, and nothing is lost.</summary>
public abstract class TeamsNoticesTests(On on) : TeamsTest(on)
{
    private Db Db => _teams.App.Db;

    protected override void Replace(IServiceCollection services)
    {
        services.RemoveAll<IWriteNotices>();
        services.AddSingleton<IWriteNotices, Reminder>();
    }

    private sealed class Reminder : IWriteNotices
    {
        public string Topic => "action_due";

        public Task<Notice?> Write(Delivery owed, Actor reader) => Task.FromResult<Notice?>(new($"{reader.Language} · {owed.SubjectId}", [$"{reader.Name} [a](https://evil.example)"], $"/p/{reader.PoleSlug}")
        {
            Facts = [new("<b>", "*1*")],
            Choices = [new("Fait", Says: "oui", Primary: true), new("Plus tard", Path: "/moi/avis")],
        });
    }

    [Fact]
    public async Task Each_person_is_told_once_in_their_chat_and_in_their_language()
    {
        foreach (var person in new[] { Cast.Amina, Cast.Bruno, Cast.Gaelle }) await _teams.Linked(person);
        foreach (var person in new[] { Cast.Amina, Cast.Bruno, Cast.Gaelle, Cast.Amina }) await Owe(person, "s1", "once");
        await Settled(3);

        Assert.Equal(["de · s1", "en · s1", "fr · s1"], Told().Select(c => (string)c.Body!["summary"]!).Order(StringComparer.Ordinal));
        var aminas = Told().Single(c => c.Path.Contains(Uri.EscapeDataString(TeamsStage.Chat(Cast.Amina)), StringComparison.Ordinal)).Body!.AsObject();
        var card = TeamsStage.Card(aminas);
        Assert.Equal(("fr", "1.5"), ((string)card["lang"]!, (string)card["version"]!));
        Assert.Contains("Amina Belkacem \\[a\\]", TeamsStage.Text(card));
        Assert.Equal(("oui", "positive"), ((string)TeamsStage.Button(aminas, "Fait")["data"]!["says"]!, (string)TeamsStage.Button(aminas, "Fait")["style"]!));
        Assert.Equal("https://pole.test/moi/avis", (string)TeamsStage.Button(aminas, "Plus tard")["url"]!);
        Assert.Equal(TeamsStage.Tenant, (string)aminas["channelData"]!["tenant"]!["id"]!);
        Assert.Equal(0, await Mails(Cast.Amina));
    }

    [Fact]
    public async Task Asked_for_patience_it_waits_and_tells_once()
    {
        await _teams.Linked(Cast.Amina);
        _teams.Connector.Answers(429, retryAfter: "60");
        await Owe(Cast.Amina);
        await _teams.Connector.Arrived.WaitAsync(TestContext.Current.CancellationToken);
        await Soon.True(async () => await Db.One<long>("select count(*) from deliveries where channel = 'teams' and attempts = 0 and due_at > @now", new { now = _teams.App.Clock.GetUtcNow() }) == 1, "It was not put off.");
        Assert.Empty(Told());

        await Turned(TimeSpan.FromSeconds(61), () => Settled(1));
        Assert.Single(Told());
        Assert.Equal(0, await Mails(Cast.Amina));
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"Forbidden","innerHttpError":{"body":{"subCode":"MessageWritesBlocked"}}}}""")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""")]
    public async Task Who_removed_the_bot_is_told_by_mail_and_the_chat_is_left_alone_until_they_write(int status, string body)
    {
        await _teams.Linked(Cast.Amina);
        _teams.Connector.Answers(status, body);
        await Owe(Cast.Amina, "s1");
        await Soon.True(async () => await Mails(Cast.Amina) == 1, "No mail went.");
        await Owe(Cast.Amina, "s2");
        await Soon.True(async () => await Mails(Cast.Amina) == 2, "The second went elsewhere.");
        Assert.Single(_teams.Connector.Calls);

        await _teams.Linked(Cast.Amina); // the bot is installed again, they write
        await Owe(Cast.Amina, "s3");
        await Settled(1);
        Assert.Single(Told());
    }

    [Fact]
    public Task An_answer_lost_after_the_card_was_shown_is_no_second_card() => Ambiguous(c => c.Dies(afterTaking: true), shown: 1);

    [Fact]
    public Task An_answer_lost_before_goes_by_mail() => Ambiguous(c => c.Dies(), shown: 0);

    [Fact]
    public Task A_gateway_that_does_not_know_is_not_asked_twice() => Ambiguous(c => c.Answers(502, retryAfter: "60"), shown: 0);

    [Fact]
    public Task A_channel_that_hangs_is_left_after_its_time() => Ambiguous(c => c.Hangs(), shown: 0, turn: ConnectorCalls.Patience + TimeSpan.FromSeconds(1));

    private async Task Ambiguous(Action<FakeConnector> script, int shown, TimeSpan? turn = null)
    {
        await _teams.Linked(Cast.Amina);
        script(_teams.Connector);
        await Owe(Cast.Amina);
        await _teams.Connector.Arrived.WaitAsync(TestContext.Current.CancellationToken);
        await Turned(turn ?? TimeSpan.Zero, () => Soon.True(async () => await Mails(Cast.Amina) == 1, "Nobody told Amina."));
        for (var hour = 0; hour < 3; hour++) _teams.App.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Single(_teams.Connector.Calls);
        Assert.Equal(shown, Told().Count);
        Assert.StartsWith("deliveries.cause.teams_unknown", await Db.One<string>("select error from deliveries where channel = 'teams'"), StringComparison.Ordinal);
        Assert.Equal(1, await Mails(Cast.Amina));
    }

    [Fact]
    public async Task A_program_that_died_before_it_noted_the_success_freshens_the_card_and_shows_no_second_one()
    {
        await _teams.Linked(Cast.Amina);
        await Owe(Cast.Amina);
        await Settled(1);
        var again = await Db.One<Delivery>("select id, pole_id, channel, topic, subject_id, recipient_id, attempts + 1 as attempts from deliveries where channel = 'teams'");
        await Payer.Pay(again, default);

        Assert.Single(Told());
        Assert.Equal(("PUT", "m1"), (_teams.Connector.Calls.Last().Method, _teams.Connector.Calls.Last().Path.Split('/')[^1]));
    }

    [Fact]
    public async Task A_program_that_died_while_sending_sends_no_second_card_but_a_person_who_retries_does()
    {
        await _teams.Linked(Cast.Amina);
        _teams.Connector.Dies();
        await Owe(Cast.Amina);
        await Soon.True(async () => await Mails(Cast.Amina) == 1, "Nobody told Amina.");
        var parked = Assert.Single(await _teams.App.Get<Deliveries>().GivenUp(Cast.Chloe), p => p.Channel == "teams");
        Assert.Contains("pas envoyé deux fois", Cause.In(new Say("fr"), parked.Error));

        await _teams.App.Get<Deliveries>().Retry(Cast.Chloe, parked.Id);
        await Settled(1);
        Assert.Single(Told());
    }

    [Fact]
    public async Task A_person_known_by_the_tab_alone_gets_a_chat_opened_for_them_once()
    {
        await _teams.Linked(Cast.Amina, chat: false);
        await Owe(Cast.Amina, "s1");
        await Settled(1);
        await Owe(Cast.Amina, "s2");
        await Settled(2);

        var opened = Assert.Single(_teams.Connector.Calls, c => c.Path.EndsWith("/v3/conversations", StringComparison.Ordinal));
        Assert.Equal(TeamsStage.Account(Cast.Amina), (string)opened.Body!["members"]![0]!["id"]!);
        Assert.Equal(3, _teams.Connector.Calls.Count);
    }

    [Fact]
    public async Task Where_no_chat_may_be_opened_mail_tells_and_who_has_no_account_is_never_sought_there()
    {
        await _teams.Linked(Cast.Amina, chat: false);
        _teams.Connector.Answers(403, """{"error":{"code":"ForbiddenOperationException"}}""");
        await Owe(Cast.Amina);
        await Owe(Cast.Bruno);
        await Soon.True(async () => await Mails(Cast.Amina) == 1 && await Mails(Cast.Bruno) == 1, "A mail is missing.");
        Assert.Single(_teams.Connector.Calls);
    }

    [Fact]
    public async Task While_Teams_is_away_the_channel_waits_and_nobody_s_tries_are_used_up()
    {
        await _teams.Linked(Cast.Amina);
        _teams.Connector.Answers(503, retryAfter: "60");
        await Owe(Cast.Amina);
        await Soon.True(async () => await _teams.App.Get<Channels>().PauseOf("teams") is not null, "The channel did not pause.");
        Assert.Equal(0, await Mails(Cast.Amina));

        await Turned(TimeSpan.FromSeconds(65), () => Settled(1));
        await Soon.True(async () => await _teams.App.Get<Channels>().PauseOf("teams") is null, "The channel is still paused.");
    }

    private TeamsNotices Payer => _teams.App.Services.GetServices<IPayDeliveries>().OfType<TeamsNotices>().Single();

    private Task<bool> Owe(Actor person, string subject = "s1", string? dedupe = null) => Db.Write(Cast.Pole.Id, tx => _teams.App.Get<Notices>().Owe(tx, person.PersonId, "action_due", subject, Cast.Pole.Id, dedupe));

    private List<FakeCall> Told() => [.. _teams.Connector.Shown.Where(c => c.Method is "POST" && c.Path.Contains("/activities", StringComparison.Ordinal))];

    private Task<long> Mails(Actor person) => Db.One<long>("select count(*) from deliveries where channel = 'mail' and topic = 'action_due' and recipient_id = @PersonId and delivered_at is not null", new { person.PersonId });

    private Task Settled(int delivered) => Soon.True(async () => await Db.One<long>("select count(*) from deliveries where channel = 'teams' and delivered_at is not null") == delivered, "Not everything was delivered.");

    /// <summary>Turns the clock until it holds: whatever waits with it may only begin to wait in a moment.</summary>
    private async Task Turned(TimeSpan by, Func<Task> holds)
    {
        if (by > TimeSpan.Zero) _teams.App.Clock.Advance(by);
        using var done = new CancellationTokenSource();
        var waiting = holds();
        while (await Task.WhenAny(waiting, Task.Delay(50, done.Token)) != waiting) await _teams.Pass(TimeSpan.FromSeconds(1));
        await waiting;
    }
}

public sealed class TeamsNoticesOnSqlite() : TeamsNoticesTests(On.Sqlite);

public sealed class TeamsNoticesOnPostgres() : TeamsNoticesTests(On.Postgres);
