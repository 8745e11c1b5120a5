namespace Ptce.Workspace;

/// <summary>The door that the session page saves through, while people type. Writing asks for a JSON body, which no form of another site can send.</summary>
public static class ProceedingsApi
{
    /// <param name="Id">Names this save: sent twice, it is one.</param>
    /// <param name="Known">The text that the writer began from.</param>
    public sealed record Save(string? Id, string? Known, string? Text);

    /// <param name="Marks">Changes when what stands around the text does: its writers, its clashes.</param>
    public sealed record Shown(string ItemId, long Version, string Text, string Marks, IReadOnlyList<IReadOnlyList<string>> Writers, IReadOnlyList<NoteClash> Clashes)
    {
        internal static Shown Of(Note note) => new(note.ItemId, note.Version, note.Text, note.Marks, note.Writers, note.Clashes);
    }

    public static void MapProceedingsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/meetings").WithTags("meetings");
        api.AddEndpointFilter(async (call, next) =>
            HttpMethods.IsGet(call.HttpContext.Request.Method) || call.HttpContext.Request.HasJsonContentType() ? await next(call) : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));

        api.MapGet("/{id}/notes", async (string id, Actor actor, Proceedings proceedings) => (await proceedings.Of(actor, id)).Values.Select(Shown.Of));

        api.MapPut("/points/{item}/notes", async (string item, Save save, Actor actor, Proceedings proceedings) =>
            Shown.Of(await proceedings.Write(actor, item, save.Id ?? "", save.Known ?? "", save.Text ?? "")));
    }
}
