namespace Ptce.Workspace.Tests;

/// <summary>The rows of the digests. A review is open one at a time: what an earlier try left open is used again, or settled.</summary>
public static class DigestRights
{
    private static int _days;

    public static IEnumerable<Guarded> All =>
    [
        new(Act.ReadApproved, "Digests.One", async (s, a) => await s.Get<Digests>().One(a, await Approved(s))),
        new(Act.ReadApproved, "Digests.List", (s, a) => s.Get<Digests>().List(a), NoForeignId: true),
        new(Act.ReadApproved, "Observatory.Of", (s, a) => s.Get<Observatory>().Of(a), NoForeignId: true),
        new(Act.CompileDigest, "Digests.Ask", (s, a) => s.Get<Digests>().Ask(a, Day(1), Day(0)), NoForeignId: true),
        new(Act.OpenReview, "Digests.OpenReview", async (s, a) => await s.Get<Digests>().OpenReview(a, await Compiled(s))),
        new(Act.RemarkOnDigest, "Digests.RemarkOn", async (s, a) => await s.Get<Digests>().RemarkOn(a, await Compiled(s), s.Name("À revoir"))),
        new(Act.ReadDigests, "Digests.Rhythm", (s, a) => s.Get<Digests>().Rhythm(a), NoForeignId: true),
        new(Act.ReadDigests, "Digests.Usual", (s, a) => s.Get<Digests>().Usual(a), NoForeignId: true),
        new(Act.OpenReview, "Digests.SetRhythm", (s, a) => s.Get<Digests>().SetRhythm(a, "month"), NoForeignId: true),
        new(Act.AdoptRates, "Digests.Effect", (s, a) => s.Get<Digests>().Effect(a, s.Get<Rates>(), RightsTable.Decision), NoForeignId: true),
        new(Act.AdoptRates, "Rates.Proposed", (s, a) => s.Get<Rates>().Proposed(a, RightsTable.Decision), NoForeignId: true),
        new(Act.ApproveDigest, "Digests.Approve", async (s, a) => await Approve(s, a, await InReview(s))),
        new(Act.ApproveDigest, "Digests.Return", async (s, a) => await s.Get<Digests>().Return(a, (await InReview(s)).Id, "Un atelier manque"), Or: Act.OpenReview),
    ];

    // A day of its own for each try: a period that was compiled already is another story.
    private static DateOnly Day(int next) => new DateOnly(2024, 1, 1).AddDays(Interlocked.Add(ref _days, next) % 1000);

    private static async Task<Digest?> Open(Stage s) => (await s.Get<Digests>().List(s.Entitled)).FirstOrDefault(d => d.State == Digest.Review);

    private static async Task<string> Compiled(Stage s)
    {
        if (await Open(s) is { } open) await Approve(s, s.Cast.Bruno, open);
        var digests = s.Get<Digests>();
        var day = Day(1);
        return (await digests.Compile(await digests.Ask(s.Entitled, day, day, byJob: false))).Id;
    }

    private static async Task<Digest> InReview(Stage s)
    {
        if (await Open(s) is { } open) return open;
        await s.Get<Digests>().OpenReview(s.Entitled, await Compiled(s));
        return (await Open(s))!;
    }

    internal static async Task<string> Approved(Stage s)
    {
        var digest = await InReview(s);
        await Approve(s, s.Cast.Bruno, digest);
        return digest.Id;
    }

    private static Task Approve(Stage s, Actor elector, Digest digest) => s.Get<Digests>().Approve(elector, digest.Id, digest.Hash!);
}
