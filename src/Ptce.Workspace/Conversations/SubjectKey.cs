namespace Ptce.Workspace;

/// <summary>The key of a card about one thing of the pole: "line:id", "meeting:id", "digest:id:hash". Its buttons work wherever the card was shown, however late.</summary>
/// <param name="Matter">The <see cref="Ptce.Workspace.Matter.Code"/> that hears its buttons.</param>
/// <param name="Version">What exactly was shown, where a word is given on that and on nothing else.</param>
public sealed record SubjectKey(string Matter, string Id, string? Version = null)
{
    public override string ToString() => Version is null ? $"{Matter}:{Id}" : $"{Matter}:{Id}:{Version}";

    /// <returns>Null when it is no such key.</returns>
    public static SubjectKey? Read(string? key) => key?.Split(':') switch
    {
        [var matter, var id] => new(matter, id),
        [var matter, var id, var version] => new(matter, id, version),
        _ => null,
    };
}
