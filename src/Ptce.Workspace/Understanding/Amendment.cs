namespace Ptce.Workspace;

/// <summary>The fields a fragment carries. A date is given for both directions, because only the pending reading knows whether it looks back or ahead.</summary>
public sealed record Amendment
{
    /// <summary>Names of the fields carried: minutes, date, start, end, organisation, people, activity, kind, person, period.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public long? Minutes { get; init; }
    public long? MinMinutes { get; init; }
    public long? MaxMinutes { get; init; }
    public DateOnly? DatePast { get; init; }
    public DateOnly? DateFuture { get; init; }

    /// <summary>What is taken back: "pas mardi, mercredi", "1 h et pas 2 h".</summary>
    public DateOnly? FormerDay { get; init; }
    public long? FormerMinutes { get; init; }

    /// <summary>Several days said one by one or from–to, looking back.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>"jusqu'au 15", "avant le 15": the last day meant, looking ahead.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>"à partir du 1er": looking ahead.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? DateFrom { get; init; }
    public DateOnly? DateTo { get; init; }
    public string? Start { get; init; }
    public string? End { get; init; }
    public int? People { get; init; }

    /// <summary>A whole number said alone: "2", "deux", "zwanzig". Only the question knows what it counts.</summary>
    public int? Number { get; init; }
    public string? Activity { get; init; }
    public string? Kind { get; init; }
    public IReadOnlyList<ReadOrganisation> Orgs { get; init; } = [];
    public string? OrgText { get; init; }
    public IReadOnlyList<ReadPerson> Persons { get; init; } = [];
    public decimal? AmountEur { get; init; }
}
