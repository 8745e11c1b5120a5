using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Rules as they are stored: with the pole, and with each vote that was opened under them.</summary>
public sealed record FrozenRules(bool ByPerson, IReadOnlyList<College> Colleges, string Quorum, string Base, string Threshold, bool Strictly, string Empty, string Voice, long MostProxies)
{
    public static string Write(VotingRules rules) => JsonSerializer.Serialize(new FrozenRules(rules.ByPerson, rules.Colleges, rules.Quorum.ToString(), rules.Base.ToString(),
        rules.Threshold.ToString(), rules.Strictly, rules.Empty.ToString(), rules.Voice.ToString(), rules.MostProxies));

    public static VotingRules Read(string json)
    {
        var f = JsonSerializer.Deserialize<FrozenRules>(json)!;
        return new(f.ByPerson, f.Colleges, Share.Read(f.Quorum), Enum.Parse<MajorityBase>(f.Base), Share.Read(f.Threshold), f.Strictly,
            Enum.Parse<EmptyCollege>(f.Empty), Enum.Parse<CollegeVoice>(f.Voice), f.MostProxies);
    }
}

public sealed record VotingRulesSet(string PoleId) : Event(PoleId, PoleId);
