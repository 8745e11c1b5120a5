namespace Ptce.Workspace;

public sealed partial class Workshops : INameSubjects
{
    private sealed record Named(string Id, string Name);

    /// <summary>Titles of those ids that are meetings or series of the pole: "Atelier du pôle du 12 mars 2026".</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (!actor.May(Act.ReadPole) || ids.Count == 0) return new Dictionary<string, string>();
        var wanted = ids.ToArray();
        var meetings = await Occurrences(db.Read<Occurrence>, "o.pole_id = @PoleId and o.id in @wanted", new { actor.PoleId, wanted });
        var series = await db.Read<Named>("select id, name from meeting_series where pole_id = @PoleId and id in @wanted", new { actor.PoleId, wanted });
        return meetings.Select(m => (m.Id, Title: m.Title(say))).Concat(series.Select(s => (s.Id, Title: s.Name))).ToDictionary(t => t.Id, t => t.Title);
    }

    /// <summary>The page of a meeting; that of a series is found from there.</summary>
    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/ateliers/{id}";
}
