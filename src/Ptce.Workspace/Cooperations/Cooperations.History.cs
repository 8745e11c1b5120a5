using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Some of what a cooperation is linked to. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record CooperationLinks(IReadOnlyList<CooperationLink> Links, string? Next);

/// <summary>Some of its changes, latest first. <paramref name="Next"/>: give it back as <c>after</c>; null on the last page.</summary>
public sealed record CooperationHistory(IReadOnlyList<CooperationChange> Changes, string? Next);

public sealed partial class Cooperations
{
    public const int LinksPerPage = 30, ChangesPerPage = 20;

    /// <summary>What it answers and what came of it: needs, offers and agreements first, then its lines, each in the order it was linked.</summary>
    public async Task<CooperationLinks> Links(Actor actor, string id, string? after = null, int most = LinksPerPage)
    {
        var cooperation = await One(actor, id);
        var found = await db.Read<CooperationLink>($"""
            select l.kind, l.subject_id from cooperation_links l
            where l.cooperation_id = @Id {(after is null ? "" : $"and ({Place("l")}) > (select {Place("x")} from cooperation_links x where x.cooperation_id = @Id and x.subject_id = @after)")}
            order by {Place("l")} limit @limit
            """, new { cooperation.Id, after, limit = most + 1 });
        var (rows, next) = Paged.Cut(found, most, r => r.SubjectId);
        return new(rows, next);
    }

    private static string Place(string link) => $"case when {link}.kind = 'line' then 1 else 0 end, {link}.linked_at, {link}.subject_id";

    /// <summary>Which of these are linked to it already.</summary>
    public async Task<IReadOnlySet<string>> Linked(Actor actor, string id, IReadOnlyCollection<string> subjectIds)
    {
        var cooperation = await One(actor, id);
        return subjectIds.Count == 0 ? new HashSet<string>()
            : (await db.Read<string>("select subject_id from cooperation_links where cooperation_id = @Id and subject_id in @ids", new { cooperation.Id, ids = subjectIds.ToArray() })).ToHashSet();
    }

    /// <summary>What was changed, latest first.</summary>
    public async Task<CooperationHistory> History(Actor actor, string id, string? after = null, int most = ChangesPerPage)
    {
        var cooperation = await One(actor, id);
        var rows = await db.Read<(string Id, DateTimeOffset At, string? Who, string Changes)>($"""
            select h.id, h.at, p.name as who, h.changes from cooperation_changes h left join people p on p.id = h.changed_by
            where h.cooperation_id = @Id {(after is null ? "" : "and h.id < @after")} order by h.id desc limit @limit
            """, new { cooperation.Id, after, limit = most + 1 });
        return new([.. rows.Take(most).Select(r => new CooperationChange(r.At, r.Who ?? "", JsonSerializer.Deserialize<List<CooperationEdit>>(r.Changes)!))], rows.Count > most ? rows[most - 1].Id : null);
    }
}
