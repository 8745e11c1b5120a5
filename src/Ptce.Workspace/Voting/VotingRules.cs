namespace Ptce.Workspace;

/// <summary>Among which voices the yes are a majority (base de la majorité). Never implied: the statutes name it.</summary>
public enum MajorityBase
{
    /// <summary>Every voice of the electorate.</summary>
    Members,

    /// <summary>Those present in person.</summary>
    Present,

    PresentAndRepresented,

    /// <summary>Those who voted, abstentions included.</summary>
    Voters,

    /// <summary>Yes and no alone (suffrages exprimés).</summary>
    Expressed,
}

/// <summary>What becomes of the weight of a college nobody of whom counts in the base.</summary>
public enum EmptyCollege
{
    /// <summary>It is left out, and the other weights grow in proportion to 1.</summary>
    Drop,

    /// <summary>It stays in the sum, with 0.</summary>
    Zero,
}

/// <summary>How a college speaks.</summary>
public enum CollegeVoice
{
    /// <summary>Its weight is moved by the part of its yes: w × yes ÷ base.</summary>
    Proportional,

    /// <summary>Its majority moves the whole weight.</summary>
    Whole,
}

/// <summary>Collège : a part of the electorate whose votes weigh together.</summary>
/// <param name="Weight">In basis points: 3,000 is 30 % of the votes.</param>
public sealed record College(string Id, string Name, long Weight);

/// <summary>Règles de vote: how voices are counted. Plain values: nothing here knows meetings, digests or the store.</summary>
/// <param name="ByPerson">A voice is a person's; else an organisation's.</param>
/// <param name="Colleges">None: every voice weighs the same.</param>
/// <param name="Quorum">The part of the electorate that must be present, represented or have voted.</param>
/// <param name="Threshold">The part of the base that the yes must reach.</param>
/// <param name="Strictly">More than the threshold, not just as much: "plus de la moitié".</param>
/// <param name="MostProxies">How many absent voices one person may carry.</param>
public sealed record VotingRules(bool ByPerson, IReadOnlyList<College> Colleges, Share Quorum, MajorityBase Base, Share Threshold, bool Strictly,
    EmptyCollege Empty = EmptyCollege.Drop, CollegeVoice Voice = CollegeVoice.Proportional, long MostProxies = 1)
{
    public const long LeastWeight = 1_000, MostWeight = 5_000; // basis points: 10 % to 50 % (law of 10 September 1947, art. 19 octies)
    public const int LeastColleges = 3;
    public const long ProxiesAtMost = 20;

    /// <summary>One organisation one vote, more than half of the votes cast, one proxy, no quorum: until the pole has said otherwise.</summary>
    public static readonly VotingRules Usual = new(ByPerson: false, [], Share.None, MajorityBase.Expressed, Share.Half, Strictly: true);

    /// <exception cref="Refused">«weights» do not add up to 100 %, or one is under 10 % or over 50 %; fewer than three colleges; «threshold», «quorum» or «proxies» out of range.</exception>
    public VotingRules Checked()
    {
        Refused.If(Threshold <= Share.None || Threshold > Share.Whole || (Strictly && Threshold >= Share.Whole), "threshold", "voting.refused.threshold");
        Refused.If(Quorum < Share.None || Quorum > Share.Whole, "quorum", "voting.refused.quorum");
        Refused.If(MostProxies is < 0 or > ProxiesAtMost, "proxies", "voting.refused.proxies", ProxiesAtMost);
        if (Colleges.Count == 0) return this;
        Refused.If(Colleges.Count < LeastColleges, "weights", "voting.refused.colleges", LeastColleges);
        Refused.If(Colleges.Any(c => c.Weight is < LeastWeight or > MostWeight), "weights", "voting.refused.weight");
        Refused.If(Colleges.Sum(c => c.Weight) != 10_000, "weights", "voting.refused.weights", Colleges.Sum(c => c.Weight) / 100m);
        return this;
    }
}
