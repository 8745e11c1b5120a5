namespace Ptce.Workspace;

public sealed partial class Digests
{
    private sealed record Due(string Id, string State, string? AskedBy);

    /// <summary>Compiles the digest of the period that ended, by each pole's rhythm, where there are lines in it and nobody has asked for it. The clock's own act.</summary>
    /// <remarks>A pole that fails holds up no other; run again, it takes up what it left.</remarks>
    /// <exception cref="Refused">Some poles failed; the account says which, and why.</exception>
    public async Task CompileEndedPeriods(JobAccount account, CancellationToken stop)
    {
        var (compiled, failed) = (0L, 0L);
        var all = await poles.All();
        for (var i = 0; i < all.Count; i++)
        {
            var pole = all[i];
            await account.Progress(i, all.Count);
            if (await Ended(pole.Id, await Rhythm(pole.Id), Zones.Day(clock.GetUtcNow(), pole.Zone)) is not { } period) continue;
            try
            {
                if (await AskForEnded(pole, period) is not { } id) continue;
                await CompileAndTell(id, pole.Id, JobAccount.Unkept(), account, stop);
                compiled++;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                failed++;
                account.DidFor(pole.Id, "jobs.did.digest_failed", JobSaying.Period(period.From, period.To), JobSaying.Of(e).In(new Say(pole.Language)));
            }
        }
        await account.Progress(all.Count, all.Count);
        account.Did("jobs.did.digests", compiled, all.Count);
        Refused.If(failed > 0, "", "jobs.error.some_poles", failed);
    }

    /// <summary>Compiles a digest that was asked for, and says what came of it.</summary>
    public async Task CompileOnDemand(string digestId, JobAccount account, CancellationToken stop) =>
        await CompileAndTell(digestId, (await Find(digestId))?.PoleId, account, account, stop);

    private async Task CompileAndTell(string id, string? poleId, JobAccount progress, JobAccount account, CancellationToken stop)
    {
        var digest = await Compile(id, progress, stop);
        account.DidFor(poleId, "jobs.did.digest", JobSaying.Period(digest.FromDay, digest.ToDay), digest.Lines, digest.Excluded);
    }

    /// <returns>The digest to compile: a new one, or the one a run that died had asked for. Null where there is nothing to do.</returns>
    private Task<string?> AskForEnded(Pole pole, DigestPeriod period) => db.Write(pole.Id, async tx =>
    {
        var known = await tx.MaybeOne<Due>("""
            select id, state, asked_by from digests where pole_id = @Id and from_day = @From and to_day = @To order by version desc limit 1
            """, new { pole.Id, period.From, period.To });
        if (known is not null) return known is { State: Digest.Asked, AskedBy: null } ? known.Id : null;
        return await Contributions.CountForDigest(tx, pole.Id, period.From, period.To) > 0 ? await Ask(tx, pole.Id, null, Zones.Day(tx.Now, pole.Zone), period.From, period.To, byJob: false) : null;
    });
}
