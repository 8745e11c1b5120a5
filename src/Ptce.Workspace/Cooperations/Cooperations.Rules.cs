namespace Ptce.Workspace;

public sealed partial class Cooperations
{
    /// <summary>What has passed the rules, as it will be stored. A title of null is still to be made.</summary>
    private sealed record Ready(
        string? Title, IReadOnlyList<string> MemberIds, IReadOnlyList<string> Thirds, DateOnly FromDay, DateOnly? ToDay, string? Level, string? Form,
        long Commercial, long Strategic, string? Text, string? Project, string? Axis, long? AmountCents, long? TurnoverShare, long? JobsMilli);

    private static Ready Check(NewCooperation c, DateOnly today)
    {
        var members = c.MemberIds.Where(m => !string.IsNullOrWhiteSpace(m)).Distinct().ToList();
        Refused.If(members.Count < 2, "members", "cooperations.two_members");
        Refused.If(members.Count > MostMembers, "members", "cooperations.too_many_members", MostMembers);
        var thirds = (c.Thirds ?? []).Select(t => t.Trim()).Where(t => t != "").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Refused.If(thirds.Count > MostThirds, "thirds", "cooperations.too_many_thirds", MostThirds);
        Refused.If(thirds.Any(t => t.Length > LongestName), "thirds", "cooperations.too_long", LongestName);
        Refused.If(c.Level is not (null or "") && !CooperationWords.Levels.Contains(c.Level), "level", "cooperations.unknown_level", c.Level);
        Refused.If(c.Form is not (null or "") && !CooperationWords.Forms.Contains(c.Form), "form", "cooperations.unknown_form", c.Form);
        Refused.If(c.FromDay < today.AddYears(-FurthestYears) || c.FromDay > today.AddYears(FurthestYears), "from", "cooperations.too_far", FurthestYears);
        CheckEnd(c.FromDay, c.ToDay, today, "to");
        return new(
            Text(c.Title, "title", LongestTitle), members, thirds, c.FromDay, c.ToDay, c.Level is "" ? null : c.Level, c.Form is "" ? null : c.Form,
            c.Commercial ? 1 : 0, c.Strategic ? 1 : 0, Text(c.Text, "text", LongestText), Text(c.Project, "project", LongestName), Text(c.Axis, "axis", LongestName),
            Scaled(c.Amount, 100, MostAmount, "amount", "cooperations.amount_range"),
            Scaled(c.TurnoverShare, 100, 100, "turnover", "cooperations.share_range"),
            Scaled(c.Jobs, 1000, MostJobs, "jobs", "cooperations.jobs_range"));
    }

    private static void CheckEnd(DateOnly from, DateOnly? to, DateOnly today, string field)
    {
        Refused.If(to < from, field, "cooperations.ends_before_it_begins");
        Refused.If(to > today.AddYears(FurthestYears), field, "cooperations.too_far", FurthestYears);
    }

    /// <summary>A figure in whole parts of its unit: cents of a euro, hundredths of a percent, thousandths of a post.</summary>
    private static long? Scaled(decimal? figure, int parts, decimal most, string field, string key)
    {
        Refused.If(figure is { } f && (f < 0 || f > most || f * parts != decimal.Truncate(f * parts)), field, key);
        return (long?)(figure * parts);
    }

    /// <summary>A text as it is stored: trimmed, null when empty.</summary>
    private static string? Text(string? text, string field, int longest)
    {
        text = text?.Trim();
        Refused.If(text?.Length > longest, field, "cooperations.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
