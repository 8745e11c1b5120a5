using System.Net;

namespace Ptce.Workspace.Tests;

/// <summary>The real program, as a process, in Production: no door of Development's exists there.</summary>
public sealed class ProductionTests
{
    [Theory, InlineData("Production", false), InlineData("Staging", false), InlineData("Development", true)]
    public async Task Choosing_a_person_exists_in_Development_alone(string environment, bool exists)
    {
        var folder = Directory.CreateTempSubdirectory("ptce-doors-").FullName;
        try
        {
            Assert.Equal(0, (await RunningProgram.Verb("pole", "create", "--name", "Pôle du Haut-Pays", "--data", folder)).Code);
            Assert.Equal(0, (await RunningProgram.Verb("admin", "create", "--name", "Nadia Lopez", "--email", "nadia@haut-pays.test", "--pole", "pole-du-haut-pays", "--data", folder)).Code);
            await using var program = await RunningProgram.Serve(folder, environment, new() { ["Mail:Host"] = "127.0.0.1", ["Mail:From"] = "pole@haut-pays.test" });
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var browser = new HttpClient(handler) { BaseAddress = program.Address };

            var page = await browser.Page("/connexion");
            Assert.Equal(exists, page.Says().Contains("Nadia Lopez"));
            Assert.Equal(exists, page.DocumentElement.OuterHtml.Contains("demonstration", StringComparison.OrdinalIgnoreCase));

            // With a true form token, so that only the missing address can be the reason.
            var answer = await browser.Send(page, "/connexion/demonstration", new() { ["person"] = "anyone" });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("ptce=", string.Join(";", answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []));
            if (!exists) return;

            var person = page.QuerySelector("input[name=person]")!.GetAttribute("value")!;
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/connexion/demonstration", new FormUrlEncodedContent([new("person", person)]))).StatusCode);
            answer = await browser.Send(page, "/connexion/demonstration", new() { ["person"] = person, ["pole"] = "pole-du-haut-pays", ["retour"] = "https://elsewhere.test" });
            Assert.Equal((HttpStatusCode.SeeOther, "/p/pole-du-haut-pays"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
            Assert.Equal("/p/pole-du-haut-pays", (await browser.GetAsync("/")).Headers.Location?.OriginalString);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public async Task The_console_gives_a_link_where_no_mail_is_set_and_the_page_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("ptce-doors-").FullName;
        try
        {
            await RunningProgram.Verb("pole", "create", "--name", "Pôle du Haut-Pays", "--data", folder);
            await RunningProgram.Verb("admin", "create", "--name", "Nadia Lopez", "--email", "nadia@haut-pays.test", "--data", folder);
            Assert.Equal(1, (await RunningProgram.Verb("admin", "link", "--email", "nobody@haut-pays.test", "--data", folder)).Code);
            var (code, output, _) = await RunningProgram.Verb("admin", "link", "--email", "Nadia@haut-pays.test", "--data", folder);
            Assert.Equal(0, code);
            var link = new Uri(output.Trim().Split('\n')[^1]).AbsolutePath;

            await using var program = await RunningProgram.Serve(folder, "Production");
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var browser = new HttpClient(handler) { BaseAddress = program.Address };
            Assert.Null((await browser.Page("/connexion")).QuerySelector("#email"));
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post(link, [])).StatusCode);
            Assert.Equal("/p/pole-du-haut-pays", (await browser.GetAsync("/")).Headers.Location?.OriginalString);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
