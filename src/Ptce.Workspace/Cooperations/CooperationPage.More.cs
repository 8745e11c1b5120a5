using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class CooperationPage
{
    private const int MostLinkable = 30;

    /// <summary>A party of the consortium. <paramref name="Key"/>: an organisation's id, or a third's name.</summary>
    public sealed record Part(string Key, string Name, long? Share);

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];
    public Tender? Tender { get; private set; }

    /// <summary>The meeting it came of.</summary>
    public Occurrence? CameOf { get; private set; }

    /// <summary>Recent lines of the reader's organisation in its period, not linked yet.</summary>
    public IReadOnlyList<Contribution> Linkable { get; private set; } = [];
    public IReadOnlyList<Part> Shares => [.. Cooperation.Members.Select(m => new Part(m.OrganisationId, m.Name, m.Share)), .. Cooperation.Thirds.Select(x => new Part(x.Name, x.Name, x.Share))];
    public bool TenderRefused => Request.HasFormContentType && Request.Form.ContainsKey("tender_state");

    public Task<IActionResult> OnPostMilestone(string? milestone, string? by) =>
        Done(cooperations.SetMilestone(Actor, Id, Field.Day(by, "by"), milestone), "cooperations.milestone_set_now");

    public Task<IActionResult> OnPostReach(string milestone) => Done(cooperations.ReachMilestone(Actor, Id, milestone), "cooperations.reached_now");

    public Task<IActionResult> OnPostUnreach(string milestone) => Done(cooperations.ReachMilestone(Actor, Id, milestone, reached: false), "cooperations.unreached_now");

    public Task<IActionResult> OnPostDrop(string milestone) => Done(cooperations.DropMilestone(Actor, Id, milestone), "cooperations.dropped_now");

    public Task<IActionResult> OnPostLink(string? line) =>
        Done(cooperations.Link(Actor, Id, "line", string.IsNullOrEmpty(line) ? throw new Refused("line", "cooperations.line_missing") : line), "cooperations.linked_now");

    public async Task<IActionResult> OnPostTender(string? client, string? reference, string? due, [FromForm(Name = "tender_amount")] string? amount, [FromForm(Name = "tender_state")] string? state)
    {
        await Load();
        var shares = Shares.ToDictionary(s => s.Key, s => Field.NumberIfAny(Request.Form["share:" + s.Key], "shares"));
        return await Done(cooperations.TellTender(Actor, Id, new(client, reference, Field.DayIfAny(due, "due"), Field.NumberIfAny(amount, "tender_amount"), state ?? "", shares)), "cooperations.tender_kept_now");
    }

    /// <summary>What was typed into a tender form that was refused.</summary>
    public string? Written(string field) => TenderRefused ? (string?)Request.Form[field] : null;

    private async Task LoadMore()
    {
        Milestones = await cooperations.Milestones(Actor, Id);
        _photos = (await photos.Of(Actor, Id)).ToLookup(p => p.PartId);
        CameOf = await yields.MeetingOf(Actor, Id);
        Tender = await cooperations.TenderOf(Actor, Id);
        if (!MayChange || Cooperation.State == Cooperations.Withdrawn) return;
        var own = Cooperation.HasMember(Actor.OrganisationId) ? Actor.OrganisationId : Cooperation.Members[0].OrganisationId;
        var recent = await contributions.OfPole(Actor, new(OrganisationId: own, From: Cooperation.FromDay, To: Cooperation.ToDay), most: MostLinkable);
        var linked = await cooperations.Linked(Actor, Id, [.. recent.Lines.Select(l => l.Id)]);
        Linkable = [.. recent.Lines.Where(l => !linked.Contains(l.Id) && l.ReversesId is null)];
    }
}
