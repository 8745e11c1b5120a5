namespace Ptce.Workspace.Tests;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private FakeSigner signer = null!;
    private SigningKeys keys = null!;

    public async ValueTask InitializeAsync()
    {
        signer = await FakeSigner.Start();
        keys = new(new HttpClient(), signer.Settings, signer.MetadataUrl, clock);
    }

    public ValueTask DisposeAsync() => signer.DisposeAsync();

    [Fact]
    public async Task Fifty_callers_at_once_share_one_fetch()
    {
        var gate = new TaskCompletionSource();
        signer.Gate = gate.Task;
        var callers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => keys.Find("k-teams", default))).ToList();
        using var impatient = new CancellationTokenSource();
        var hungUp = keys.Find("k-teams", impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hungUp);
        gate.SetResult();

        Assert.All(await Task.WhenAll(callers), found => Assert.Equal("k-teams", found.Key?.Id));
        Assert.Equal(1, signer.Fetches);
    }

    [Fact]
    public async Task An_invented_key_id_costs_one_fetch_an_hour()
    {
        await keys.Find("k-teams", default);
        for (var i = 0; i < 20; i++) Assert.Equal(TokenFault.UnknownKey, (await keys.Find($"k-{i}", default)).Fault);
        Assert.Equal(2, signer.Fetches);

        clock.Advance(TimeSpan.FromMinutes(61));
        await keys.Find("k-x", default);
        await keys.Find("k-y", default);
        Assert.Equal(3, signer.Fetches);
    }

    [Fact]
    public async Task A_new_key_is_found_and_a_withdrawn_one_forgotten()
    {
        await keys.Find("k-teams", default);
        signer.Add("k-new", ["msteams"]);
        signer.Forget("k-teams");

        Assert.Equal("k-new", (await keys.Find("k-new", default)).Key?.Id);
        Assert.Equal(TokenFault.UnknownKey, (await keys.Find("k-teams", default)).Fault);
    }

    [Fact]
    public async Task Keys_serve_a_day_through_an_outage_and_not_an_hour_more()
    {
        await keys.Find("k-teams", default);
        signer.Down = true;
        clock.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(TokenFault.None, (await keys.Find("k-teams", default)).Fault);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TokenFault.KeysUnavailable, (await keys.Find("k-teams", default)).Fault);
        Assert.Equal(TokenFault.KeysUnavailable, (await keys.Find("k-none", default)).Fault);

        signer.Down = false;
        clock.Advance(SigningKeys.Breath);
        Assert.Equal(TokenFault.None, (await keys.Find("k-teams", default)).Fault);
    }

    [Fact]
    public async Task A_signer_that_is_down_is_not_hammered()
    {
        signer.Down = true;
        for (var i = 0; i < 20; i++) Assert.Equal(TokenFault.KeysUnavailable, (await keys.Find("k-teams", default)).Fault);

        Assert.Equal(1, signer.Fetches);
    }

    [Theory, InlineData("http://keys.example/keys"), InlineData("ftp://127.0.0.1/keys"), InlineData("/keys"), InlineData("http://u:p@127.0.0.1/keys")]
    public async Task Keys_come_over_https_only(string address)
    {
        signer.KeysUrl = address;

        Assert.Equal(TokenFault.KeysUnavailable, (await keys.Find("k-teams", default)).Fault);
    }
}
