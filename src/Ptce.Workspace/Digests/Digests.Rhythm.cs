namespace Ptce.Workspace;

public sealed record DigestRhythmSet(string PoleId, string Rhythm) : Event(PoleId, PoleId);

public sealed partial class Digests
{
    /// <summary>How often the clock asks for a digest. "cycle" runs from one workshop to the eve of the next, "never" leaves it to people.</summary>
    public static readonly IReadOnlyList<string> Rhythms = ["quarter", "month", "cycle", "year", "never"];

    public const string UsualRhythm = "quarter";

    public async Task<string> Rhythm(Actor actor)
    {
        actor.Must(Act.ReadDigests);
        return await Rhythm(actor.PoleId);
    }

    private async Task<string> Rhythm(string poleId) =>
        await db.MaybeOne<string>("select rhythm from digest_settings where pole_id = @poleId", new { poleId }) ?? UsualRhythm;

    /// <summary>Sets how often digests are asked for by the clock, from the next night on.</summary>
    /// <exception cref="Refused">«rhythm» is none of <see cref="Rhythms"/>.</exception>
    public Task SetRhythm(Actor actor, string rhythm)
    {
        actor.Must(Act.OpenReview);
        Refused.If(!Rhythms.Contains(rhythm), "rhythm", "digests.unknown_rhythm", string.Join(", ", Rhythms));
        return db.Write(actor.PoleId, async tx =>
        {
            var changed = await tx.Execute("""
                insert into digest_settings (pole_id, quorum_percent, rhythm) values (@PoleId, @UsualQuorumPercent, @rhythm)
                on conflict (pole_id) do update set rhythm = excluded.rhythm where digest_settings.rhythm <> excluded.rhythm
                """, new { actor.PoleId, UsualQuorumPercent, rhythm });
            if (changed == 1) await tx.Announce(actor, new DigestRhythmSet(actor.PoleId, rhythm));
        });
    }

    /// <summary>The last whole period of a rhythm before that day; null where there is none.</summary>
    private async Task<DigestPeriod?> Ended(string poleId, string rhythm, DateOnly today) => rhythm == "cycle"
        ? DigestPeriod.Cycle(await workshops.LastWorkshopDays(poleId, today))
        : DigestPeriod.Ended(rhythm, today);

    /// <summary>What a treasurer usually wants, the last quarter first; the last workshop cycle where workshops were held.</summary>
    public async Task<IReadOnlyList<DigestPeriod>> Usual(Actor actor)
    {
        actor.Must(Act.ReadDigests);
        var today = actor.Today(clock);
        var cycle = DigestPeriod.Cycle(await workshops.LastWorkshopDays(actor.PoleId, today));
        return cycle is null ? DigestPeriod.Usual(today) : [.. DigestPeriod.Usual(today), cycle];
    }
}
