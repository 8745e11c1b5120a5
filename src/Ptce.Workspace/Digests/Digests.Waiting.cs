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

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/bilans/{id}";
}
