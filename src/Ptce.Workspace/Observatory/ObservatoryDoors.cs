using System.Net.Mime;

namespace Ptce.Workspace;

/// <summary>The observatory for other programs: through the API, and as a file.</summary>
public static class ObservatoryDoors
{
    /// <summary>A period and its figures by name.</summary>
    /// <param name="Period">"2026" or "2026-T3".</param>
    /// <param name="To">Last day included.</param>
    public sealed record Shown(string Period, DateOnly From, DateOnly To, DateTimeOffset MeasuredAt, IReadOnlyDictionary<string, Value> Figures);

    /// <param name="Measure">count, minutes, cents, posts (thousandths), share (of <paramref name="Base"/>), meanshare (hundredths of a percent over <paramref name="Base"/>), mean.</param>
    /// <param name="Number">Null: nobody has said.</param>
    public sealed record Value(string Measure, long? Number, long? Base);

    public static void MapObservatory(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/poles/{pole}/observatory", async (Actor actor, Observatory observatory) => (await observatory.Of(actor)).Select(o => new Shown(
            o.Period.Code, o.Period.From, o.Period.To, o.MeasuredAt, o.Figures.Values.ToDictionary(m => m.Of.Name, m => new Value(Code(m), m.Value, m.Base))))).WithTags("observatory");

        routes.MapGet("/p/{pole}/observatoire.csv", async (Actor actor, Observatory observatory, Say say) =>
        {
            var rows = (await observatory.Of(actor)).SelectMany(o => o.Figures.Values, (o, m) => (IReadOnlyList<object?>)
                [o.Period.Code, o.Period.From, o.Period.To, m.Of.Name, say[$"observatory.of.{m.Of.Name}"], Code(m), m.Value, m.Base]);
            var file = new MemoryStream();
            await CsvFile.Write(file, say.Culture, ["period", "from", "to", "name", "indicator", "measure", "value", "base"], rows.ToAsyncEnumerable());
            return Results.File(file.ToArray(), MediaTypeNames.Text.Csv, $"{actor.PoleSlug}-observatoire.csv");
        }).ExcludeFromDescription();
    }

    private static string Code(Measured measured) => measured.Of.Measure.ToString().ToLowerInvariant();
}
