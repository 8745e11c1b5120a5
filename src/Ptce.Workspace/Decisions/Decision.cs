using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Décision : what a meeting was asked, and what it answered.</summary>
public sealed record Decision
{
    public const string Proposed = "proposed", Open = "open", Adopted = "adopted", Rejected = "rejected", Withdrawn = "withdrawn";
    public const string ByConsent = "consent", ByObjection = "objection", ByVote = "vote";

    /// <summary>consent: everyone who is there says yes or stands aside; objection: silence agrees; vote: yes and no are counted.</summary>
    public static readonly IReadOnlyList<string> Modes = [ByConsent, ByObjection, ByVote];

    public required string Id { get; init; }
    public required string SeriesId { get; init; }
    public required string SeriesName { get; init; }
    public required string OccurrenceId { get; init; }
    public DateOnly Day { get; init; }
    public string? ItemId { get; init; }
    public required string Body { get; init; }
    public required string Mode { get; init; }
    public required string State { get; init; }
    public string? Rules { get; init; }
    public string? Beyond { get; init; }
    public string? Outcome { get; init; }
    public required string ProposedBy { get; init; }
    public required string ProposedByName { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsOver => State is Adopted or Rejected or Withdrawn;

    /// <summary>The rules it was opened under; null before.</summary>
    public VotingRules? FrozenRules => Rules is null ? null : Workspace.FrozenRules.Read(Rules);

    /// <summary>Names of voices whose proxy was beyond the limit.</summary>
    public IReadOnlyList<string> ProxiesBeyond => Beyond is null ? [] : JsonSerializer.Deserialize<List<string>>(Beyond)!;

    public Standing Standing(Say say) => new(State switch { Adopted => Meaning.Done, Open => Meaning.NeedsYou, Rejected or Withdrawn => Meaning.Over, _ => Meaning.Waiting }, say["decisions.state." + State]);

    /// <summary>"Adoptée : 6 pour, …": what came of it, in sentences; nothing while it is open.</summary>
    public IEnumerable<string> Result(Say say) => Outcome is null || FrozenRules is not { } rules ? [] : Closing.Read(Outcome).Sentences(Mode, rules, say);
}

/// <summary>One voice of a decision's electorate.</summary>
public sealed record DecisionVoice
{
    public required string VoiceId { get; init; }
    public required string Name { get; init; }
    public string? CollegeId { get; init; }
    public required string Attending { get; init; }

    /// <summary>"yes", "no", "abstain"; null: nothing yet.</summary>
    public string? Said { get; init; }
    public string? Reason { get; init; }
    public string? SaidByName { get; init; }
    public bool ByHand { get; init; }

    /// <summary>Who carries it for someone absent.</summary>
    public string? Holder { get; init; }

    internal Voice Counted => new(VoiceId, CollegeId, Enum.Parse<Attending>(Attending, ignoreCase: true), Said is null ? null : Enum.Parse<Stance>(Said, ignoreCase: true));
}

/// <summary>The numbers a decision closed with, as they are stored.</summary>
public sealed record Closing(long Yes, long No, long Abstained, long Members, long Taking, long QuorumNeeded, long Base, decimal Percent, IReadOnlyList<ClosedCollege> Colleges, IReadOnlyList<string> Left, IReadOnlyList<string> Silent)
{
    public static Closing Of(Outcome o, IReadOnlyList<string> silent) => new(o.All.Yes, o.All.No, o.All.Abstained, o.All.Members, o.Taking, o.QuorumNeeded, o.All.Base, o.Result.Percent,
        [.. o.Colleges.Select(c => new ClosedCollege(c.College!.Name, c.College.Weight, c.Yes, c.No, c.Abstained, c.Base, c.Brings.Percent))], o.Left, silent);

    public static Closing Read(string json) => JsonSerializer.Deserialize<Closing>(json)!;

    public IEnumerable<string> Sentences(string mode, VotingRules rules, Say say)
    {
        var all = new Counted(null, Members, 0, 0, Yes, No, Abstained, Base);
        if (mode == Decision.ByVote)
        {
            foreach (var sentence in new Outcome(all, [], new Share((long)(Percent * 10), 1000), QuorumNeeded, Taking, false, Left).Sentences(rules, say)) yield return sentence;
            yield break;
        }
        yield return mode == Decision.ByObjection && Yes + No + Abstained == 0 ? say["decisions.unopposed", Members] : say[$"decisions.counted.{mode}", Yes, No, Abstained, Members];
        if (Silent.Count > 0 && mode == Decision.ByConsent) yield return say["decisions.silent", string.Join(", ", Silent)];
        yield return QuorumNeeded == 0 ? say["voting.no_quorum_asked"] : say[Taking >= QuorumNeeded ? "voting.quorum_met" : "voting.quorum_missed", QuorumNeeded, Taking];
    }
}

/// <param name="Brings">Percent of the whole result.</param>
public sealed record ClosedCollege(string Name, long Weight, long Yes, long No, long Abstained, long Base, decimal Brings);

public sealed record DecisionProposed(string PoleId, string DecisionId) : Event(PoleId, DecisionId);

public sealed record DecisionOpened(string PoleId, string DecisionId) : Event(PoleId, DecisionId);

public sealed record DecisionWithdrawn(string PoleId, string DecisionId) : Event(PoleId, DecisionId);

public sealed record DecisionAdopted(string PoleId, string DecisionId) : Event(PoleId, DecisionId);

public sealed record DecisionRejected(string PoleId, string DecisionId) : Event(PoleId, DecisionId);
