using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

public sealed partial class SessionPage
{
    private ILookup<string?, Decision> _decisions = Enumerable.Empty<Decision>().ToLookup(d => d.ItemId);
    private ILookup<string?, ActionItem> _actions = Enumerable.Empty<ActionItem>().ToLookup(a => a.ItemId);

    /// <summary>What points bring along, by point.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Brought>> Brought { get; private set; } = new Dictionary<string, IReadOnlyList<Brought>>();

    /// <summary>Whom an action can be given to.</summary>
    public IReadOnlyList<Members.Colleague> People { get; private set; } = [];

    public bool MayDecide => TakesPart && Meeting.State != Occurrence.Cancelled && Actor.May(Act.ProposeDecision);

    public bool MayAgree => TakesPart && Meeting.State != Occurrence.Cancelled && Actor.May(Act.AgreeAction);

    /// <summary>Open decisions on which this person has a voice.</summary>
    public IReadOnlySet<string> Asked { get; private set; } = new HashSet<string>();

    public IReadOnlyList<Decision> DecisionsOf(AgendaItem item) => [.. _decisions[item.Id]];

    public IReadOnlyList<ActionItem> ActionsOf(AgendaItem item) => [.. _actions[item.Id]];

    public Task<IActionResult> OnPostDecide(string item, string? body, string? mode) => Then(item, decisions.Propose(Actor, item, body, mode ?? ""));

    public Task<IActionResult> OnPostAgree(string item, string? what, string? owner, string? due) =>
        Then(item, actions.Agree(Actor, item, what, string.IsNullOrEmpty(owner) ? null : owner, Field.Day(due, "due")));

    private async Task LoadWhatCame()
    {
        _decisions = (await decisions.Of(Actor, Id)).ToLookup(d => d.ItemId);
        Asked = await decisions.AskedOf(Actor, Id);
        Brought = await brings.Of(Actor, Agenda, t);
        _actions = (await actions.Of(Actor, Id)).ToLookup(a => a.ItemId);
        if (MayAgree) People = [.. (await members.People(Actor)).DistinctBy(p => p.PersonId)];
    }
}
