[assembly: AssemblyFixture(typeof(Ptce.Workspace.EndToEnd.Demonstrated))]
// The stories share one pole, and two cores: one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ptce.Workspace.EndToEnd;

/// <summary>The program with the demonstration told, started by the first story that needs it. A story that harms it starts its own.</summary>
public sealed class Demonstrated : IAsyncDisposable
{
    private readonly Dictionary<string, Playground> _playgrounds = [];
    private Running? _program;

    public Browsers Browsers { get; } = new();

    public async Task<Running> Program() => _program ??= await Running.Start();

    /// <summary>The Playground of one person. It stays to the end: what the pole has to tell them would find nobody otherwise.</summary>
    /// <param name="me">Alice, Bruno, …</param>
    public async Task<Playground> Playground(string me) =>
        _playgrounds.TryGetValue(me, out var standing) ? standing : _playgrounds[me] = await EndToEnd.Playground.Start(await Program(), me);

    public async ValueTask DisposeAsync()
    {
        foreach (var playground in _playgrounds.Values) await playground.DisposeAsync();
        await Browsers.DisposeAsync();
        if (_program is not null) await _program.DisposeAsync();
    }
}
