namespace Ptce.Workspace;

/// <summary>What a proposed rate would have made of the last digest that counts its kind of time.</summary>
/// <param name="BeforeCents">As frozen.</param>
/// <param name="AfterCents">With the proposal in force all through the period.</param>
/// <param name="AllBeforeCents">The whole digest, every kind.</param>
public sealed record RateEffect(Digest Digest, string Kind, long Lines, long Minutes, long BeforeCents, long AfterCents, long AllBeforeCents)
{
    public long AllAfterCents => AllBeforeCents - BeforeCents + AfterCents;
}

public sealed partial class Digests
{
    /// <summary>Shows, before anybody adopts it, what a decision would change. Writes nothing.</summary>
    /// <returns>Null when no compiled digest counts this kind of time yet.</returns>
    /// <exception cref="Refused">The decision itself would be refused.</exception>
    public async Task<RateEffect?> Effect(Actor actor, Rates rates, RateDecision decision)
    {
        var last = await Last(actor, decision.Kind);
        var grid = await rates.Proposed(actor, last is null || decision.From < last.FromDay ? decision : decision with { From = last.FromDay });
        if (last is null) return null;

        long lines = 0, minutes = 0, before = 0, after = 0;
        await db.Snapshot(async tx =>
        {
            await foreach (var line in tx.Stream<DigestLine>($"select {FrozenColumns} from digest_lines where digest_id = @Id and kind = @Kind and reason is null order by number", new { last.Id, decision.Kind }))
            {
                lines++;
                minutes += line.Minutes;
                before += line.ValueCents;
                // A line that takes another back gives back the cents it took, whatever is adopted since.
                if (line.ReversesId is not null) after += line.ValueCents;
                else if (grid.On(line.Kind, line.Day) is { } rate) after += Valuation.OfTime(line.Minutes, rate.CentsPerHour);
            }
            return lines;
        });
        return new(last, decision.Kind, lines, minutes, before, after, last.ValueCents);
    }

    private Task<Digest?> Last(Actor actor, string kind) => db.MaybeOne<Digest>($"""
        select {Columns} from digests d
        where d.pole_id = @PoleId and d.state in ('compiled', 'review', 'returned', 'approved')
          and exists (select 1 from digest_totals t where t.digest_id = d.id and t.facet = 'kind' and t.name = @kind)
        order by d.to_day desc, d.from_day, d.version desc limit 1
        """, new { actor.PoleId, kind });
}
