namespace Ptce.Workspace;

public sealed partial class WorkshopPage
{
    /// <summary>What came of the meeting; decisions that were taken back are not among it.</summary>
    public IReadOnlyList<Yield> Yields { get; private set; } = [];
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public IReadOnlyList<ActionItem> Actions { get; private set; } = [];

    public bool MayNoteYields => Meeting.State != Occurrence.Cancelled && HasBegun && Actor.May(Act.WriteMinutes) && (IsInvited || Actor.May(Act.PlanMeetings));
    public bool ShowsYields => MayNoteYields || Yields.Count + Decisions.Count + Actions.Count > 0;

    private async Task LoadYields() =>
        (Yields, Decisions, Actions) = (await yields.Of(Actor, Id, t), await decisions.Of(Actor, Id), await actions.Of(Actor, Id));
}
