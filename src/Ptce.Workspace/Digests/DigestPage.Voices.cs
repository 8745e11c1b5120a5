namespace Ptce.Workspace;

/// <summary>Who was asked to approve, what each said, and how it weighs.</summary>
public sealed partial class DigestPage
{
    public IReadOnlyList<DigestVoice> Electorate { get; private set; } = [];

    /// <summary>How the approvals weigh; null where nobody votes by college.</summary>
    public (VotingRules Rules, Outcome Outcome)? Colleges { get; private set; }

    public int Approvals => Electorate.Count(v => v.Approved);
    public bool HasQuorum => Approvals >= Digest.Quorum;

    /// <summary>An organisation, or a person who speaks for none.</summary>
    public string NameOf(DigestVoice voice) => Names.Organisation(voice.Id) ?? Names.Person(voice.Id)!;

    /// <summary>The electorate as it is counted: by college, the heaviest first, then those who are in none.</summary>
    public IEnumerable<(Counted? College, IReadOnlyList<DigestVoice> Voices)> Voices(Say t)
    {
        IReadOnlyList<DigestVoice> In(string? college) => [.. Electorate.Where(v => v.CollegeId == college).OrderBy(NameOf, StringComparer.Create(t.Culture, ignoreCase: true))];
        if (Colleges is { } by)
            foreach (var college in by.Outcome.Colleges.OrderByDescending(c => c.College!.Weight)) yield return (college, In(college.College!.Id));
        if (In(null) is { Count: > 0 } others) yield return (null, others);
    }

    private async Task LoadVoices()
    {
        Electorate = await digests.Electorate(Digest);
        if (Digest.Round > 0) Colleges = await digests.ByCollege(Digest);
    }
}
