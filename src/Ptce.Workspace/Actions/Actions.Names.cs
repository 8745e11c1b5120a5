namespace Ptce.Workspace;

public sealed partial class Actions : INameSubjects
{
    private sealed record Named(string Id, string What);

    /// <summary>What those ids say that are actions of the pole.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (!actor.May(Act.ReadPole) || ids.Count == 0) return new Dictionary<string, string>();
        var wanted = ids.ToArray();
        return (await db.Read<Named>("select id, what from actions where pole_id = @PoleId and id in @wanted", new { actor.PoleId, wanted })).ToDictionary(a => a.Id, a => say["actions.named", a.What]);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/actions/{id}";
}
