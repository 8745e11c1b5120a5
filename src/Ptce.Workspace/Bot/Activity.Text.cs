using System.Net;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>What the person said, without what Teams wraps around it.</summary>
public sealed partial record Activity
{
    private const int MostMentions = 100;

    /// <summary>
    /// The text as the person would read it aloud: the mention of the bot is gone, other people stand by their name without markup,
    /// entities are decoded, spaces collapsed (a hard one is a space), line breaks kept. Empty when there is no text.
    /// </summary>
    [JsonIgnore]
    public string Said
    {
        get
        {
            var text = ShowsCard ? Markup().Replace(Text ?? "", " ") : Text ?? "";
            foreach (var mention in Mentions)
                text = text.Replace(mention.Text!, IsBot(mention) ? " " : NameIn(mention.Text!), StringComparison.OrdinalIgnoreCase);
            text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase);
            return Collapsed(WebUtility.HtmlDecode(text));
        }
    }

    /// <summary>The person put a card into the conversation, such as one of our message extension's; the place of it in the text is markup.</summary>
    [JsonIgnore]
    public bool ShowsCard => Attachments?.Any(a => a?.ContentType == Attachment.AdaptiveCard) is true;

    /// <summary>People mentioned besides the bot.</summary>
    [JsonIgnore]
    public IEnumerable<Account> MentionedPeople => Mentions.Where(m => !IsBot(m)).Select(m => m.Mentioned!);

    private IEnumerable<Entity> Mentions =>
        (Entities ?? []).Where(e => e is { Type: "mention", Mentioned.Id.Length: > 0, Text.Length: > 0 }).Take(MostMentions);

    private bool IsBot(Entity mention) => mention.Mentioned?.Id is { } id && id == Recipient?.Id;

    private static string NameIn(string mention)
    {
        var (from, to) = (mention.IndexOf('>', StringComparison.Ordinal) + 1, mention.LastIndexOf("</at>", StringComparison.OrdinalIgnoreCase));
        return mention.StartsWith("<at", StringComparison.OrdinalIgnoreCase) && from > 0 && to >= from ? mention[from..to] : mention;
    }

    private static string Collapsed(string text)
    {
        var plain = new StringBuilder(text.Length);
        var (space, line) = (false, false);
        foreach (var sign in text)
        {
            if (char.IsWhiteSpace(sign))
            {
                (space, line) = (true, line || sign is '\n' or '\r');
                continue;
            }
            if (space && plain.Length > 0) plain.Append(line ? '\n' : ' ');
            (space, line) = (false, false);
            plain.Append(sign);
        }
        return plain.ToString();
    }

    [GeneratedRegex("</?(span|attachment)[^>]*>")]
    private static partial Regex Markup();
}
