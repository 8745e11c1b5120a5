using System.Net;
using System.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ptce.Workspace.Tests;

/// <summary>Coming in by an outside provider: what opens a session, what links an account, and what does neither.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private static readonly HttpClient Outside = new(new HttpClientHandler { AllowAutoRedirect = false });

    private FakeProvider _provider = null!;
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeProvider.Start();
        _app = await Start(_provider.Settings);
    }

    // The framework's cookies of this way last minutes, and the browser of these tests goes by the machine's clock.
    private static async Task<App> Start(Dictionary<string, string?> settings)
    {
        var app = await App.Start(settings: settings, replace: services => services.RemoveAll<IPayDeliveries>()); // the tests open the mail themselves
        if (DateTimeOffset.UtcNow > app.Clock.GetUtcNow()) app.Clock.AdvanceTo(DateTimeOffset.UtcNow);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    private static Dictionary<string, object> Someone(string sub, string? email, bool verified = true) => new()
    {
        ["sub"] = sub,
        ["name"] = "Someone",
        ["email"] = email ?? "",
        ["email_verified"] = verified,
    };

    /// <summary>Out to the provider and back; answers where the browser is sent then.</summary>
    private async Task<string> Through(HttpClient browser, string start = "/connexion/avec/pole", Func<Uri, Uri>? onTheWay = null)
    {
        var leaves = await browser.GetAsync(start);
        Assert.Equal(HttpStatusCode.Redirect, leaves.StatusCode);
        if (!leaves.Headers.Location!.IsAbsoluteUri) return leaves.Headers.Location.OriginalString;
        var consents = await Outside.GetAsync(leaves.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, consents.StatusCode);
        var back = consents.Headers.Location!;
        var comes = await browser.GetAsync((onTheWay?.Invoke(back) ?? back).PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, comes.StatusCode);
        return comes.Headers.Location!.OriginalString;
    }

    private async Task<bool> IsIn(HttpClient browser) => (await browser.GetAsync("/moi")).StatusCode == HttpStatusCode.OK;

    private Task<IReadOnlyList<(string, string)>> Linked() => _app.Db.Read<(string, string)>("select subject, person_id from logins order by subject");

    [Fact]
    public async Task Whoever_proves_their_address_by_mail_links_the_account_once_and_then_comes_in_by_it()
    {
        _provider.Account = Someone("u-17", "Amina@Val-Horizon.test");
        var browser = _app.Stranger();
        Assert.Contains("Compte du pôle", (await browser.Page("/connexion?retour=/moi")).Says("main"));
        var decides = await Through(browser, "/connexion/avec/pole?retour=/moi");
        Assert.Equal("/connexion/avec?retour=%2Fmoi", decides);
        Assert.Equal(1, _provider.Proved);

        // Known by address, linked to nobody: nothing opens, a link is offered.
        var page = await browser.Page(decides);
        Assert.False(await IsIn(browser));
        var form = page.QuerySelector("form[action='/connexion']")!;
        Dictionary<string, string> fields = form.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") is "email" or "retour")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        var sent = await browser.Send(page, "/connexion", fields);
        var ask = HttpUtility.ParseQueryString(sent.Headers.Location!.OriginalString.Split('?')[1])["demande"]!;
        var secret = (await _app.Get<SignInLinks>().Secret(ask))!.Value.Secret;
        var proved = await browser.Post(SignInLinkPage.Address(secret), []);
        Assert.Equal(decides, proved.Headers.Location!.OriginalString);

        // Signed in and asked: still nothing is linked until the button is pressed.
        page = await browser.Page(decides);
        Assert.Contains("Amina Belkacem", page.Says("main"));
        Assert.Empty(await Linked());
        var linked = await browser.Send(page, "/connexion/avec", new() { ["act"] = "link", ["retour"] = "/moi" });
        Assert.Equal("/moi", linked.Headers.Location!.OriginalString);
        Assert.Equal([("u-17", _app.Cast.Amina.PersonId)], await Linked());
        Assert.Contains("Compte du pôle", (await browser.Page("/moi")).Says("section[aria-labelledby=accounts]"));

        // From now on the account is enough, even under another address.
        _provider.Account = Someone("u-17", "amina@elsewhere.test", verified: false);
        var later = _app.Stranger();
        await later.GetAsync(await Through(later));
        Assert.Contains("Amina Belkacem", (await later.Page("/moi")).QuerySelector("#name")!.GetAttribute("value"));

        await later.Post("/moi?handler=Unlink", new() { ["provider"] = "pole", ["subject"] = "u-17" });
        Assert.Empty(await Linked());
    }

    [Theory]
    [InlineData("amina@val-horizon.test", false)]
    [InlineData("nobody@elsewhere.test", true)]
    [InlineData("amina@val-horizon.test", true)]
    [InlineData("", true)]
    public async Task A_stranger_s_account_gets_nowhere_whatever_address_it_bears(string email, bool verified)
    {
        _provider.Account = Someone("u-66", email, verified);
        var browser = _app.Stranger();
        await browser.Page(await Through(browser));
        Assert.False(await IsIn(browser));
        var page = await browser.Page("/connexion/avec");
        await browser.Send(page, "/connexion/avec", new() { ["act"] = "link" });
        Assert.Empty(await Linked());
        Assert.False(await IsIn(browser));
    }

    [Fact]
    public async Task Nobody_links_an_account_of_another_address_or_of_another_person()
    {
        _provider.Account = Someone("u-66", "mallory@elsewhere.test"); // the account an attacker left open in Amina's browser
        var amina = _app.SignedIn(_app.Cast.Amina);
        var page = await amina.Page(await Through(amina));
        Assert.Contains("mallory@elsewhere.test", page.Says(".notice"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.Send(page, "/connexion/avec", new() { ["act"] = "link" })).StatusCode);
        Assert.Empty(await Linked());

        _provider.Account = Someone("u-17", "bruno@elips.test");
        var bruno = _app.SignedIn(_app.Cast.Bruno);
        await bruno.Send(await bruno.Page(await Through(bruno)), "/connexion/avec", new() { ["act"] = "link" });
        Assert.Equal([("u-17", _app.Cast.Bruno.PersonId)], await Linked());
        _provider.Account = Someone("u-17", "amina@val-horizon.test"); // the address was reassigned at the provider
        page = await amina.Page(await Through(amina));
        Assert.Contains("déjà relié à une autre personne", page.Says("main"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.Send(page, "/connexion/avec", new() { ["act"] = "link" })).StatusCode);
        Assert.Equal([("u-17", _app.Cast.Bruno.PersonId)], await Linked());
        Assert.Equal("Amina Belkacem", (await amina.Page("/moi")).QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_opens_nothing()
    {
        _provider.Account = Someone("u-17", "amina@val-horizon.test");
        Uri? answer = null;
        await Through(_app.Stranger(), onTheWay: back => answer = back);
        var other = _app.Stranger();
        Assert.Equal(OutsidePage.Failed, (await other.GetAsync(answer!.PathAndQuery)).Headers.Location!.OriginalString);
        Assert.Contains("n'a pas confirmé", (await other.Page(OutsidePage.Failed)).Says(".notice"));

        // A code stolen from one browser and put into another's answer: its verifier does not fit.
        string Code(Uri of) => HttpUtility.ParseQueryString(of.Query)["code"]!;
        var leaves = await _app.Stranger().GetAsync("/connexion/avec/pole");
        var stolen = Code((await Outside.GetAsync(leaves.Headers.Location)).Headers.Location!);
        var proved = _provider.Proved;
        Assert.Equal(OutsidePage.Failed, await Through(other, onTheWay: back => new Uri(back.AbsoluteUri.Replace(Code(back), stolen))));
        Assert.Equal(proved, _provider.Proved);

        _provider.Refusal = "access_denied";
        Assert.Equal(OutsidePage.Failed, await Through(_app.Stranger()));
    }

    [Fact]
    public async Task A_provider_that_is_away_leaves_the_other_doors_open()
    {
        await _provider.DisposeAsync();
        var browser = _app.Stranger();
        Assert.Equal(OutsidePage.Failed, await Through(browser));
        Assert.NotNull((await browser.Page(OutsidePage.Failed)).QuerySelector("#email"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/connexion/avec/unknown")).StatusCode);
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.test")]
    [InlineData("aud", "another-program")]
    [InlineData("exp", 1000)]
    [InlineData("sub", "")]
    public async Task An_id_token_from_elsewhere_for_another_or_too_old_is_refused(string claim, object value)
    {
        _provider.Account = Someone("u-17", "amina@val-horizon.test");
        _provider.IdToken = [];
        Assert.StartsWith("/connexion/avec", await Through(_app.Stranger()));
        _provider.IdToken = new() { [claim] = value };
        Assert.Equal(OutsidePage.Failed, await Through(_app.Stranger()));
    }

    [Fact]
    public async Task An_Entra_account_is_its_object_in_its_tenant_and_its_address_counts_where_the_tenant_vouches()
    {
        var settings = _provider.Settings;
        settings["Providers:0:Subject"] = "oid+tid";
        settings["Providers:0:AddressesAreVerified"] = "true";
        await using var app = await Start(settings);
        _provider.Account = new() { ["sub"] = "pairwise", ["oid"] = "o-1", ["tid"] = "t-1", ["email"] = "chloe@la-coursive.test" };
        _provider.IdToken = [];
        var chloe = app.SignedIn(app.Cast.Chloe);
        await chloe.Send(await chloe.Page(await Through(chloe)), "/connexion/avec", new() { ["act"] = "link" });
        Assert.Equal(["o-1@t-1"], await app.Db.Read<string>("select subject from logins"));
    }

    [Theory]
    [InlineData("Authority", "http://sso.example.org", "identity.provider_https")]
    [InlineData("Authority", null, "identity.provider_endpoints")]
    [InlineData("ClientSecret", "", "identity.provider_client")]
    [InlineData("Name", "Mon Pôle", "identity.provider_name")]
    [InlineData("Subject", "email", "identity.provider_subject")]
    [InlineData("Authority", "https://login.microsoftonline.com/common/v2.0", "identity.provider_common")]
    public void A_provider_set_wrongly_keeps_the_program_from_starting(string setting, string? value, string reason)
    {
        var settings = _provider.Settings;
        settings["Providers:0:AddressesAreVerified"] = "true";
        settings[$"Providers:0:{setting}"] = value;
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationBuilder();
        Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(configuration, settings);
        Assert.Equal(reason, Assert.Throws<CannotRun>(() => Provider.Read(configuration.Build())).Key);
    }
}
