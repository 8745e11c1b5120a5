using System.Globalization;

namespace Ptce.Workspace;

/// <summary>One turn of a conversation: who speaks, where, what was said and how it was read.</summary>
/// <param name="Text">As typed, or what a button said.</param>
/// <param name="DayMinutes">What the pole calls a day.</param>
public sealed record Talk(Actor Actor, string Channel, Acquaintances Known, Say Say, DateOnly Today, string Text, Reading Heard, long DayMinutes)
{
    /// <summary>The channel as the ledger knows it: several conversations may come through one door ("teams", "teams:message").</summary>
    public string Door => Channel == Conversations.Web ? "chat" : Channel.Split(':')[0];

    /// <summary>The channel of what is said in a room where others read along.</summary>
    public static string Among(string channel, string room) => $"{channel} {room}";

    public Showed Showed { get; init; } = Showed.Nothing;

    /// <summary>What waited for an answer until a day had passed.</summary>
    public Pending? Lapsed { get; init; }

    public bool IsAmongOthers => Channel.Contains(' ');

    /// <summary>The root of the pole's pages.</summary>
    public string Home => $"/p/{Actor.PoleSlug}";

    public bool SaysYes => Heard.SmallTalk == SmallTalks.Yes && NothingElse;

    public bool SaysNo => Heard.SmallTalk == SmallTalks.No && NothingElse;

    public bool Cancels => Heard.SmallTalk == SmallTalks.Cancel && NothingElse;

    /// <summary>Whether the last line is spoken of in so many words: "ma dernière saisie", "my last entry".</summary>
    public bool NamesLastEntry => Heard.Rules.Any(r => r is { Name: "cue:last_entry" } && r.Text.Contains(' ', StringComparison.Ordinal));

    /// <summary>Whether the sentence is an act on its own, whatever waits: "2h hier au copil", "nous avons prêté la salle à Elips hier".</summary>
    public bool IsWhole => Heard.Intent switch
    {
        Intents.LogTime => Heard.Ask.Count == 0 && (Heard.Subject is not null || Heard.Amends.Fields.Any(f => f is "activity" or "organisation" or "people")),
        Intents.LogLoan => Heard.Ask.Count == 0,
        Intents.LogCooperation => Heard.Orgs.Any(o => !o.Self) && (Heard.Nature.Count > 0 || Heard.ThirdParty is not null),
        Intents.CancelEntry => Heard.Date is not null && Heard.Amends.Fields.Count > 1,
        _ => false,
    };

    /// <summary>Whether the words may be about what was shown last: they begin nothing of their own.</summary>
    /// <remarks>"annule" takes back what was just done, never what was only looked at.</remarks>
    public bool SpeaksOnOf(Showed showed) => Heard.Errand is null && !NamesLastEntry && !IsAmongOthers && !IsWhole && (Heard.SmallTalk, Heard.Intent) switch
    {
        (SmallTalks.Cancel, Intents.None or Intents.CancelLast) => showed.Made,
        (null, Intents.None or Intents.CorrectLast) => true,
        _ => false,
    };

    /// <summary>"non, 3": the number that is right.</summary>
    public int? Otherwise => Heard.SmallTalk == SmallTalks.No && Text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries) is [_, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    // "oui mais 2 h" and "non, mardi" say more than yes and no.
    private bool NothingElse => Heard.Errand is null && Heard.Amends.Fields.Count == 0 && Otherwise is null && Heard.Intent is Intents.None or Intents.CancelLast;

    /// <summary>Whether what was said is that word, in any of the three languages.</summary>
    public bool Means(string wordsKey) => Words.Languages.Any(l => Words.Say(l, wordsKey).Equals(Text.Trim(), StringComparison.OrdinalIgnoreCase));

    public Choice Saying(string wordsKey, bool primary = false) => new(Say[wordsKey], Say[wordsKey], primary);
}

/// <summary>What a turn leads to: the answer, and what waits from now on.</summary>
public sealed record Turned(BotReply Reply, Pending? Waits = null)
{
    /// <summary>Something was done: what was shown before is spoken of no more.</summary>
    public bool Acted { get; init; }

    /// <summary>What was set aside for it, to be offered again.</summary>
    public Pending? Aside { get; init; }
}
