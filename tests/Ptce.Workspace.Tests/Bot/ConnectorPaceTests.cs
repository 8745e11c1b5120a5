namespace Ptce.Workspace.Tests;

public sealed class ConnectorPaceTests
{
    private readonly TestClock clock = new() { Skip = _ => true };

    [Theory]
    [InlineData(PaceKind.Send, 150, new[] { 7, 1, 8, 2, 60, 30 })]
    [InlineData(PaceKind.Create, 100, new[] { 7, 1, 8, 2, 60, 30 })]
    [InlineData(PaceKind.Read, 300, new[] { 14, 1, 16, 2, 120, 30 })]
    public async Task No_window_of_one_conversation_ever_holds_more_than_its_limit(PaceKind kind, int calls, int[] limits)
    {
        var pace = new ConnectorPace(clock);
        var went = new List<DateTimeOffset>();
        for (var i = 0; i < calls; i++)
        {
            Assert.Null(await pace.Turn(kind, "a:1", null, default));
            went.Add(clock.GetUtcNow());
        }

        foreach (var limit in limits.Chunk(2))
            foreach (var start in went)
                Assert.InRange(went.Count(at => at >= start && at < start + TimeSpan.FromSeconds(limit[1])), 1, limit[0]);
        // And not slower than the limits ask: the widest of these windows decides the pace.
        Assert.InRange((went[^1] - went[0]).TotalSeconds, 0, calls / (double)limits[4] * limits[5]);
    }

    [Fact]
    public async Task A_tenant_gets_fifty_calls_a_second_over_all_its_conversations()
    {
        var pace = new ConnectorPace(clock);
        for (var i = 0; i < 120; i++) Assert.Null(await pace.Turn(PaceKind.Send, $"a:{i}", "t", default));

        Assert.Equal(2, clock.Skipped.Sum(w => w.TotalSeconds), 0.001);
        Assert.Null(await pace.Turn(PaceKind.Send, "b:1", "another", default));
        Assert.Equal(2, clock.Skipped.Sum(w => w.TotalSeconds), 0.001);
    }

    [Fact]
    public async Task When_the_hour_is_spent_the_caller_is_told_when_to_come_back()
    {
        var pace = new ConnectorPace(clock);
        TimeSpan? away = null;
        var sent = 0;
        for (; away is null; sent++) away = await pace.Turn(PaceKind.Send, "a:1", null, default);

        Assert.Equal(1801, sent);
        Assert.InRange(away.Value.TotalMinutes, 40, 46); // 1,800 calls take a quarter of the hour
        clock.Advance(away.Value);
        Assert.Null(await pace.Turn(PaceKind.Send, "a:1", null, default));
    }

    [Fact]
    public async Task Calls_of_a_conversation_pass_in_the_order_they_asked()
    {
        clock.Skip = _ => false;
        var pace = new ConnectorPace(clock);
        var passed = new List<int>();
        var waiting = Enumerable.Range(0, 12).Select(async i =>
        {
            Assert.Null(await pace.Turn(PaceKind.Send, "a:1", null, default));
            lock (passed) passed.Add(i);
        }).ToList();
        while (waiting.Exists(w => !w.IsCompleted))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(Enumerable.Range(0, 12), passed);
    }
}
