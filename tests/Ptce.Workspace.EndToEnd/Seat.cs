using Microsoft.Playwright;

namespace Ptce.Workspace.EndToEnd;

/// <summary>Somebody in front of their Playground: what they see and what they do there.</summary>
public sealed class Seat(IPage page)
{
    public IPage Page => page;

    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>The last card that says all of this.</summary>
    public ILocator Card(params string[] words) => words.Aggregate(Cards, (cards, word) => cards.Filter(new() { HasText = word })).Last;

    public async Task Says(string sentence)
    {
        await Types(sentence);
        await Button("Send Message").First.ClickAsync();
    }

    /// <summary>Names the bot where several read: in a group, or in a channel.</summary>
    /// <param name="button">"Send Message", or "Post" in a channel.</param>
    public async Task Mentions(string where, string sentence, string button)
    {
        await Opens(where);
        await Types("@");
        await page.Locator("[role=menuitem]").Filter(new() { HasText = "Coop" }).First.ClickAsync();
        await Line.PressSequentiallyAsync(" " + sentence);
        await Button(button).First.ClickAsync();
    }

    public Task Opens(string where) => page.GetByRole(AriaRole.Treeitem, new() { Name = where }).First.ClickAsync();

    public static Task Presses(ILocator card, string button) => card.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>A second window of the same person's, as on another device: it shows what arrives from now on.</summary>
    public async Task<Seat> OnAnotherDevice()
    {
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        var seat = new Seat(other);
        await Assertions.Expect(seat.Line).ToBeVisibleAsync();
        return seat;
    }

    /// <summary>Looks something up beside the line one writes in.</summary>
    /// <param name="command">A command of the manifest; Teams names it by the tab the person chose.</param>
    public async Task LooksFor(string command, string text)
    {
        await Extension("Search Command");
        await page.GetByText("Specify Command ID or Parameter").ClickAsync();
        await page.GetByPlaceholder("Command ID").FillAsync(command);
        var field = page.GetByPlaceholder("Enter a search term");
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    /// <summary>Takes what was found into the conversation.</summary>
    public async Task Inserts(string found)
    {
        await page.Locator(".fui-PopoverSurface").GetByText(found).First.ClickAsync();
        await Button("Send Message").First.ClickAsync();
    }

    private async Task Extension(string kind)
    {
        await Button("Trigger Message Extension App").First.ClickAsync();
        await page.GetByText(kind, new() { Exact = true }).First.ClickAsync();
    }

    private ILocator Line => page.Locator("div[role='textbox'][contenteditable='true']").First;

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private async Task Types(string text)
    {
        await Line.ClickAsync();
        await Line.PressSequentiallyAsync(text);
    }
}
