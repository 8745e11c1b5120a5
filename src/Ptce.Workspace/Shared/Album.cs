namespace Ptce.Workspace;

/// <summary>The pictures of one thing on its page, which takes what is added and taken away under the handlers Photo and Unphoto.</summary>
/// <param name="Refused">The picture that was sent was refused.</param>
/// <param name="Part">What they are of, on a page that shows several things.</param>
public sealed record Album(Actor Reader, IReadOnlyList<Photo> Photos, bool MayChange, bool Refused, (string Id, string Title)? Part = null);
