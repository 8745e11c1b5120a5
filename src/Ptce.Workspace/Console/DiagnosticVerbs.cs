using System.CommandLine;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>diagnostic</c>: what the workspace stands on, and what to do; exit code 1 when something is bad.</summary>
public static class DiagnosticVerbs
{
    public static IEnumerable<Command> All => [Diagnose];

    private static Command Diagnose => Desk.Verb("diagnostic", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        var findings = await desk.Get<Diagnostics>().All();
        if (asked.GetValue(Desk.Json))
            Console.WriteLine(JsonSerializer.Serialize(findings.Select(f => new { f.Subject, f.State, Says = f.Says.In(t), Do = f.Do?.In(t) }), JsonSerializerOptions.Web));
        else
            foreach (var finding in findings)
            {
                Console.WriteLine($"{t[$"diagnostic.state.{finding.State}"],-14} {t.Pair(t.Subject(finding), finding.Says.In(t))}");
                if (finding.Do is { } act) Console.WriteLine($"{"",-14} → {act.In(t)}");
            }
        return findings.Any(f => f.State == Finding.Bad) ? 1 : 0;
    }, Desk.Json);
}
