using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>What someone wants a series to be, before the rules have looked at it.</summary>
/// <param name="Kind">A code of <see cref="MeetingKinds"/>.</param>
/// <param name="Audience">One of <see cref="Audiences"/>.</param>
/// <param name="Anchor">Day of the first meeting; kept once the series exists, like <paramref name="Every"/>.</param>
/// <param name="Starts">Wall clock in the pole's zone.</param>
/// <param name="Minutes">Length of a meeting, 15 to 1,440.</param>
/// <param name="Every">"6w", "weekly", "quarterly": what <see cref="Ptce.Workspace.Every.Read"/> reads.</param>
/// <param name="Countries">Codes of <see cref="Holidays.Places"/>.</param>
/// <param name="Closed">Periods without meetings, one a line: "2026-08-01..2026-08-15".</param>
/// <param name="ParentId">For a working group: the series it reports to; none: the pole's workshops.</param>
/// <param name="HostIds">Organisations that host in turn; none: the pole itself.</param>
/// <param name="Facilitators">Who leads in turn (see <see cref="Rota"/>); none: whoever the meeting finds.</param>
public sealed record NewSeries(
    string Name, string Kind, string Audience, DateOnly Anchor, TimeOnly Starts, long Minutes, string Every, IReadOnlyList<string> Countries,
    bool AvoidBridges = true, string Closed = "", string? Place = null, string? Link = null, long? Capacity = null, IReadOnlyList<string>? HostIds = null, string? ParentId = null,
    IReadOnlyList<NewRotaPlace>? Facilitators = null);

/// <summary>Série de réunions : workshops, committees and groups that meet to a rhythm.</summary>
public sealed record MeetingSeries
{
    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Audience { get; init; }
    public DateOnly Anchor { get; init; }
    public required string Starts { get; init; }
    public long Minutes { get; init; }
    public required string Every { get; init; }
    public required string Zone { get; init; }
    public required string Countries { get; init; }
    public bool AvoidBridges { get; init; }
    public required string Closed { get; init; }
    public string? Place { get; init; }
    public string? Link { get; init; }

    /// <summary>Seats; null: as many as come.</summary>
    public long? Capacity { get; init; }
    public DateOnly? Ends { get; init; }

    /// <summary>For a working group: the series it reports to; null: the pole's workshops.</summary>
    public string? ParentId { get; init; }
    public string? ParentName { get; init; }

    public bool IsGroup => Audience == Audiences.Group;

    /// <summary>Organisations that host in turn.</summary>
    public IReadOnlyList<Organisation> Hosts { get; init; } = [];

    /// <summary>Who leads in turn.</summary>
    public IReadOnlyList<RotaPlace> Rota { get; init; } = [];

    /// <summary>"toutes les 6 semaines".</summary>
    public string Rhythm(Say say) => Ptce.Workspace.Every.Read(Every).Say(say.Language);

    internal Cadence Cadence => new(Anchor, WallTime.Read(Starts), Ptce.Workspace.Every.Read(Every), Zone, WorkingDays);

    internal WorkingDays WorkingDays => new(Countries.Split(','), ClosedPeriods, AvoidBridges);

    internal IReadOnlyList<ClosedPeriod> ClosedPeriods => [.. Closed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ClosedPeriod.Read)];
}

/// <summary>Séance : one meeting of a series.</summary>
public sealed record Occurrence
{
    public const string Planned = "planned", Cancelled = "cancelled", Held = "held";

    public required string Id { get; init; }
    public required string PoleId { get; init; }
    public required string SeriesId { get; init; }
    public required string SeriesName { get; init; }
    public required string Kind { get; init; }
    public required string Audience { get; init; }
    public required string Zone { get; init; }
    public long? Capacity { get; init; }
    public long Number { get; init; }

    /// <summary>The day the rule gives.</summary>
    public DateOnly Computed { get; init; }

    /// <summary>The day to meet; null: people must be asked.</summary>
    public DateOnly? Day { get; init; }
    public required string Starts { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
    public long Minutes { get; init; }
    public required string Reasons { get; init; }
    public DateTimeOffset? MovedAt { get; init; }
    public string? MovedByName { get; init; }
    public string? MovedReason { get; init; }
    public string? HostId { get; init; }
    public string? HostName { get; init; }

    /// <summary>Chosen for this one meeting, in place of whose turn it is.</summary>
    public bool HostChosen { get; init; }
    public string? FacilitatorOrganisationId { get; init; }
    public string? FacilitatorOrganisationName { get; init; }
    public string? FacilitatorPersonId { get; init; }
    public string? FacilitatorPersonName { get; init; }

    /// <summary>Chosen for this one meeting, in place of whose turn it is.</summary>
    public bool FacilitatorChosen { get; init; }

    /// <summary>Who leads it; null where nobody is named.</summary>
    public Facilitator? Facilitator => (FacilitatorOrganisationId ?? FacilitatorPersonId) is null ? null
        : new(FacilitatorOrganisationId, FacilitatorOrganisationName, FacilitatorPersonId, FacilitatorPersonName);
    public string? Place { get; init; }
    public string? Link { get; init; }
    public required string State { get; init; }
    public string? CancelledReason { get; init; }
    public long Revision { get; init; }
    public DateTimeOffset RevisedAt { get; init; }

    /// <summary>When the template was laid into the agenda; null: not yet.</summary>
    public DateTimeOffset? AgendaAt { get; init; }

    /// <summary>Shown at the door, asked of each person; null: a tap is enough.</summary>
    public string? DoorCode { get; init; }

    /// <summary>How long it really took; null until it is closed.</summary>
    public long? HeldMinutes { get; init; }

    /// <summary>Whether it is for this person, by their roles and their working groups.</summary>
    /// <param name="groups">Of <see cref="Workshops.GroupsOf"/>.</param>
    public bool IsFor(Actor actor, IReadOnlySet<string> groups) => Audience switch
    {
        Audiences.Group => groups.Contains(SeriesId),
        Audiences.Committee => (actor.Roles & (Roles.Committee | Roles.Coordinator | Roles.Administrator)) != 0,
        _ => true,
    };

    public DateTimeOffset? EndsAt => StartsAt?.AddMinutes(Minutes);

    public bool IsMoved => Day is { } day && day != Computed;

    /// <summary>"Atelier du pôle du 12 mars 2026".</summary>
    public string Title(Say say) => Day is { } day ? say["workshops.title", SeriesName, say.LongDay(day)] : say["workshops.title_to_find", SeriesName, say.LongDay(Computed)];

    /// <summary>"jeudi 12 mars, 14 h – 17 h".</summary>
    public string When(Say say, DateOnly? today = null) => Day is { } day
        ? say["workshops.when", say.Day(day, today), say.Clock(WallTime.Read(Starts)), say.Clock(WallTime.Read(Starts).AddMinutes(Minutes))]
        : say["workshops.when_to_find", say.Day(Computed, today)];

    /// <summary>Why it is not on its computed day, in sentences: the rule's reasons, then the person's.</summary>
    public IEnumerable<string> Whys(Say say) =>
    [
        .. JsonSerializer.Deserialize<List<MoveReason>>(Reasons)!.Select(r => r.Sentence(say.Language)),
        .. MovedReason is null ? Array.Empty<string>() : [say["workshops.moved_by", MovedByName, MovedReason]],
    ];
}

/// <summary>Whom a series is for.</summary>
public static class Audiences
{
    /// <summary>Everyone who acts for a member; the steering committee and the cell; the people of a working group.</summary>
    public const string Pole = "pole", Committee = "committee", Group = "group";

    public static readonly IReadOnlyList<string> All = [Pole, Committee, Group];
}

/// <summary>Natures de réunion: the activities of the ledger that meet to a rhythm.</summary>
public static class MeetingKinds
{
    public static readonly IReadOnlyList<string> All = ["atelier", "copil", "cotech", "ca", "bureau", "ag", "groupe_travail", "seminaire"];

    public static string Word(Say say, string kind) => say[$"workshops.kind.{kind}"];
}

public sealed record SeriesPlanned(string PoleId, string SeriesId) : Event(PoleId, SeriesId);

public sealed record SeriesChanged(string PoleId, string SeriesId) : Event(PoleId, SeriesId);

public sealed record SeriesEnded(string PoleId, string SeriesId, DateOnly Day) : Event(PoleId, SeriesId);

/// <param name="From">The day before the move; null where no day was found.</param>
public sealed record MeetingMoved(string PoleId, string OccurrenceId, DateOnly? From, DateOnly To) : Event(PoleId, OccurrenceId);

public sealed record MeetingCancelled(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record MeetingRestored(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);

public sealed record MeetingChanged(string PoleId, string OccurrenceId) : Event(PoleId, OccurrenceId);
