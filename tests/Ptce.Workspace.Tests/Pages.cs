using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Ptce.Workspace.Tests;

/// <summary>Reading pages and sending their forms, as a browser without script does.</summary>
public static class Pages
{
    /// <summary>The page, which must be there (200).</summary>
    public static async Task<IDocument> Page(this HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.True((int)answer.StatusCode == 200, $"{address} answered {(int)answer.StatusCode} {answer.Headers.Location}");
        return await answer.Page();
    }

    public static async Task<IDocument> Page(this HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(answer.RequestMessage!.RequestUri!));
    }

    /// <summary>Fills a form of the page at <paramref name="address"/> and sends it, with the hidden fields the page gave it.</summary>
    /// <param name="address">Where the form goes, with its "?handler=…"; the page is read from the same address without query.</param>
    public static async Task<HttpResponseMessage> Post(this HttpClient browser, string address, Dictionary<string, string> fields)
    {
        var page = await browser.Page(address.Split('?')[0]);
        return await browser.Send(page, address, fields);
    }

    /// <summary>The same, from a page already read: what it holds may have grown old meanwhile.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient browser, IDocument page, string address, Dictionary<string, string> fields)
    {
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value
            ?? throw new InvalidOperationException($"{page.Url} has no form to send.");
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return await browser.PostAsync(address, form);
    }

    /// <summary>What a person reads there, spaces in one.</summary>
    public static string Says(this IDocument page, string selector = "body") =>
        string.Join(" ", string.Join(" ", page.QuerySelectorAll(selector).Select(e => e.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
