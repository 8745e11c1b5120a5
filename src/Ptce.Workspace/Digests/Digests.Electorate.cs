namespace Ptce.Workspace;

/// <summary>A voice of a review's frozen electorate, and what it said of the digest.</summary>
/// <param name="Id">The organisation; the person where they speak for none.</param>
/// <param name="CollegeId">Null where nobody votes by college, or where the voice is of none.</param>
/// <param name="People">Who may vote for it.</param>
/// <param name="Votes">Those of its people, in their order.</param>
public sealed record DigestVoice(string Id, string? CollegeId, IReadOnlyList<string> People, IReadOnlyList<DigestVote> Votes)
{
    public bool Approved => Votes.Any(v => v.Answer == "approved");
}

public sealed partial class Digests
{
    /// <summary>Every voice of the present round, those that have not answered too; none before a review was opened.</summary>
    public async Task<IReadOnlyList<DigestVoice>> Electorate(Digest digest)
    {
        if (digest.Round == 0) return [];
        var electors = await db.Read<ApprovalText.Elector>(
            "select person_id, voice, college_id from digest_electors where digest_id = @Id and round = @Round order by voice, person_id", new { digest.Id, digest.Round });
        var votes = (await Votes(digest)).ToLookup(v => v.Voice);
        return [.. electors.GroupBy(e => e.Voice).Select(g => new DigestVoice(g.Key, g.First().CollegeId, [.. g.Select(e => e.PersonId)], [.. votes[g.Key]]))];
    }
}
