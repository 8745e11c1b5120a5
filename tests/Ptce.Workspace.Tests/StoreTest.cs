using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Ptce.Workspace.Tests.EndOfRun))]

namespace Ptce.Workspace.Tests;

/// <summary>A test on an empty store with every slice on it, and a clock turned by hand. Written once, run on both stores.</summary>
/// <example><code>
/// public abstract class OffersTests(On on) : CastTest(on) { [Fact] … Get&lt;Offers&gt;().Publish(Cast.Amina, …) }
/// public sealed class OffersOnSqlite() : OffersTests(On.Sqlite);
/// public sealed class OffersOnPostgres() : OffersTests(On.Postgres);
/// </code></example>
public abstract class StoreTest(On on) : IAsyncLifetime
{
    private EmptyStore? _store;
    private ServiceProvider? _services;

    protected On On => on;
    protected Clock Clock { get; } = new();
    protected EmptyStore Store => _store!;
    protected Db Db => Get<Db>();

    /// <summary>A slice, as the program would make it.</summary>
    protected T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>What a test puts in the place of the outside world.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    public virtual async ValueTask InitializeAsync() => Open(await EmptyStore.Make(on));

    private protected void Open(EmptyStore store)
    {
        _store = store;
        _services = Slices(store, Clock, Replace);
    }

    /// <summary>Every slice of the program on this store.</summary>
    internal static ServiceProvider Slices(EmptyStore store, Clock clock, Action<IServiceCollection>? replace = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(store.Configuration).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSlices(configuration);
        services.AddSingleton<TimeProvider>(clock);
        replace?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same, with the <see cref="Cast"/> on it.</summary>
public abstract class CastTest(On on) : StoreTest(on)
{
    protected Cast Cast { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        var (store, cast) = await EmptyStore.MakeWithCast(On);
        Cast = cast;
        Open(store);
    }
}

public sealed class EndOfRun : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await EmptyStore.Forget();
}
