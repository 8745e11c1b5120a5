namespace Ptce.Workspace;

/// <summary>Answers invokes of the channel that are no card of the conversation: message extensions, dialogs, sign-in. Several may be registered.</summary>
public interface IAnswerInvokes
{
    /// <summary>The invoke names it answers: composeExtension/query, …</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <param name="actor">Null: nobody has linked this account; it gets the way to link, nothing else.</param>
    /// <returns>Null for 501.</returns>
    /// <exception cref="Refused">Is said to the person.</exception>
    Task<InvokeAnswer?> Answer(Actor? actor, Activity activity, Say say, CancellationToken stop);
}
