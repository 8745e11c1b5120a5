namespace Ptce.Workspace;

public sealed partial class Connector
{
    /// <param name="teamId">19:…, the id of its general channel.</param>
    /// <returns>What the team is called; null when Teams does not say.</returns>
    public async Task<string?> TeamName(ConversationAddress near, string teamId, CancellationToken stop) =>
        (await Asked<Named>(near, $"/v3/teams/{Id(teamId)}", stop))?.Name;

    /// <summary>The team's channels: id and name. Teams names the general one in nobody's language, that is not at all.</summary>
    public async Task<IReadOnlyList<Named>> Channels(ConversationAddress near, string teamId, CancellationToken stop) =>
        (await Asked<ChannelList>(near, $"/v3/teams/{Id(teamId)}/conversations", stop))?.Conversations ?? [];

    private async Task<T?> Asked<T>(ConversationAddress near, string path, CancellationToken stop) where T : WireObject
    {
        var (answer, body) = await calls.Make(new(HttpMethod.Get, near, path, PaceKind.Read, Repeatable: true), stop);
        return answer is ConnectorAnswer.Done ? Read<T>(body) : null;
    }

    private sealed record ChannelList(IReadOnlyList<Named>? Conversations = null) : WireObject;
}
