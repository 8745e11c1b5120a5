using System.Diagnostics;

/// <summary>Loaded into the real program by DOTNET_STARTUP_HOOKS, so that the program itself needs no door for it: kills the process at a step of the store.</summary>
/// <remarks>PTCE_KILL_AT names a file that says where: "digest.sealing commit.before" dies before the first commit after the sealing began. Without the file nothing dies.</remarks>
#pragma warning disable CA1050 // the runtime looks for a class of this name without a namespace
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("PTCE_KILL_AT") is { } file) DiagnosticListener.AllListeners.Subscribe(new Listeners(file));
    }

    private sealed class Listeners(string file) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Ptce.Workspace.Store") listener.Subscribe(new Killer(file));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Killer(string file) : IObserver<KeyValuePair<string, object?>>
    {
        private readonly Lock _gate = new();
        private int _taken;

        public void OnNext(KeyValuePair<string, object?> step)
        {
            lock (_gate)
            {
                if (!File.Exists(file) || File.ReadAllText(file).Split(' ') is not { } way) return;
                if (step.Key != way[_taken] || ++_taken < way.Length) return;
                File.Delete(file);
                Process.GetCurrentProcess().Kill(); // SIGKILL: nothing is flushed, nobody is told
                Thread.Sleep(Timeout.Infinite);     // and not one step further
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
