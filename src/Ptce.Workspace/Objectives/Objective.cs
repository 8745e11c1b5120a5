namespace Ptce.Workspace;

/// <summary>Objectif intermédiaire of an axis: what shall be reached, in its own unit.</summary>
/// <param name="TargetMilli">Thousandths of the unit.</param>
/// <param name="EndedOn">Dropped from that day on; reports of earlier days keep it.</param>
public sealed record Objective(string Id, string Axis, string Title, long TargetMilli, string Unit, DateOnly FromDay, DateOnly? EndedOn)
{
    public decimal Target => TargetMilli / 1000m;
}

/// <summary>How far an objective is on a day, counted from its beginning.</summary>
/// <param name="Evidence">An address, or the name of a document; null where there is none.</param>
public sealed record Score(string ObjectiveId, DateOnly Day, long DoneMilli, string? Comment, string? Evidence, DateTimeOffset RecordedAt, string RecordedBy)
{
    public decimal Done => DoneMilli / 1000m;

    /// <summary>Whether the evidence is an address that a page may link to.</summary>
    public bool IsAddress => Uri.TryCreate(Evidence, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}

/// <summary>An objective as it stands on a day; no score where nobody has given one yet.</summary>
public sealed record Advance(Objective Objective, Score? Last)
{
    /// <summary>Percent of the target, to one decimal; more than 100 where more was reached. Null where nobody has scored it.</summary>
    public decimal? Percent => Last is null ? null : Math.Round(100m * Last.DoneMilli / Objective.TargetMilli, 1, MidpointRounding.AwayFromZero);
}

public sealed record ObjectiveSet(string PoleId, string ObjectiveId) : Event(PoleId, ObjectiveId);

public sealed record ObjectiveScored(string PoleId, string ObjectiveId) : Event(PoleId, ObjectiveId);

public sealed record ObjectiveDropped(string PoleId, string ObjectiveId) : Event(PoleId, ObjectiveId);
