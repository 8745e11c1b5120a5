namespace Ptce.Workspace;

/// <summary>Where a voice stood when the vote opened.</summary>
public enum Attending
{
    Absent,
    Present,
    Represented,
}

public enum Stance
{
    Yes,
    No,
    Abstain,
}

/// <summary>One voice of the frozen electorate, and what it said.</summary>
/// <param name="CollegeId">Null where nobody votes by college.</param>
/// <param name="Said">Null: has not voted.</param>
public sealed record Voice(string Id, string? CollegeId, Attending Attending, Stance? Said);

/// <summary>The voices of a college, or of everyone, counted.</summary>
/// <param name="College">Null for everyone together.</param>
/// <param name="Base">How many voices the majority is counted among.</param>
public sealed record Counted(College? College, long Members, long Present, long Represented, long Yes, long No, long Abstained, long Base)
{
    public long Expressed => Yes + No;

    /// <summary>The part of the whole result that this college brings.</summary>
    public Share Brings { get; init; }
}

/// <summary>Dépouillement: what a vote came to, with every number it came from.</summary>
/// <param name="Result">The yes as a part of the base, weighted by college where there are colleges.</param>
/// <param name="QuorumNeeded">In voices.</param>
/// <param name="Taking">Voices present, represented or that voted.</param>
/// <param name="Left">Names of colleges that counted for nothing because none of theirs stands in the base.</param>
public sealed record Outcome(Counted All, IReadOnlyList<Counted> Colleges, Share Result, long QuorumNeeded, long Taking, bool Adopted, IReadOnlyList<string> Left)
{
    public bool HasQuorum => Taking >= QuorumNeeded;
}

/// <summary>
/// Counts votes: result = Σ w × yes ÷ base over the colleges, or yes ÷ base where there are none. Exact fractions throughout.
/// </summary>
/// <remarks>Source: domain.md §5.3; the formula is stated for expressed votes, and holds for the other bases in the same way.</remarks>
public static class Ballots
{
    public static Outcome Of(VotingRules rules, IReadOnlyCollection<Voice> voices)
    {
        var all = Count(rules, null, voices);
        var taking = voices.Count(v => v.Attending != Attending.Absent || v.Said is not null);
        var needed = rules.Quorum.Needed(voices.Count);
        var byCollege = rules.Colleges.Select(c => Count(rules, c, voices.Where(v => v.CollegeId == c.Id))).ToList();
        var empty = byCollege.Where(c => c.Base == 0).ToList();
        var (colleges, result) = rules.Colleges.Count == 0 ? (byCollege, Part(all)) : Weigh(rules, byCollege);
        var reached = rules.Strictly ? result > rules.Threshold : result >= rules.Threshold;
        return new(all, colleges, result, needed, taking, reached && taking >= needed && all.Yes > 0, [.. empty.Select(c => c.College!.Name)]);
    }

    private static (List<Counted> Colleges, Share Result) Weigh(VotingRules rules, List<Counted> byCollege)
    {
        var standing = rules.Empty == EmptyCollege.Zero ? byCollege : [.. byCollege.Where(c => c.Base > 0)];
        var whole = Share.Basis(standing.Sum(c => c.College!.Weight));
        var weighed = byCollege.Select(c => c with
        {
            Brings = c.Base == 0 || whole.IsNone ? Share.None : Share.Basis(c.College!.Weight) / whole * (rules.Voice == CollegeVoice.Whole ? Moved(c) : Part(c)),
        }).ToList();
        return (weighed, weighed.Aggregate(Share.None, (sum, c) => sum + c.Brings));
    }

    private static Share Part(Counted c) => c.Base == 0 ? Share.None : new(c.Yes, c.Base);

    private static Share Moved(Counted c) => Part(c) > Share.Half ? Share.Whole : Share.None;

    private static Counted Count(VotingRules rules, College? college, IEnumerable<Voice> of)
    {
        var voices = of.ToList();
        long present = voices.Count(v => v.Attending == Attending.Present), represented = voices.Count(v => v.Attending == Attending.Represented);
        long yes = voices.Count(v => v.Said == Stance.Yes), no = voices.Count(v => v.Said == Stance.No), abstained = voices.Count(v => v.Said == Stance.Abstain);
        // Whoever votes from afar is there for this vote: a yes never counts in what it is not a part of.
        long afar = voices.Count(v => v.Attending == Attending.Absent && v.Said is not null), carried = voices.Count(v => v.Attending == Attending.Represented && v.Said is not null);
        return new(college, voices.Count, present, represented, yes, no, abstained, rules.Base switch
        {
            MajorityBase.Members => voices.Count,
            MajorityBase.Present => present + afar + carried,
            MajorityBase.PresentAndRepresented => present + represented + afar,
            MajorityBase.Voters => yes + no + abstained,
            _ => yes + no,
        });
    }
}

/// <summary>Who carries whose voice: proxies within the limit, in the order they were given; the others are named, not counted.</summary>
public static class Proxies
{
    /// <param name="most">How many voices one person may carry.</param>
    /// <param name="given">The absent voice and the person who is to carry it, oldest first.</param>
    public static (IReadOnlyDictionary<string, string> Carried, IReadOnlyList<string> Beyond) Within(long most, IEnumerable<(string VoiceId, string HolderId)> given)
    {
        var carried = new Dictionary<string, string>();
        var beyond = new List<string>();
        foreach (var (voice, holder) in given)
            if (carried.ContainsKey(voice)) continue; // an organisation has one voice, however many of its people give a proxy
            else if (carried.Values.Count(h => h == holder) < most) carried[voice] = holder;
            else beyond.Add(voice);
        return (carried, [.. beyond.Where(voice => !carried.ContainsKey(voice)).Distinct()]);
    }
}
