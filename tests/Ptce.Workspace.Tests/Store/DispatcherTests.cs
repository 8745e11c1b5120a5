using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ptce.Workspace.Tests;

public abstract class DispatcherTests(On on) : CastTest(on)
{
    private sealed class Postman(string channel, Func<Delivery, CancellationToken, Task> pay) : IPayDeliveries
    {
        public string Channel => channel;

        public Task Pay(Delivery owed, CancellationToken stop) => pay(owed, stop);
    }

    private readonly ConcurrentQueue<string> _paid = new();

    [Fact]
    public async Task What_a_command_owes_is_paid_once_and_what_a_refused_command_would_owe_never()
    {
        var dispatcher = Dispatch(Pays("mail"));
        await Owe("mail", "a", "a");
        await Owe("mail", "a again", dedupe: "a");
        await Assert.ThrowsAsync<NotHere>(() => Db.Write(Cast.Pole.Id, async tx =>
        {
            await tx.Owe("mail", "topic", "refused", Cast.Pole.Id);
            throw new NotHere();
        }));

        await dispatcher.PayWhatIsDue(default);
        await dispatcher.PayWhatIsDue(default);
        Assert.Equal(["a"], _paid);
    }

    [Fact]
    public async Task A_commit_wakes_the_dispatcher_and_the_clock_does_what_must_be_tried_again()
    {
        (Db as PostgresDb)?.Listen();
        var wall = true;
        using var dispatcher = Dispatch(new Postman("mail", (owed, _) =>
        {
            if (wall) throw new IOException("The server is away.");
            return Pays("mail").Pay(owed, default);
        }));
        await dispatcher.StartAsync(default);

        await Owe("mail", "a");
        await Soon.True(async () => await Db.One<long>("select attempts from deliveries") == 1 && await Db.One<string?>("select error from deliveries") is not null);
        wall = false;
        await Soon.True(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            return !_paid.IsEmpty;
        });
        await dispatcher.StopAsync(default);
        Assert.Equal(["a"], _paid);
    }

    [Fact]
    public async Task A_delivery_that_keeps_failing_waits_longer_each_time_is_parked_after_eight_tries_and_a_person_may_retry_it()
    {
        var open = false;
        var tries = new List<TimeSpan>();
        var dispatcher = Dispatch(new Postman("mail", (_, _) =>
        {
            tries.Add(Clock.GetUtcNow() - Clock.Start);
            return open ? Task.CompletedTask : throw new IOException("The server is away.");
        }));
        await Owe("mail", "a");
        for (var at = Clock.Start; at < Clock.Start.AddHours(4); at = Clock.GetUtcNow())
        {
            await dispatcher.PayWhatIsDue(default);
            Clock.Advance(TimeSpan.FromSeconds(4));
        }
        Assert.Equal([4, 16, 64, 256, 1024, 3600, 3600], tries.Skip(1).Zip(tries, (next, last) => (next - last).TotalSeconds));

        var deliveries = Get<Deliveries>();
        var parked = Assert.Single(await deliveries.GivenUp(Cast.Chloe));
        Assert.Equal(("mail", 8, "The server is away."), (parked.Channel, parked.Attempts, parked.Error));
        await Assert.ThrowsAsync<NotAllowed>(() => deliveries.GivenUp(Cast.Amina));
        await Assert.ThrowsAsync<NotAllowed>(() => deliveries.Retry(Cast.Amina, parked.Id));
        Assert.Empty(await deliveries.GivenUp(Cast.Zora));
        await Assert.ThrowsAsync<NotHere>(() => deliveries.Retry(Cast.Zora, parked.Id));

        open = true;
        await deliveries.Retry(Cast.Chloe, parked.Id);
        await dispatcher.PayWhatIsDue(default);
        Assert.Equal(9, tries.Count);
        Assert.Empty(await deliveries.GivenUp(Cast.Chloe));
        await Assert.ThrowsAsync<NotHere>(() => deliveries.Retry(Cast.Chloe, parked.Id));
    }

    [Fact]
    public async Task A_channel_that_hangs_or_fails_holds_up_no_other_and_a_delivery_that_fails_none_of_its_own()
    {
        var hung = new TaskCompletionSource();
        var dispatcher = Dispatch(
            new Postman("teams", (_, _) => hung.Task),
            new Postman("mail", (owed, stop) => owed.SubjectId == "poison" ? throw new IOException("No such mailbox.") : Pays("mail").Pay(owed, stop)));
        await Owe("teams", "t");
        await Owe("mail", "poison");
        await Owe("mail", "a");
        await Owe("nobody", "n");
        var paying = dispatcher.PayWhatIsDue(default);
        await Soon.True(() => _paid.Contains("a"));

        await Owe("mail", "b");
        await Dispatch(Pays("mail"), Pays("teams")).PayWhatIsDue(default);
        Assert.Equal(["a", "b"], _paid);
        await Soon.True(async () => await Db.One<string?>("select error from deliveries where channel = 'nobody'") == "Nobody pays the channel nobody."); // the first round may still be writing it

        hung.SetResult();
        await paying;
        Assert.Equal(["a", "b", "t"], (await Db.Read<string>("select subject_id from deliveries where delivered_at is not null")).Order());
    }

    [Fact]
    public async Task Several_dispatchers_pay_each_delivery_once()
    {
        await Db.Write(null, async tx =>
        {
            for (var n = 0; n < 300; n++) await tx.Owe("mail", "topic", $"{n}");
        });
        await using var elsewhere = On == On.Postgres ? Workspace.Db.Open(Store.Settings, Clock) : null;
        var node = new Dispatcher(elsewhere ?? Db, new(elsewhere ?? Db, Clock), [Pays("mail")], Clock, NullLogger<Dispatcher>.Instance);
        await Task.WhenAll(new[] { Dispatch(Pays("mail")), node, Dispatch(Pays("mail")), node }.Select(d => Task.Run(() => d.PayWhatIsDue(default))));

        Assert.Equal(Enumerable.Range(0, 300).Select(n => $"{n}").Order(), _paid.Order());
    }

    [Fact]
    public async Task What_a_dispatcher_that_died_had_taken_is_paid_by_another_when_its_lease_is_over()
    {
        using var death = new CancellationTokenSource();
        var dying = Dispatch(new Postman("mail", (_, stop) => Task.Delay(Timeout.Infinite, stop)));
        await Owe("mail", "a");
        var paying = dying.PayWhatIsDue(death.Token);
        await Soon.True(async () => await Db.One<long>("select attempts from deliveries") == 1);
        await death.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paying);

        var heir = Dispatch(Pays("mail"));
        await heir.PayWhatIsDue(default);
        Assert.Empty(_paid);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await heir.PayWhatIsDue(default);
        Assert.Equal(["a"], _paid);
    }

    [Fact]
    public async Task A_slow_channel_keeps_what_it_leased()
    {
        var other = Dispatch(Pays("mail"));
        var slow = Dispatch(new Postman("mail", async (owed, stop) =>
        {
            Clock.Advance(TimeSpan.FromSeconds(50));
            await other.PayWhatIsDue(stop);
            _paid.Enqueue(owed.SubjectId);
        }));
        for (var n = 0; n < 8; n++) await Owe("mail", $"{n}");
        await slow.PayWhatIsDue(default);

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], _paid.Order());
    }

    [Fact]
    public async Task A_payment_that_outlasts_its_lease_is_cut_short_and_tried_again()
    {
        var waiting = new TaskCompletionSource();
        var dispatcher = Dispatch(new Postman("mail", async (owed, stop) =>
        {
            if (owed.Attempts > 1)
            {
                _paid.Enqueue(owed.SubjectId);
                return;
            }
            waiting.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        }));
        await Owe("mail", "a");
        var paying = dispatcher.PayWhatIsDue(default);
        await waiting.Task;
        Clock.Advance(TimeSpan.FromMinutes(1));
        await paying.WaitAsync(TimeSpan.FromSeconds(60));

        Clock.Advance(TimeSpan.FromSeconds(4));
        await dispatcher.PayWhatIsDue(default);
        Assert.Equal(["a"], _paid);
    }

    private Dispatcher Dispatch(params IPayDeliveries[] channels) => new(Db, Get<Deliveries>(), channels, Clock, NullLogger<Dispatcher>.Instance);

    private Postman Pays(string channel) => new(channel, (owed, _) =>
    {
        _paid.Enqueue(owed.SubjectId);
        return Task.CompletedTask;
    });

    private Task<bool> Owe(string channel, string subjectId, string? dedupe = null) =>
        Db.Write(Cast.Pole.Id, tx => tx.Owe(channel, "topic", subjectId, Cast.Pole.Id, Cast.Amina.PersonId, dedupe));
}

public sealed class DispatcherOnSqlite() : DispatcherTests(On.Sqlite);

public sealed class DispatcherOnPostgres() : DispatcherTests(On.Postgres);
