namespace Ptce.Workspace;

public sealed partial class Decisions : INameSubjects
{
    private const int LongestTitle = 80; // characters

    private sealed record Named(string Id, string Body);

    /// <summary>The first words of those ids that are decisions of the pole.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (!actor.May(Act.ReadPole) || ids.Count == 0) return new Dictionary<string, string>();
        var wanted = ids.ToArray();
        return (await db.Read<Named>("select id, body from decisions where pole_id = @PoleId and id in @wanted", new { actor.PoleId, wanted }))
            .ToDictionary(d => d.Id, d => say["decisions.named", d.Body.Within(LongestTitle)]);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/decisions/{id}";
}
