namespace Ptce.Workspace.Bench;

/// <summary>What the measures share: where they may write, and what was asked for on the command line.</summary>
public sealed class Workbench : IDisposable
{
    private readonly IConfiguration _asked;

    public Workbench(IConfiguration asked)
    {
        _asked = asked;
        Folder = Directory.CreateDirectory(Path.Combine(asked["folder"] ?? Path.GetTempPath(), $"ptce-bench-{Environment.ProcessId}")).FullName;
    }

    /// <summary>On the disk that is measured; gone at the end.</summary>
    public string Folder { get; }

    /// <summary>Folder of the bot we are compared with, where there is one.</summary>
    public string? Peer => _asked["peer"];

    public int Rounds => _asked.GetValue("rounds", 3);

    public int Lines(int usual) => _asked.GetValue("lines", usual);

    /// <summary>The slices on an empty, migrated store of their own.</summary>
    public async Task<ServiceProvider> Slices(string name)
    {
        var configuration = Settings(name);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSlices(configuration);
        var slices = services.BuildServiceProvider();
        await Migrations.Apply(slices.GetRequiredService<Db>(), TimeProvider.System);
        return slices;
    }

    public IConfiguration Settings(string name) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = FolderOf(name) }).Build();

    public string FolderOf(string name) => Path.Combine(Folder, name);

    public void Forget(string name) => Directory.Delete(FolderOf(name), recursive: true);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
