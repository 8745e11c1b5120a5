namespace Ptce.Workspace;

/// <summary>A row of an expenditures file, as written: <c>category;voucher_date;payment_date;payee;description;total_eur;vat_eur;eligible_eur;work_package</c>.</summary>
/// <param name="Line">Line number in the file, for the person who corrects it.</param>
/// <param name="Wrong">Why the row cannot be taken, whatever it says.</param>
public sealed record ExpenditureRow(
    int Line, string Category, string VoucherOn, string PaidOn, string Payee, string Description, string Total, string Vat, string Eligible, string WorkPackage, Refused? Wrong = null)
{
    public static readonly string[] Columns = ["category", "voucher_date", "payment_date", "payee", "description", "total_eur", "vat_eur", "eligible_eur", "work_package"];

    public static IReadOnlyList<ExpenditureRow> Read(string text) =>
    [
        .. CsvFile.Each(text, Columns).Select(r => new ExpenditureRow(r.Line, r["category"], r["voucher_date"], r["payment_date"], r["payee"], r["description"],
            r["total_eur"], r["vat_eur"], r["eligible_eur"], r["work_package"], r.Wrong)),
    ];
}

public sealed partial class Expenditures
{
    public const int MostFileCharacters = 1_000_000;

    /// <summary>What an import did.</summary>
    /// <param name="Known">Rows that stood already.</param>
    public sealed record Imported(int Recorded, long EligibleCents, int Known)
    {
        public string In(Say t) => t.Many("packs.expenditures_imported", Recorded, t.Money(EligibleCents), Known);
    }

    /// <summary>Takes a file of payments whole, or not at all; the same rows twice are the same payments.</summary>
    /// <exception cref="BadFile">Rows that cannot be taken, each with its line.</exception>
    public async Task<Imported> Import(Actor actor, IReadOnlyList<ExpenditureRow> rows)
    {
        actor.Must(Act.SetPacks);
        var (good, bad) = (new List<(int Line, Expenditure One)>(), new List<BadRow>());
        foreach (var row in rows)
        {
            try { good.Add((row.Line, Read(row, actor.Today(clock)))); }
            catch (Refused e) { bad.Add(new(row.Line, e)); }
        }
        return await db.Write(actor.PoleId, async tx =>
        {
            if (!await StaffIsTyped(tx, actor.PoleId))
                bad.AddRange(good.Where(g => g.One.Category == Staff).Select(g => new BadRow(g.Line, new("category", "packs.refused.staff_from_sheets"))));
            if (bad.Count > 0) throw new BadFile([.. bad.OrderBy(b => b.Line)]);

            // Two vouchers may say the same: as often as the file says it, it stands.
            var standing = (await tx.Read<Expenditure>($"select {Columns} from expenditures where pole_id = @PoleId and struck_at is null", new { actor.PoleId }))
                .GroupBy(e => e with { Id = "" }).ToDictionary(g => g.Key, g => g.Count());
            var news = new List<Expenditure>();
            foreach (var (_, one) in good)
                if (standing.GetValueOrDefault(one) is > 0 and var left) standing[one] = left - 1;
                else news.Add(one);
            foreach (var one in news) await Insert(tx, actor, one);
            return new Imported(news.Count, news.Sum(n => n.EligibleCents), good.Count - news.Count);
        });
    }

    private static Expenditure Read(ExpenditureRow row, DateOnly today)
    {
        if (row.Wrong is { } wrong) throw wrong;
        return Check(new(CategoryOf(row.Category), Field.Day(row.VoucherOn, "voucher"), Field.Day(row.PaidOn, "paid"), row.Payee, row.Description,
            Field.Number(row.Total, "total"), Field.NumberIfAny(row.Vat, "vat") ?? 0, Field.Number(row.Eligible, "eligible"), row.WorkPackage), today);
    }

    /// <summary>The code of what a file says, a code or its words in one of the languages; what was written where it is neither.</summary>
    private static string CategoryOf(string text) => Categories.FirstOrDefault(c =>
        SameName.Comparer.Equals(c, text) || Words.Languages.Any(l => SameName.Comparer.Equals(Words.Say(l, "packs.category." + c), text))) ?? text;
}
