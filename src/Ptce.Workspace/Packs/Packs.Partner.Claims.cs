namespace Ptce.Workspace;

/// <summary>What the expenditure list of the partner report is made of: vouchers that were typed, staff by its sheets, what is in kind from the digest.</summary>
public sealed partial class Packs
{
    private async Task<IReadOnlyList<Claim>> Claims(Source s, IReadOnlyList<StaffCost> costs, IReadOnlyList<StaffMonth> months)
    {
        var vouchers = s.Actor.May(Act.SetPacks) ? s.Here + "/depenses" : null;
        return
        [
            .. StaffClaims(s, costs, months),
            .. (await expenditures.Paid(s.Actor, s.Digest.FromDay, s.Digest.ToDay)).Where(e => e.Category != Expenditures.Staff || s.Settings.StaffMethod == PackSettings.RealCosts)
                .Select(e => new Claim(e.Category, e.VoucherOn, e.PaidOn, e.Payee, e.Description, e.TotalCents, e.VatCents, e.EligibleCents, e.WorkPackage, vouchers)),
            .. s.Sums.Where(IsInKind).GroupBy(x => x.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Kind: g.Key, Sums: g.ToList(), Cents: g.Sum(x => x.ValueCents)))
                .Select(k => new Claim(Expenditures.InKind, s.Digest.ToDay, null, s.Actor.PoleName, $"{s.Say.Kind(k.Kind)}, {Amount(s.Say, k.Sums)}", k.Cents, null, k.Cents, "", s.Lines(new(Kind: k.Kind)))),
        ];
    }

    /// <summary>Staff as its method claims it; with real costs nothing is computed, payslips are typed.</summary>
    private static IEnumerable<Claim> StaffClaims(Source s, IReadOnlyList<StaffCost> costs, IReadOnlyList<StaffMonth> months)
    {
        Claim Of(DateOnly day, string payee, string what, long cents) => new(Expenditures.Staff, day, null, payee, what, cents, null, cents, "", $"{s.Here}/{PackNames.Staff}");
        string Whose(string person, string employer) => $"{s.Names.Person(person)}, {s.Names.Organisation(employer)}";
        return s.Settings.StaffMethod switch
        {
            PackSettings.FlatRate => [Of(s.Digest.ToDay, s.Settings.Partner, s.Say["packs.staff_method.flat20"], FlatCents(s.Settings))],
            PackSettings.FixedShare => FixedMonths(s, costs).Select(f => Of(LastDay(f.Month), Whose(f.Cost.PersonId, f.Cost.OrganisationId),
                s.Say["packs.partner.fixed_month", s.Say.Month(f.Month), s.Say.Number(f.Cost.FixedBasisPoints!.Value / 100m)], StaffMonth.OfFixedShare(f.Cost))),
            PackSettings.HourlyRate => months.Where(m => m.Cents is not null).Select(m => Of(LastDay(m.Month), Whose(m.PersonId, m.OrganisationId),
                s.Say["packs.partner.hourly_month", s.Say.Month(m.Month), s.Say.Duration(m.Kept), s.Say.Money(m.Cost!.CentsPerHour)], m.Cents!.Value)),
            _ => [],
        };
    }

    private static DateOnly LastDay(DateOnly month) => month.AddMonths(1).AddDays(-1);

    /// <summary>"12 h, 3 heures": what was given, in words.</summary>
    private static string Amount(Say say, IReadOnlyList<DigestSum> sums) =>
        string.Join(", ", new[] { Minutes(sums) is { } minutes ? say.Duration(minutes) : "", Quantities(say, sums) }.Where(x => x != ""));
}
