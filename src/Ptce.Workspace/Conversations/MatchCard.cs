namespace Ptce.Workspace;

/// <summary>A match put to the reader's organisation: what, how much, when, why it fits, and the two answers.</summary>
public static class MatchCard
{
    public const string Code = "match";

    public static Card Of(Match match, Actor reader, Say say, DateOnly today, string href) => new(match.Title,
        [new(say["agreements.mail.between"], $"{match.GiverName} → {match.ReceiverName}"), .. Terms(say, today, match.Amount(say), match.FromDay, match.ToDay, match.Note)],
        match.WaitsFor(reader.OrganisationId, today) ? [Saying(say, "agreements.accept") with { Primary = true }, Saying(say, "agreements.refuse")] : [],
        new SubjectKey(Code, match.Id).ToString(), string.Join(' ', match.Why.Select(w => w.In(say))) is { Length: > 0 } why ? why : null)
    {
        Links = [new(say["conversation.see_it"], href)],
    };

    /// <summary>What two organisations would agree on, as facts.</summary>
    internal static IEnumerable<Fact> Terms(Say say, DateOnly today, string amount, DateOnly? from, DateOnly? to, string? note)
    {
        if (amount != "") yield return new(say["agreements.mail.amount"], amount);
        if (OfferWords.Days(say, from, to, today) is { Length: > 0 } days) yield return new(say["agreements.mail.days"], days);
        if (note is not null) yield return new(say["agreements.mail.note"], note);
    }

    private static Choice Saying(Say say, string key) => new(say[key], say[key]);
}
