namespace Ptce.Workspace;

/// <summary>The API's door to digests: the same commands, refusals as problem documents.</summary>
public static class DigestsApi
{
    /// <summary>A period to compile.</summary>
    /// <param name="To">Last day included.</param>
    public sealed record Period(DateOnly From, DateOnly To);

    /// <summary>An approval of exactly the digest that bears this hash.</summary>
    public sealed record Approval(string? Hash);

    public sealed record Return(string? Reason);

    /// <summary>A digest as the API shows it; figures are null until it is compiled.</summary>
    /// <param name="Done">Lines read so far, of about <paramref name="Total"/>, while it is compiled.</param>
    public sealed record Shown(
        string Id, DateOnly From, DateOnly To, long Version, string State, long Done, long Total, long? Lines, long? Minutes, long? ValueCents, long? Excluded,
        string? Hash, string? PreviousHash, long? Quorum, DateTimeOffset? ApprovedAt)
    {
        internal static Shown Of(Digest d) => d.Hash is null
            ? new(d.Id, d.FromDay, d.ToDay, d.Version, d.State, d.Done, d.Total, null, null, null, null, null, null, null, null)
            : new(d.Id, d.FromDay, d.ToDay, d.Version, d.State, d.Done, d.Total, d.Lines, d.Minutes, d.ValueCents, d.Excluded, d.Hash, d.PreviousHash,
                d.Round == 0 ? null : d.Quorum, d.ApprovedAt);
    }

    public static void MapDigestsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/digests").WithTags("digests");

        api.MapGet("", async (Actor actor, Digests digests) => (await digests.List(actor)).Select(Shown.Of));

        // A job compiles it: ask again at the address given until its state is no longer "asked".
        api.MapPost("", async (Period period, Actor actor, Digests digests) =>
        {
            var id = await digests.Ask(actor, period.From, period.To);
            return TypedResults.Accepted($"/api/v1/poles/{actor.PoleSlug}/digests/{id}", Shown.Of(await digests.One(actor, id)));
        });

        api.MapGet("/{id}", async (string id, Actor actor, Digests digests) => Shown.Of(await digests.One(actor, id)));

        // The object of `digest compile --json`; names of people as far as the caller may see them.
        api.MapGet("/{id}/lines", async (string id, Actor actor, Digests digests, DigestJson json) =>
        {
            var digest = await digests.One(actor, id);
            if (digest.Hash is null) throw new NotHere();
            return Results.Stream(body => json.Write(digest, actor.PoleSlug, body, line => digests.MaySeePerson(actor, line)), "application/json");
        });

        // What is hashed, for whoever must prove it elsewhere: `sha256sum` of it is the digest's hash. It holds no name.
        api.MapGet("/{id}/text", async (string id, Actor actor, Digests digests) =>
        {
            var digest = await digests.One(actor, id);
            if (digest.Hash is null) throw new NotHere();
            // It is hashed as it is written, a record at a time: into a file of its own, which goes with the answer.
            var text = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await digests.WriteText(digest, text);
            text.Position = 0;
            return Results.File(text, "text/plain; charset=utf-8", digest.FileName("bilan", "txt"));
        });

        api.MapPost("/{id}/review", async (string id, Actor actor, Digests digests) =>
        {
            await digests.OpenReview(actor, id);
            return Shown.Of(await digests.One(actor, id));
        });

        api.MapPost("/{id}/approval", async (string id, Approval approval, Actor actor, Digests digests) =>
        {
            await digests.Approve(actor, id, approval.Hash ?? "");
            return Shown.Of(await digests.One(actor, id));
        });

        api.MapPost("/{id}/return", async (string id, Return back, Actor actor, Digests digests) =>
        {
            await digests.Return(actor, id, back.Reason ?? "");
            return Shown.Of(await digests.One(actor, id));
        });
    }
}
