using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class WorkshopPage
{
    private SeeOther ToAgenda => new(Here + "#agenda");

    public async Task<IActionResult> OnPostPropose(string? title, [FromForm(Name = "point_minutes")] string? minutes, string? aim)
    {
        await workshops.Propose(Actor, Id, reserve: false, title, Field.WholeIfAny(minutes, "point_minutes") ?? 0, aim ?? "");
        return ToAgenda;
    }

    public async Task<IActionResult> OnPostRevise(string item, string? title, [FromForm(Name = "point_minutes")] string? minutes, string? aim)
    {
        await workshops.Revise(Actor, item, title, Field.WholeIfAny(minutes, "point_minutes") ?? 0, aim ?? "");
        return ToAgenda;
    }

    public async Task<IActionResult> OnPostPrepare()
    {
        await workshops.PrepareAgenda(Actor, Id);
        return ToAgenda;
    }

    public async Task<IActionResult> OnPostTake(string item)
    {
        await workshops.Place(Actor, item, Id);
        return ToAgenda;
    }

    /// <param name="act">What to do with the point: one button each.</param>
    public async Task<IActionResult> OnPostItem(string item, string act)
    {
        await (act switch
        {
            "up" => workshops.Shift(Actor, item, up: true),
            "down" => workshops.Shift(Actor, item, up: false),
            "reach" => workshops.Reach(Actor, item, reached: true),
            "unreach" => workshops.Reach(Actor, item, reached: false),
            "postpone" => workshops.Postpone(Actor, item),
            "to_reserve" => workshops.Place(Actor, item, null),
            "report" => workshops.Report(Actor, item),
            "withdraw" => workshops.Withdraw(Actor, item),
            _ => throw new NotHere(),
        });
        return ToAgenda;
    }

    /// <summary>What this person can do with a point, the next act first.</summary>
    public IEnumerable<string> ActsOn(AgendaItem item)
    {
        if (Meeting.State != Occurrence.Planned) yield break;
        var cell = Actor.May(Act.PlanMeetings);
        if (cell && item.State == AgendaItem.Open) foreach (var act in (string[])["reach", "up", "down", "postpone", "to_reserve"]) yield return act;
        if (cell && item.State == AgendaItem.Done) yield return "unreach";
        if (Series.ParentId is not null && item.Brings is null && (cell || IsInvited)) yield return "report";
        if ((cell || item.ProposedBy == Actor.PersonId) && item.State == AgendaItem.Open) yield return "withdraw";
    }
}
