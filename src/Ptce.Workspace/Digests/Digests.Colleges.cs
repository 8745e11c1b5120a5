namespace Ptce.Workspace;

public sealed partial class Digests
{
    private sealed record CollegeVoiceRow(string Voice, string? CollegeId, long Approved);

    /// <summary>How the approvals weigh by college; null where the review was opened without colleges.</summary>
    /// <remarks>
    /// The pole's rules as they were when the review opened, with one change: the base is every voice of the college. An approval is a positive
    /// act, so a college of whom one organisation approved has not approved as a whole. Quorum and its percent stay the digest's own.
    /// </remarks>
    public async Task<(VotingRules Rules, Outcome Outcome)?> ByCollege(Digest digest)
    {
        if (digest.Hash is null) return null;
        return await ByCollege(db.MaybeOne<string>, db.Read<CollegeVoiceRow>, digest);
    }

    private delegate Task<T?> Asking<T>(string sql, object? args);

    private static async Task<(VotingRules Rules, Outcome Outcome)?> ByCollege(Asking<string> ask, Reads<CollegeVoiceRow> read, Digest digest)
    {
        if (await ask("select voting_rules from digests where id = @Id", new { digest.Id }) is not { } json) return null;
        var rules = ForApprovals(FrozenRules.Read(json));
        var voices = await read("""
            select e.voice, max(e.college_id) as college_id, count(v.person_id) as approved
            from digest_electors e
            left join digest_votes v on v.digest_id = e.digest_id and v.round = e.round and v.voice = e.voice and v.answer = 'approved' and v.hash = @Hash
            where e.digest_id = @Id and e.round = @Round
            group by e.voice order by e.voice
            """, new { digest.Id, digest.Round, digest.Hash });
        return (rules, Ballots.Of(rules, [.. voices.Select(v => new Voice(v.Voice, v.CollegeId, Attending.Absent, v.Approved > 0 ? Stance.Yes : null))]));
    }

    private static VotingRules ForApprovals(VotingRules rules) => rules with { ByPerson = false, Base = MajorityBase.Members, Quorum = Share.None };

    // A committee that is in no college, or in those that weigh too little, would read and approve for nothing.
    private static void MustBeAbleToCarry(VotingRules voting, IEnumerable<string> voices, IReadOnlyDictionary<string, string> collegeOf)
    {
        var rules = ForApprovals(voting);
        var all = Ballots.Of(rules, [.. voices.Select(v => new Voice(v, collegeOf.GetValueOrDefault(v), Attending.Absent, Stance.Yes))]);
        Refused.If(!all.Adopted, "", "digests.colleges_short", all.Result.Percent);
    }
}
