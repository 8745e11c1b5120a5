using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Ptce.Workspace.Tests;

/// <summary>The tab: whom Entra vouches for gets in, once that account was linked on the web, and nobody else does.</summary>
public abstract class TabTests(On on) : IAsyncLifetime
{
    private const string Tenant = "72f1c9a0-0000-4000-8000-000000000001";
    private const string AminasAccount = "0a000000-0000-4000-8000-000000000001";
    private FakeSigner signer = null!;
    private App app = null!;

    public async ValueTask InitializeAsync()
    {
        signer = await FakeSigner.Start();
        app = await App.Start(on, "Development", new() { ["Bot:AppId"] = FakeSigner.AppId, ["Bot:Tenant"] = Tenant, ["Bot:LoginUrl"] = signer.Url, ["Bot:MetadataUrl"] = signer.MetadataUrl });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await app.DisposeAsync();
        await signer.DisposeAsync();
    }

    [Fact]
    public async Task An_account_is_linked_once_on_the_web_and_then_opens_the_tab_without_a_word()
    {
        var (first, said, _) = await Enter();
        Assert.Equal(HttpStatusCode.Forbidden, first);
        var window = (string)said["link"]!;

        // The window names both sides; nothing is linked by looking at it, nor by a stranger.
        Assert.Equal(HttpStatusCode.Redirect, (await app.Stranger().GetAsync(window)).StatusCode);
        var amina = app.SignedIn(app.Cast.Amina);
        var page = await amina.Page(window);
        Assert.Contains("Alice Martin (alice@coop.example)", page.Says());
        Assert.Contains("Amina Belkacem", page.Says());
        Assert.Equal(HttpStatusCode.Forbidden, (await Enter()).Status);

        var linked = await amina.Send(page, "/onglet/lier", new() { ["billet"] = page.QuerySelector("input[name=billet]")!.GetAttribute("value")! });
        Assert.Equal((HttpStatusCode.SeeOther, "/onglet/lie"), (linked.StatusCode, linked.Headers.Location!.ToString()));

        var (status, go, cookie) = await Enter("workshops");
        Assert.Equal((HttpStatusCode.OK, $"/p/{app.Cast.Pole.Slug}/ateliers"), (status, (string)go["go"]!));
        Assert.Equal(HttpStatusCode.OK, (await Ask(go["go"]!, cookie, ("Sec-Fetch-Site", "same-origin"))).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_the_tab_s_alone()
    {
        await Link(app.Cast.Amina);
        var (_, _, cookie) = await Enter();

        Assert.StartsWith("__Host-tab=", cookie, StringComparison.Ordinal);
        Assert.Equal(["httponly", "partitioned", "path=/", "samesite=none", "secure"],
            cookie.Split(';')[1..].Select(p => p.Trim().ToLowerInvariant()).Where(p => !p.StartsWith("expires", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    // Our own page, in the tab: everything.
    [InlineData("GET", "same-origin", "iframe", null, true)]
    [InlineData("GET", "same-origin", "empty", null, true)]
    [InlineData("GET", null, null, "https://localhost", true)]
    // Teams opens a frame; a person opens the page in a phone's Teams: reading only.
    [InlineData("GET", "cross-site", "iframe", null, true)]
    [InlineData("GET", "none", "document", null, true)]
    // Another app within Teams, or any page of the web: nothing.
    [InlineData("GET", "cross-site", "empty", null, false)]
    [InlineData("GET", "cross-site", "document", null, false)]
    [InlineData("GET", "same-site", "empty", null, false)]
    [InlineData("GET", null, null, "https://evil.example", false)]
    [InlineData("GET", null, null, null, false)]
    [InlineData("POST", "cross-site", "iframe", null, false)]
    [InlineData("POST", "none", "document", null, false)]
    [InlineData("POST", "same-site", "iframe", null, false)]
    public async Task The_cookie_is_believed_only_when_the_browser_says_that_our_own_page_asks(string method, string? site, string? destination, string? origin, bool believed)
    {
        await Link(app.Cast.Amina);
        var (_, go, cookie) = await Enter();
        var headers = new[] { ("Sec-Fetch-Site", site), ("Sec-Fetch-Dest", destination), ("Origin", origin) }.Where(h => h.Item2 is not null).Select(h => (h.Item1, h.Item2!));

        var answer = await Ask(go["go"]!, cookie, method, [.. headers]);
        // A frame that is not believed is asked to enter again, by Entra; a page of the web is shown the sign-in.
        Assert.Equal(believed, answer.StatusCode is not HttpStatusCode.Redirect);
        if (!believed) Assert.Contains(destination is "iframe" ? "/onglet?page=" : "/connexion?retour=", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_in_the_tab_needs_its_token_and_its_cookie_lives_in_the_tab_s_jar()
    {
        await Link(app.Cast.Amina);
        var (_, _, cookie) = await Enter();
        var home = $"/p/{app.Cast.Pole.Slug}";
        using var shown = await Ask(home, cookie, ("Sec-Fetch-Site", "same-origin"));
        var jar = shown.Headers.GetValues("Set-Cookie").ToList();
        Assert.All(jar, set => Assert.True(set.Contains("partitioned", StringComparison.OrdinalIgnoreCase) && set.Contains("samesite=none", StringComparison.OrdinalIgnoreCase) && set.Contains("secure", StringComparison.OrdinalIgnoreCase), set));
        var token = (await shown.Page()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = jar.Single(c => c.StartsWith("form=", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(null, form)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(token, null)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(token, form)).StatusCode);
        Assert.Contains("script type=\"module\" src=\"/dist/tab.js", await shown.Content.ReadAsStringAsync());
        Assert.DoesNotContain("/deconnexion", await shown.Content.ReadAsStringAsync());

        async Task<HttpResponseMessage> Post(string? token, string? form)
        {
            var request = Request("POST", $"{home}/phrase", $"{Pair(cookie)}; {(form is null ? "" : Pair(form))}", ("Sec-Fetch-Site", "same-origin"));
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "2h hier au cotech", ["__RequestVerificationToken"] = token ?? "" });
            return await Browser().SendAsync(request);
        }
    }

    [Fact]
    public async Task A_link_undone_ends_the_session_it_opened_at_once()
    {
        var person = await Link(app.Cast.Amina);
        var (_, go, cookie) = await Enter();
        await app.Get<TeamsAccounts>().Unlink(person, Tenant, AminasAccount);

        Assert.Equal(HttpStatusCode.Redirect, (await Ask(go["go"]!, cookie, ("Sec-Fetch-Site", "same-origin"))).StatusCode);
    }

    [Fact]
    public async Task The_session_lasts_half_a_day_and_a_request_to_link_twenty_minutes()
    {
        var link = (string)(await Enter()).Said["link"]!;
        await Link(app.Cast.Amina);
        var (_, go, cookie) = await Enter();
        app.Clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Null((await app.SignedIn(app.Cast.Amina).Page(link)).QuerySelector("form input[name=billet]"));
        Assert.Equal(HttpStatusCode.OK, (await Ask(go["go"]!, cookie, ("Sec-Fetch-Site", "same-origin"))).StatusCode);
        app.Clock.Advance(TabDoors.Length);
        Assert.Equal(HttpStatusCode.Redirect, (await Ask(go["go"]!, cookie, ("Sec-Fetch-Site", "same-origin"))).StatusCode);
    }

    [Theory]
    [InlineData("tid", "ffffffff-0000-4000-8000-000000000001", "teams.tab.tenant")]
    [InlineData("aud", "https://graph.microsoft.com", "teams.tab.refused")]
    [InlineData("azp", FakeSigner.AppId, "teams.tab.refused")]
    [InlineData("scp", "User.Read", "teams.tab.refused")]
    [InlineData("exp", "old", "teams.tab.time")]
    [InlineData(null, null, "teams.tab.refused")]
    public async Task A_wrong_token_opens_nothing_and_the_person_reads_what_would_help(string? claim, string? value, string key)
    {
        await Link(app.Cast.Amina);
        var (status, said, cookie) = await Enter(change: c =>
        {
            if (claim is "exp") c["exp"] = app.Clock.GetUtcNow().ToUnixTimeSeconds() - 400;
            else if (claim is not null) c[claim] = value;
        }, bearer: claim is null ? "Basic" : "Bearer");

        Assert.Equal((HttpStatusCode.Unauthorized, Words.Say("fr", key), ""), (status, (string)said["text"]!, cookie));
    }

    [Fact]
    public async Task Somebody_else_s_account_is_not_taken_over_and_a_forged_ticket_shows_nothing()
    {
        var link = (string)(await Enter()).Said["link"]!;
        await Link(app.Cast.Amina);
        var bruno = app.SignedIn(app.Cast.Bruno);
        var page = await bruno.Page(link);
        var refused = await bruno.Send(page, "/onglet/lier", new() { ["billet"] = page.QuerySelector("input[name=billet]")!.GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Null((await bruno.Page(link[..^4] + "AAAA")).QuerySelector("input[name=billet]"));
        Assert.Equal($"/p/{app.Cast.Pole.Slug}", (string)(await Enter()).Said["go"]!);
    }

    [Fact]
    public async Task A_channel_shows_the_page_that_was_chosen_for_it_to_each_reader_with_their_own_rights()
    {
        await Link(app.Cast.Amina);
        var (_, go, cookie) = await Enter(page: $"/p/{app.Cast.Other.Slug}/ateliers");
        Assert.Equal($"/p/{app.Cast.Other.Slug}/ateliers", (string)go["go"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(go["go"]!, cookie, ("Sec-Fetch-Site", "same-origin"))).StatusCode); // Amina is not of that pole

        // What is no page of a pole is not gone to.
        Assert.Equal($"/p/{app.Cast.Pole.Slug}", (string)(await Enter(page: "//evil.example/p/x")).Said["go"]!);
        Assert.Equal("/onglet/choix", (string)(await Enter(place: Tab.Setting)).Said["go"]!);
        using var choice = await Ask("/onglet/choix", cookie, ("Sec-Fetch-Site", "same-origin"));
        var offered = (await choice.Page()).QuerySelectorAll("#tab-choice input").Select(i => i.GetAttribute("data-content")!).ToList();
        Assert.Contains(offered, o => o.EndsWith($"/onglet?page=%2Fp%2F{app.Cast.Pole.Slug}%2Fateliers&theme={{theme}}&locale={{locale}}", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, o => o.Contains(app.Cast.Other.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Teams_may_frame_our_pages_where_an_app_is_registered_and_nobody_else_ever()
    {
        using var page = await app.Stranger().GetAsync("/onglet");
        var policy = string.Concat(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft", policy);
        Assert.False(page.Headers.Contains("X-Frame-Options"));

        await using var without = await App.Start(on);
        using var alone = await without.Stranger().GetAsync("/onglet");
        Assert.EndsWith("frame-ancestors 'self'", string.Concat(alone.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var (status, said, _) = await Enter(at: without);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, Words.Say("fr", "teams.tab.not_configured")), (status, (string)said["text"]!));
    }

    private async Task<Person> Link(Actor actor)
    {
        var person = (await app.Get<People>().WithMandate(actor.PersonId))!;
        await app.Get<TeamsAccounts>().Link(person, new(Tenant, AminasAccount, null, null));
        return person;
    }

    private async Task<(HttpStatusCode Status, JsonNode Said, string Cookie)> Enter(string? place = null, string? page = null, Action<JsonObject>? change = null, string bearer = "Bearer", App? at = null)
    {
        var now = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        var token = signer.Token(claims: c =>
        {
            (c["serviceurl"], c["nbf"], c["exp"]) = (null, now - 10, now + 3600);
            (c["ver"], c["tid"], c["oid"]) = ("2.0", Tenant, AminasAccount);
            (c["iss"], c["azp"], c["scp"]) = ($"{signer.Url}/{Tenant}/v2.0", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "access_as_user");
            (c["name"], c["preferred_username"]) = ("Alice Martin", "alice@coop.example");
            change?.Invoke(c);
        });
        using var request = Request("POST", TabDoors.SessionPath, "");
        request.Headers.TryAddWithoutValidation("Authorization", $"{bearer} {token}");
        request.Content = JsonContent.Create(new { place, page });
        using var answer = await Browser(at).SendAsync(request);
        var cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single() : "";
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!, cookie);
    }

    private Task<HttpResponseMessage> Ask(JsonNode page, string cookie, params (string Name, string Value)[] headers) => Ask((string)page!, cookie, headers);

    private Task<HttpResponseMessage> Ask(string page, string cookie, params (string Name, string Value)[] headers) => Browser().SendAsync(Request("GET", page, Pair(cookie), headers));

    private Task<HttpResponseMessage> Ask(JsonNode page, string cookie, string method, (string Name, string Value)[] headers) => Browser().SendAsync(Request(method, (string)page!, Pair(cookie), headers));

    private static string Pair(string setCookie) => setCookie.Split(';')[0];

    private static HttpRequestMessage Request(string method, string address, string cookies, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new(method), address);
        if (cookies is not "") request.Headers.TryAddWithoutValidation("Cookie", cookies);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    // Teams speaks https alone, and what is set there is Secure.
    private HttpClient Browser(App? at = null) => (at ?? app).CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
}

public sealed class TabOnSqlite() : TabTests(On.Sqlite);

public sealed class TabOnPostgres() : TabTests(On.Postgres);
