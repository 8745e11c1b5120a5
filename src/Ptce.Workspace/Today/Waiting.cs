namespace Ptce.Workspace;

/// <summary>What waits for this person: the first thing the pole shows in the morning.</summary>
public sealed class Waiting(Contributions contributions, Digests digests)
{
    /// <summary>The lines and digests that need a word from the actor, each list short enough to act on.</summary>
    public sealed record ForMe(IReadOnlyList<Contribution> ToConfirm, IReadOnlyList<Contribution> ToValidate, IReadOnlyList<Contribution> Contested, IReadOnlyList<Digest> ToApprove)
    {
        public int Count => ToConfirm.Count + ToValidate.Count + Contested.Count + ToApprove.Count;
    }

    public async Task<ForMe> Of(Actor actor) => !actor.May(Act.ReadPole) ? new([], [], [], []) : new(
        await contributions.WaitingForMe(actor),
        actor.May(Act.ValidateContribution) ? await contributions.ToValidate(actor) : [],
        await contributions.ContestedOfMine(actor),
        actor.May(Act.ApproveDigest) ? await digests.WaitingForMe(actor) : []);

    public async Task<int> Count(Actor actor) => (await Of(actor)).Count;
}
