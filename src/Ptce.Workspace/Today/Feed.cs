using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>A slice's way to name its objects to a reader: "2 h · cotech · mercredi 18 novembre".</summary>
public interface INameSubjects
{
    /// <summary>Names by id, for those ids this slice knows and the actor may read; the others are simply absent.</summary>
    Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say);

    /// <summary>The page of one of its objects.</summary>
    string Page(Actor actor, string id);
}

/// <summary>One thing that happened, in the reader's words.</summary>
/// <param name="Seq">Its number in the pole, from 1, without gaps.</param>
/// <param name="Href">The page of what it happened to.</param>
public sealed record Happening(long Seq, DateTimeOffset At, string Words, string Href);

/// <summary>Fil d'activité: the pole's events as this reader may see them.</summary>
public sealed class Feed(Db db, IEnumerable<INameSubjects> namers)
{
    private sealed record Row(long Seq, DateTimeOffset At, string Name, string? Who, string SubjectId, string Body);

    /// <summary>What happened in the pole, newest first.</summary>
    /// <param name="before">Only events before this number; null from the newest.</param>
    /// <param name="most">How many events to look at; those about things the actor may not read are left out.</param>
    public async Task<IReadOnlyList<Happening>> Recent(Actor actor, Say say, long? before = null, int most = 30) =>
        await Told(actor, say, await db.Read<Row>("""
            select e.seq, e.at, e.name, p.name as who, e.subject_id, e.body
            from events e left join people p on p.id = e.actor_id
            where e.pole_id = @PoleId and e.seq < @before
            order by e.seq desc limit @most
            """, new { actor.PoleId, before = before ?? long.MaxValue, most }));

    /// <summary>The life of one object, oldest first.</summary>
    public async Task<IReadOnlyList<Happening>> Of(Actor actor, string subjectId, Say say) =>
        await Told(actor, say, await db.Read<Row>("""
            select e.seq, e.at, e.name, p.name as who, e.subject_id, e.body
            from events e left join people p on p.id = e.actor_id
            where e.subject_id = @subjectId and e.pole_id = @PoleId
            order by e.seq limit 200
            """, new { actor.PoleId, subjectId }));

    private async Task<IReadOnlyList<Happening>> Told(Actor actor, Say say, IReadOnlyList<Row> rows)
    {
        var ids = rows.Select(r => r.SubjectId).Distinct().ToList();
        var named = new Dictionary<string, (string Title, string Href)>();
        foreach (var namer in namers)
            foreach (var (id, title) in await namer.Titles(actor, ids, say))
                named[id] = (title, namer.Page(actor, id));

        return [.. rows.Where(r => named.ContainsKey(r.SubjectId)).Select(r =>
            new Happening(r.Seq, r.At, say[$"event.{r.Name}", r.Who ?? say["feed.nobody"], named[r.SubjectId].Title, Detail(r.Body, say)], named[r.SubjectId].Href))];
    }

    // {2} of an event's words: the one number or word that the event itself carries, where it carries one.
    private static string Detail(string body, Say say)
    {
        using var facts = JsonDocument.Parse(body);
        foreach (var fact in facts.RootElement.EnumerateObject())
        {
            if (fact.Name.EndsWith("Minutes", StringComparison.Ordinal)) return say.Duration(fact.Value.GetInt64());
            if (fact.Name is "Role" or "Circle") return say[$"{fact.Name.ToLowerInvariant()}.{fact.Value.GetString()}"];
            if (fact.Name == "Reason") return fact.Value.GetString() ?? "";
        }
        return "";
    }
}
