namespace Ptce.Workspace;

/// <summary>What stands around every page once a person has signed in; the page puts it in <c>ViewData["Frame"]</c>. Without it a page stands alone, as before sign-in.</summary>
/// <param name="Pole">The pole's short name in addresses, which the live connection watches.</param>
/// <param name="Seq">The pole's event number that this page shows, read before the page's data: it may be behind them, never ahead.</param>
public sealed record Frame(string Pole, string PoleName, string PoleHref, long Seq, string Person)
{
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Who reads: what this browser keeps for them is sent under no other name.</summary>
    public string? PersonId { get; init; }

    /// <summary>The person's other poles.</summary>
    public IReadOnlyList<Link> OtherPoles { get; init; } = [];

    /// <summary>Pages about the person: mandates, language, tokens.</summary>
    public IReadOnlyList<Link> Mine { get; init; } = [];

    /// <summary>What was understood from the last sentence and waits for this person's yes.</summary>
    public BotReply? Answer { get; init; }

    /// <summary>Where the sentence box posts <c>text</c>; without it there is no box.</summary>
    public string? SentenceAction { get; init; }

    /// <summary>Answers <c>?text=</c> with a piece of page that says how the sentence is understood.</summary>
    public string? PreviewHref { get; init; }

    /// <summary>Where the language choice posts <c>language</c> (fr, en or de).</summary>
    public string? LanguageAction { get; init; }

    public string? SignOutAction { get; init; }
}

/// <summary>One of the five places.</summary>
/// <param name="Name">today, exchanges, workshops, contributions or pole: its words are <c>shared.place.{Name}</c>, its mark the icon of that name.</param>
/// <param name="Count">How many things there need this person; 0 shows nothing.</param>
public sealed record Place(string Name, string Href, bool Here = false, int Count = 0);

public sealed record Link(string Words, string Href);
