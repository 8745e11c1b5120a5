using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Ptce.Workspace.Tests;

/// <summary>The page that walks an administrator through connecting Teams, and says in plain words what is wrong.</summary>
public sealed class TeamsSetupTests
{
    private const string Tenant = "72f1c9a0-0000-4000-8000-000000000001";

    [Fact]
    public async Task An_administrator_alone_connects_Teams()
    {
        await using var app = await App.Start();
        var address = $"/p/{app.Cast.Pole.Slug}/teams";
        foreach (var person in new[] { app.Cast.Amina, app.Cast.Chloe, app.Cast.David, app.Cast.Bruno, app.Cast.Farid })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(person).GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await app.SignedIn(person).GetAsync(address + "?handler=package")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await app.SignedIn(app.Cast.Zora).GetAsync(address)).StatusCode);

        var ines = app.SignedIn(app.Cast.Ines);
        Assert.Contains(address, (await ines.Page($"/p/{app.Cast.Pole.Slug}")).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        var page = await ines.Page(address + "?verifier=1");
        Assert.Contains(Words.Say("fr", "teams.check.ids.none").Plain(), page.Says("#self-check").Plain());
        Assert.Contains("Une chose à corriger.", page.Says("#self-check").Plain());
        Assert.Null(page.QuerySelector("a[href*='handler=package']"));
        Assert.Equal(HttpStatusCode.NotFound, (await ines.GetAsync(address + "?handler=package")).StatusCode);
    }

    [Fact]
    public async Task Where_all_is_well_every_line_says_so_and_no_secret_is_shown()
    {
        await using var microsoft = await FakeSigner.Start();
        await using var entra = await FakeConnector.Start();
        await using var app = await Start(microsoft, entra);
        await app.Get<TeamsAddresses>().Opened(new(entra.Url, "a:1") { ConversationType = "personal", TenantId = Tenant });

        var page = await app.SignedIn(app.Cast.Ines).Page($"/p/{app.Cast.Pole.Slug}/teams?verifier=1");
        var found = page.QuerySelector("#self-check")!;
        Assert.DoesNotContain("s3cr3t", page.DocumentElement.OuterHtml);
        Assert.Contains(Words.Say("fr", "teams.check.credential.good"), found.TextContent);
        Assert.Contains(Words.Say("fr", "teams.check.keys.good", 4), found.TextContent);
        Assert.Contains("à corriger. Commencez par la première", found.TextContent.Plain()); // nobody is at pole.test
        Assert.Contains(Tenant, found.TextContent);
        Assert.Contains(Words.Say("fr", "teams.check.sent.good"), found.TextContent);
        Assert.Contains("19 nov., 10 h 00", found.TextContent.Plain());

        var package = await app.SignedIn(app.Cast.Ines).GetByteArrayAsync($"/p/{app.Cast.Pole.Slug}/teams?handler=package");
        using var zip = new ZipArchive(new MemoryStream(package));
        Assert.NotNull(zip.GetEntry("manifest.json"));
        Assert.Contains($"api://pole.test/botid-{FakeSigner.AppId}", page.DocumentElement.OuterHtml);
    }

    [Theory]
    [InlineData("invalid_client", "AADSTS7000215", "bad", "secret")]
    [InlineData("invalid_client", "AADSTS7000222", "bad", "expired")]
    [InlineData("unauthorized_client", "AADSTS700016", "bad", "registration")]
    [InlineData("invalid_request", "AADSTS90002", "bad", "registration")]
    [InlineData("temporarily_unavailable", "", "network.found", "network")]
    public async Task What_Entra_refuses_is_said_with_what_to_do(string code, string number, string found, string help)
    {
        await using var microsoft = await FakeSigner.Start();
        await using var entra = await FakeConnector.Start();
        entra.TokenScript = async http =>
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsJsonAsync(new { error = code, error_description = $"{number}: s3cr3t …" }, TestContext.Current.CancellationToken);
        };
        await using var app = await Start(microsoft, entra);
        var checks = await app.Get<TeamsSetup>().Check(app.Cast.Ines, new("en"), default);

        var credential = checks.Single(c => c.Name == Words.Say("en", "teams.check.credential"));
        Assert.Equal((Meaning.NeedsYou, Words.Say("en", $"teams.check.credential.{found}", number), Words.Say("en", $"teams.check.credential.{help}")), (credential.Meaning, credential.Found, credential.Help));
        Assert.DoesNotContain(checks, c => (c.Found + c.Help).Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Microsoft_out_of_reach_a_clock_that_is_wrong_and_an_unknown_organisation_are_said()
    {
        await using var microsoft = await FakeSigner.Start();
        await using var entra = await FakeConnector.Start();
        await using var app = await Start(microsoft, entra);
        var say = new Say("de");

        // The fake speaks today's time; the clock of the test stands elsewhere.
        var time = (await Check()).Single(c => c.Name == say["teams.check.time"]);
        Assert.Equal((Meaning.NeedsYou, say["teams.check.time.help"]), (time.Meaning, time.Help));

        microsoft.Down = true;
        var checks = await Check();
        Assert.Equal(Meaning.NeedsYou, checks.Single(c => c.Name == say["teams.check.keys"]).Meaning);
        var unknown = checks.Single(c => c.Name == say["teams.check.time"]);
        Assert.Equal((say["teams.check.time.unknown"], true), (unknown.Found, unknown.Help!.StartsWith("Vergleichen Sie mit Ihrer Uhr", StringComparison.Ordinal)));
        Assert.Equal(say["teams.check.heard.never"], checks.Single(c => c.Name == say["teams.check.heard"]).Found);

        Task<IReadOnlyList<SetupCheck>> Check() => app.Get<TeamsSetup>().Check(app.Cast.Ines, say, default);
    }

    [Fact]
    public async Task A_message_turned_away_says_what_to_mend_until_one_comes_through()
    {
        await using var microsoft = await FakeSigner.Start();
        await using var entra = await FakeConnector.Start();
        await using var app = await Start(microsoft, entra);
        var away = app.Get<TurnedAway>();
        away.Note(TokenFault.Signature); // anybody can send that
        Assert.Null(await Refused());

        away.Note(TokenFault.Tenant, "0d1c2b3a-0000-4000-8000-000000000009");
        Assert.Equal("19 nov., 10 h 00 : quelqu'un de l'annuaire 0d1c2b3a-0000-4000-8000-000000000009, qui n'est pas accueilli, a écrit.", (await Refused())!.Found.Plain());
        away.Note(TokenFault.Audience);
        Assert.Equal(Words.Say("fr", "teams.check.refused.audience.help"), (await Refused())!.Help);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Get<TeamsAddresses>().Opened(new(entra.Url, "a:1") { ConversationType = "personal", TenantId = Tenant });
        Assert.Null(await Refused());

        async Task<SetupCheck?> Refused() => (await app.Get<TeamsSetup>().Check(app.Cast.Ines, new("fr"), default)).SingleOrDefault(c => c.Name == Words.Say("fr", "teams.check.refused"));
    }

    [Theory, InlineData("https://nobody.invalid", "name"), InlineData("https://127.0.0.1:{0}", "certificate")]
    public async Task A_name_that_does_not_exist_and_a_certificate_that_is_none_are_told_apart(string address, string why)
    {
        await using var microsoft = await FakeSigner.Start();
        await using var entra = await FakeConnector.Start();
        await using var app = await Start(microsoft, entra, ("Site:Address", string.Format(CultureInfo.InvariantCulture, address, new Uri(entra.Url).Port))); // plain http behind https
        var door = (await app.Get<TeamsSetup>().Check(app.Cast.Ines, new("fr"), default)).Single(c => c.Name == Words.Say("fr", "teams.check.door"));
        Assert.Equal((Meaning.NeedsYou, Words.Say("fr", $"teams.check.door.{why}.help")), (door.Meaning, door.Help));
    }

    [Fact]
    public async Task The_public_address_is_knocked_at_and_a_stranger_behind_it_is_recognised()
    {
        await using var microsoft = await FakeSigner.Start();
        await using var entra = await FakeConnector.Start();
        await using var stranger = await FakeConnector.Start(); // answers everything with 201
        await using var app = await Start(microsoft, entra, ("Site:Address", stranger.Url));
        var door = (await app.Get<TeamsSetup>().Check(app.Cast.Ines, new("fr"), default)).Single(c => c.Name == Words.Say("fr", "teams.check.door"));
        Assert.Equal((Meaning.NeedsYou, Words.Say("fr", "teams.check.door.other.help")), (door.Meaning, door.Help));

        stranger.Script.Enqueue(http =>
        {
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        });
        door = (await app.Get<TeamsSetup>().Check(app.Cast.Ines, new("fr"), default)).Single(c => c.Name == Words.Say("fr", "teams.check.door"));
        Assert.Equal(Meaning.Done, door.Meaning);
    }

    private static Task<App> Start(FakeSigner microsoft, FakeConnector entra, params (string, string)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Bot:AppId"] = FakeSigner.AppId,
            ["Bot:Tenant"] = Tenant,
            ["Bot:Secret"] = "s3cr3t",
            ["Bot:MetadataUrl"] = microsoft.MetadataUrl,
            ["Bot:LoginUrl"] = entra.Url,
            ["Site:Address"] = "https://pole.test",
        };
        foreach (var (name, value) in more) settings[name] = value;
        return App.Start(environment: "Development", settings: settings);
    }
}
