namespace Ptce.Workspace;

/// <summary>Coût d'emploi: what a person's employment costs a year, from a day on. Pay is nobody else's business: see <see cref="StaffCosts"/>.</summary>
/// <param name="AnnualCents">Latest documented annual gross cost, employer's charges included.</param>
/// <param name="ShareBasisPoints">Quotité: of a full time, in ten-thousandths.</param>
/// <param name="FixedBasisPoints">Share of that time given to the project by a letter of assignment; null where hours are recorded.</param>
/// <param name="Document">What proves it: payslips of the year, letter of assignment.</param>
public sealed record StaffCost(
    string Id, string PersonId, string OrganisationId, DateOnly FromDay, long AnnualCents, long ShareBasisPoints, long? FixedBasisPoints, string Document)
{
    /// <summary>Hours of a full-time year: Reg. (EU) 2021/1060, art. 55.</summary>
    public const long FullYearHours = 1720;

    /// <summary>1,720 h, pro rata of part time, in minutes.</summary>
    public long YearMinutes => FullYearHours * 60 * ShareBasisPoints / 10_000;

    /// <summary>Annual cost ÷ (1,720 h × part time), to the cent.</summary>
    public long CentsPerHour => (long)decimal.Round(AnnualCents * 10_000m / (FullYearHours * ShareBasisPoints), 0, MidpointRounding.AwayFromZero);
}

/// <param name="Share">1 is full time.</param>
/// <param name="FixedShare">0.5: half of that time, by letter of assignment.</param>
/// <param name="OrganisationId">The employer; null: the one for which the person has a mandate that day, and the only one.</param>
public sealed record NewStaffCost(string PersonId, DateOnly From, decimal AnnualEuros, decimal Share, decimal? FixedShare, string Document, string? OrganisationId = null);

public sealed record StaffCostRecorded(string PoleId, string PersonId) : Event(PoleId, PersonId);

/// <summary>Hourly costs of people: read and recorded by the treasurer and by the person's own organisation, by nobody else. Nothing is edited; a later row takes over.</summary>
public sealed class StaffCosts(Db db)
{
    public const decimal MostEuros = 1_000_000; // a year: beyond, it is a slip
    public const int LongestDocument = 200; // characters

    private const string Columns = "id, person_id, organisation_id, from_day, annual_cents, share_basis_points, fixed_basis_points, document";

    /// <summary>Records a cost of a person for an organisation that they have a mandate for.</summary>
    /// <exception cref="Refused">A field is missing or out of range; nobody employs the person in this pole.</exception>
    /// <exception cref="NotAllowed">Neither the treasurer nor of the person's organisation.</exception>
    public async Task Record(Actor actor, NewStaffCost cost)
    {
        var employer = await Employer(actor, cost.PersonId, cost.OrganisationId, cost.From) ?? throw new Refused("person", "packs.refused.no_employer");
        Refused.If(cost.AnnualEuros <= 0 || cost.AnnualEuros > MostEuros || decimal.Round(cost.AnnualEuros, 2) != cost.AnnualEuros, "annual", "packs.refused.annual");
        Refused.If(cost.Share <= 0 || cost.Share > 1 || decimal.Round(cost.Share, 4) != cost.Share, "share", "packs.refused.share");
        Refused.If(cost.FixedShare is { } f && (f <= 0 || f > 1 || decimal.Round(f, 4) != f), "fixed", "packs.refused.share");
        var document = cost.Document.Trim();
        Refused.If(document is "" or { Length: > LongestDocument }, "document", "packs.refused.document", LongestDocument);
        await db.Write(actor.PoleId, async tx =>
        {
            await tx.Execute("""
                insert into staff_costs (id, pole_id, person_id, organisation_id, from_day, annual_cents, share_basis_points, fixed_basis_points, document, recorded_at, recorded_by)
                values (@id, @PoleId, @PersonId, @employer, @From, @annual, @share, @fix, @document, @Now, @by)
                """, new
            {
                id = Ids.New(),
                actor.PoleId,
                cost.PersonId,
                employer,
                cost.From,
                annual = (long)(cost.AnnualEuros * 100),
                share = (long)(cost.Share * 10_000),
                fix = (long?)(cost.FixedShare * 10_000),
                document,
                tx.Now,
                by = actor.PersonId,
            });
            await tx.Announce(actor, new StaffCostRecorded(actor.PoleId, cost.PersonId));
        });
    }

    /// <summary>Every cost the reader may read, in the order they take over.</summary>
    /// <exception cref="NotAllowed">The reader speaks for no organisation of the pole, and is not its treasurer.</exception>
    public async Task<IReadOnlyList<StaffCost>> Readable(Actor actor)
    {
        if (!actor.May(Act.ReadStaffCosts) && (actor.OrganisationId is null || !actor.May(Act.ReadPole))) throw new NotAllowed();
        return await db.Read<StaffCost>($"""
            select {Columns} from staff_costs
            where pole_id = @PoleId and (@all = 1 or organisation_id = @OrganisationId or person_id = @PersonId)
            order by person_id, from_day, recorded_at, id
            """, new { actor.PoleId, actor.OrganisationId, actor.PersonId, all = actor.May(Act.ReadStaffCosts) ? 1L : 0L });
    }

    private sealed record Place(string? OrganisationId, DateOnly FromDay, DateOnly? ToDay);

    private async Task<string?> Employer(Actor actor, string personId, string? organisationId, DateOnly day)
    {
        var places = await db.Read<Place>("""
            select organisation_id, from_day, to_day from mandates where person_id = @personId and pole_id = @PoleId and organisation_id is not null order by from_day, id
            """, new { personId, actor.PoleId });
        if (places.Count == 0) throw new NotHere();
        if (organisationId is not null) places = [.. places.Where(p => p.OrganisationId == organisationId)];
        if (places.Count == 0) return null;
        var mine = places.Where(p => actor.May(Act.ReadStaffCosts) || (p.OrganisationId == actor.OrganisationId && actor.May(Act.ReadPole))).ToList();
        if (mine.Count == 0) throw new NotAllowed();
        return (mine.FirstOrDefault(p => p.FromDay <= day && !(p.ToDay < day)) ?? mine[0]).OrganisationId;
    }
}
