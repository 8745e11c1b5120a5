using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>A test with the whole program and Teams around it. Written once, run on both stores.</summary>
public abstract class TeamsTest(On on) : IAsyncLifetime
{
    private protected TeamsStage _teams = null!;

    protected Cast Cast => _teams.Cast;

    /// <summary>What a test puts in the place of the program's own.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    public async ValueTask InitializeAsync() => _teams = await TeamsStage.Start(on, Replace);

    public async ValueTask DisposeAsync()
    {
        await _teams.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
