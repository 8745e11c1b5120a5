using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>A telephone between two lorries: what is pressed, typed or read there is not lost because the line is slow, the server fails or others act.</summary>
public sealed class SlowLineStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task What_is_pressed_one_after_the_other_all_arrives_before_the_page_is_left()
    {
        var thomas = await At(Pole, "Thomas Keller");
        await Says(thomas, "35 min hier au cotech avec La Ressourcerie du Val", "35 min");
        await Says(thomas, "55 min hier au cotech avec La Ressourcerie du Val", "55 min");
        var julien = await At(Pole, "Julien Marchetti", width: 360);
        ILocator one = Confirms(julien, "35 min"), two = Confirms(julien, "55 min");
        await Expect(two).ToBeVisibleAsync();

        var line = await Slow(julien);
        await one.ClickAsync();
        await line.Begun;
        await two.ClickAsync();
        await julien.GetByRole(AriaRole.Link, new() { Name = "Ateliers" }).First.ClickAsync();
        line.Goes();
        await Expect(julien.Locator("main h1")).ToHaveTextAsync("Ateliers");
        await julien.GotoAsync(Pole);
        await Expect(julien.Locator("main h1")).ToBeVisibleAsync();
        await Expect(one).ToHaveCountAsync(0);
        await Expect(two).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_sentence_sent_twice_is_said_once_and_what_is_typed_meanwhile_stays()
    {
        var karim = await At(Pole, "Karim Haddad");
        var sentence = karim.Locator("#sentence");
        var line = await Slow(karim);
        await sentence.FillAsync("50 min hier au cotech");
        await sentence.PressAsync("Enter");
        await line.Begun;
        await sentence.PressAsync("Enter");
        await sentence.FillAsync("20 min lundi");
        line.Goes();
        await Expect(karim.GetByRole(AriaRole.Button, new() { Name = "Noter 50 min", Exact = true })).ToBeVisibleAsync();
        await Expect(sentence).ToHaveValueAsync("20 min lundi");
        await karim.GotoAsync(Pole + "/conversation");
        await Expect(karim.Locator(".chat > .mine").Filter(new() { HasText = "50 min hier" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_error_of_the_server_or_an_ended_session_takes_nobodys_words_away()
    {
        var odile = await At(Pole, "Odile Perrin");
        var sentence = odile.Locator("#sentence");
        await odile.RouteAsync("**/phrase", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad Gateway</h1>" }), new() { Times = 1 });
        await sentence.FillAsync("1 h 10 hier au cotech");
        await sentence.PressAsync("Enter");
        await Expect(odile.Locator("#connection")).ToContainTextAsync("Rien n'est parti");
        await Expect(sentence).ToHaveValueAsync("1 h 10 hier au cotech");

        await odile.Context.ClearCookiesAsync(new() { Name = "ptce" });
        await sentence.PressAsync("Enter");
        await Expect(odile.Locator("#connection")).ToContainTextAsync("Votre session a pris fin");
        await Expect(sentence).ToHaveValueAsync("1 h 10 hier au cotech");
        var again = await odile.RunAndWaitForPopupAsync(() => odile.Locator("#connection a").ClickAsync());
        await again.GetByRole(AriaRole.Button, new() { Name = "Odile Perrin" }).First.ClickAsync();
        await Expect(again.Locator("#sentence")).ToBeVisibleAsync();
        await sentence.PressAsync("Enter");
        await Expect(odile.GetByRole(AriaRole.Button, new() { Name = "Noter 1 h 10", Exact = true })).ToBeVisibleAsync();
        await Expect(odile.Locator("#connection")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Why_something_was_refused_stays_in_view_while_others_act()
    {
        var camille = await At(Pole + "/echanges/cooperations/saisir", "Camille Aubry");
        var thomas = await At(Pole, "Thomas Keller");
        for (var i = 0; i < 2; i++) await camille.Locator("[name=members]").Nth(i).CheckAsync();
        await camille.Locator("#title").FillAsync("Un broyeur à plusieurs");
        await camille.Locator("#from").FillAsync("2026-03-10");
        await camille.Locator("#to").FillAsync("2026-03-01");
        await camille.Locator("main form button.primary").Last.ClickAsync();
        var refused = camille.Locator("main .refused").First;
        await Expect(refused).ToBeVisibleAsync();
        var shown = camille.Locator("meta[name=live-seq]");
        var before = await shown.GetAttributeAsync("content");

        await Says(thomas, "15 min hier au cotech", "15 min");
        await Expect(shown).Not.ToHaveAttributeAsync("content", before!);
        await Expect(refused).ToBeVisibleAsync();
        await Expect(camille.Locator("main [aria-invalid='true']")).ToHaveCountAsync(1);
        await Expect(camille.Locator("#title")).ToHaveValueAsync("Un broyeur à plusieurs");
    }

    private static ILocator Confirms(IPage page, string amount) => page.GetByRole(AriaRole.Button, new() { Name = $"Confirmer {amount}", Exact = true });

    /// <summary>The first form that is sent from this page stays on its way until it is let go.</summary>
    private static async Task<Held> Slow(IPage page)
    {
        var held = new Held();
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method == "POST") await held.Wait();
            await route.FallbackAsync();
        });
        return held;
    }

    private sealed class Held
    {
        private readonly TaskCompletionSource _begun = new(), _goes = new();

        public Task Begun => _begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Goes() => _goes.SetResult();

        public Task Wait()
        {
            _begun.TrySetResult();
            return _goes.Task;
        }
    }
}
