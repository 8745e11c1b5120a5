namespace Ptce.Workspace;

/// <summary>A digest in review: told to its electors when the review opens, and again while their word is missing.</summary>
public sealed class DigestNotices(Db db, Digests digests, Notices notices, TimeProvider clock) : IWriteNotices
{
    public const string TheTopic = "digest_to_approve";
    private static readonly int[] AgainDays = [3, 7, 14];

    public string Topic => TheTopic;

    /// <summary>Each morning: 3, 7 and 14 days after the review opened.</summary>
    public async Task Chase(JobAccount? account = null)
    {
        foreach (var (id, poleId, zone, round, opened) in await db.Read<(string Id, string PoleId, string Zone, long Round, DateTimeOffset Opened)>("""
            select d.id, d.pole_id, p.zone, d.round, d.review_opened_at from digests d join poles p on p.id = d.pole_id where d.state = 'review' order by d.id
            """))
        {
            var days = Zones.Day(clock.GetUtcNow(), zone).DayNumber - Zones.Day(opened, zone).DayNumber;
            if (AgainDays.Contains(days)) account?.DidFor(poleId, "jobs.did.told", await db.Write(poleId, tx => Tell(tx, notices, poleId, id, round, $"{id}/{round}/{days}")));
        }
    }

    /// <summary>Owes it to the electors whose approval of this round is missing.</summary>
    /// <returns>How many.</returns>
    internal static async Task<long> Tell(Tx tx, Notices notices, string poleId, string id, long round, string dedupe)
    {
        var people = await tx.Read<string>("""
            select distinct e.person_id from digest_electors e
            where e.digest_id = @id and e.round = @round
              and not exists (select 1 from digest_votes v where v.digest_id = e.digest_id and v.round = e.round and v.person_id = e.person_id)
            order by e.person_id
            """, new { id, round });
        var told = 0L;
        foreach (var person in people)
            if (await notices.Owe(tx, person, TheTopic, id, poleId, dedupe)) told++;
        return told;
    }

    public async Task<Notice?> Write(Delivery owed, Actor reader)
    {
        if ((await digests.WaitingForMe(reader)).FirstOrDefault(d => d.Id == owed.SubjectId) is not { } digest) return null;
        var say = new Say(reader.Language);
        var period = say.Period(digest.FromDay, digest.ToDay);
        return new(say["digests.mail.subject", period], [say["digests.mail.text", period]], digests.Page(reader, digest.Id))
        {
            Facts = [new(say["digests.mail.lines"], say.Number(digest.Lines)), new(say["digests.mail.hours"], say.Duration(digest.Minutes))],
            Choices = [new(say["digests.mail.act"], Path: digests.Page(reader, digest.Id), Primary: true)],
            Card = DigestCard.Of(digest, await digests.MayVote(reader, digest), say, digests.Page(reader, digest.Id)),
        };
    }
}
