using System.Net.Mime;

namespace Ptce.Workspace;

/// <summary>The members as a file to take away.</summary>
public static class MemberDoors
{
    public static void MapMembers(this WebApplication app) => app.MapGet("/p/{pole}/pole/membres.csv", async (Actor actor, Members members, Say say) =>
    {
        var file = new MemoryStream();
        await CsvFile.Write(file, say.Culture, Members.ExportColumns, (await members.Export(actor)).ToAsyncEnumerable());
        return Results.File(file.ToArray(), MediaTypeNames.Text.Csv, $"{actor.PoleSlug}-membres.csv");
    }).ExcludeFromDescription();
}
