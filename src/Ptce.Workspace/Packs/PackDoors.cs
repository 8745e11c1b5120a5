using System.Net.Mime;

namespace Ptce.Workspace;

/// <summary>Packs as files to take away: a spreadsheet of all tables, a CSV of one, the entries as accounting programs read them.</summary>
public static class PackDoors
{
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string TypeOf(string format) => format switch { "xlsx" => Spreadsheet, "csv" => MediaTypeNames.Text.Csv, _ => MediaTypeNames.Text.Plain };

    public static void MapPacks(this WebApplication app)
    {
        // The address holds a secret and the reader must be the one who asked: a link that was passed on opens nothing.
        app.MapGet("/p/{pole}/bilans/exports/{id}/{secret}", async (HttpContext http, string id, string secret, Actor actor, Exports exports) =>
        {
            if (await exports.OverOf(actor, id, secret) is { } digest) return Results.Redirect($"{Packs.Home(actor, digest)}#export-{id}");
            var (export, file) = await exports.Fetch(actor, id, secret);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file, TypeOf(export.Format), $"{export.What}_{export.DigestId[..8]}.{export.Format}");
        }).ExcludeFromDescription();

        foreach (var format in Packs.Formats)
            app.MapGet($"/p/{{pole}}/bilans/{{id}}/dossiers/{{name}}.{format}", (string id, string name, string? feuille, string? valeurs, string? organisation, string? personne, Actor actor, Packs packs, Say say) =>
                File(packs, actor, id, new(name, valeurs != "non", organisation, personne), format, feuille, say)).ExcludeFromDescription();
    }

    internal static async Task<IResult> File(Packs packs, Actor actor, string digestId, PackAsked asked, string format, string? table, Say say)
    {
        var file = new MemoryStream();
        var name = await packs.Write(actor, digestId, asked, format, table, file, say);
        return Results.File(file.ToArray(), TypeOf(format), name);
    }
}
