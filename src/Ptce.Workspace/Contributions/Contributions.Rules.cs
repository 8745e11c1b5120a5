using System.Globalization;

namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>A line that has passed the rules, as it will be stored.</summary>
    private sealed record Ready(
        string Id, string? PersonId, string OrganisationId, string? BeneficiaryId, string Kind, string? Activity, DateOnly Day, long Minutes,
        long? QuantityMilli, string? Unit, long? UnitValueCents, string? Starts, string? Ends, string? Note, string? Sentence,
        IReadOnlyList<string> PartyIds, string? ReversesId = null, string? PairId = null, long People = 1, UnitValueBasis? Basis = null);

    /// <summary>Who gives on a line, once the actor's right to say so is settled.</summary>
    /// <param name="LoggerOrganisationId">The organisation the logger speaks for; null for a file.</param>
    private sealed record Given(string? PersonId, string OrganisationId, string Engagement, string? LoggerOrganisationId);

    /// <summary>One logs one's own time, and what one's organisation gives or receives; the coordinator logs for anyone.</summary>
    private static Given Giver(Actor actor, NewContribution line, Roll roll)
    {
        var inKind = line.Kind != Kinds.Default && !Kinds.IsTime(line.Kind);
        var person = line.PersonId ?? (inKind ? null : actor.PersonId);
        var forAnother = person is not null && person != actor.PersonId;
        if (forAnother && !roll.KnowsPerson(person!)) throw new NotHere();
        var giver = line.OrganisationId ?? (forAnother ? roll.OrganisationOf(person!) : null) ?? actor.OrganisationId
            ?? throw new Refused("organisation", "contributions.no_organisation");
        if (line.OrganisationId is not null && !roll.Knows(giver)) throw new NotHere();
        if (forAnother) actor.Must(Act.LogForOthers);
        var speaks = giver == actor.OrganisationId || roll.ActsFor(person ?? actor.PersonId, giver, line.Day)
            || (inKind && line.BeneficiaryId is not null && line.BeneficiaryId == actor.OrganisationId);
        Refused.If(!speaks && !actor.May(Act.LogForOthers), "organisation", "contributions.not_your_organisation", roll.Name(giver));
        var engagement = person is null || person == actor.PersonId && giver == actor.OrganisationId ? actor.Engagement : roll.Engagement(person, giver);
        return new(person, giver, engagement, actor.OrganisationId);
    }

    /// <summary>Every rule on a line that asks nothing of the other lines.</summary>
    private static Ready Check(NewContribution line, Given given, Roll roll, int oldestYears = OldestYears)
    {
        CheckDay(line.Day, roll.Today, oldestYears);
        var activity = Text(Activities.Read(line.Activity), "activity", LongestActivity);
        var kind = line.Kind == Kinds.Default ? Kinds.Find(Kinds.Of(given.Engagement, activity))! : Kinds.Find(line.Kind)
            ?? throw new Refused("kind", "contributions.unknown_kind", line.Kind, string.Join(", ", Kinds.All.Select(k => k.Code)));
        Refused.If(kind.IsTime && given.PersonId is null, "person", "contributions.who_worked");
        CheckMinutes(line, kind);
        Refused.If(!kind.IsTime && line.Minutes == 0 && line.Quantity is null or 0, "quantity", "contributions.quantity_missing");
        var (starts, ends) = CheckClock(line);
        var (beneficiary, parties) = CheckParties(line, given, roll);
        var quantity = Milli(line.Quantity);
        var basis = kind.IsTime ? null : line.Basis?.Checked(kind.Code);
        var unitValue = CheckUnitValue(line.UnitValueCents, basis);
        return new(Ids.New(), given.PersonId, given.OrganisationId, beneficiary, kind.Code, activity, line.Day, line.Minutes,
            quantity, quantity is null ? null : Text(Units.Read(line.Unit), "unit", LongestUnit) ?? kind.Unit, unitValue, starts, ends,
            Text(line.Note, "note", LongestNote), Text(line.Sentence, "sentence", LongestNote), parties, People: line.People, Basis: basis);
    }

    /// <summary>What a calculation gives is the value; who states another one beside it has slipped somewhere.</summary>
    private static long? CheckUnitValue(long? stated, UnitValueBasis? basis)
    {
        Refused.If(stated is < 0 or > MostUnitValueCents, "unit_value", "contributions.unit_value_range");
        if (basis?.UnitCents is not { } reckoned) return stated;
        Refused.If(reckoned > MostUnitValueCents, "price", "contributions.unit_value_range");
        Refused.If(stated is { } other && other != reckoned, "unit_value", "contributions.basis_differs", reckoned / 100m);
        return reckoned;
    }

    private static void CheckDay(DateOnly day, DateOnly today, int oldestYears = OldestYears)
    {
        Refused.If(day > today, "day", "contributions.day_to_come");
        Refused.If(day < today.AddYears(-oldestYears), "day", "contributions.day_too_old", oldestYears);
    }

    private static void CheckMinutes(NewContribution line, Kind kind)
    {
        Refused.If(line.People is < 1 or > MostPeople || (!kind.IsTime && line.People > 1), "people", "contributions.people_range", MostPeople);
        Refused.If(line.Minutes < (kind.IsTime ? line.People : 0) || line.Minutes > MostMinutes * line.People, "minutes", "contributions.minutes_range");
    }

    private static long? Milli(decimal? quantity)
    {
        if (quantity is not { } q) return null;
        Refused.If(q <= 0 || q > MostQuantity || q * 1000 != decimal.Truncate(q * 1000), "quantity", "contributions.quantity_range");
        return (long)(q * 1000);
    }

    private static (string? Starts, string? Ends) CheckClock(NewContribution line)
    {
        var (starts, ends) = (Field.ClockIfAny(line.Starts, "starts"), Field.ClockIfAny(line.Ends, "ends"));
        Refused.If(starts is not null && starts == ends, "ends", "contributions.no_time_between");
        return (starts?.ToString("HH:mm", CultureInfo.InvariantCulture), ends?.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>The other parties are members, and not the giver. One alone is also who received; who received also has a word to say.</summary>
    /// <remarks>Where the receiver writes what it was lent, the giver is the other party: nobody is their own witness.</remarks>
    private static (string? Beneficiary, IReadOnlyList<string> Parties) CheckParties(NewContribution line, Given given, Roll roll)
    {
        var parties = (line.PartyIds ?? []).Distinct().ToList();
        var beneficiary = line.BeneficiaryId ?? (parties.Count == 1 ? parties[0] : null);
        Refused.If(beneficiary == given.OrganisationId || parties.Contains(given.OrganisationId), "parties", "contributions.giver_is_no_party");
        foreach (var organisation in parties.Append(beneficiary).OfType<string>())
        {
            if (!roll.Knows(organisation)) throw new NotHere();
            Refused.If(!roll.IsMember(organisation, line.Day), "parties", "contributions.not_a_member", roll.Name(organisation));
        }
        Refused.If(!roll.Knows(given.OrganisationId) || !roll.IsMember(given.OrganisationId, line.Day), "organisation", "contributions.giver_not_a_member");
        if (beneficiary is not null && !parties.Contains(beneficiary)) parties.Add(beneficiary);
        if (beneficiary is not null && beneficiary == given.LoggerOrganisationId) parties = [.. parties.Where(p => p != beneficiary), given.OrganisationId];
        return (beneficiary, parties);
    }
}
