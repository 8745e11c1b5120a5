using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>The API's door to the ledger: the same commands, refusals as problem documents. Writing asks for a JSON body, which no form of another site can send.</summary>
public static class ContributionsApi
{
    public sealed record Why(string? Reason);

    /// <summary>A file of lines; <paramref name="As"/> and <paramref name="Partial"/> as at the console.</summary>
    public sealed record Given(string Csv, string? Format, string? Organisation, string? As, bool Partial);

    /// <summary>What an import did. Where nothing was taken, the problem document names the bad rows as <c>rows</c>.</summary>
    public sealed record Taken(long Lines, long Minutes, long Known, IReadOnlyList<BadRowShown> Bad);

    /// <summary>A line as the API shows it.</summary>
    /// <param name="Warnings">What deserves a second look, in the caller's language.</param>
    public sealed record Shown(
        string Id, DateOnly Day, long Minutes, string Kind, string? Activity, string State, string? PersonId, string? Person, string OrganisationId, string Organisation,
        string? BeneficiaryId, string? Beneficiary, IReadOnlyList<Party> Parties, decimal? Quantity, string? Unit, long? UnitValueCents, string? Starts, string? Ends, string? Note,
        string Channel, DateTimeOffset LoggedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ValidatedAt, string? ContestReason, string? DigestId, string? ReversesId, IReadOnlyList<string> Warnings)
    {
        internal static Shown Of(Contribution l, Say say) => new(
            l.Id, l.Day, l.Minutes, l.Kind, l.Activity, l.State, l.PersonId, l.PersonName, l.OrganisationId, l.OrganisationName, l.BeneficiaryId, l.BeneficiaryName, l.Parties,
            l.Quantity, l.Unit, l.UnitValueCents, l.Starts, l.Ends, l.Note, l.Channel, l.LoggedAt, l.ConfirmedAt, l.ValidatedAt, l.ContestReason, l.DigestId, l.ReversesId, [.. l.Notices.Select(n => n.In(say))]);
    }

    /// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
    public sealed record Listed(IReadOnlyList<Shown> Items, string? Next);

    public static void MapContributionsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/contributions").WithTags("contributions");
        api.AddEndpointFilter(async (call, next) =>
            HttpMethods.IsGet(call.HttpContext.Request.Method) || call.HttpContext.Request.HasJsonContentType() ? await next(call) : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));

        api.MapGet("", async (string? state, string? organisation, DateOnly? from, DateOnly? to, string? kind, string? person, string? after, int? limit, Actor actor, Say say, Contributions ledger) =>
        {
            var page = await ledger.OfPole(actor, new(state, organisation, from, to, kind, person), after, limit ?? Contributions.PageSize);
            return new Listed([.. page.Lines.Select(l => Shown.Of(l, say))], page.Next);
        });

        api.MapPost("", async (NewContribution line, [FromHeader(Name = "Idempotency-Key")] string? key, Actor actor, Say say, Contributions ledger) =>
        {
            Refused.If(key is { Length: > 200 }, "Idempotency-Key", "contributions.too_long", 200);
            var logged = (await ledger.Log(actor, [line with { Kind = line.Kind ?? Kinds.Default }], "api", key))[0];
            return TypedResults.Created($"/api/v1/poles/{actor.PoleSlug}/contributions/{logged.Id}", Shown.Of(logged, say));
        });

        api.MapPost("/import", async (Given file, Actor actor, Say say, Poles poles, Contributions ledger) =>
        {
            actor.Must(Act.ImportContributions);
            Refused.If(file.Csv is null or { Length: > ContributionFiles.MostFileCharacters }, "csv", "contributions.import_large");
            var rows = ContributionFiles.Parse(file.Csv!, file.Format ?? "ptce", file.Organisation);
            var done = await ledger.Import((await poles.BySlug(actor.PoleSlug))!, actor, rows, file.As ?? States.Submitted, file.Partial);
            return new Taken(done.Lines, done.Minutes, done.Known, [.. done.Bad.Select(b => BadRowShown.Of(b, say.Language))]);
        });

        api.MapGet("/{id}", async (string id, Actor actor, Say say, Contributions ledger) => Shown.Of(await ledger.One(actor, id), say));

        api.MapPost("/{id}/confirmation", async (string id, Actor actor, Say say, Contributions ledger) => Shown.Of(await ledger.Confirm(actor, id), say));

        api.MapPost("/{id}/contest", async (string id, Why why, Actor actor, Say say, Contributions ledger) =>
        {
            await ledger.Contest(actor, id, why.Reason ?? "");
            return Shown.Of(await ledger.One(actor, id), say);
        });

        api.MapPost("/{id}/validation", async (string id, Actor actor, Say say, Contributions ledger) =>
        {
            await ledger.Validate(actor, id);
            return Shown.Of(await ledger.One(actor, id), say);
        });
    }
}
