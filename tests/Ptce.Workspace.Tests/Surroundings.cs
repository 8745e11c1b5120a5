using System.Runtime.CompilerServices;

namespace Ptce.Workspace.Tests;

internal static class Surroundings
{
    /// <summary>No program that is started here, ours or one it speaks to, watches its settings: nobody edits them, and a machine lends few watchers of files.</summary>
    [ModuleInitializer]
    public static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
