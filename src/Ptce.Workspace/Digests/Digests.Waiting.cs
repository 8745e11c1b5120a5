namespace Ptce.Workspace;

public sealed partial class Digests : INameSubjects
{
    /// <summary>The digests under review that wait for the actor's vote, oldest period first.</summary>
    public async Task<IReadOnlyList<Digest>> WaitingForMe(Actor actor)
    {
        if (!actor.May(Act.ApproveDigest)) return [];
        return await db.Read<Digest>($"""
            select {Columns} from digests d
            where d.pole_id = @PoleId and d.state = 'review'
              and exists (select 1 from digest_electors e where e.digest_id = d.id and e.round = d.round and e.person_id = @PersonId)
              and not exists (
                select 1 from digest_votes v
                where v.digest_id = d.id and v.round = d.round and v.person_id = @PersonId and v.answer = 'approved' and v.hash = d.hash)
            order by d.to_day, d.id
            """, new { actor.PoleId, actor.PersonId });
    }

    /// <summary>The digests approved in a run of days, oldest first.</summary>
    public Task<IReadOnlyList<Digest>> ApprovedBetween(Actor actor, DateOnly from, DateOnly to)
    {
        actor.Must(Act.ReadDigests);
        var zone = WallClock.Zone(actor.Zone);
        return db.Read<Digest>($"select {Columns} from digests d where d.pole_id = @PoleId and d.state = 'approved' and d.approved_at >= @first and d.approved_at < @past order by d.approved_at, d.id",
            new { actor.PoleId, first = WallClock.Midnight(zone, from), past = WallClock.Midnight(zone, to.AddDays(1)) });
    }

    public string Page(Actor actor, string id) => PageOf(actor, id);
}
