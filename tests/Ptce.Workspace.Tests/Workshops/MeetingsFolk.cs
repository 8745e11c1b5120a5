namespace Ptce.Workspace.Tests;

/// <summary>The meetings of the stories.</summary>
internal static class MeetingsFolk
{
    /// <summary>The worked series: every six weeks from Thursday 8 January 2026, over three countries.</summary>
    public static NewSeries SixWeekly(string name = "Atelier du pôle") => new(name, "atelier", "pole", new(2026, 1, 8), new(14, 0), 180, "6w", ["FR", "BE", "LU"]);

    /// <summary>The same rhythm, from the coming Thursday 26 November 2026 on.</summary>
    public static NewSeries Coming(string name = "Atelier du pôle") => SixWeekly(name) with { Anchor = new(2026, 11, 26) };
}
