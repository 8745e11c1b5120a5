using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>
/// What a sentence was read as. Every field is null or empty when the sentence does not say it.
/// Immutable, and safe to keep in the store as JSON (System.Text.Json there and back). The exchange form is <see cref="ReadingJson.ToJson(Reading)"/>.
/// </summary>
public sealed record Reading
{
    /// <summary>One of <see cref="Intents"/>.</summary>
    public string Intent { get; init; } = Intents.None;

    /// <summary>One of <see cref="Errands"/>: something asked for that is no intent of its own.</summary>
    public string? Errand { get; init; }

    /// <summary>Of a search: "offer" or "need"; null for both.</summary>
    public string? Side { get; init; }

    /// <summary>One of <see cref="SmallTalks"/>; also set when a longer sentence begins with yes, no or cancel.</summary>
    public string? SmallTalk { get; init; }

    /// <summary>The digits of a one-time link code, without spaces.</summary>
    public string? LinkCode { get; init; }

    /// <summary>log_time: a kind of time or "default" (the speaker's profile decides). Offers, needs and loans: the kind of thing.</summary>
    public string? Kind { get; init; }

    /// <summary>How many people the length holds for; null when it must be asked.</summary>
    public int? People { get; init; }

    public IReadOnlyList<ReadEntry> Entries { get; init; } = [];

    /// <summary>People × the minutes of all entries; null as long as one of them is unknown.</summary>
    public long? TotalMinutes { get; init; }

    /// <summary>copil, cotech, ca, bureau, ag, atelier or groupe_travail.</summary>
    public string? Activity { get; init; }

    public IReadOnlyList<ReadOrganisation> Orgs { get; init; } = [];

    /// <summary>The words of a body that no known organisation answers to, or that several do.</summary>
    public string? OrgText { get; init; }

    /// <summary>The organisations that fit <see cref="OrgText"/> equally well.</summary>
    public IReadOnlyList<ReadOrganisation> OrgCandidates { get; init; } = [];

    public ReadOrganisation? OrgFrom { get; init; }
    public ReadOrganisation? OrgTo { get; init; }

    /// <summary>The person a staff loan or a request is about.</summary>
    public ReadPerson? Person { get; init; }

    /// <summary>People named along the way.</summary>
    public IReadOnlyList<ReadPerson> Persons { get; init; } = [];

    /// <summary>commerciale, strategique, or both.</summary>
    public IReadOnlyList<string> Nature { get; init; } = [];

    /// <summary>bilaterale, offre_du_pole or r_et_d.</summary>
    public string? Form { get; init; }

    public string? ThirdParty { get; init; }
    public ReadOrganisation? ThirdPartyOrganisation { get; init; }
    public decimal? AmountEur { get; init; }

    /// <summary>yes, no or maybe.</summary>
    public string? Answer { get; init; }

    public int? Count { get; init; }

    /// <summary>The event's kind, same codes as <see cref="Activity"/>.</summary>
    public string? Event { get; init; }

    public DateOnly? EventDate { get; init; }
    public int? LateMinutes { get; init; }
    /// <summary>The words of a second answer in the same sentence, to be said again: "mardi oui" of "lundi je peux pas, mardi oui".</summary>
    public string? Rest { get; init; }

    public string? ProxyTo { get; init; }
    public ReadPerson? ProxyPerson { get; init; }
    public DateOnly? Deadline { get; init; }
    public DateOnly? DateFrom { get; init; }
    public DateOnly? DateTo { get; init; }

    /// <summary>The day of a cooperation, a correction or a cancelled entry.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The length of a correction or of a cancelled entry.</summary>
    public long? Minutes { get; init; }

    /// <summary>weekly, biweekly or monthly.</summary>
    public string? Recurrence { get; init; }

    /// <summary>MO, TU, WE, TH, FR, SA or SU.</summary>
    public string? Weekday { get; init; }

    public decimal? SurfaceM2 { get; init; }

    /// <summary>How much of what is counted in no time, in <see cref="Unit"/>: a code of <see cref="Units"/> or the word itself.</summary>
    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }
    public long? MinutesPerOccurrence { get; init; }

    /// <summary>What is left of the sentence once times, names and turns of phrase are read: a title to propose.</summary>
    public string? Subject { get; init; }

    /// <summary>The fields to ask for before anything is saved.</summary>
    public IReadOnlyList<string> Ask { get; init; } = [];

    /// <summary>Fields the sentence says.</summary>
    public IReadOnlyList<string> Sure { get; init; } = [];

    /// <summary>Fields read by a habit of speech or by nearness: show them with care.</summary>
    public IReadOnlyList<string> Guessed { get; init; } = [];

    /// <summary>Fields the sentence leaves open: the same as <see cref="Ask"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Missing => Ask;

    /// <summary>Every rule that read a stretch of the sentence, in order.</summary>
    public IReadOnlyList<ReadingRule> Rules { get; init; } = [];

    /// <summary>The intents considered, the strongest first, each with its weight and the evidence for it.</summary>
    public IReadOnlyList<IntentEvidence> Evidence { get; init; } = [];

    /// <summary>The fields this sentence carries when it answers or changes a pending reading ("plutôt mardi", "2h finalement").</summary>
    public Amendment Amends { get; init; } = new();
}

/// <summary>One line of time or one loan.</summary>
/// <param name="Date">null when it must be asked; the period is then in <paramref name="DateFrom"/> and <paramref name="DateTo"/></param>
/// <param name="Start">"14:00"</param>
/// <param name="Part">matin, apres_midi, soir or nuit, when the length is not known</param>
/// <param name="Days">how many days a loan lasts</param>
public sealed record ReadEntry(
    DateOnly? Date,
    long? Minutes,
    string? Start = null,
    string? End = null,
    bool EndsNextDay = false,
    string? Part = null,
    bool Approx = false,
    long? MinMinutes = null,
    long? MaxMinutes = null,
    DateOnly? DateFrom = null,
    DateOnly? DateTo = null,
    int? Days = null,
    string? Label = null,
    string? Activity = null);

/// <summary>A known organisation; Self: the speaker's own.</summary>
public sealed record ReadOrganisation(string Id, string Name, bool Self = false);

/// <summary>A person: known (Id) or only named.</summary>
public sealed record ReadPerson(string? Id, string Name);

/// <summary>A rule and the stretch of the sentence it read.</summary>
/// <param name="Start">first character</param>
/// <param name="Length">characters</param>
public sealed record ReadingRule(string Name, int Start, int Length, string Text);

/// <summary>An intent with its weight and what spoke for it.</summary>
public sealed record IntentEvidence(string Intent, int Weight, IReadOnlyList<string> For);
