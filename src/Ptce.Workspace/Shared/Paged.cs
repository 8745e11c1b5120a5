using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Lists that come a page at a time: one row more than a page is read, and tells that there are more.</summary>
public static class Paged
{
    /// <summary>The rows of the page, and where the next one begins; null on the last page.</summary>
    /// <param name="found">Up to <paramref name="most"/> rows and one.</param>
    /// <param name="place">What names a row's place in the order of the list.</param>
    public static (IReadOnlyList<T> Rows, string? Next) Cut<T>(IReadOnlyList<T> found, int most, Func<T, string> place) =>
        found.Count > most ? ([.. found.Take(most)], place(found[most - 1])) : (found, null);

    /// <summary>A place in a list that goes by day, "2026-11-18_id".</summary>
    public static string Place(DateOnly day, string id) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}_{id}");

    /// <summary>Such a place, as an address brings it back; anything else is the beginning of the list.</summary>
    public static (DateOnly? Day, string? Id) Behind(string? place) =>
        place?.Split('_', 2) is [var day, { Length: > 0 } id] && Field.Iso(day) is { } read ? (read, id) : (null, null);
}
