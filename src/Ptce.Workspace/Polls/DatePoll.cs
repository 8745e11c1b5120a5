namespace Ptce.Workspace;

/// <summary>Sondage de date : which day suits, asked of those a meeting is for.</summary>
/// <param name="State">"open", "chosen" or "dropped".</param>
public sealed record DatePoll(string Id, string OccurrenceId, string State, string? Note, DateTimeOffset AskedAt, string AskedByName)
{
    public const string Open = "open", Chosen = "chosen", Dropped = "dropped";

    /// <summary>The days that stand, in order.</summary>
    public IReadOnlyList<DateOption> Options { get; init; } = [];
}

/// <summary>A day in the running, with who said what.</summary>
public sealed record DateOption(string Id, string PollId, DateOnly Day, string Starts)
{
    public IReadOnlyList<DateAnswer> Answers { get; init; } = [];

    /// <summary>Each organisation once: it can come where one of its people can, perhaps where one perhaps can.</summary>
    public IReadOnlyDictionary<string, string> ByOrganisation => Answers.GroupBy(a => a.OrganisationName)
        .ToDictionary(g => g.Key, g => g.Any(a => a.Answer == "yes") ? "yes" : g.Any(a => a.Answer == "maybe") ? "maybe" : "no");

    /// <summary>What this person said; null: nothing yet.</summary>
    public string? Of(Actor actor) => Answers.FirstOrDefault(a => a.PersonId == actor.PersonId)?.Answer;

    public int Of(string answer) => ByOrganisation.Values.Count(a => a == answer);
}

/// <param name="Answer">"yes", "maybe" or "no".</param>
public sealed record DateAnswer(string OptionId, string PersonId, string Name, string OrganisationName, string Answer);

public sealed record DatesAsked(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record DatesChanged(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record DatesAnswered(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record DatesDropped(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record DateChosen(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
