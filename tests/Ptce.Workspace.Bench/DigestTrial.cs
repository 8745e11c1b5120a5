using System.Globalization;

namespace Ptce.Workspace.Bench;

/// <summary>A digest of a million lines beside the aggregate that any digest must read.</summary>
/// <remarks>
/// The reference reads the same lines of the same store through the same reader: the period's validated ones, each with the rate in force on its day,
/// each rounded to the cent, added up by kind, giver, receiver and rate. That is what a digest's sums are made of. It writes nothing, hashes nothing,
/// and says nothing of the lines that are left out: what the product takes beyond it is for the copy that is frozen, its two indexes, its mark and its hash.
/// </remarks>
public sealed class DigestTrial : Trial
{
    private static readonly DateOnly From = new(2021, 1, 1), To = new(2025, 12, 31);

    public override string Name => "digest";

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        var lines = bench.Lines(1_000_000);
        await using var slices = await bench.Slices(Name);
        var ledger = new Ledger(slices);
        var pole = await ledger.Found("Pôle du million", 30, 300);
        await ledger.Write(pole, From, To, lines);
        var (db, digests) = (slices.GetRequiredService<Db>(), slices.GetRequiredService<Digests>());
        var aggregate = Aggregate(await slices.GetRequiredService<Rates>().Grid(pole.Id));

        var (ours, theirs) = await Interleaved(bench.Rounds, async round =>
        {
            await ledger.Write(pole, From, From, 1); // unchanged, it would be no new digest
            var id = await digests.Ask(pole, From, To);
            return await Seconds(() => digests.Compile(id));
        }, round => Seconds(() => db.Read<object>(aggregate, new { pole.Id, From, To })));
        yield return new("digest / one aggregate", ours / theirs, 1.5, AtMost: true, string.Create(CultureInfo.InvariantCulture, $"{lines:N0} lines: {ours:0.00} s, {theirs:0.00} s"));
    }

    /// <summary>Rates as the pole's grid has them, from day to day, so that the store need only look them up.</summary>
    private static string Aggregate(RateGrid grid)
    {
        var rates = new List<string>();
        foreach (var kind in Rates.Kinds)
        {
            RateInForce? before = null;
            for (var day = From; day <= To; day = day.AddDays(1))
            {
                var rate = grid.On(kind, day);
                if (rate is not null && rate.CentsPerHour == before?.CentsPerHour) continue;
                if (before is not null) rates[^1] = rates[^1].Replace("9999-12-31", day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                if (rate is not null) rates.Add(string.Create(CultureInfo.InvariantCulture, $"({rates.Count + 1}, '{kind}', '{day:yyyy-MM-dd}', '9999-12-31', {rate.CentsPerHour})"));
                before = rate;
            }
        }
        return $"""
            with rates (number, kind, first, last, cents) as (values {string.Join(", ", rates)})
            select c.kind, c.organisation_id, c.beneficiary_id, r.number, count(*) as lines, sum(c.minutes) as minutes,
                   sum(case when r.number is not null then (2 * c.minutes * r.cents + 60) / 120 else (2 * c.quantity_milli * c.unit_value_cents + 1000) / 2000 end) as cents
            from contributions c left join rates r on r.kind = c.kind and c.day between r.first and r.last
            where c.pole_id = @Id and c.day >= @From and c.day <= @To and c.state = 'validated'
            group by c.kind, c.organisation_id, c.beneficiary_id, r.number
            """;
    }
}
