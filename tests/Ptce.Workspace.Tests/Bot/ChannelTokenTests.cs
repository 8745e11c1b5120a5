using System.Collections.Frozen;

namespace Ptce.Workspace.Tests;

public sealed class ChannelTokenTests : IAsyncLifetime
{
    private FakeSigner signer = null!;

    public async ValueTask InitializeAsync() => signer = await FakeSigner.Start();
    public ValueTask DisposeAsync() => signer.DisposeAsync();

    public static IEnumerable<TheoryDataRow<string>> Rows => ChannelTokenRows.All.Select(r => new TheoryDataRow<string>(r.Name));

    [Theory, MemberData(nameof(Rows))]
    public async Task Only_the_channel_with_a_token_for_this_very_activity_comes_in(string name)
    {
        var row = ChannelTokenRows.All.Single(r => r.Name == name);

        Assert.Equal(row.Ours, await Verdict(Token(), row, signer));
    }

    [Fact]
    public async Task A_bot_without_an_app_id_lets_nobody_in()
    {
        var token = Token(signer.Settings with { AppId = "" });

        Assert.Equal(TokenFault.NotConfigured, (await token.Prove("Bearer " + signer.Token(claims: c => c["aud"] = ""), default)).Fault);
    }

    [Fact]
    public void The_emulator_is_a_channel_in_Development_and_nowhere_else()
    {
        var proof = new ChannelProof("k", FrozenSet.Create("emulator"), FakeSigner.Service);

        Assert.Equal(TokenFault.None, Token().Misfit(proof, "emulator", FakeSigner.Service));
        Assert.Equal(TokenFault.ChannelNotServed, Token(signer.Settings with { Development = false }).Misfit(proof, "emulator", FakeSigner.Service));
    }

    [Fact]
    public async Task A_token_with_any_letter_changed_is_refused_and_breaks_nothing()
    {
        var (token, random, check) = (signer.Token(), new Random(7), Token());
        const string signs = "ABCXYZabcxyz0189-_.=+/ \t\n\0é{";
        for (var i = 0; i < 3000; i++)
        {
            var at = random.Next(token.Length - 1); // the last letter carries spare bits
            var changed = token.ToCharArray();
            changed[at] = signs[random.Next(signs.Length)];
            if (new string(changed) == token) continue;
            Assert.NotEqual(TokenFault.None, (await check.Prove("Bearer " + new string(changed), default)).Fault);
            Assert.NotEqual(TokenFault.None, (await check.Prove("Bearer " + token[..at], default)).Fault);
        }
    }

    [Fact]
    public void Doors_of_development_do_not_open_by_configuration()
    {
        Assert.Throws<CannotRun>(() => new BotSettings { Playground = true }.Check());
        Assert.Throws<CannotRun>(() => new BotSettings { MetadataUrl = "http://127.0.0.1:9/x" }.Check());
        Assert.Throws<CannotRun>(() => new BotSettings { LoginUrl = "http://login.example", Development = true }.Check());
        new BotSettings { Playground = true, MetadataUrl = "http://127.0.0.1:9/x", Development = true }.Check();
        new BotSettings().Check();
    }

    internal static async Task<TokenFault> Verdict(ChannelToken token, KnockRow row, FakeSigner signer)
    {
        var (proof, fault) = await token.Prove(row.Header(signer), default);
        return proof is null ? fault : token.Misfit(proof, row.ChannelId, row.ServiceUrl);
    }

    private ChannelToken Token(BotSettings? settings = null) => new(settings ?? signer.Settings,
        new SigningKeys(new HttpClient(), signer.Settings, signer.MetadataUrl, TimeProvider.System), TimeProvider.System);
}
