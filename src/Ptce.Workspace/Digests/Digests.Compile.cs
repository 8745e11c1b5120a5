using System.Text;

namespace Ptce.Workspace;

public sealed partial class Digests
{
    private const int Portion = 20_000; // lines per commit: others may write in between, and a page sees how far it is

    private static readonly string[] LineColumns = ["digest_id", .. FrozenLine.Columns, "mark"];

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
        text.Begin(CanonicalText.Version, asked.PoleId, asked.FromDay, asked.ToDay);
        var freezing = await db.Snapshot(async reading =>
        {
            var frozen = new Freezing(asked, await Rates.Grid(reading, asked.PoleId), text);
            var total = await Contributions.CountForDigest(reading, asked.PoleId, asked.FromDay, asked.ToDay);
            var (portion, next) = (new TextRecords(), new TextRecords());
            var keeping = Task.CompletedTask; // a portion is kept while the next is read
            try
            {
                await foreach (var line in Ledger(reading, asked))
                {
                    stop.ThrowIfCancellationRequested();
                    var taken = line.IsNull(LedgerLine.ReversesId) ? null : await Taken(Encoding.UTF8.GetString(line[LedgerLine.ReversesId]), asked.PoleId);
                    if (!frozen.Add(line, taken, portion) || frozen.Tally.All % Portion != 0) continue;
                    await keeping;
                    keeping = Keep(asked, run, portion, frozen.Tally.All, total, account);
                    (portion, next) = (next, portion);
                    portion.Clear();
                }
            }
            finally { await keeping; }
            await Keep(asked, run, portion, frozen.Tally.All, total, account);
            foreach (var period in await LatePeriods(reading, asked)) frozen.Evidence.AddRange(await LineEvidence.ForDigest(reading, asked.PoleId, period.FromDay, period.ToDay));
            frozen.Evidence.AddRange(await LineEvidence.ForDigest(reading, asked.PoleId, asked.FromDay, asked.ToDay));
            return frozen;
        });
        var (tally, used) = (freezing.Tally, freezing.Used);
        foreach (var (i, piece) in freezing.Evidence.Index()) text.Evidence(i + 1, piece);
        foreach (var rate in used.All) text.Rate(rate);
        foreach (var sum in tally.Totals) text.Sum(sum);
        var content = text.Total(tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded);
        var previous = await db.MaybeOne<Approved>(LastApproved, new { asked.PoleId });
        var hash = text.Previous(previous);
        db.Step("digest.sealing");
        await db.Write(asked.PoleId, tx => Seal(tx, asked, run, freezing, content, previous, hash));
    }

    private const string LastApproved = "select hash, seal from digests where pole_id = @PoleId and chain is not null order by chain desc limit 1";

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

    private static async IAsyncEnumerable<Cursor> Ledger(Tx tx, Digest asked)
    {
        foreach (var period in await LatePeriods(tx, asked))
        {
            await using var late = await Contributions.LateForDigest(tx, asked.PoleId, period.FromDay, period.ToDay);
            while (await late.Next()) yield return late;
        }
        await using var lines = await Contributions.ForDigest(tx, asked.PoleId, asked.FromDay, asked.ToDay);
        while (await lines.Next()) yield return lines;
    }

    private async Task Keep(Digest asked, string run, TextRecords portion, long done, long total, JobAccount account)
    {
        await db.Write(asked.PoleId, async tx =>
        {
            if (await tx.Execute("update digests set done = @done, total = @total where id = @Id and run = @run and state = 'asked'",
                new { done, total = Math.Max(total, done), asked.Id, run }) == 0) throw new Overtaken();
            await tx.AddText("digest_lines", LineColumns, portion.All, ofOneParent: true);
        });
        await account.Progress(done, total);
    }

    private static async Task Seal(Tx tx, Digest asked, string run, Freezing frozen, string content, Approved? previous, string hash)
    {
        var (tally, used) = (frozen.Tally, frozen.Used);
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
            asked.Id, r.Number, r.Kind, r.Method, r.BaseCents, r.CoefficientMilli, r.ChargeBasisPoints, r.CentsPerHour, r.SinceDay?.Iso(),
            r.Level, r.Debit, r.Credit, r.Source, r.AdoptedBy, r.AdoptedOn?.Iso(), r.MinutesReference,
        ]));
        await tx.AddRows("digest_evidence", ["digest_id", "number", "contribution_id", "piece_id", "sha256", "link"],
            frozen.Evidence.Select((p, i) => (object?[])[asked.Id, i + 1L, p.ContributionId, p.PieceId, p.Sha256, p.Link]));
        await tx.AddRows("digest_totals", ["digest_id", "facet", "name", "lines", "minutes", "value_cents"],
            tally.Totals.Select(t => (object?[])[asked.Id, t.Facet, t.Name, t.Lines, t.Minutes, t.ValueCents]));
        await Become(tx, asked, run, """
            state = 'compiled', compiled_at = @Now, lines = @Lines, minutes = @Minutes, value_cents = @ValueCents, excluded = @Excluded,
            content_hash = @content, previous_hash = @before, previous_seal = @seal, hash = @hash, text_version = @Version
            """, new { CanonicalText.Version, tx.Now, tally.Lines, tally.Minutes, tally.ValueCents, tally.Excluded, content, before = previous?.Hash, seal = previous?.Seal, hash });
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
}
