namespace Ptce.Workspace;

/// <summary>Dépense of the partner report: what was paid, and how much of it is eligible.</summary>
/// <param name="Category">One of <see cref="Expenditures.Categories"/>.</param>
/// <param name="VoucherOn">Date pièce.</param>
/// <param name="PaidOn">Date paiement: it decides the period.</param>
/// <param name="TotalCents">With VAT.</param>
public sealed record Expenditure(
    string Id, string Category, DateOnly VoucherOn, DateOnly PaidOn, string Payee, string Description, long TotalCents, long VatCents, long EligibleCents, string WorkPackage);

/// <summary>An expenditure as it is typed, in euros.</summary>
public sealed record NewExpenditure(
    string Category, DateOnly VoucherOn, DateOnly PaidOn, string Payee, string Description, decimal Total, decimal Vat, decimal Eligible, string WorkPackage);

public sealed record ExpenditureRecorded(string PoleId, string ExpenditureId) : Event(PoleId, PoleId);

public sealed record ExpenditureStruck(string PoleId, string ExpenditureId) : Event(PoleId, PoleId);

/// <summary>Expenditures that no line of the ledger holds. Nothing is edited: what was wrong is struck out and written anew.</summary>
public sealed partial class Expenditures(Db db, TimeProvider clock)
{
    public const string Staff = "staff", InKind = "in_kind";
    public const int LongestText = 200; // characters
    private const string Columns = "id, category, voucher_on, paid_on, payee, description, total_cents, vat_cents, eligible_cents, work_package";

    /// <summary>Those that are typed; what is in kind comes from the ledger.</summary>
    public static readonly IReadOnlyList<string> Categories = [Staff, "office", "travel", "external", "equipment", "works"];

    /// <summary>Records a payment.</summary>
    /// <exception cref="Refused">A field is missing or out of range; more is eligible than was paid; staff is declared by its sheets already.</exception>
    public Task<string> Record(Actor actor, NewExpenditure one)
    {
        actor.Must(Act.SetPacks);
        var ready = Check(one, actor.Today(clock));
        return db.Write(actor.PoleId, async tx =>
        {
            Refused.If(ready.Category == Staff && !await StaffIsTyped(tx, actor.PoleId), "category", "packs.refused.staff_from_sheets");
            return await Insert(tx, actor, ready);
        });
    }

    /// <summary>A checked expenditure in the units of the store; its id is given when it is written.</summary>
    private static Expenditure Check(NewExpenditure one, DateOnly today)
    {
        Refused.If(!Categories.Contains(one.Category), "category", "packs.refused.category", one.Category, string.Join(", ", Categories));
        Refused.If(one.PaidOn > today, "paid", "contributions.day_to_come");
        Refused.If(one.VoucherOn > one.PaidOn.AddYears(1) || one.VoucherOn < one.PaidOn.AddYears(-5), "voucher", "packs.refused.voucher");
        var (total, vat, eligible) = (Cents("total", one.Total), Cents("vat", one.Vat), Cents("eligible", one.Eligible));
        Refused.If(total == 0, "total", "packs.refused.amount");
        Refused.If(vat > total, "vat", "packs.refused.above_total");
        Refused.If(eligible > total, "eligible", "packs.refused.above_total");
        return new("", one.Category, one.VoucherOn, one.PaidOn, Text("payee", one.Payee), Text("description", one.Description), total, vat, eligible, Text("wp", one.WorkPackage));
    }

    /// <summary>Whether staff is read off payslips; with every other method it comes from the sheets.</summary>
    private static async Task<bool> StaffIsTyped(Tx tx, string poleId) =>
        (await tx.MaybeOne<string>("select staff_method from pack_settings where pole_id = @poleId", new { poleId }) ?? new PackSettings().StaffMethod) == PackSettings.RealCosts;

    private static async Task<string> Insert(Tx tx, Actor actor, Expenditure one)
    {
        var id = Ids.New();
        await tx.Execute("""
            insert into expenditures (id, pole_id, category, voucher_on, paid_on, payee, description, total_cents, vat_cents, eligible_cents, work_package, recorded_at, recorded_by)
            values (@id, @PoleId, @Category, @VoucherOn, @PaidOn, @Payee, @Description, @TotalCents, @VatCents, @EligibleCents, @WorkPackage, @Now, @PersonId)
            """, new
        {
            id,
            actor.PoleId,
            one.Category,
            one.VoucherOn,
            one.PaidOn,
            one.Payee,
            one.Description,
            one.TotalCents,
            one.VatCents,
            one.EligibleCents,
            one.WorkPackage,
            tx.Now,
            actor.PersonId,
        });
        await tx.Announce(actor, new ExpenditureRecorded(actor.PoleId, id));
        return id;
    }

    /// <summary>Strikes one out: it counts in no report any more, and stays on record. Twice is once.</summary>
    public Task Strike(Actor actor, string id)
    {
        actor.Must(Act.SetPacks);
        return db.Write(actor.PoleId, async tx =>
        {
            if (await tx.MaybeOne<string>("select id from expenditures where id = @id and pole_id = @PoleId", new { id, actor.PoleId }) is null) throw new NotHere();
            if (await tx.Execute("update expenditures set struck_at = @Now, struck_by = @PersonId where id = @id and struck_at is null", new { id, tx.Now, actor.PersonId }) == 1)
                await tx.Announce(actor, new ExpenditureStruck(actor.PoleId, id));
        });
    }

    /// <summary>What was paid in a period and stands, in the order of payment.</summary>
    public Task<IReadOnlyList<Expenditure>> Paid(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Expenditure>($"""
            select {Columns}
            from expenditures where pole_id = @PoleId and struck_at is null and paid_on between @from and @to order by paid_on, id
            """, new { actor.PoleId, from, to });
    }

    private static long Cents(string field, decimal euros)
    {
        Refused.If(euros < 0 || euros > Packs.MostCents / 100m || decimal.Round(euros, 2) != euros, field, "packs.refused.amount");
        return (long)(euros * 100);
    }

    private static string Text(string field, string? text)
    {
        text = text?.Trim() ?? "";
        Refused.If(text is "" or { Length: > LongestText }, field, "packs.refused.text", LongestText);
        return text;
    }
}
