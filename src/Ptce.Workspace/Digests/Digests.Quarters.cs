namespace Ptce.Workspace;

public sealed partial class Digests
{
    /// <summary>Asks for the digest of the quarter that ended, in each pole with lines in it where nobody has asked for it. The clock's own act.</summary>
    public async Task AskForEndedQuarters()
    {
        foreach (var pole in await poles.All())
        {
            var (from, to) = QuarterBefore(Zones.Day(clock.GetUtcNow(), pole.Zone));
            await db.Write(pole.Id, async tx =>
            {
                var known = await tx.MaybeOne<string>("select id from digests where pole_id = @Id and from_day = @from and to_day = @to limit 1", new { pole.Id, from, to });
                if (known is null && await Contributions.CountForDigest(tx, pole.Id, from, to) > 0) await Ask(tx, pole.Id, null, from, to, byJob: true);
            });
        }
    }

    /// <summary>The last whole calendar quarter before that day.</summary>
    public static (DateOnly From, DateOnly To) QuarterBefore(DateOnly day)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
        return (first.AddMonths(-3), first.AddDays(-1));
    }
}
