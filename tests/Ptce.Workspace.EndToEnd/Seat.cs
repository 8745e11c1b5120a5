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

    /// <summary>Acts on a message by the menu beside it, and waits for the dialog that comes.</summary>
    /// <param name="command">A command of the manifest; Teams names it by the entry the person chose.</param>
    public async Task<ILocator> ActsOn(string message, string command)
    {
        var whole = page.Locator("div").Filter(new() { HasText = message }).Filter(new() { Has = Button("Show more information") }).Last; // the innermost
        await Assertions.Expect(whole).ToBeVisibleAsync();
        // Every message of this client empties the one dialog all of them share 300 ms after it is drawn (its own
        // main.js: useEffect(() => { open ? … : setTimeout(() => { dispatch(clearSubmitActionResponse()); dispatch(clearFetchTaskResponse()) }, 300) })).
        // An answer that comes sooner is drawn and thrown away. Timers of a page run in their order: this one runs after that one.
        await page.EvaluateAsync("new Promise(over => setTimeout(over, 400))");
        await whole.GetByRole(AriaRole.Button, new() { Name = "Show more information" }).ClickAsync();
        await page.Locator("[role=menuitem]").Filter(new() { HasText = "Action Command" }).ClickAsync();
        await page.GetByPlaceholder("Input command id or leave blanks").FillAsync(command);
        await Button("Create").ClickAsync();
        return page.Locator("[role=dialog]").Last;
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
