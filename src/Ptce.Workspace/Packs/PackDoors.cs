using System.Net.Mime;

namespace Ptce.Workspace;

/// <summary>Packs as files to take away: a spreadsheet of all tables, a CSV of one.</summary>
public static class PackDoors
{
    public const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapPacks(this WebApplication app)
    {
        app.MapGet("/p/{pole}/bilans/{id}/dossiers/{name}.xlsx", async (string id, string name, string? valeurs, string? organisation, string? personne, Actor actor, Packs packs, Say say) =>
        {
            var pack = await packs.Of(actor, id, new(name, valeurs != "non", organisation, personne), say);
            var file = new MemoryStream();
            Xlsx.Write(file, Packs.File(pack, actor, say));
            return Results.File(file.ToArray(), Spreadsheet, Packs.FileName(pack, "xlsx"));
        }).ExcludeFromDescription();

        app.MapGet("/p/{pole}/bilans/{id}/dossiers/ecritures.txt", async (string id, Actor actor, Packs packs) =>
        {
            var file = new MemoryStream();
            var digest = await packs.WriteEntries(actor, id, file, paheko: false);
            return Results.File(file.ToArray(), MediaTypeNames.Text.Plain, Packs.FileName("fec", digest, "txt"));
        }).ExcludeFromDescription();

        app.MapGet("/p/{pole}/bilans/{id}/dossiers/ecritures-paheko.csv", async (string id, Actor actor, Packs packs) =>
        {
            var file = new MemoryStream();
            var digest = await packs.WriteEntries(actor, id, file, paheko: true);
            return Results.File(file.ToArray(), MediaTypeNames.Text.Csv, Packs.FileName("paheko", digest, "csv"));
        }).ExcludeFromDescription();

        // The address holds a secret and the reader must be the one who asked: a link that was passed on opens nothing.
        app.MapGet("/p/{pole}/bilans/exports/{id}/{secret}", async (HttpContext http, string id, string secret, Actor actor, Exports exports) =>
        {
            var (export, file) = await exports.Fetch(actor, id, secret);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file, export.Format switch { "xlsx" => Spreadsheet, "csv" => MediaTypeNames.Text.Csv, _ => MediaTypeNames.Text.Plain }, $"{export.What}_{export.DigestId[..8]}.{export.Format}");
        }).ExcludeFromDescription();

        app.MapGet("/p/{pole}/bilans/{id}/dossiers/{name}.csv", async (string id, string name, string? feuille, string? valeurs, string? organisation, string? personne, Actor actor, Packs packs, Say say) =>
        {
            var pack = await packs.Of(actor, id, new(name, valeurs != "non", organisation, personne), say);
            var table = (pack.Tables.FirstOrDefault(t => feuille is null || t.Name == feuille)) ?? throw new NotHere();
            var file = new MemoryStream();
            await CsvFile.Write(file, say.Culture, table, [(say["packs.column.hash"], pack.Digest.Hash!)]);
            return Results.File(file.ToArray(), MediaTypeNames.Text.Csv, Packs.FileName(pack, "csv", table.Name));
        }).ExcludeFromDescription();
    }
}
