[assembly: AssemblyFixture(typeof(Ptce.Workspace.EndToEnd.Demonstrated))]
// The stories share one pole, and two cores: one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ptce.Workspace.EndToEnd;

/// <summary>The program with the demonstration told, started by the first story that needs it. A story that harms it starts its own.</summary>
public sealed class Demonstrated : IAsyncDisposable
{
    private Running? _program;

    public Browsers Browsers { get; } = new();

    public async Task<Running> Program() => _program ??= await Running.Start();

    public async ValueTask DisposeAsync()
    {
        await Browsers.DisposeAsync();
        if (_program is not null) await _program.DisposeAsync();
    }
}
