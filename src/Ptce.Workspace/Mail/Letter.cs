using System.Net;
using System.Text;

namespace Ptce.Workspace;

/// <summary>One mail to one person, in their language: some sentences and at most one thing to do.</summary>
/// <param name="Act">What the button says and where it leads, an absolute address.</param>
/// <param name="After">Sentences below the button.</param>
public sealed record Letter(string To, string Name, string Language, string Subject, IReadOnlyList<string> Paragraphs, (string Words, string Href)? Act = null, IReadOnlyList<string>? After = null)
{
    public string Text
    {
        get
        {
            var parts = new List<string>(Paragraphs);
            if (Act is { } act) parts.Add($"{act.Words}{(Language == "fr" ? "\u00a0:" : ":")}\n{act.Href}");
            parts.AddRange(After ?? []);
            return string.Join("\n\n", parts) + "\n";
        }
    }

    public string Html
    {
        get
        {
            var html = new StringBuilder($"""
                <!DOCTYPE html><html lang="{Language}"><head><meta charset="utf-8"><title>{Safe(Subject)}</title></head>
                <body style="font:16px/1.5 'Segoe UI',system-ui,sans-serif;color:#1b1b1b;max-width:34em;margin:24px auto;padding:0 16px">

                """);
            foreach (var paragraph in Paragraphs) html.Append("<p>").Append(Safe(paragraph)).Append("</p>\n");
            if (Act is { } act)
            {
                html.Append("<p style=\"margin:24px 0\"><a style=\"background:#0f548c;color:#fff;padding:12px 20px;border-radius:4px;text-decoration:none;font-weight:600\" href=\"")
                    .Append(Safe(act.Href)).Append("\">").Append(Safe(act.Words)).Append("</a></p>\n<p style=\"font-size:14px;color:#555;word-break:break-all\">")
                    .Append(Safe(act.Href)).Append("</p>\n");
            }
            foreach (var paragraph in After ?? []) html.Append("<p>").Append(Safe(paragraph)).Append("</p>\n");
            return html.Append("</body></html>\n").ToString();
        }
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
