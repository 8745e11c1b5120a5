using System.Globalization;

namespace Ptce.Workspace;

/// <summary>The rules as a form carries them.</summary>
public sealed class VotingForm
{
    public static readonly IReadOnlyList<string> Quorums = ["0/1", "1/5", "1/4", "1/3", "1/2", "2/3", "3/4"];
    public static readonly IReadOnlyList<string> Thresholds = [">1/2", "1/2", "3/5", "2/3", "3/4", "1/1"];

    public string? By { get; set; }
    public string? Weights { get; set; }
    public string? Quorum { get; set; }
    public string? Base { get; set; }
    public string? Threshold { get; set; }
    public string? Empty { get; set; }
    public string? Voice { get; set; }
    public string? Proxies { get; set; }

    public static VotingForm Of(VotingRules rules) => new()
    {
        By = rules.ByPerson ? "person" : "organisation",
        Weights = string.Join('\n', rules.Colleges.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Weight / 100m:0.##} {c.Name}"))),
        Quorum = rules.Quorum.ToString(),
        Base = rules.Base.ToString(),
        Threshold = (rules.Strictly ? ">" : "") + rules.Threshold,
        Empty = rules.Empty.ToString(),
        Voice = rules.Voice.ToString(),
        Proxies = rules.MostProxies.ToString(CultureInfo.InvariantCulture),
    };

    /// <exception cref="Refused">A field that cannot be read.</exception>
    public VotingRules Read()
    {
        Refused.If(By is not ("person" or "organisation"), "by", "voting.refused.choice");
        Refused.If(!Quorums.Contains(Quorum), "quorum", "voting.refused.choice");
        Refused.If(!Thresholds.Contains(Threshold), "threshold", "voting.refused.choice");
        return new(By == "person", [.. (Weights ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)],
            Share.Read(Quorum!), Choice<MajorityBase>(Base, "base"), Share.Read(Threshold!.TrimStart('>')), Threshold[0] == '>',
            Choice<EmptyCollege>(Empty, "empty"), Choice<CollegeVoice>(Voice, "voice"), Field.WholeIfAny(Proxies, "proxies") ?? 0);
    }

    private static T Choice<T>(string? text, string field) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : throw new Refused(field, "voting.refused.choice");

    // "30 Fondateurs"
    private static College Line(string line)
    {
        var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !decimal.TryParse(parts[0].TrimEnd('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100)
            throw new Refused("weights", "voting.refused.line", line);
        return new("", parts[1].TrimStart('%', ' '), (long)(percent * 100));
    }
}
