namespace Ptce.Workspace;

/// <summary>Action : what someone will do by a day, agreed in a meeting.</summary>
/// <param name="State">"open", "done" or "dropped".</param>
public sealed record ActionItem(
    string Id, string SeriesId, string SeriesName, string OccurrenceId, DateOnly MeetingDay, string? ItemId, string What, string OwnerId, string OwnerName, DateOnly DueDay, string State, DateTimeOffset? EndedAt)
{
    public const string Open = "open", Done = "done", Dropped = "dropped";

    public bool IsLate(DateOnly today) => State == Open && DueDay < today;

    public Standing Standing(Say say, DateOnly today) => State switch
    {
        Done => new(Meaning.Done, say["actions.state.done"]),
        Dropped => new(Meaning.Over, say["actions.state.dropped"]),
        _ when IsLate(today) => new(Meaning.NeedsYou, say["actions.state.late"]),
        _ => new(Meaning.Waiting, say["actions.state.open"]),
    };
}

public sealed record ActionAgreed(string PoleId, string ActionId) : Event(PoleId, ActionId);

public sealed record ActionChanged(string PoleId, string ActionId) : Event(PoleId, ActionId);

public sealed record ActionDone(string PoleId, string ActionId) : Event(PoleId, ActionId);

public sealed record ActionDropped(string PoleId, string ActionId) : Event(PoleId, ActionId);

public sealed record ActionReopened(string PoleId, string ActionId) : Event(PoleId, ActionId);
