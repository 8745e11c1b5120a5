namespace Ptce.Workspace;

/// <summary>The API's door to the cooperations: the list of the page and the year's count, with the same rights, filters and pages.</summary>
public static class CooperationsApi
{
    public sealed record Taking(string? OrganisationId, string Name, decimal? SharePercent);

    /// <summary>A cooperation as the API shows it.</summary>
    public sealed record Shown(
        string Id, string Title, string? Text, string? Level, string? Form, bool Commercial, bool Strategic, string? Kind, string? Project, string? Axis, DateOnly From, DateOnly? To,
        long? AmountCents, decimal? TurnoverPercent, decimal? Jobs, string State, string? Outcome, IReadOnlyList<Taking> Members, IReadOnlyList<Taking> Thirds)
    {
        internal static Shown Of(Cooperation c) => new(
            c.Id, c.Title, c.Text, c.Level, c.Form, c.Commercial == 1, c.Strategic == 1, c.Kind, c.Project, c.Axis, c.FromDay, c.ToDay,
            c.AmountCents, c.TurnoverShare / 100m, c.JobsMilli / 1000m, c.State, c.Outcome,
            [.. c.Members.Select(m => new Taking(m.OrganisationId, m.Name, m.Share / 100m))], [.. c.Thirds.Select(t => new Taking(null, t.Name, t.Share / 100m))]);
    }

    /// <param name="Next">Give it back as <c>after</c>; null on the last page.</param>
    public sealed record Listed(IReadOnlyList<Shown> Items, string? Next);

    public static void MapCooperationsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/cooperations").WithTags("cooperations");

        api.MapGet("", async (string? level, string? form, string? nature, string? organisation, int? year, string? state, string? kind, string? q, string? after, int? limit, Actor actor, Cooperations cooperations) =>
        {
            Refused.If(level is not null && !CooperationWords.Levels.Contains(level), "level", "cooperations.unknown_level", level);
            Refused.If(form is not null && !CooperationWords.Forms.Contains(form), "form", "cooperations.unknown_form", form);
            Refused.If(nature is not null && !CooperationWords.Natures.Contains(nature), "nature", "cooperations.unknown_nature", nature, string.Join(", ", CooperationWords.Natures));
            Refused.If(state is not null && !Cooperations.States.Contains(state), "state", "offers.unknown_state", state, string.Join(", ", Cooperations.States));
            var page = await cooperations.List(actor, new(level, form, nature, organisation, year, state, kind, q), after, limit ?? Cooperations.PageSize);
            return new Listed([.. page.Cooperations.Select(Shown.Of)], page.Next);
        });

        api.MapGet("/{id}", async (string id, Actor actor, Cooperations cooperations) => Shown.Of(await cooperations.One(actor, id)));

        api.MapGet("/years/{year:int:range(1980,2100)}", (int year, Actor actor, Cooperations cooperations) => cooperations.Year(actor, year));
    }
}
