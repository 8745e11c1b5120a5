using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>What the last card showed: things that can be spoken of without their name, "la deuxième", "je confirme", "finalement je ne viens pas".</summary>
/// <param name="Asks">The very last answer was a question about its one thing.</param>
public sealed record Showed(IReadOnlyList<Showed.Thing> Things, bool Asks)
{
    public static Showed Nothing { get; } = new([], false);

    /// <summary>The last thing shown is what was done last.</summary>
    public bool Made { get; init; }

    /// <summary>The card whose button did something last, and what it led to: pressed again, that is told again.</summary>
    public Outcome? Done { get; init; }

    /// <summary>What was set aside for something else, the latest last: each is offered again once nothing waits.</summary>
    public IReadOnlyList<Pending> Aside { get; init; } = [];

    private const int MostAside = 3;

    /// <param name="Key">Of a card that waited: it names this one act.</param>
    public sealed record Outcome(string Key, string Told);

    [JsonIgnore]
    public bool IsNothing => Things.Count == 0 && Done is null && Aside.Count == 0;

    /// <summary>What is spoken of from now on.</summary>
    /// <param name="asked">The card that waited before this turn.</param>
    /// <param name="waits">The answer is about what waits: that is what "oui" is said to.</param>
    public Showed After(Turned turned, Pending? asked, bool waits)
    {
        var shown = waits ? Nothing : Of(turned.Reply) ?? (turned.Acted ? Nothing : this with { Asks = false });
        return shown with
        {
            Made = shown.Made || turned.Acted,
            Done = turned.Acted && asked is not null ? new(asked.Key, turned.Reply.Text) : Done,
            Aside = turned.Aside is { } aside ? [.. Aside.TakeLast(MostAside - 1), aside with { Reply = null }] : Aside,
        };
    }

    /// <param name="Key">A <see cref="SubjectKey"/>.</param>
    /// <param name="Says">What its buttons say.</param>
    public sealed record Thing(string Key, IReadOnlyList<string> Says);

    /// <returns>Null when the answer shows nothing of the kind: what was shown before can still be spoken of.</returns>
    public static Showed? Of(BotReply reply)
    {
        if (reply.Card is not { } card) return null;
        List<Thing> things = [.. card.Rows.Select(r => About(r.Key, r.Choices ?? [])).OfType<Thing>()];
        if (things.Count == 0 && About(card.Key ?? reply.About, card.Choices) is { } one) things = [one];
        return things.Count == 0 ? null : new(things, things is [{ Says.Count: > 0 }] && reply.Text.EndsWith('?'));
    }

    private static Thing? About(string? key, IReadOnlyList<Choice> choices) => SubjectKey.Read(key) is null ? null : new(key!, [.. choices.Select(c => c.Says)]);

    /// <summary>The one thing shown; null where it was none or several.</summary>
    public SubjectKey? Only() => Things is [var one] ? SubjectKey.Read(one.Key) : null;

    /// <summary>The one thing shown, where it is of that kind.</summary>
    public string? One(string matter) => Only() is { } key && key.Matter == matter ? key.Id : null;

    /// <summary>The thing that the words are about: by its place, by the words of its button, or as the answer to the question.</summary>
    public string? Meant(Talk talk)
    {
        if (Things.Count > 1 && Places.Of(talk.Text) is { } place) return Things.ElementAtOrDefault((place == Places.Last ? Things.Count : place) - 1)?.Key;
        if (Asks && (talk.SaysYes || talk.SaysNo)) return Things[0].Key;
        return Things.Where(t => t.Says.Contains(talk.Text.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase)).ToList() is [var one] ? one.Key : null;
    }
}
