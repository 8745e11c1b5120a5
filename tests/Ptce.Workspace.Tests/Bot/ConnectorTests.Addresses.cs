namespace Ptce.Workspace.Tests;

/// <summary>Where calls go, and where they never go.</summary>
public sealed partial class ConnectorTests
{
    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/"), InlineData("https://smba.trafficmanager.net.evil.example/"), InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net"), InlineData("https://smba.trafficmanager.net:8443/"), InlineData("https://xbotframework.com/"), InlineData("https://botframework.com/")]
    [InlineData("https://10.0.0.1/"), InlineData("http://169.254.169.254/metadata"), InlineData("http://127.0.0.1:80/"), InlineData("file:///etc/passwd"), InlineData("/emea"), InlineData("")]
    [InlineData("https://u:p@smba.trafficmanager.net/"), InlineData("https://smba.trafficmanager.net/?x="), InlineData("https://smba.trafficmanager.net/#x")]
    public async Task Neither_our_token_nor_a_call_goes_to_an_address_off_the_list(string serviceUrl)
    {
        Assert.Equal(new ConnectorAnswer.Declined(0, "service_url"), await connector.Send(Alice with { ServiceUrl = serviceUrl }, Hello, default));
        Assert.Empty(detour.Asked);
    }

    [Theory]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc"), InlineData("https://smba.infra.gov.teams.microsoft.us/gcch"), InlineData("https://europe.botframework.com/"), InlineData("https://teams.coop.example/x")]
    public async Task Microsoft_s_hosts_and_those_configured_are_called(string serviceUrl)
    {
        connector = Make(new() { AppId = FakeSigner.AppId, Tenant = Tenant, Secret = "s", AllowedServiceHosts = ["*.coop.example"] });

        Assert.IsType<ConnectorAnswer.Done>(await connector.Send(Alice with { ServiceUrl = serviceUrl }, Hello, default));
        Assert.NotNull(channel.Calls.Single().Bearer);
    }

    [Fact]
    public async Task In_Development_this_machine_is_called_without_a_token()
    {
        connector = Make(new() { AppId = FakeSigner.AppId, Tenant = Tenant, Secret = "s", Development = true });

        Assert.IsType<ConnectorAnswer.Done>(await connector.Send(Alice with { ServiceUrl = channel.Url + "/_connector" }, Hello, default));
        Assert.Null(channel.Calls.Single().Bearer);
        Assert.Empty(channel.TokenCalls);
    }

    [Theory, InlineData(".."), InlineData("."), InlineData("")]
    public async Task An_id_that_would_climb_out_of_its_route_is_declined(string id)
    {
        Assert.Equal(new ConnectorAnswer.Declined(0, "id"), await connector.Send(Alice with { ConversationId = id }, Hello, default));
        Assert.Equal(new ConnectorAnswer.Declined(0, "id"), await connector.Delete(Alice, id, default));
        Assert.Empty(detour.Asked);
    }
}
