using System.Diagnostics;
using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>Microsoft's Agents Playground, a Teams client without Teams: one process per person who sits at it.</summary>
public sealed class Playground : IAsyncDisposable
{
    private static readonly string Modules = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "node_modules", ".bin"));
    private static readonly (string Name, string Id)[] People = [("Alice", "1"), ("Bruno", "2"), ("Chloé", "3"), ("David", "4"), ("Élise", "5"), ("Farid", "6")];

    private readonly Process _process;
    private readonly string _folder;

    private Playground(Process process, string address, string folder) => (_process, Address, _folder) = (process, address, folder);

    public string Address { get; }

    /// <summary>The person of the demonstration whose account this is; null until they linked it.</summary>
    public string? Person { get; private set; }

    /// <summary>Links by the code that the person's profile shows.</summary>
    public async Task Links(Seat seat, IPage profile, string person)
    {
        await profile.GetByRole(AriaRole.Button, new() { Name = "Obtenir un code" }).ClickAsync();
        await seat.Says(await profile.Locator("section:has(#teams) strong").InnerTextAsync());
        await Assertions.Expect(seat.Page.Locator("body")).ToContainTextAsync($"vous êtes {person}");
        Person = person;
    }

    /// <param name="me">Who sits at it: Alice, Bruno, …</param>
    public static async Task<Playground> Start(Running program, string me)
    {
        var command = Path.Combine(Modules, "agentsplayground");
        if (!File.Exists(command))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "The Agents Playground is not installed: npm ci in tests/Ptce.Workspace.EndToEnd.");
            Assert.Fail("The Agents Playground is not installed.");
        }
        var (port, folder) = (Running.FreePort(), Directory.CreateTempSubdirectory("playground-").FullName);
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), Settings(me));
        var address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo(command, ["-e", program.Address + "/api/messages", "-c", "msteams", "-p", $"{port}", "--service-url", address + "/_connector", "--disable-telemetry"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // a full pipe would stop it
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var playground = new Playground(process, address, folder);
        await playground.Answers();
        return playground;
    }

    private async Task Answers()
    {
        using var http = new HttpClient();
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
            try
            {
                if ((await http.GetAsync(Address + "/_debug/ping")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) { }
        var log = Path.Combine(_folder, "devTools", "m365agentsplayground.log");
        throw new TimeoutException("The Playground did not start. " + (File.Exists(log) ? await File.ReadAllTextAsync(log) : ""));
    }

    private static string Settings(string me) => $$"""
        version: "0.1.1"
        tenantId: 72f1c9a0-0000-4000-8000-000000000001
        bot: { "id": "28:11111111-2222-3333-4444-555555555555", "name": "Coop" }
        currentUser: {{AsUser(People.Single(p => p.Name == me))}}
        users:
        {{string.Join('\n', People.Where(p => p.Name != me).Select(p => "  - " + AsUser(p)))}}
        personalChat: { "id": "a:{{me}}" }
        groupChat: { "id": "19:group1@thread.v2", "name": "Bureau" }
        team: { "id": "19:team1@thread.tacv2", "name": "Coopérative", "aadGroupId": "0b000000-0000-4000-8000-000000000031", "channels": [ { "id": "19:projets@thread.tacv2", "name": "Projets" } ] }
        """;

    private static string AsUser((string Name, string Id) p) =>
        $$"""{ "id": "29:1{{p.Name}}", "name": "{{p.Name}} Martin", "userPrincipleName": "p{{p.Id}}@coop.example.fr", "aadObjectId": "0a000000-0000-4000-8000-00000000000{{p.Id}}", "givenName": "{{p.Name}}", "surname": "Martin", "email": "p{{p.Id}}@coop.example.fr" }""";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try { Directory.Delete(_folder, recursive: true); }
        catch (IOException) { }
    }
}
