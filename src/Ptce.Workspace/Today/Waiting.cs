namespace Ptce.Workspace;

/// <summary>What waits for this person: the first thing the pole shows in the morning.</summary>
public sealed class Waiting(Contributions contributions, Digests digests, Decisions decisions, Actions actions, Agreements agreements, Guests guests)
{
    private const int MostOfEach = 20; // of what is answered on its own page

    /// <summary>The lines and digests that need a word from the actor, each list short enough to act on.</summary>
    public sealed record ForMe(IReadOnlyList<Contribution> ToConfirm, IReadOnlyList<Contribution> ToValidate, IReadOnlyList<Contribution> Contested, IReadOnlyList<Digest> ToApprove)
    {
        /// <summary>Hours of meetings that wait for their person's tap.</summary>
        public IReadOnlyList<Contribution> Drafts { get; init; } = [];

        /// <summary>Open decisions on which the actor may still speak.</summary>
        public IReadOnlyList<Decision> Votes { get; init; } = [];

        /// <summary>What the actor has still to do.</summary>
        public IReadOnlyList<ActionItem> Actions { get; init; } = [];

        /// <summary>Matches put to the actor's organisation that it has still to answer, and agreements that it has still to sign.</summary>
        public IReadOnlyList<Match> ToAnswer { get; init; } = [];
        public IReadOnlyList<Agreement> ToSign { get; init; } = [];

        /// <summary>Points of guests that wait for the cell to take or drop them.</summary>
        public IReadOnlyList<(Occurrence Meeting, GuestPoint Point)> GuestPoints { get; init; } = [];

        public int Count => GuestPoints.Count + ToAnswer.Count + ToSign.Count + ToConfirm.Count + ToValidate.Count + Contested.Count + ToApprove.Count + Drafts.Count + Votes.Count + Actions.Count;
    }

    public async Task<ForMe> Of(Actor actor) => !actor.May(Act.ReadPole) ? new([], [], [], []) : new(
        await contributions.WaitingForMe(actor),
        await contributions.ToValidate(actor),
        await contributions.ContestedOfMine(actor),
        await digests.WaitingForMe(actor))
    {
        Drafts = await contributions.Drafts(actor),
        Votes = await decisions.WaitingForMe(actor),
        Actions = await actions.Mine(actor),
        GuestPoints = await guests.ToDecide(actor),
        ToAnswer = (await agreements.Matches(actor, new(State: AgreementFilter.Mine), most: MostOfEach)).Matches,
        ToSign = (await agreements.List(actor, new(State: AgreementFilter.Mine), most: MostOfEach)).Agreements,
    };

    /// <summary>How many there are, for the frame of every page: counted, not read.</summary>
    public async Task<int> Count(Actor actor) => !actor.May(Act.ReadPole) ? 0 : (int)(
        await contributions.CountWaitingForMe(actor)
        + await contributions.CountToValidate(actor)
        + await contributions.CountDrafts(actor)
        + await actions.CountLate(actor)
        + (await agreements.CountWaiting(actor) is var (toAnswer, toSign) ? toAnswer + toSign : 0)
        + (await guests.ToDecide(actor)).Count
        + (await decisions.WaitingForMe(actor)).Count
        + (await contributions.ContestedOfMine(actor)).Count
        + (await digests.WaitingForMe(actor)).Count);
}
