namespace Ptce.Workspace;

/// <summary>A point on a meeting's agenda, with the button that takes it back while it is open.</summary>
public static class PointCard
{
    public const string Code = "agenda_item";

    /// <param name="href">The meeting's page.</param>
    public static Card Of(AgendaItem item, Say say, string href) => new(item.Title, [.. Facts(item, say)],
        item.State == AgendaItem.Open ? [new(say["conversation.withdraw_point"], say["conversation.withdraw_point"])] : [],
        new SubjectKey(Code, item.Id).ToString(), item.State == AgendaItem.Open ? say["conversation.change_how.point_standing"] : null)
    {
        Links = [new(say["conversation.see_it"], href)],
    };

    private static IEnumerable<Fact> Facts(AgendaItem item, Say say)
    {
        yield return new(say["conversation.fact.duration"], say.Duration(item.Minutes));
        yield return new(say["conversation.fact.aim"], say[$"conversation.aim.{item.Aim}"]);
    }
}
