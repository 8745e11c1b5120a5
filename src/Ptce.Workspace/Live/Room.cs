namespace Ptce.Workspace;

/// <summary>Something changed in one place only, such as the text of a meeting: told to who is there, kept in no log.</summary>
/// <param name="Id">The object people are gathered around, or the person it concerns alone.</param>
/// <param name="What">What to look at again.</param>
public readonly record struct Whisper(string Id, string What);

/// <summary>What there is to look at again in a meeting's room.</summary>
public static class Room
{
    /// <summary>The notes under its points.</summary>
    public const string Notes = "notes";

    /// <summary>The whole page.</summary>
    public const string Page = "page";

    /// <summary>A person's own conversation, told to that person's open pages alone.</summary>
    public const string Talk = "talk";
}
