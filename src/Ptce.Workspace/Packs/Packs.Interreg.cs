using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Interreg: staff sheets and the ceiling of what is in kind.</summary>
public sealed partial class Packs
{
    /// <summary>Staff of partners, month by month. Pay is read by the treasurer and the employer alone: others get their own organisation's rows, or none.</summary>
    private async Task<Pack> Staff(Source s)
    {
        var t = s.Say;
        var costs = await staffCosts.Readable(s.Actor);
        IReadOnlyList<StaffMonth> months = s.Settings.StaffMethod is PackSettings.HourlyRate or PackSettings.RealCosts ? await StaffMonths(s, costs) : [];
        return new(PackNames.Staff, t["packs.interreg-temps.title"], s.Digest, s.Asked, [StaffTable(s, costs, months)],
            About(s.Settings))
        {
            Lede = t["packs.interreg-temps.lede", t["packs.staff_method." + s.Settings.StaffMethod]],
            Notes = [new(t["packs.interreg.rules"], [t["packs.interreg.rule_method"], t["packs.interreg.rule_cap"], t["packs.interreg.rule_manual"],
                .. NoCost(s, months)])],
        };
    }

    /// <summary>Who worked and has no cost recorded, in a sentence; none where everybody has.</summary>
    private static IEnumerable<string> NoCost(Source s, IReadOnlyList<StaffMonth> months)
    {
        var people = months.Where(m => m.Cost is null).Select(m => s.Names.Person(m.PersonId)).Distinct().ToList();
        if (people.Count > 0) yield return s.Say["packs.interreg.no_cost", string.Join(", ", people)];
    }

    /// <summary>"Interreg VI, Toits communs, Elips"; null while nobody has said.</summary>
    private static string? About(PackSettings settings) =>
        string.Join(", ", new[] { settings.Programme, settings.Project, settings.Partner }.Where(x => x != "")) is { Length: > 0 } about ? about : null;

    /// <summary>The staff sheet of the project's method.</summary>
    private static Table StaffTable(Source s, IReadOnlyList<StaffCost> costs, IReadOnlyList<StaffMonth> months) => s.Settings.StaffMethod switch
    {
        PackSettings.FlatRate => Flat(s),
        PackSettings.FixedShare => Fixed(s, costs),
        var method => Hourly(s, months, real: method == PackSettings.RealCosts),
    };

    private async Task<IReadOnlyList<StaffMonth>> StaffMonths(Source s, IReadOnlyList<StaffCost> costs)
    {
        var mine = (await digests.OwnDays(s.Digest, Kinds.TempsSalarie)).Where(d => s.Actor.May(Act.ReadStaffCosts) || d.OrganisationId == s.Actor.OrganisationId || d.PersonId == s.Actor.PersonId).ToList();
        var year = await contributions.StaffTime([.. mine.Select(d => d.PersonId).Distinct()], new(s.Digest.FromDay.Year, 1, 1), new(s.Digest.ToDay.Year, 12, 31));
        return [.. mine.GroupBy(d => (d.PersonId, d.OrganisationId, Month: new DateOnly(d.Day.Year, d.Day.Month, 1)))
            .OrderBy(g => s.Names.Person(g.Key.PersonId), StringComparer.Create(s.Say.Culture, ignoreCase: true)).ThenBy(g => g.Key.Month)
            .Select(g =>
            {
                var (person, organisation, month) = g.Key;
                var all = year.Where(y => y.PersonId == person && y.Month.StartsWith(month.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    && string.CompareOrdinal(y.Month, Month(month)) <= 0).ToList();
                return new StaffMonth(person, organisation, month, g.Sum(d => d.Minutes), all.Where(y => y.Month == Month(month) && y.PoleId != s.Actor.PoleId).Sum(y => y.Minutes),
                    all.Sum(y => y.Minutes), costs.LastOrDefault(c => c.PersonId == person && c.OrganisationId == organisation && c.FromDay <= month.AddMonths(1).AddDays(-1)));
            })];
    }

    private static Table Hourly(Source s, IReadOnlyList<StaffMonth> months, bool real) => new("personnel", s.Say["packs.interreg.staff"],
        [
            new(s.Say["packs.column.person"]), new(s.Say["packs.column.employer"]), new(s.Say["packs.column.month"]), new(s.Say["packs.column.annual"], Shape.Money),
            new(s.Say["packs.column.base"], Shape.Time), new(s.Say["packs.column.hourly"], Shape.Money), new(s.Say["packs.column.month_time"], Shape.Time, Summed: true),
            new(s.Say["packs.column.other_projects"], Shape.Time, Summed: true), new(s.Say["packs.column.year_time"], Shape.Time), new(s.Say["packs.column.kept_time"], Shape.Time, Summed: true),
            new(s.Say["packs.column.amount"], Shape.Money, Summed: true, ToFill: real),
        ],
        [new([.. months.Select(m => new TableRow(
            [
                s.Names.Person(m.PersonId), s.Names.Organisation(m.OrganisationId), s.Say.Month(m.Month), m.Cost?.AnnualCents, m.Cost?.YearMinutes, m.Cost?.CentsPerHour,
                m.Minutes, m.Others, m.YearMinutes, m.Cost is null ? null : m.Kept, real ? null : m.Cents,
            ],
            s.Lines(new(Kind: Kinds.TempsSalarie, Giver: m.OrganisationId, Person: m.PersonId, Day: Month(m.Month)))))], s.Say["packs.total"])],
        s.Say[real ? "packs.interreg.staff_real" : "packs.interreg.staff_lede"]);

    /// <summary>Each month of the period for whoever is assigned by a fixed share, at the cost that held on its first day.</summary>
    private static IEnumerable<(DateOnly Month, StaffCost Cost)> FixedMonths(Source s, IReadOnlyList<StaffCost> costs)
    {
        for (var month = new DateOnly(s.Digest.FromDay.Year, s.Digest.FromDay.Month, 1); month <= s.Digest.ToDay; month = month.AddMonths(1))
            foreach (var cost in costs.Where(c => c.FromDay <= month).GroupBy(c => (c.PersonId, c.OrganisationId)).Select(g => g.Last()).Where(c => c.FixedBasisPoints is not null))
                yield return (month, cost);
    }

    private static Table Fixed(Source s, IReadOnlyList<StaffCost> costs)
    {
        var rows = FixedMonths(s, costs).Select(f => new TableRow(
            [s.Names.Person(f.Cost.PersonId), s.Names.Organisation(f.Cost.OrganisationId), s.Say.Month(f.Month), f.Cost.AnnualCents, f.Cost.FixedBasisPoints / 100m, StaffMonth.OfFixedShare(f.Cost), f.Cost.Document]));
        return new("personnel", s.Say["packs.interreg.staff"],
            [
                new(s.Say["packs.column.person"]), new(s.Say["packs.column.employer"]), new(s.Say["packs.column.month"]), new(s.Say["packs.column.annual"], Shape.Money),
                new(s.Say["packs.column.fixed"], Shape.Percent), new(s.Say["packs.column.amount"], Shape.Money, Summed: true), new(s.Say["packs.column.document"]),
            ],
            [new([.. rows], s.Say["packs.total"])], s.Say["packs.interreg.staff_fixed"]);
    }

    /// <summary>20 % of the other direct costs, to the cent.</summary>
    private static long FlatCents(PackSettings settings) => (long)decimal.Round(settings.DirectCents / 5m, 0, MidpointRounding.AwayFromZero);

    private static Table Flat(Source s) => new("personnel", s.Say["packs.interreg.staff"],
        [new(s.Say["packs.column.label"]), new(s.Say["packs.column.direct"], Shape.Money), new("%", Shape.Percent), new(s.Say["packs.column.amount"], Shape.Money, Summed: true)],
        [new([new([s.Say["packs.staff_method.flat20"], s.Settings.DirectCents, 20m, FlatCents(s.Settings)])], s.Say["packs.total"])],
        s.Say["packs.interreg.staff_flat"]);

    /// <summary>Monthly sheets of one person: every day, project and other projects; what is left is filled in by hand; two signatures.</summary>
    private async Task<Pack> MonthlySheets(Source s)
    {
        var t = s.Say;
        var (id, people, days) = await DaysOfOne(s, Kinds.TempsSalarie);
        var elsewhere = (await contributions.StaffDays(id, s.Digest.FromDay, s.Digest.ToDay)).Where(d => d.PoleId != s.Actor.PoleId).ToList();
        Table Sheet(DateOnly month) => new(Month(month), t.Month(month),
            [
                new(t["packs.column.day"], Shape.Day), new(t["packs.column.project_time"], Shape.Time, Summed: true), new(t["packs.column.other_projects"], Shape.Time, Summed: true),
                new(t["packs.column.other_work"], Shape.Time, Summed: true, ToFill: true), new(t["packs.column.absence"], Shape.Time, Summed: true, ToFill: true),
            ],
            [new([.. Enumerable.Range(0, month.AddMonths(1).DayNumber - month.DayNumber).Select(month.AddDays).Select(day => new TableRow(
                [day, Some(days.Where(d => d.Day == day).Sum(d => d.Minutes)), Some(elsewhere.Where(d => d.Day == day).Sum(d => d.Minutes)), null, null],
                days.Any(d => d.Day == day) ? s.Lines(new(Kind: Kinds.TempsSalarie, Person: id, Day: day.Iso())) : null))], t["packs.total"])],
            OwnPart(t, days.Where(d => d.Day >= month && d.Day < month.AddMonths(1))))
        {
            Signatures = [t["packs.sign.person"], t["packs.sign.employer"]],
        };
        var months = days.Select(d => new DateOnly(d.Day.Year, d.Day.Month, 1)).Distinct().Order().ToList();
        return new(PackNames.StaffMonth, t["packs.interreg-feuille.title"], s.Digest, s.Asked with { PersonId = id }, [.. months.Select(Sheet)], s.Names.Person(id))
        {
            Choices = people,
            ChoiceName = "personne",
            Lede = t[months.Count == 0 ? "packs.interreg-feuille.none" : "packs.interreg-feuille.lede"],
        };
    }

    private static long? Some(long minutes) => minutes == 0 ? null : minutes;

    // Unpaid work and things; paid staff is a cost, sponsorship of skills and board time are normally not accepted.
    private static bool IsInKind(DigestSum sum) => sum.Kind == Kinds.BenevolatUsager || !sum.IsTime;

    private static Pack Ceiling(Source s)
    {
        var t = s.Say;
        var inKind = s.Sums.Where(IsInKind).GroupBy(x => x.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var test = new InKindCeiling(s.Settings.EligibleCents, inKind.Sum(g => g.Sum(x => x.ValueCents)), s.Settings.SupportCents);
        TableRow Reading(string name, long ceiling, bool holds) => new([t["packs.ceiling." + name], test.EligibleCents, test.InKindCents, ceiling, test.SupportCents, ceiling - test.SupportCents, t[holds ? "packs.ceiling.holds" : "packs.ceiling.exceeded"]]);
        return new(PackNames.Ceiling, t["packs.interreg-plafond.title"], s.Digest, s.Asked,
            [
                new("apports", t["packs.ceiling.in_kind"], [new(t["packs.column.kind"]), new(t["packs.column.lines"], Shape.Count, Summed: true), new(t["packs.column.time"], Shape.Time, Summed: true), new(t["packs.column.quantity"]), new(t["packs.column.value"], Shape.Money, Summed: true)],
                    [new([.. inKind.Select(g => new TableRow([t.Kind(g.Key), g.Sum(x => x.Lines), Minutes(g), Quantities(t, g), g.Sum(x => x.ValueCents)], s.Lines(new(Kind: g.Key))))], t["packs.total"])], t["packs.ceiling.in_kind_lede"]),
                new("plafond", t["packs.ceiling.test"],
                    [new(t["packs.column.reading"]), new(t["packs.column.eligible"], Shape.Money), new(t["packs.column.in_kind"], Shape.Money), new(t["packs.column.ceiling"], Shape.Money), new(t["packs.column.support"], Shape.Money), new(t["packs.column.margin"], Shape.Money), new(t["packs.column.verdict"])],
                    [new([Reading("usual", test.Usual, test.HoldsUsually), Reading("strict", test.Strict, test.HoldsStrictly)])], t["packs.ceiling.test_lede"]),
            ])
        {
            Lede = t["packs.interreg-plafond.lede"],
        };
    }
}
