namespace Ptce.Workspace;

public sealed partial class Digests
{
    private const int Portion = 5_000; // lines per commit: others may write in between, and a page sees how far it is

    private static readonly string[] LineColumns =
    [
        "digest_id", "number", "contribution_id", "day", "person_id", "organisation_id", "beneficiary_id", "kind", "minutes", "quantity_milli", "unit",
        "unit_value_cents", "rate_number", "cents_per_hour", "value_cents", "debit", "credit", "reverses_id", "reason", "mark",
    ];

    private static readonly string[] RateColumns =
    [
        "digest_id", "number", "kind", "method", "base_cents", "coefficient_milli", "charge_basis_points", "cents_per_hour", "since_day",
        "level", "debit", "credit", "source", "adopted_by", "adopted_on", "minutes_reference",
    ];

    /// <summary>Somebody else compiles this digest: they began later, and they finish it.</summary>
    private sealed class Overtaken : Exception;

    /// <summary>Compiles a digest that was asked for. Twice does nothing the second time; after a crash it begins anew.</summary>
    /// <remarks>
    /// The ledger is read in one snapshot and written in portions that nobody sees; the last transaction makes them the digest, all at once.
    /// </remarks>
    /// <returns>The digest as it now stands; of an unchanged one, the version that says the same.</returns>
    public Task<Digest> Compile(string digestId, CancellationToken stop = default) => Compile(digestId, JobAccount.Unkept(), stop);

    private async Task<Digest> Compile(string digestId, JobAccount account, CancellationToken stop)
    {
        if (await Find(digestId) is { State: Digest.Asked } asked)
        {
            var run = Ids.New();
            try
            {
                if (await Begin(asked, run)) await Compile(asked, run, account, stop);
            }
            catch (Overtaken) { }
        }
        var digest = await Find(digestId) ?? throw new NotHere();
        return digest.SameAs is { } same ? (await Find(same))! : digest;
    }

    private Task<bool> Begin(Digest asked, string run) => db.Write(asked.PoleId, async tx =>
    {
        if (await tx.Execute("update digests set run = @run, done = 0 where id = @Id and state = 'asked'", new { run, asked.Id }) == 0) return false;
        await tx.Execute("delete from digest_lines where digest_id = @Id", new { asked.Id });
        return true;
    });

    private async Task Compile(Digest asked, string run, JobAccount account, CancellationToken stop)
    {
        db.Step("digest.begun");
        using var text = new CanonicalText();
        text.Begin(asked.PoleId, asked.FromDay, asked.ToDay);
        var tally = new Tally();
        var used = new UsedRates();
        await db.Snapshot(async reading =>
        {
            var grid = await Rates.Grid(reading, asked.PoleId);
            var late = await LatePeriods(reading, asked);
            var total = await Contributions.CountForDigest(reading, asked.PoleId, asked.FromDay, asked.ToDay);
            var portion = new List<DigestLine>(Portion);
            await foreach (var line in Ledger(reading, asked, late))
            {
                stop.ThrowIfCancellationRequested();
                var worth = await Worth(line, grid, asked.PoleId);
                if (line.Day < asked.FromDay && worth.Reason is not null) continue; // late, and still not countable
                var frozen = Freeze(tally.Lines + tally.Excluded + 1, line, worth, used.Number(worth.Rate));
                frozen = frozen with { Mark = text.Line(frozen) };
                tally.Add(frozen);
                portion.Add(frozen);
                if (portion.Count < Portion) continue;
                await Keep(asked, run, portion, tally, total);
                await account.Progress(tally.Lines + tally.Excluded, total);
                portion.Clear();
            }
            await Keep(asked, run, portion, tally, total);
            return total;
        });
        foreach (var rate in used.All) text.Rate(rate);
        foreach (var sum in tally.Totals) text.Sum(sum);
        var content = text.Total(tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded);
        var previous = await db.MaybeOne<string>(LastApproved, new { asked.PoleId });
        var hash = text.Previous(previous);
        db.Step("digest.sealing");
        await db.Write(asked.PoleId, tx => Seal(tx, asked, run, tally, used, content, previous, hash));
    }

    private const string LastApproved = "select hash from digests where pole_id = @PoleId and chain is not null order by chain desc limit 1";

    private sealed record Period(DateOnly FromDay, DateOnly ToDay);

    /// <summary>The approved periods before this one, without overlap: what was validated there since has found no digest yet.</summary>
    private static async Task<IReadOnlyList<Period>> LatePeriods(Tx tx, Digest asked)
    {
        var before = new List<Period>();
        foreach (var approved in await tx.Read<Period>("""
            select from_day, to_day from digests where pole_id = @PoleId and state = 'approved' and from_day < @FromDay order by from_day
            """, new { asked.PoleId, asked.FromDay }))
        {
            var to = approved.ToDay < asked.FromDay ? approved.ToDay : asked.FromDay.AddDays(-1);
            if (before.Count > 0 && approved.FromDay <= before[^1].ToDay) before[^1] = before[^1] with { ToDay = to > before[^1].ToDay ? to : before[^1].ToDay };
            else before.Add(new(approved.FromDay, to));
        }
        return before;
    }

    private static async IAsyncEnumerable<LedgerLine> Ledger(Tx tx, Digest asked, IReadOnlyList<Period> late)
    {
        foreach (var period in late)
            await foreach (var line in Contributions.LateForDigest(tx, asked.PoleId, period.FromDay, period.ToDay)) yield return line;
        await foreach (var line in Contributions.ForDigest(tx, asked.PoleId, asked.FromDay, asked.ToDay)) yield return line;
    }

    private async Task<Appraisal> Worth(LedgerLine line, RateGrid grid, string poleId)
    {
        if (line.State == "validated" && line.ReversesId is { } taken)
        {
            var original = await db.MaybeOne<Taken>("""
                select l.digest_id, l.number from digest_lines l join digests d on d.id = l.digest_id
                where d.pole_id = @poleId and d.state = 'approved' and l.contribution_id = @taken and l.reason is null
                """, new { poleId, taken });
            if (original is not null)
            {
                var frozen = await db.One<DigestLine>($"select {FrozenColumns} from digest_lines where digest_id = @DigestId and number = @Number", original);
                var rate = frozen.RateNumber is null ? null
                    : await db.One<DigestRate>($"select {RateReadings} from digest_rates where digest_id = @DigestId and number = @RateNumber", new { original.DigestId, frozen.RateNumber });
                if (frozen.Minutes == -line.Minutes && frozen.QuantityMilli == -line.QuantityMilli) return Appraisal.Reversing(frozen, rate);
            }
        }
        return Appraisal.Of(line, grid);
    }

    private sealed record Taken(string DigestId, long Number);

    private static DigestLine Freeze(long number, LedgerLine l, Appraisal worth, long? rate) => new(
        number, l.Id, l.Day, l.PersonId, l.OrganisationId, l.BeneficiaryId, l.Kind, l.Minutes, l.QuantityMilli, l.Unit,
        worth.UnitValueCents ?? l.UnitValueCents, rate, worth.CentsPerHour, worth.ValueCents, worth.Debit, worth.Credit, l.ReversesId, worth.Reason, "");

    private Task Keep(Digest asked, string run, List<DigestLine> portion, Tally tally, long total) => db.Write(asked.PoleId, async tx =>
    {
        var done = tally.Lines + tally.Excluded;
        if (await tx.Execute("update digests set done = @done, total = @total where id = @Id and run = @run and state = 'asked'",
            new { done, total = Math.Max(total, done), asked.Id, run }) == 0) throw new Overtaken();
        await tx.AddRows("digest_lines", LineColumns, portion.Select(l => (object?[])
        [
            asked.Id, l.Number, l.ContributionId, Iso(l.Day), l.PersonId, l.OrganisationId, l.BeneficiaryId, l.Kind, l.Minutes, l.QuantityMilli, l.Unit,
            l.UnitValueCents, l.RateNumber, l.CentsPerHour, l.ValueCents, l.Debit, l.Credit, l.ReversesId, l.Reason, l.Mark,
        ]));
    });

    private static async Task Seal(Tx tx, Digest asked, string run, Tally tally, UsedRates used, string content, string? previous, string hash)
    {
        var same = await tx.MaybeOne<string>("""
            select id from digests
            where pole_id = @PoleId and from_day = @FromDay and to_day = @ToDay and state in ('compiled', 'review', 'returned') and content_hash = @content
            """, new { asked.PoleId, asked.FromDay, asked.ToDay, content });
        if (same is not null)
        {
            await tx.Execute("delete from digest_lines where digest_id = @Id", new { asked.Id });
            await Become(tx, asked, run, "state = 'unchanged', same_as = @same", new { same });
            await tx.Announce(null, new DigestUnchanged(asked.PoleId, asked.Id, same));
            return;
        }
        await tx.AddRows("digest_rates", RateColumns, used.All.Select(r => (object?[])
        [
            asked.Id, r.Number, r.Kind, r.Method, r.BaseCents, r.CoefficientMilli, r.ChargeBasisPoints, r.CentsPerHour, Iso(r.SinceDay),
            r.Level, r.Debit, r.Credit, r.Source, r.AdoptedBy, Iso(r.AdoptedOn), r.MinutesReference,
        ]));
        await tx.AddRows("digest_totals", ["digest_id", "facet", "name", "lines", "minutes", "value_cents"],
            tally.Totals.Select(t => (object?[])[asked.Id, t.Facet, t.Name, t.Lines, t.Minutes, t.ValueCents]));
        await Become(tx, asked, run, """
            state = 'compiled', compiled_at = @Now, lines = @Lines, minutes = @Minutes, value_cents = @ValueCents, excluded = @Excluded,
            content_hash = @content, previous_hash = @previous, hash = @hash
            """, new { tx.Now, tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded, content, previous, hash });
        await tx.Execute("""
            update digests set state = 'superseded'
            where pole_id = @PoleId and from_day = @FromDay and to_day = @ToDay and id <> @Id and state in ('compiled', 'review', 'returned')
            """, new { asked.PoleId, asked.FromDay, asked.ToDay, asked.Id });
        await tx.Announce(null, new DigestCompiled(asked.PoleId, asked.Id, tally.Minutes, tally.ValueCents, tally.Lines));
    }

    private static async Task Become(Tx tx, Digest asked, string run, string what, object with)
    {
        var args = new Dapper.DynamicParameters(with);
        args.AddDynamicParams(new { asked.Id, run });
        if (await tx.Execute($"update digests set {what}, run = null where id = @Id and run = @run and state = 'asked'", args) == 0) throw new Overtaken();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The rates a digest used, numbered as they were first needed.</summary>
    private sealed class UsedRates
    {
        private readonly Dictionary<DigestRate, long> _numbers = [];

        public long? Number(DigestRate? rate)
        {
            if (rate is null) return null;
            var content = rate with { Number = 0 };
            if (!_numbers.TryGetValue(content, out var number)) _numbers[content] = number = _numbers.Count + 1;
            return number;
        }

        public IEnumerable<DigestRate> All => _numbers.OrderBy(r => r.Value).Select(r => r.Key with { Number = r.Value });
    }
}
