using System.Globalization;

namespace Ptce.Workspace;

/// <summary>A day as forms, files, addresses and the store write it: "2026-11-19". <see cref="Field.Iso"/> reads it back.</summary>
public static class IsoDay
{
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
