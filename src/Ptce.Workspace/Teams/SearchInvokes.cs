using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>The message extension's searches, links that become cards, and what a card's field offers while one types.</summary>
/// <remarks>Bodies: bot-protocol, invokes. The Agents Playground names neither the command nor the parameter: the first value is what was typed.</remarks>
public sealed class SearchInvokes(Findings findings, Site site) : IAnswerInvokes
{
    private const int MostPicked = 15; // Teams shows no more
    private const string SearchResponse = "application/vnd.microsoft.search.searchResponse", Thumbnail = "application/vnd.microsoft.card.thumbnail";

    public IReadOnlyCollection<string> Names { get; } =
        ["composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/selectItem", "application/search"];

    public async Task<InvokeAnswer?> Answer(Actor? actor, Activity activity, Say say, CancellationToken stop)
    {
        try
        {
            return activity.Name switch
            {
                "application/search" => await Pick(actor, activity.Value, say),
                "composeExtension/query" when actor is null => Says(say["teams.extension.link_first", site.Link("/moi")]),
                "composeExtension/query" => await Query(actor, activity.Value, say),
                // A link is drawn for whom its sender is; of a stranger's nothing is shown but the link itself.
                "composeExtension/queryLink" when actor is not null => await Unfold(actor, activity.Value.Text("url"), say),
                _ => InvokeAnswer.Ok(new { }),
            };
        }
        catch (Refused refused)
        {
            return activity.Name is "application/search" ? InvokeAnswer.Fault(400, refused.Key, refused.In(say.Language)) : Says(refused.In(say.Language));
        }
    }

    private async Task<InvokeAnswer> Query(Actor actor, JsonElement? value, Say say)
    {
        var typed = value.Items("parameters").Where(p => p.Text("name") is not "initialRun").Select(p => p.Text("value")).FirstOrDefault() ?? "";
        var found = await findings.Look(actor, value.Text("commandId"), typed.Length > Conversations.LongestText ? "" : typed, value.Number(0, "queryOptions", "skip"), value.Number(Findings.MostAtOnce, "queryOptions", "count"), say);
        return found.Count == 0 && value.Number(0, "queryOptions", "skip") == 0 ? Says(say["teams.extension.nothing"]) : Result(found, say);
    }

    private async Task<InvokeAnswer> Unfold(Actor actor, string? link, Say say) =>
        await findings.Behind(actor, link, say) is { } found ? Result([found], say) : InvokeAnswer.Ok(new { });

    private async Task<InvokeAnswer> Pick(Actor? actor, JsonElement? value, Say say)
    {
        var most = Math.Clamp(value.Number(MostPicked, "queryOptions", "top"), 1, MostPicked);
        var picked = actor is null ? [] : await findings.Pick(actor, value.Text("dataset") ?? "", value.Text("queryText") ?? "", most);
        return InvokeAnswer.Ok(new { statusCode = 200, type = SearchResponse, value = new { results = picked.Select(p => new { title = p.Name, value = p.Id }) } });
    }

    private InvokeAnswer Result(IReadOnlyList<FoundThing> found, Say say) => InvokeAnswer.Ok(new
    {
        composeExtension = new
        {
            type = "result",
            attachmentLayout = "list",
            attachments = found.Select(f => new
            {
                contentType = Attachment.AdaptiveCard,
                content = findings.Card(f, say),
                preview = new { contentType = Thumbnail, content = new { title = Tame(f.Title), text = Tame(f.Meta) } },
            }),
        },
    });

    private static InvokeAnswer Says(string text) => InvokeAnswer.Ok(new { composeExtension = new { type = "message", text } });

    // Teams reads simple HTML in a preview: what people wrote must stay what it is.
    private static string Tame(string text) => TeamsCard.Cut(text, 120).Replace('<', '‹').Replace('>', '›');
}
