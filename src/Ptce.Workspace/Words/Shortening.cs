namespace Ptce.Workspace;

/// <summary>Texts made to fit a title or a line.</summary>
public static class Shortening
{
    /// <summary>The text in at most so many characters: where it is longer, its beginning and "…". A character that takes two places is never cut in half.</summary>
    public static string Within(this string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }
}
