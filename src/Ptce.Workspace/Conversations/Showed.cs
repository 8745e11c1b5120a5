namespace Ptce.Workspace;

/// <summary>What the last card showed: things that can be spoken of without their name, "la deuxième", "je confirme", "finalement je ne viens pas".</summary>
/// <param name="Asks">The very last answer was a question about its one thing.</param>
public sealed record Showed(IReadOnlyList<Showed.Thing> Things, bool Asks)
{
    public static Showed Nothing { get; } = new([], false);

    /// <param name="Key">A <see cref="SubjectKey"/>.</param>
    /// <param name="Says">What its buttons say.</param>
    public sealed record Thing(string Key, IReadOnlyList<string> Says);

    /// <returns>Null when the answer shows nothing of the kind: what was shown before can still be spoken of.</returns>
    public static Showed? Of(BotReply reply)
    {
        if (reply.Card is not { } card) return null;
        List<Thing> things = [.. card.Rows.Select(r => About(r.Key, r.Choices ?? [])).OfType<Thing>()];
        if (things.Count == 0 && About(card.Key, card.Choices) is { } one) things = [one];
        return things.Count == 0 ? null : new(things, things is [{ Says.Count: > 0 }] && reply.Text.EndsWith('?'));
    }

    private static Thing? About(string? key, IReadOnlyList<Choice> choices) => SubjectKey.Read(key) is null ? null : new(key!, [.. choices.Select(c => c.Says)]);

    /// <summary>The one thing shown, where it is of that kind.</summary>
    public string? One(string matter) => Subject(matter)?.Id;

    internal SubjectKey? Subject(string matter) => Things is [var one] && SubjectKey.Read(one.Key) is { } key && key.Matter == matter ? key : null;

    /// <summary>The thing that the words are about: by its place, by the words of its button, or as the answer to the question.</summary>
    public string? Meant(Talk talk)
    {
        if (Things.Count > 1 && Places.Of(talk.Text) is { } place) return Things.ElementAtOrDefault((place == Places.Last ? Things.Count : place) - 1)?.Key;
        if (Asks && (talk.SaysYes || talk.SaysNo)) return Things[0].Key;
        return Things.Where(t => t.Says.Contains(talk.Text.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase)).ToList() is [var one] ? one.Key : null;
    }
}
