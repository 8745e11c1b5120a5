using System.Net;
using System.Text;

namespace Ptce.Workspace;

/// <summary>One mail to one person, in their language: some sentences and at most a few things to do.</summary>
/// <param name="Act">What the button says and where it leads, an absolute address.</param>
/// <param name="After">Sentences below the button.</param>
public sealed record Letter(string To, string Name, string Language, string Subject, IReadOnlyList<string> Paragraphs, (string Words, string Href)? Act = null, IReadOnlyList<string>? After = null)
{
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Further buttons.</summary>
    public IReadOnlyList<(string Words, string Href, bool Primary)> Acts { get; init; } = [];

    /// <summary>Small links at the end: choices, the way out.</summary>
    public IReadOnlyList<(string Words, string Href)> Ways { get; init; } = [];

    /// <summary>Where a mail program unsubscribes by itself with one POST (RFC 8058).</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>An invitation as calendars read it, with its method.</summary>
    public (string Method, string Text)? Calendar { get; init; }

    /// <summary>A body already written in HTML and made safe, above the buttons; its plain twin stands in <see cref="Paragraphs"/>.</summary>
    public string? Body { get; init; }

    private IEnumerable<(string Words, string Href, bool Primary)> Buttons => Act is { } act ? [(act.Words, act.Href, true), .. Acts] : Acts;

    public string Text
    {
        get
        {
            var say = new Say(Language);
            var parts = new List<string>(Paragraphs);
            if (Facts.Count > 0) parts.Add(string.Join('\n', Facts.Select(f => say.Pair(f.Label, f.Value))));
            parts.AddRange(Buttons.Select(b => $"{b.Words}\n{b.Href}"));
            parts.AddRange(After ?? []);
            parts.AddRange(Ways.Select(w => $"{w.Words}\n{w.Href}"));
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
            if (Body is not null) html.Append(Body);
            else foreach (var paragraph in Paragraphs) html.Append("<p>").Append(Safe(paragraph).Replace("\n", "<br>")).Append("</p>\n");
            foreach (var fact in Facts) html.Append("<p style=\"margin:4px 0\"><span style=\"color:#555\">").Append(Safe(fact.Label)).Append("</span> ").Append(Safe(fact.Value)).Append("</p>\n");
            foreach (var (words, href, primary) in Buttons)
                html.Append("<p style=\"margin:16px 0\"><a style=\"").Append(primary ? "background:#0f548c;color:#fff;" : "color:#0f548c;border:1px solid #0f548c;")
                    .Append("display:inline-block;padding:12px 20px;border-radius:4px;text-decoration:none;font-weight:600\" href=\"")
                    .Append(Safe(href)).Append("\">").Append(Safe(words)).Append("</a></p>\n");
            // One address is also written out, for programs that show no buttons; several would drown the words.
            if (Act is { } act) html.Append("<p style=\"font-size:14px;color:#555;word-break:break-all\">").Append(Safe(act.Href)).Append("</p>\n");
            foreach (var paragraph in After ?? []) html.Append("<p>").Append(Safe(paragraph)).Append("</p>\n");
            foreach (var (words, href) in Ways) html.Append("<p style=\"font-size:14px;margin:4px 0\"><a style=\"color:#555\" href=\"").Append(Safe(href)).Append("\">").Append(Safe(words)).Append("</a></p>\n");
            return html.Append("</body></html>\n").ToString();
        }
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
