namespace Ptce.Workspace;

/// <summary>What one line of the ledger is worth, by which rate and rule: as frozen in an approved digest, or as the rate of its day says.</summary>
/// <param name="Missing">Why it has no value: "no_rate", "no_unit_value", "invoiced", "indicator"; null where it has one.</param>
public sealed record LineWorth(Contribution Line, long ValueCents, DigestRate? Rate, string? Missing, bool Frozen)
{
    /// <summary>"24,04 € = 2 h × 12,02 €/h, SMIC brut, depuis le 1 janvier 2026, PV 3, CA du 2 mars (…)".</summary>
    public string In(Say t)
    {
        if (Missing is not null) return t["digests.worth.unvalued", t.Reason(Missing)];
        if (Rate is { Method: RateGrid.Unvalued }) return t["digests.worth.chosen", t.Rule(Rate)];
        var said = Rate is not null ? t["digests.worth.time", t.Money(ValueCents), t.Duration(Line.Minutes), t.Rule(Rate)] : t.Money(ValueCents);
        return $"{said} ({t[Frozen ? "digests.worth.frozen" : "digests.worth.to_come"]})";
    }
}

public sealed partial class Digests
{
    /// <summary>What a line the caller has read is worth; null for one that is cancelled.</summary>
    /// <exception cref="NotHere">It is of another pole.</exception>
    public async Task<LineWorth?> WorthOf(Actor actor, Contribution line)
    {
        actor.Must(Act.ReadPole);
        if (line.PoleId != actor.PoleId) throw new NotHere();
        if (line.State == States.Cancelled) return null;
        if (line.DigestId is { } digestId && await Frozen(digestId, line.Day, line.Id) is { } frozen)
            return new(line, frozen.ValueCents, await RateOf(digestId, frozen.RateNumber), frozen.Reason ?? frozen.Unvalued, Frozen: true);

        // A line that takes one of an approved digest back will take back its very cents, whatever was adopted since.
        if (line.ReversesId is { } taken && await Taken(taken, line.PoleId) is { } before && before.Line.Minutes == -line.Minutes && before.Line.QuantityMilli == -line.QuantityMilli)
            return new(line, -before.Line.ValueCents, before.Rate, before.Line.Reason ?? before.Line.Unvalued, Frozen: false);

        var grid = await db.Snapshot(tx => Rates.Grid(tx, line.PoleId));
        var worth = Appraisal.Of(line.Kind, line.Day, grid);
        if (worth.IsInKind && line.UnitValueCents is null) worth = Appraisal.QuantityAlone;
        var missing = worth.Reason ?? (worth == Appraisal.QuantityAlone ? line.IsTime ? DigestLine.NoRate : DigestLine.NoUnitValue : null);
        return new(line, worth.Cents(line.Minutes, line.QuantityMilli, line.UnitValueCents), worth.Rate, missing, Frozen: false);
    }
}
