using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>Two people on one page.</summary>
public sealed class SameScreenStory(Demonstrated demonstrated) : Story(demonstrated)
{
    [Fact]
    public async Task What_one_logs_is_before_the_other_by_itself_and_takes_nothing_from_what_they_type()
    {
        var julien = await At(Pole, "Julien Marchetti");
        var thomas = await At(Pole, "Thomas Keller");
        await Listening(julien, "Thomas Keller");
        await Listening(thomas, "Julien Marchetti");
        await julien.Locator("#sentence").PressSequentiallyAsync("3 h ce matin avec");
        var toConfirm = julien.Locator("li.row", new() { HasText = "Thomas Keller" })
            .Filter(new() { Has = julien.GetByRole(AriaRole.Button, new() { Name = "Confirmer 2 h", Exact = true }) });
        var before = await toConfirm.CountAsync();

        var line = thomas.Locator("#sentence");
        await line.FillAsync("2h hier au cotech avec La Ressourcerie du Val");
        await line.PressAsync("Enter");
        var save = thomas.GetByRole(AriaRole.Button, new() { Name = "Noter 2 h" });
        await Expect(save).ToBeVisibleAsync();
        await Expect(toConfirm).ToHaveCountAsync(before); // nothing is saved before it was seen
        await line.PressAsync("Enter");
        await Expect(thomas.Locator("#notice")).ToContainTextAsync("C'est noté : 2 h");

        await Expect(toConfirm).ToHaveCountAsync(before + 1);
        await Expect(julien.Locator("#sentence")).ToHaveValueAsync("3 h ce matin avec");
        await Expect(julien.Locator("#sentence")).ToBeFocusedAsync();
        await julien.Keyboard.TypeAsync(" Thomas");
        await Expect(julien.Locator("#sentence")).ToHaveValueAsync("3 h ce matin avec Thomas");
    }
}
