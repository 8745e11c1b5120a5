namespace Ptce.Workspace.Tests;

/// <summary>The repository as it lies on disk, for tests that read the source itself.</summary>
public static class Source
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Files of the program and its migrations, by path from the root with "/", built and bought ones left out.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new[] { "src/Ptce.Workspace", "migrations" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".ts" or ".css" or ".sql")
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "wwwroot"))
        .Order(StringComparer.Ordinal)
        .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Root, file)));

    public static IEnumerable<KeyValuePair<string, string>> Code => Files.Where(f => Path.GetExtension(f.Key) is ".cs" or ".cshtml");

    /// <summary>The folder of the concept a file belongs to: "Offers".</summary>
    public static string Slice(string file) => file.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Ptce.Workspace.sln")) ? folder
        : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("The tests run outside their repository."));
}
