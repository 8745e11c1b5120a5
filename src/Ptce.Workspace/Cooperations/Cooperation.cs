namespace Ptce.Workspace;

/// <summary>Coopération : what two or more members do together, alone or with others.</summary>
public sealed record Cooperation
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public required string Title { get; init; }
    public string? Text { get; init; }

    /// <summary>One of <see cref="CooperationWords.Levels"/>; null: nobody has said.</summary>
    public string? Level { get; init; }

    /// <summary>One of <see cref="CooperationWords.Forms"/>; null: nobody has said.</summary>
    public string? Form { get; init; }

    /// <summary>1 or 0. The two natures are independent of one another: most cooperations are both.</summary>
    public long Commercial { get; init; }
    public long Strategic { get; init; }

    /// <summary>What is pooled, where an agreement made it.</summary>
    public string? Kind { get; init; }
    public string? Project { get; init; }
    public string? Axis { get; init; }
    public DateOnly FromDay { get; init; }

    /// <summary>Last day included; null while it lasts.</summary>
    public DateOnly? ToDay { get; init; }
    public long? AmountCents { get; init; }

    /// <summary>Hundredths of a percent of the members' turnover.</summary>
    public long? TurnoverShare { get; init; }

    /// <summary>Thousandths of a full-time post, created or kept.</summary>
    public long? JobsMilli { get; init; }

    /// <summary>active, closed, or withdrawn: it never was, and counts nowhere.</summary>
    public required string State { get; init; }

    /// <summary>What came of it, or why it was withdrawn.</summary>
    public string? Outcome { get; init; }
    public required string Channel { get; init; }
    public string? LoggedByName { get; init; }
    public DateTimeOffset LoggedAt { get; init; }

    /// <summary>By name; filled wherever a cooperation is read.</summary>
    public IReadOnlyList<CooperationMember> Members { get; init; } = [];
    public IReadOnlyList<CooperationThird> Thirds { get; init; } = [];

    public bool HasMember(string? organisationId) => organisationId is not null && Members.Any(m => m.OrganisationId == organisationId);

    public Standing Standing(Say say) => new(State switch { Cooperations.Active => Meaning.Waiting, Cooperations.Withdrawn => Meaning.Over, _ => Meaning.Done }, say[$"cooperations.state.{State}"]);

    /// <summary>"Elips, Val Horizon et 2 autres".</summary>
    public string Who(Say say, int most = 3)
    {
        var names = (string[])[.. Members.Select(m => m.Name), .. Thirds.Select(t => t.Name)];
        return names.Length <= most + 1 ? string.Join(", ", names) : say["cooperations.and_others", string.Join(", ", names.Take(most)), names.Length - most];
    }
}

/// <param name="Share">Of the consortium's tender, in hundredths of a percent; null: not said.</param>
public sealed record CooperationMember(string OrganisationId, string Name, long? Share);

/// <summary>Someone who takes part without being of the pole: a client, a town, a school.</summary>
public sealed record CooperationThird(string Name, long? Share);

/// <summary>What someone says is done together, before the rules have looked at it.</summary>
/// <param name="Title">None: made from the names.</param>
/// <param name="MemberIds">Two organisations of the pole at least; the actor's own among them, unless the animation cell writes.</param>
/// <param name="ToDay">Last day; none while it lasts.</param>
/// <param name="Thirds">Who takes part without being of the pole, by name.</param>
/// <param name="Amount">Euros, all parties together.</param>
/// <param name="TurnoverShare">Percent of the members' turnover that it brought.</param>
/// <param name="Jobs">Full-time posts created or kept.</param>
/// <param name="AnswerIds">Needs and offers that it answers.</param>
public sealed record NewCooperation(
    string? Title, IReadOnlyList<string> MemberIds, DateOnly FromDay, DateOnly? ToDay = null, string? Level = null, string? Form = null,
    bool Commercial = false, bool Strategic = false, IReadOnlyList<string>? Thirds = null, string? Text = null, string? Project = null, string? Axis = null,
    decimal? Amount = null, decimal? TurnoverShare = null, decimal? Jobs = null, IReadOnlyList<string>? AnswerIds = null);

public sealed record CooperationLogged(string PoleId, string CooperationId, IReadOnlyList<string> OrganisationIds) : Event(PoleId, CooperationId);

public sealed record CooperationChanged(string PoleId, string CooperationId) : Event(PoleId, CooperationId);

public sealed record CooperationClosed(string PoleId, string CooperationId) : Event(PoleId, CooperationId);

public sealed record CooperationReopened(string PoleId, string CooperationId) : Event(PoleId, CooperationId);

public sealed record CooperationWithdrawn(string PoleId, string CooperationId) : Event(PoleId, CooperationId);

/// <summary>An agreement between two of its members became part of it.</summary>
public sealed record CooperationJoined(string PoleId, string CooperationId, string AgreementId) : Event(PoleId, CooperationId);

public sealed record MilestoneSet(string PoleId, string CooperationId, string Reason) : Event(PoleId, CooperationId);

public sealed record MilestoneReached(string PoleId, string CooperationId, string Reason) : Event(PoleId, CooperationId);

public sealed record TenderTold(string PoleId, string CooperationId) : Event(PoleId, CooperationId);
