using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ptce.Workspace;

/// <summary>Markdown as HTML that can do no harm: no HTML of its own, no picture from elsewhere, links to the web and to mail only.</summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    public static string Html(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false; // a picture would tell its server who reads, and when
            if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var to) || to.Scheme is not ("https" or "http" or "mailto")) link.Url = "";
        }
        return document.ToHtml(Pipeline);
    }

    /// <summary>A name as Markdown shows it: none of its characters mean anything.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? " " : @"\`*_{}[]<>#|~".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
}
