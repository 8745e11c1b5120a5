using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class SeriesPage
{
    /// <summary>Those of today; those who have left, once each time.</summary>
    public IReadOnlyList<GroupMember> InGroup { get; private set; } = [];
    public IReadOnlyList<GroupMember> WereInGroup { get; private set; } = [];

    /// <summary>Who could be brought in.</summary>
    public IReadOnlyList<Members.Colleague> Others { get; private set; } = [];

    /// <summary>The working groups that report here.</summary>
    public IReadOnlyList<MeetingSeries> GroupsUnder { get; private set; } = [];

    public bool MayLead => Actor.May(Act.PlanMeetings) || InGroup.Any(p => p.PersonId == Actor.PersonId);
    public bool MayJoin => Series.IsGroup && Actor.May(Act.WorkInGroup) && Actor.OrganisationId is not null && InGroup.All(p => p.PersonId != Actor.PersonId || p.ToDay is not null);

    public async Task<IActionResult> OnPostJoin(string? person)
    {
        await workshops.JoinGroup(Actor, Id, string.IsNullOrEmpty(person) ? null : person);
        return new SeeOther(Here + "#people");
    }

    public async Task<IActionResult> OnPostLeave(string? person)
    {
        await workshops.LeaveGroup(Actor, Id, string.IsNullOrEmpty(person) ? null : person);
        return new SeeOther(Here + "#people");
    }

    public async Task<IActionResult> OnPostConvene([FromForm(Name = "convene_day")] string? day, string? starts) =>
        new SeeOther($"{Home}/{await workshops.Convene(Actor, Id, Field.Day(day, "convene_day"), Field.Clock(starts, "starts"))}");

    private async Task LoadGroup()
    {
        if (!Series.IsGroup)
        {
            GroupsUnder = [.. (await workshops.Series(Actor)).Where(s => s.ParentId == Id && s.Ends is null)];
            return;
        }
        var people = await workshops.PeopleOf(Actor, Id);
        InGroup = [.. people.Where(p => p.Lasts.On(Today))];
        WereInGroup = [.. people.Where(p => !p.Lasts.On(Today))];
        if (MayLead) Others = [.. (await members.People(Actor)).DistinctBy(p => p.PersonId).Where(p => InGroup.All(g => g.PersonId != p.PersonId))];
    }
}
