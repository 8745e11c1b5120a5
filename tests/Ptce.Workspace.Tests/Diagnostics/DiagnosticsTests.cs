using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

public sealed class DiagnosticsTests() : CastTest(On.Sqlite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<Finding> Find(string subject, params (string Key, string Value)[] settings)
    {
        var configuration = Get<Microsoft.Extensions.Configuration.IConfiguration>();
        foreach (var (key, value) in settings) configuration[key] = value;
        return (await Get<Diagnostics>().All()).Single(f => f.Subject == subject);
    }

    [Fact]
    public async Task Each_thing_is_told_with_what_to_do_about_it_in_three_languages()
    {
        foreach (var finding in await Get<Diagnostics>().All())
            foreach (var language in Words.Languages)
            {
                var t = new Say(language);
                Assert.DoesNotContain("diagnostic.", t.Subject(finding) + finding.Says.In(t) + finding.Do?.In(t));
                Assert.Equal(finding.State == Finding.Ok, finding.Do is null);
            }
        Assert.Equal(Finding.Warn, (await Find("mail")).State);
        Assert.Equal(Finding.Bad, (await Find("mail", ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:From", "pole@exemple.fr"))).State);
    }

    [Fact]
    public async Task The_bots_certificate_is_seen_to_end_before_it_does()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Clock.GetUtcNow().AddYears(-1), Clock.GetUtcNow().AddDays(20));
        var file = Path.Combine(Store.Settings.Folder, "bot.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), Stop);

        Assert.Equal(Finding.Warn, (await Find("teams", ("Bot:AppId", "6f1f4f2c-0000-0000-0000-000000000000"), ("Bot:CertificateFile", file), ("Diagnostics:TimeFrom", "no address"))).State);
        Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(Finding.Bad, (await Find("teams")).State);
        Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal("diagnostic.teams_ended", (await Find("teams")).Says.Key);
        Assert.Equal(Finding.Bad, (await Find("teams", ("Bot:CertificateFile", file + ".gone"))).State);
        Assert.Equal(Finding.Ok, (await Find("teams", ("Bot:CertificateFile", ""), ("Bot:Secret", "x"), ("Bot:SecretExpires", "2027-06-30"))).State);
    }

    [Fact]
    public async Task What_waits_too_long_is_stuck_or_is_late_is_found()
    {
        await Db.Write(null, tx => tx.Owe("nobody", "x", "y"));
        Assert.Equal(Finding.Ok, (await Find("queue")).State);
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(Finding.Warn, (await Find("queue")).State);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Finding.Bad, (await Find("queue")).State);
        await Db.Write(null, tx => tx.Execute("update deliveries set parked_at = @Now", new { tx.Now }));
        Assert.Equal((Finding.Ok, Finding.Warn), ((await Find("queue")).State, (await Find("parked")).State));

        Assert.Equal("diagnostic.backup_never", (await Find("backup")).Says.Key);
        await Get<JobRuns>().RunHere("backup", Stop);
        await Get<JobRuns>().RunHere("restore-test", Stop);
        Assert.Equal((Finding.Ok, Finding.Ok, Finding.Ok), ((await Find("backup")).State, (await Find("restore_test")).State, (await Find("jobs")).State));
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal((Finding.Warn, Finding.Bad), ((await Find("backup")).State, (await Find("jobs")).State));
        Assert.Contains("backup", (await Find("jobs")).Says.In(new("fr")));
    }

    [Fact]
    public async Task The_bot_answers_the_word_to_those_who_run_the_pole_alone()
    {
        var conversations = Get<Conversations>();
        Assert.Contains("Dernière sauvegarde (À surveiller)", (await conversations.Hear(Cast.Chloe, Conversations.Web, "Diagnostic ?", new("fr"))).Text);
        Assert.DoesNotContain("sauvegarde", (await conversations.Hear(Cast.Amina, Conversations.Web, "diagnostic", new("fr"))).Text);
    }

    [Fact]
    public async Task The_verb_ends_with_one_when_something_is_bad()
    {
        await Get<Conversations>().Hear(Cast.Amina, Conversations.Web, "bonjour", new("fr"));
        var well = await RunningProgram.Verb("diagnostic", "--json", "--data", Store.Settings.Folder);
        var states = JsonDocument.Parse(well.Output).RootElement.EnumerateArray().Select(f => f.GetProperty("state").GetString()).ToList();
        Assert.Equal(10, states.Count);
        Assert.Equal(states.Contains("bad") ? 1 : 0, well.Code);
        await Db.Write(null, tx => tx.Owe("nobody", "x", "y")); // due in the past of the real clock
        var bad = await RunningProgram.Verb("diagnostic", "--data", Store.Settings.Folder);
        Assert.Equal(1, bad.Code);
        Assert.Contains("File d'envoi", bad.Output);
    }
}

public sealed class HealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_says_alive_and_ready_and_not_ready_when_the_store_is_away()
    {
        await using var app = await App.Start();
        var stranger = app.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/ready", Stop)).StatusCode);
        await app.Db.Write(null, tx => tx.Execute("alter table migrations rename to gone"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stranger.GetAsync("/health/ready", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live", Stop)).StatusCode);
    }

    [Fact]
    public async Task Measures_are_plain_text_for_who_bears_the_token_and_name_nobody()
    {
        await using var app = await App.Start(settings: new() { ["Metrics:Token"] = "a long token" });
        await app.Get<JobRuns>().RunHere("meetings", Stop);
        await app.SignedIn(app.Cast.Chloe).Page($"/p/{app.Cast.Pole.Slug}/travaux");
        var scraper = app.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await scraper.GetAsync("/metrics", Stop)).StatusCode);
        scraper.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a long token");
        var text = await scraper.GetStringAsync("/metrics", Stop);

        Assert.Contains("# TYPE ptce_deliveries_due gauge\nptce_deliveries_due ", text);
        Assert.Matches("ptce_jobs_seconds_count\\{job=\"meetings\",outcome=\"done\"\\} [1-9]", text);
        Assert.Contains("http_server_request_duration_seconds_bucket{", text);
        Assert.DoesNotContain("Chlo", text);
        Assert.DoesNotContain(app.Cast.Pole.Slug, text);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'), line => Assert.Matches("^[a-z_][a-z0-9_]*(\\{.*\\})? [-0-9.E+naif]+$", line.ToLowerInvariant().Replace("∞", "inf")));
    }

    [Fact]
    public async Task Without_a_token_measures_are_for_this_machine_alone_and_not_through_its_proxy()
    {
        await using var app = await App.Start();
        async Task<int> Ask(IPAddress? from, string? through = null) => (await app.Server.SendAsync(http =>
        {
            http.Request.Path = "/metrics";
            http.Connection.RemoteIpAddress = from;
            if (through is not null) http.Request.Headers["X-Forwarded-For"] = through;
        }, Stop)).Response.StatusCode;
        Assert.Equal(200, await Ask(IPAddress.Loopback));
        Assert.Equal(404, await Ask(IPAddress.Loopback, "203.0.113.9"));
        Assert.Equal(404, await Ask(IPAddress.Parse("203.0.113.9")));
    }
}
