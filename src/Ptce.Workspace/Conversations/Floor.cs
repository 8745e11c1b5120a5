namespace Ptce.Workspace;

/// <summary>Whoever speaks has the floor: in one conversation one turn follows the other, on this node. Between nodes the store decides, <see cref="Transcript.Stands"/>.</summary>
internal sealed class Floor
{
    private const int Rooms = 64; // conversations that share one wait for each other, which a turn's milliseconds allow

    private readonly SemaphoreSlim[] rooms = [.. Enumerable.Range(0, Rooms).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the floor, and gives it back when disposed.</summary>
    public async Task<IDisposable> Take(string conversation)
    {
        var room = rooms[(uint)conversation.GetHashCode(StringComparison.Ordinal) % Rooms];
        await room.WaitAsync();
        return new Taken(room);
    }

    private sealed class Taken(SemaphoreSlim room) : IDisposable
    {
        public void Dispose() => room.Release();
    }
}
