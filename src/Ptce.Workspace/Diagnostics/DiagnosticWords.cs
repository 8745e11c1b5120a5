namespace Ptce.Workspace;

/// <summary>How findings are told.</summary>
public static class DiagnosticWords
{
    public static string Subject(this Say t, Finding finding) => t[$"diagnostic.subject.{finding.Subject}"];

    public static Standing Standing(this Say t, Finding finding) => new(finding.State switch
    {
        Finding.Ok => Meaning.Done,
        Finding.Warn => Meaning.Waiting,
        _ => Meaning.NeedsYou,
    }, t[$"diagnostic.state.{finding.State}"]);

    /// <summary>The whole in one sentence, then what needs somebody, one line each.</summary>
    public static string Told(this Say t, IReadOnlyList<Finding> findings)
    {
        var open = findings.Where(f => f.State != Finding.Ok).ToList();
        return open.Count == 0 ? t["diagnostic.all_well"]
            : string.Join("\n", open.Select(f => t.Pair($"{t.Subject(f)} ({t[$"diagnostic.state.{f.State}"]})", $"{f.Says.In(t)} {f.Do?.In(t)}".TrimEnd())));
    }
}
