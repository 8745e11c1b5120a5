namespace Ptce.Workspace;

/// <summary>Rules and results in sentences, with every number they stand on.</summary>
public static class OutcomeWords
{
    /// <summary>"Une voix par organisation, 5 collèges, plus de la moitié des suffrages exprimés, quorum de la moitié, une procuration au plus."</summary>
    public static string Sentence(this VotingRules rules, Say say) => string.Join(", ",
    [
        say[rules.ByPerson ? "voting.by.person" : "voting.by.organisation"],
        .. rules.Colleges.Count > 0 ? [say["voting.in_colleges", rules.Colleges.Count], say["voting.voice." + rules.Voice.ToString().ToLowerInvariant()]] : Array.Empty<string>(),
        say["voting.majority", Majority(rules, say), BaseOf(rules.Base, say)],
        rules.Quorum.IsNone ? say["voting.no_quorum"] : say["voting.quorum_of", Fraction(rules.Quorum, say)],
        say["voting.proxies_most", rules.MostProxies],
    ]) + ".";

    public static string Majority(VotingRules rules, Say say) => rules.Strictly ? say["voting.more_than", Fraction(rules.Threshold, say)] : say["voting.at_least", Fraction(rules.Threshold, say)];

    public static string BaseOf(MajorityBase @base, Say say) => say["voting.base." + @base.ToString().ToLowerInvariant()];

    public static string Fraction(Share share, Say say) => share.ToString() switch
    {
        "1/2" => say["voting.half"],
        "1/1" => say["voting.all"],
        var other => other,
    };

    /// <summary>What a vote came to, first in one sentence, then number by number.</summary>
    public static IEnumerable<string> Sentences(this Outcome outcome, VotingRules rules, Say say)
    {
        yield return say["voting.counted", outcome.All.Yes, outcome.All.No, outcome.All.Abstained, outcome.All.Members];
        if (rules.Colleges.Count == 0) yield return say["voting.result", say.Number(outcome.Result.Percent), outcome.All.Base, BaseOf(rules.Base, say), Majority(rules, say)];
        else yield return say["voting.result_weighed", say.Number(outcome.Result.Percent), BaseOf(rules.Base, say), Majority(rules, say)];
        if (outcome.Left.Count > 0) yield return say[rules.Empty == EmptyCollege.Drop ? "voting.left_out" : "voting.left_zero", string.Join(", ", outcome.Left)];
        yield return outcome.QuorumNeeded == 0 ? say["voting.no_quorum_asked"]
            : say[outcome.HasQuorum ? "voting.quorum_met" : "voting.quorum_missed", outcome.QuorumNeeded, outcome.Taking];
    }
}
