using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

public sealed class TabTokenTests : IAsyncLifetime
{
    private const string Tenant = "72f1c9a0-0000-4000-8000-000000000001";
    private const string Alice = "0a000000-0000-4000-8000-000000000001";
    private const string Resource = "api://coop.example/botid-" + FakeSigner.AppId;
    private FakeSigner signer = null!;
    private TabToken tab = null!;

    public async ValueTask InitializeAsync()
    {
        signer = await FakeSigner.Start();
        tab = new(new HttpClient(), signer.Settings with { Tenant = Tenant, TabResource = Resource }, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => signer.DisposeAsync();

    [Fact]
    public async Task Teams_vouches_for_a_person_of_our_tenant_in_both_token_versions()
    {
        var (person, _) = await tab.Check("Bearer " + Token(_ => { }), default);
        var (older, _) = await tab.Check("Bearer " + Token(c =>
        {
            (c["ver"], c["iss"], c["aud"]) = ("1.0", $"https://sts.windows.net/{Tenant}/", Resource);
            (c["azp"], c["appid"], c["preferred_username"], c["upn"]) = (null, "1fec8e78-bce4-4aaf-ab1b-5451cc387264", null, "alice@coop.example");
        }), default);

        Assert.Equal(new EntraPerson(Tenant, Alice, "Alice Martin", "alice@coop.example"), person);
        Assert.Equal(person, older);
    }

    public static TheoryData<string, string?, TokenFault> Wrong => new()
    {
        { "tid", "ffffffff-0000-4000-8000-000000000001", TokenFault.Tenant },
        { "tid", "../common", TokenFault.Tenant },
        { "tid", null, TokenFault.Tenant },
        { "iss", "https://api.botframework.com", TokenFault.Issuer },
        { "iss", $"https://sts.windows.net/{Tenant}/", TokenFault.Issuer },
        { "ver", null, TokenFault.Issuer },
        { "aud", "https://graph.microsoft.com", TokenFault.Audience },
        { "aud", null, TokenFault.Audience },
        { "aud", "", TokenFault.Audience },
        { "azp", FakeSigner.AppId, TokenFault.Client },
        { "azp", null, TokenFault.Client },
        { "scp", "User.Read access_as_users", TokenFault.Scope },
        { "scp", null, TokenFault.Scope },
        { "oid", null, TokenFault.Person },
        { "exp", null, TokenFault.NoExpiry },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_token_that_is_not_Teams_speaking_for_our_tenant_is_refused(string claim, string? value, TokenFault fault)
    {
        var (person, why) = await tab.Check("Bearer " + Token(c => c[claim] = value), default);

        Assert.Null(person);
        Assert.Equal(fault, why);
    }

    [Fact]
    public async Task A_stranger_s_key_and_a_stranger_s_tenant_cost_no_fetch()
    {
        Assert.Equal(TokenFault.Tenant, (await tab.Check("Bearer " + Token(c => c["tid"] = Guid.NewGuid().ToString()), default)).Fault);
        Assert.Equal(0, signer.Fetches);
        Assert.Equal(TokenFault.Signature, (await tab.Check("Bearer " + Token(_ => { }, "rogue", "k-teams"), default)).Fault);
        Assert.Equal(TokenFault.Algorithm, (await tab.Check("Bearer " + signer.Token(alg: "RS512"), default)).Fault);
        Assert.Equal(TokenFault.NoHeader, (await tab.Check(null, default)).Fault);
    }

    private string Token(Action<JsonObject> change, string key = "k-teams", string? kid = null) => signer.Token(key, kid, claims: c =>
    {
        c["serviceurl"] = null;
        (c["ver"], c["tid"], c["oid"]) = ("2.0", Tenant, Alice);
        (c["iss"], c["azp"], c["scp"]) = ($"{signer.Url}/{Tenant}/v2.0", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "access_as_user");
        (c["name"], c["preferred_username"]) = ("Alice Martin", "alice@coop.example");
        change(c);
    });
}
