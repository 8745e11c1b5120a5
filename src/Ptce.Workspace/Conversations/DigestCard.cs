namespace Ptce.Workspace;

/// <summary>A digest under review: its figures, its hash, and the two votes. The key bears the whole hash: one approves exactly what one was shown.</summary>
public static class DigestCard
{
    public const string Code = "digest";

    public static Card Of(Digest digest, bool mayVote, Say say, string href) => new(Say.Begun(Digests.Title(digest, say)), [.. Facts(digest, say)], mayVote ? Votes(say) : [], Key(digest),
        mayVote ? say["conversation.digest_how"] : null)
    {
        Links = [new(say["conversation.read_digest"], href)],
    };

    public static CardRow Row(Digest digest, Say say, string href) =>
        new(Say.Begun(Digests.Title(digest, say)), string.Join(" · ", Facts(digest, say).Take(3).Select(f => f.Value)), href, Key(digest), [new(say["conversation.read_before"], say["conversation.read_before"])]);

    private static string Key(Digest digest) => new SubjectKey(Code, digest.Id, digest.Hash).ToString();

    private static IReadOnlyList<Choice> Votes(Say say) =>
        [new(say["conversation.approve"], say["conversation.approve_says"], Primary: true), new(say["conversation.return"], say["conversation.return_says"])];

    private static IEnumerable<Fact> Facts(Digest digest, Say say)
    {
        yield return new(say["conversation.fact.hours"], say.Duration(digest.Minutes));
        yield return new(say["conversation.fact.value"], say.Money(digest.ValueCents));
        yield return new(say["conversation.fact.lines"], say.Lines(digest.Lines) + (digest.Excluded > 0 ? $" · {say["digests.left_out", digest.Excluded]}" : ""));
        yield return new(say["conversation.fact.quorum"], say["conversation.quorum", digest.Quorum, digest.Electors]);
        yield return new(say["conversation.fact.state"], say["digests.state." + digest.State]);
        if (digest.Hash is { } hash) yield return new(say["conversation.fact.hash"], hash);
    }
}
