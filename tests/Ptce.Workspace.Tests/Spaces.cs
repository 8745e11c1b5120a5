namespace Ptce.Workspace.Tests;

/// <summary>French sets its marks off with spaces at which no line may break. A story is written with the space bar.</summary>
public static class Spaces
{
    public static string Plain(this string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
}
