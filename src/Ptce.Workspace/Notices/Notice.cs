namespace Ptce.Workspace;

/// <summary>Avis : one kind message to one person about one thing, before any channel has dressed it. Mail makes a letter of it, Teams a card.</summary>
/// <param name="Title">Subject of the mail, title of the card: names the thing, never shouts.</param>
/// <param name="Paragraphs">Sentences; the greeting is the channel's.</param>
/// <param name="Path">The page it is about, on this site: "/p/{pole}/ateliers/{id}".</param>
public sealed record Notice(string Title, IReadOnlyList<string> Paragraphs, string Path)
{
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What the reader can do about it; without any, the page is opened.</summary>
    public IReadOnlyList<NoticeChoice> Choices { get; init; } = [];

    /// <summary>The same as a card of the dialogue, where there is one: a chat shows it instead, its buttons act at once and at any time.</summary>
    public Card? Card { get; init; }

    /// <summary>A whole text in Markdown, where the notice is one (a newsletter); the mail then has no greeting of its own.</summary>
    public string? Markdown { get; init; }

    /// <summary>An invitation for calendars, where it is one.</summary>
    public NoticeCalendar? Calendar { get; init; }
}

/// <summary>A thing to do about a notice: by a signed tap (mail), by what the button says in the bot's chat, or on a page.</summary>
/// <param name="Tap">Done with one button by whoever holds the mail, without signing in.</param>
/// <param name="Says">What is said in the person's stead where the channel is a conversation.</param>
/// <param name="Path">A page of this site, where there is neither.</param>
public sealed record NoticeChoice(string Label, Tap? Tap = null, string? Says = null, string? Path = null, bool Primary = false);

/// <param name="Method">"REQUEST" or "CANCEL" (RFC 5546).</param>
public sealed record NoticeCalendar(string Method, IcsEvent Event);

/// <summary>What a slice writes when a notice of its topic is due. It reads the present state with the reader's own rights, so that nothing outdated is said.</summary>
public interface IWriteNotices
{
    /// <summary>One of <see cref="Topics"/>.</summary>
    string Topic { get; }

    /// <param name="reader">The person it is for, as they stand in the pole now.</param>
    /// <returns>Null when there is nothing left to say.</returns>
    Task<Notice?> Write(Delivery owed, Actor reader);
}

/// <summary>A channel says whom it can reach. Mail knows addresses, Teams its conversations.</summary>
public interface IReachPeople
{
    /// <summary>"mail" or "teams".</summary>
    string Channel { get; }

    /// <summary>Whether it learns by itself that it reaches somebody no longer, or again. Otherwise a message that was given up says so, until one passes.</summary>
    bool Learns => false;

    /// <summary>Whether it is a chat: what is small and of the moment is told there, and in no mail.</summary>
    bool Chats => false;

    Task<bool> Reaches(Tx tx, string personId);
}

/// <summary>What notices are about. People choose by theme, so that the choice stays short.</summary>
public static class Topics
{
    /// <summary>Theme of each topic: a new kind of notice is a line here and the words <c>deliveries.topic.…</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Theme = new Dictionary<string, string>
    {
        ["meeting_preparation"] = "meetings",
        ["meeting_facilitation"] = "meetings",
        ["meeting_invitation"] = "meetings",
        ["meeting_reminder"] = "meetings",
        ["meeting_change"] = "meetings",
        ["dates_asked"] = "meetings",
        ["lines_waiting"] = "lines",
        ["line_to_confirm"] = "lines",
        ["match_asked"] = "exchanges",
        ["agreement_to_sign"] = "exchanges",
        ["offer_ending"] = "exchanges",
        ["offer_expired"] = "exchanges",
        ["match_found"] = "exchanges",
        ["search_hit"] = "exchanges",
        ["booking_over"] = "lines",
        ["digest_to_approve"] = "digests",
        ["action_due"] = "actions",
        ["daily_log"] = "daily",
        ["newsletter"] = "newsletter",
    };

    /// <summary>The themes in the order of the page, each with what holds until the person says otherwise.</summary>
    public static readonly IReadOnlyList<(string Theme, string Channels)> Themes =
    [
        ("meetings", Preference.Teams), ("lines", Preference.Teams), ("exchanges", Preference.Teams), ("digests", Preference.Teams),
        ("actions", Preference.Teams), ("daily", Preference.None), ("newsletter", Preference.Mail),
    ];

    public static bool Knows(string topic) => Theme.ContainsKey(topic);
}
