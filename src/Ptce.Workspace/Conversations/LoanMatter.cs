namespace Ptce.Workspace;

/// <summary>A room, a vehicle, equipment or food that went from one member to another: a contribution in kind.</summary>
public sealed partial class LoanMatter(Contributions contributions) : Matter
{
    private static readonly string[] Lent = ["locaux", "vehicule", "materiel", "denrees"];

    public override string Code => Intents.LogLoan;

    protected override string? Missing(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        if (r.Kind is null) return "loan_kind";
        if (Other(r) is null && pending.Told("alone") is null) return "loan_with";
        if (r.Entries.Count == 0 || r.Entries.Any(e => Day(e) is null)) return "date";
        if (r.Entries.Any(e => (e.DateTo ?? Day(e)) > talk.Today)) return "confirm_future";
        return r.Entries.Any(e => Quantity(pending, e) is null) ? "quantity" : null;
    }

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => missing switch
    {
        "loan_kind" => (talk.Say["conversation.ask.loan_kind"], Suggested.Kinds(talk, Lent)),
        "loan_with" => (talk.Say[pending.Reading.OrgText is null ? "conversation.ask.loan_with" : "conversation.ask.organisation", pending.Reading.OrgText],
            [.. Suggested.Organisations(talk, pending.Reading.OrgCandidates), talk.Saying("conversation.nobody_else")]),
        "quantity" => (talk.Say["conversation.ask.quantity"], Amounts(talk, pending.Reading.Kind!)),
        "confirm_future" => (talk.Say["conversation.ask.loan_future"], Suggested.PastDays(talk)),
        _ => (talk.Say["conversation.ask.date"], Suggested.PastDays(talk)),
    };

    private static IReadOnlyList<Choice> Amounts(Talk talk, string kind) => kind switch
    {
        "locaux" => Suggested.Lengths(talk.Say),
        "denrees" => [.. new[] { 5m, 10m, 20m, 50m }.Select(q => Units.Quantity(talk.Say, q, "kg")).Select(q => new Choice(q, q))],
        _ => [.. new[] { 1m, 2m, 3m }.Select(q => Units.Quantity(talk.Say, q, "jour")).Select(q => new Choice(q, q))],
    };

    protected override Card Card(Talk talk, Pending pending)
    {
        var (say, r) = (talk.Say, pending.Reading);
        var facts = new List<Fact> { new(say["conversation.fact.what"], r.Kind is null ? say["conversation.missing"] : Kinds.Word(say, r.Kind)) };
        foreach (var entry in r.Entries)
        {
            facts.Add(new(say["conversation.fact.day"], When(talk, entry)));
            if (Quantity(pending, entry) is var (quantity, unit)) facts.Add(new(say["conversation.fact.quantity"], Units.Quantity(say, quantity, unit)));
        }
        var other = Other(r)?.Name ?? (pending.Told("alone") is null ? r.OrgText ?? say["conversation.missing"] : talk.Actor.PoleName);
        facts.Add(new(say["conversation.fact.given_by"], Inward(r) ? other : talk.Actor.OrganisationName ?? ""));
        facts.Add(new(say["conversation.fact.received_by"], Inward(r) ? talk.Actor.OrganisationName ?? "" : other));
        return new(pending.Sentence, facts, []);
    }

    private static string When(Talk talk, ReadEntry entry)
    {
        if (entry is { Date: null, DateFrom: { } from, DateTo: { } to }) return talk.Say.Period(from, to);
        return entry.Date is { } day ? talk.Say.Day(day, talk.Today) + (entry.End is null ? "" : Suggested.Clock(talk.Say, entry.Start, entry.End)) : talk.Say["conversation.missing"];
    }

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.loan"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
    [
        new(talk.Say["conversation.log_it"], talk.Say["conversation.yes"], Primary: true),
        .. Other(pending.Reading) is null ? [] : new[] { talk.Saying("conversation.other_way") },
    ];

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var lines = await contributions.Log(talk.Actor, [.. pending.Reading.Entries.Select(e => Line(talk, pending, e))], talk.Door, pending.Key);
        return TimeMatter.Saved(talk, lines.Count == 1 ? "conversation.saved" : "conversation.saved_many", lines);
    }

    /// <summary>What was lent for some days is one line, on the first of them, with the days in its note.</summary>
    private static NewContribution Line(Talk talk, Pending pending, ReadEntry entry)
    {
        var (r, other) = (pending.Reading, Other(pending.Reading));
        var (quantity, unit) = Quantity(pending, entry)!.Value;
        var note = string.Join(" · ", new[] { r.Subject, entry is { Date: null, DateFrom: { } from, DateTo: { } to } ? talk.Say.Period(from, to) : null }.Where(t => !string.IsNullOrWhiteSpace(t)));
        var line = new NewContribution(Day(entry)!.Value, 0, r.Kind!, Quantity: quantity, Unit: unit, Starts: entry.End is null ? null : entry.Start, Ends: entry.End,
            Note: note == "" ? null : note, Sentence: pending.Sentence);
        return other is null ? line
            : Inward(r) ? line with { OrganisationId = other.Id, BeneficiaryId = talk.Actor.OrganisationId }
            : line with { PartyIds = [other.Id] };
    }

    private static DateOnly? Day(ReadEntry entry) => entry.Date ?? entry.DateFrom;

    private static bool Inward(Reading r) => r.OrgTo is { Self: true };

    private static ReadOrganisation? Other(Reading r) => r.OrgFrom is { Self: false } from ? from : r.OrgTo is { Self: false } to ? to : null;

    /// <summary>How much, in the kind's own unit: a room by the hour, a thing by the day, food by weight.</summary>
    private static (decimal Quantity, string Unit)? Quantity(Pending pending, ReadEntry entry)
    {
        var r = pending.Reading;
        if (r.Quantity is { } said) return (said, r.Unit ?? Kinds.Find(r.Kind ?? "")?.Unit ?? "unite");
        if (entry.Minutes is { } minutes and > 0) return (decimal.Round(minutes / 60m, 3), "heure");
        return r.Kind != "denrees" && entry.Days is { } days ? (days, "jour") : null;
    }
}
