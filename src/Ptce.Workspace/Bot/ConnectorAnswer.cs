namespace Ptce.Workspace;

/// <summary>How a call to the channel ended: one of six, and no exception.</summary>
public abstract record ConnectorAnswer
{
    private ConnectorAnswer() { }

    /// <param name="Id">The new activity's id; of a created conversation, the conversation's. Null when the channel took it and did not say.</param>
    /// <param name="ActivityId">Of a created conversation: its first activity.</param>
    /// <param name="ServiceUrl">Of a created conversation: where it is served, when it says so.</param>
    public sealed record Done(string? Id, string? ActivityId = null, string? ServiceUrl = null) : ConnectorAnswer;

    /// <summary>The person removed or blocked the bot (403): do not write again until they write to us.</summary>
    public sealed record Unreachable(string Code) : ConnectorAnswer;

    /// <summary>No such conversation, activity or member (404): forget the reference.</summary>
    public sealed record Gone(string Code) : ConnectorAnswer;

    /// <summary>Over 100 KB (413): the same message will never pass.</summary>
    public sealed record TooLarge : ConnectorAnswer;

    /// <summary>Not taken and never will be, as it stands. Status 0: we did not call, because the address is not one we trust.</summary>
    public sealed record Declined(int Status, string Code) : ConnectorAnswer;

    /// <summary>Not now.</summary>
    /// <param name="After">How long to wait at least.</param>
    /// <param name="MayHaveArrived">The channel may have taken it before the line broke: sending again may show it twice.</param>
    public sealed record Later(TimeSpan After, string Code, bool MayHaveArrived) : ConnectorAnswer;
}
