namespace Ptce.Workspace.EndToEnd;

/// <summary>A page whose connection was cut says so, and finds its way back by itself.</summary>
public sealed class CutConnectionStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task A_page_that_was_cut_off_says_so_and_shows_what_it_missed_once_it_is_back()
    {
        var odile = await At(Pole, "Odile Perrin");
        var thomas = await At(Pole, "Thomas Keller");
        await Listening(odile, "Thomas Keller");
        await StaysOpen(odile);
        await odile.Locator("#sentence").FillAsync("1 h de relecture");

        await odile.Context.SetOfflineAsync(true);
        await Expect(odile.Locator("#connection")).ToContainTextAsync("Connexion perdue");
        var newest = odile.Locator(".feed li").First;
        var before = await newest.GetAttributeAsync("id");
        await Says(thomas, "1h30 hier au cotech avec La Ressourcerie du Val", "1 h 30");
        await Expect(newest).ToHaveAttributeAsync("id", before!);

        await odile.Context.SetOfflineAsync(false);
        await Expect(newest).ToContainTextAsync("Thomas Keller a noté");
        await Expect(newest).Not.ToHaveAttributeAsync("id", before!);
        await Expect(odile.Locator("#connection")).ToBeEmptyAsync();
        await Expect(odile.Locator("#sentence")).ToHaveValueAsync("1 h de relecture");
        await StayedOpen(odile);
    }
}
