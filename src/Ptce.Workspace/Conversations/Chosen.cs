namespace Ptce.Workspace;

/// <summary>"la deuxième", "the second one", "das letzte": one of the answers that the waiting card offers, said by its place among them.</summary>
internal static class Chosen
{
    /// <returns>What that answer's button says; null when the card offers none, or the text says something else.</returns>
    /// <param name="asksDay">Whether it is a day that is asked for.</param>
    internal static string? Of(Pending waits, Talk talk, bool asksDay)
    {
        // A card that waits for a yes has one button that does it: nothing is done because it was counted to.
        if (waits.Reply?.Card?.Choices is not { } buttons || buttons.Any(b => b.Primary) || Places.Of(talk.Text) is not { } place) return null;
        var offered = buttons.Where(b => b.Says != talk.Say["conversation.no"]).ToList();
        // "le premier" said to "which day?" is a day
        if (asksDay && talk.Heard.Amends.DatePast is not null) return null;
        var at = place == Places.Last ? offered.Count : place;
        return at > 0 && at <= offered.Count ? offered[at - 1].Says : null;
    }
}
