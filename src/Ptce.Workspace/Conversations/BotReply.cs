using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>What the program says back: words, and a card when there is something to look at or to choose.</summary>
public sealed record BotReply(string Text, Card? Card = null)
{
    /// <summary>What the text says of the card that waited before and waits no more; null where it still does, or the whole text is about it.</summary>
    public string? SetAside { get; init; }

    /// <summary>What is said after it, in a message of its own. Of the turn, not of what is kept.</summary>
    [JsonIgnore]
    public BotReply? Then { get; init; }

    /// <summary>What the answer was about, where its card has no key: a <see cref="SubjectKey"/>. Of the turn, not of what is kept.</summary>
    [JsonIgnore]
    public string? About { get; init; }

    /// <summary>Key of the card that waited for an answer before this turn and waits no more. Of the turn, not of what is kept.</summary>
    [JsonIgnore]
    public string? Settles { get; init; }
}

/// <summary>A small card, the same in every channel: an Adaptive Card (<see cref="TeamsCard"/>) wherever it is shown.</summary>
/// <param name="Key">Names what waits for an answer; an answer to another key is late and gets the fresh card. A <see cref="SubjectKey"/> is never late: it says what it is about.</param>
/// <param name="Note">Why something is so, or a warning.</param>
public sealed record Card(string Title, IReadOnlyList<Fact> Facts, IReadOnlyList<Choice> Choices, string? Key = null, string? Note = null)
{
    /// <summary>Things found, one under the other, each with its own buttons.</summary>
    public IReadOnlyList<CardRow> Rows { get; init; } = [];

    /// <summary>Pages to go on with.</summary>
    public IReadOnlyList<CardLink> Links { get; init; } = [];

    /// <summary>Names this very state: another sentence, figure or choice is another version.</summary>
    public string Version() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)))[..8];

    /// <summary>There is nothing to read on it, only buttons.</summary>
    public bool OnlyAsks() => Facts.Count + Rows.Count + Links.Count == 0;

    /// <summary>The card once it asks nothing any more: what it says, without its buttons.</summary>
    public Card Settled() => this with { Choices = [], Note = null, Rows = [.. Rows.Select(r => r with { Choices = null })] };
}

/// <param name="How">How it was read ("lu comme …"), for what was not said in so many words.</param>
public sealed record Fact(string Label, string Value, string? How = null);

/// <summary>A button. Pressing it says a sentence: buttons and typing are one door.</summary>
/// <param name="Says">What is said in the person's stead.</param>
public sealed record Choice(string Label, string Says, bool Primary = false);

/// <summary>One thing among several on a card.</summary>
/// <param name="Detail">Who, when, how much: one line under the title.</param>
/// <param name="Href">Its page, from the root of the site ("/p/…").</param>
/// <param name="Key">What its own buttons are about; they are pressed with it instead of the card's. None: they are the card's own, and change it.</param>
public sealed record CardRow(string Title, string? Detail = null, string? Href = null, string? Key = null, IReadOnlyList<Choice>? Choices = null);

/// <param name="Href">From the root of the site ("/p/…").</param>
public sealed record CardLink(string Label, string Href);

/// <summary>One turn of the transcript.</summary>
/// <param name="Mine">True when the person said it.</param>
public sealed record Said(string Id, DateTimeOffset At, bool Mine, string Text, Card? Card);
