using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

/// <summary>From the address typed to the session, over a real mail server.</summary>
public sealed partial class SignInByMailTests
{
    [Fact]
    public async Task A_mailed_link_leads_in_and_back_to_where_the_person_was_going()
    {
        await using var server = await Node.Start("Mail/server", "server.mjs", "ptce", "s3cret");
        await using var app = await App.Start(settings: Server(await server.Line()));
        var browser = app.Stranger();
        const string wanted = "/?x=1";

        var turnedAway = await browser.GetAsync(wanted);
        Assert.Equal("/connexion?retour=" + Uri.EscapeDataString(wanted), turnedAway.Headers.Location!.PathAndQuery);
        var sent = await browser.Post("/connexion", new() { ["email"] = "gaelle@val-horizon.test", ["retour"] = wanted });
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var said = (await browser.Page(sent.Headers.Location!.OriginalString)).Says("main");

        var mail = JsonDocument.Parse(await server.Line()).RootElement;
        string Of(string part) => mail.GetProperty(part).GetString()!;
        Assert.Equal(("gaelle@val-horizon.test", "Gaëlle Weber", "Ihr Link zum Anmelden", "de", "auto-generated", "ptce"),
            (Of("to"), Of("name"), Of("subject"), Of("language"), Of("automatic"), Of("user")));
        var link = Link().Match(Of("text")).Value;
        Assert.StartsWith("https://pole.test/connexion/lien/", link);
        Assert.Contains(link, Of("html"));

        // A scanner of mail opens the link, several times: it stays good.
        var path = new Uri(link).AbsolutePath;
        for (var i = 0; i < 3; i++)
        {
            var opened = await app.Stranger().GetAsync(path);
            Assert.Equal("no-referrer", string.Join(",", opened.Headers.GetValues("Referrer-Policy")));
        }
        var page = await browser.Page(path);
        Assert.Contains("Gaëlle Weber", page.Says("main"));
        var entered = await browser.Send(page, path, []);
        Assert.Equal((HttpStatusCode.SeeOther, wanted), (entered.StatusCode, entered.Headers.Location!.OriginalString));
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("ptce=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.NotNull((await browser.Page("/")).QuerySelector($"a[href=\"/p/{app.Cast.Other.Slug}\"]"));

        var again = await app.Stranger().Page(path);
        Assert.Null(again.QuerySelector("form"));
        Assert.Contains("déjà servi", again.Says("main"));
        Assert.Null((await app.Stranger().Page("/connexion/lien/nothing")).QuerySelector("form"));

        var stranger = app.Stranger();
        var unknown = await stranger.Post("/connexion", new() { ["email"] = "nobody@val-horizon.test", ["retour"] = wanted });
        Assert.Equal(said, (await stranger.Page(unknown.Headers.Location!.OriginalString)).Says("main"));
    }

    [Fact]
    public async Task A_mail_server_whose_certificate_nobody_vouches_for_gets_no_link()
    {
        await using var server = await Node.Start("Mail/server", "server.mjs", "ptce", "s3cret");
        var settings = Server(await server.Line());
        settings["Mail:UseTls"] = "true";
        await using var app = await App.Start(settings: settings);
        var letter = new Letter("amina@val-horizon.test", "Amina", "fr", "Essai", ["Bonjour"]);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.Get<Mailer>().Send(letter, "1", CancellationToken.None));
        Assert.Contains("certificate", refused.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_no_address_is_said_at_the_field()
    {
        await using var app = await App.Start(settings: Server("9"));
        var refused = await app.Stranger().Post("/connexion", new() { ["email"] = "never mind" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Page();
        Assert.Contains("never mind", page.Says("#refused-email"));
        Assert.Equal("never mind", page.QuerySelector("#email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_client_asks_thirty_times_in_a_row_at_most()
    {
        await using var app = await App.Start(settings: Server("9"));
        var browser = app.Stranger();
        var page = await browser.Page("/connexion");
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, "/connexion", new() { ["email"] = $"n{i}@val-horizon.test" })).StatusCode);
        var refused = await browser.Send(page, "/connexion", new() { ["email"] = "n31@val-horizon.test" });
        Assert.Equal((HttpStatusCode)429, refused.StatusCode);
        Assert.Contains("Attendez quelques minutes", (await refused.Page()).Says());
    }

    private static Dictionary<string, string?> Server(string port) => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port,
        ["Mail:User"] = "ptce",
        ["Mail:Password"] = "s3cret",
        ["Mail:From"] = "Espace du pôle <pole@pole.test>",
        ["Mail:UseTls"] = "false",
        ["Site:Address"] = "https://pole.test/",
    };

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}
