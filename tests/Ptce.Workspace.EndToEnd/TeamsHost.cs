using Microsoft.Playwright;
using Ptce.Workspace.Tests;

namespace Ptce.Workspace.EndToEnd;

/// <summary>A window of Teams as a tab sees it: another site's page that frames ours and answers the messages of Microsoft's own script, teams-js.</summary>
public sealed class TeamsHost
{
    public const string Tenant = "72f1c9a0-0000-4000-8000-000000000001";
    private const string Address = "https://teams.microsoft.com/tab";

    /// <summary>The message protocol of teams-js 2 (its internal/communication.js): {id, uuidAsString, func, args} in, the same id and args out.</summary>
    private const string Page = """
        <!doctype html><title>Teams</title><style>body { margin: 0 } iframe { border: 0; width: 100vw; height: 100vh }</style><iframe id="tab"></iframe>
        <script>
          let theme = "default", linking;
          const tab = document.getElementById("tab");
          addEventListener("message", async ({ data, source, origin }) => {
            const answer = (...args) => source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin);
            switch (data.func) {
              case "initialize": return answer(source === tab.contentWindow ? "content" : "authentication", "web", "2.0.1");
              case "getContext": return answer({ theme, locale: "fr-fr", hostName: "Teams", entityId: "today" });
              case "authentication.getAuthToken": return answer(true, await entra());
              case "authentication.authenticate": linking = answer; return void open(data.args[0], "link", "width=560,height=720");
              case "authentication.authenticate.success": return linking(true, data.args[0]);
            }
          });
          const shows = (address) => (tab.src = address);
          const changesTheme = (now) => tab.contentWindow.postMessage({ func: "themeChange", args: [(theme = now)] }, "*");
        </script>
        """;

    private readonly IPage _page;

    private TeamsHost(IPage page) => _page = page;

    public IFrameLocator Tab => _page.FrameLocator("#tab");

    /// <summary>The frame itself, for what is read in it by script.</summary>
    public async Task<IFrame> Frame() => (await (await _page.QuerySelectorAsync("#tab"))!.ContentFrameAsync())!;

    /// <summary>Opens Teams in this window; Entra vouches for the account there.</summary>
    internal static async Task<TeamsHost> Open(IPage page, FakeSigner entra, string account, string address = Address)
    {
        await page.Context.RouteAsync(new Uri(address).GetLeftPart(UriPartial.Authority) + "/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = Page }));
        await page.ExposeFunctionAsync("entra", () => entra.Token(claims: c =>
        {
            c["serviceurl"] = null;
            (c["ver"], c["tid"], c["oid"], c["name"], c["preferred_username"]) = ("2.0", Tenant, account, "Julien Marchetti", "julien@ressourcerie.example");
            (c["iss"], c["azp"], c["scp"]) = ($"{entra.Url}/{Tenant}/v2.0", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "access_as_user");
        }));
        await page.GotoAsync(address);
        return new(page);
    }

    public Task Shows(string address) => _page.EvaluateAsync("shows", address);

    public Task ChangesTheme(string theme) => _page.EvaluateAsync("changesTheme", theme);
}
