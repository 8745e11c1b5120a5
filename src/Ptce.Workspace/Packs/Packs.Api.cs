namespace Ptce.Workspace;

/// <summary>The API's door to packs: the figures of the pages as JSON, and the same files. Which digest is said by its id, or by its period.</summary>
public static class PacksApi
{
    /// <summary>Which digest: its id; or its first and last day, for the approved one of that period, else the newest.</summary>
    private static async Task<string> Which(Digests digests, Actor actor, string? digest, DateOnly? from, DateOnly? to)
    {
        if (digest is not null) return digest;
        Refused.If(from is null, "from", "packs.refused.which");
        Refused.If(to is null, "to", "packs.refused.which");
        return (await digests.OfPeriod(actor, from!.Value, to!.Value)).Id;
    }

    /// <summary>A pack that can be asked for.</summary>
    public sealed record Offered(string Name, string Title, string What);

    /// <param name="Holds">text, cents, minutes, day, count, quantity or percent.</param>
    /// <param name="Summed">The blocks add it up.</param>
    public sealed record Column(string Header, string Holds, bool Summed);

    /// <param name="Cells">One per column, null where there is none.</param>
    /// <param name="Behind">Address of the lines behind the figures.</param>
    public sealed record Row(IReadOnlyList<object?> Cells, string? Behind);

    /// <param name="Sums">One per column, of the rows of this block.</param>
    public sealed record Block(string? Heading, IReadOnlyList<Row> Rows, IReadOnlyList<object?>? Sums);

    public sealed record Sheet(string Name, string Title, string? Lede, IReadOnlyList<Column> Columns, IReadOnlyList<Block> Blocks);

    /// <param name="Hash">Of the digest every figure stands in.</param>
    public sealed record Shown(
        string Name, string Title, string? About, string Digest, DateOnly From, DateOnly To, string State, long Version, string Hash, IReadOnlyList<Sheet> Tables, IReadOnlyList<PackNote> Notes)
    {
        internal static Shown Of(Pack p) => new(p.Name, p.Title, p.About, p.Digest.Id, p.Digest.FromDay, p.Digest.ToDay, p.Digest.State, p.Digest.Version, p.Digest.Hash!,
            [.. p.Tables.Select(t => new Sheet(t.Name, t.Title, t.Lede, [.. t.Columns.Select(c => new Column(c.Header, Holds(c.Shape), c.Summed))],
                [.. t.Blocks.Select(b => new Block(b.Heading, [.. b.Rows.Select(r => new Row(r.Cells, r.Href))], b.Total is null ? null : [.. t.Columns.Select((_, i) => t.Sum(b, i))]))]))],
            p.Notes);

        private static string Holds(Shape shape) => shape switch { Shape.Money => "cents", Shape.Time => "minutes", _ => shape.ToString().ToLowerInvariant() };
    }

    public static void MapPacksApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/poles/{pole}/packs").WithTags("packs");

        api.MapGet("", (Actor actor, Say say) =>
        {
            actor.Must(Act.ReadApproved);
            return PackNames.All.Select(name => new Offered(name, say[$"packs.{name}.title"], say[$"packs.{name}.what"]));
        });

        api.MapGet("/{name}", async (string name, string? digest, DateOnly? from, DateOnly? to, bool? values, string? organisation, string? person, Actor actor, Packs packs, Digests digests, Say say) =>
            Shown.Of(await packs.Of(actor, await Which(digests, actor, digest, from, to), new(name, values ?? true, organisation, person), say)));

        // The files of the pages: xlsx, csv (one table), txt (the entries as a FEC).
        foreach (var format in Packs.Formats)
            api.MapGet($"/{{name}}.{format}", async (string name, string? digest, DateOnly? from, DateOnly? to, bool? values, string? organisation, string? person, string? table, Actor actor, Packs packs, Digests digests, Say say) =>
                await PackDoors.File(packs, actor, await Which(digests, actor, digest, from, to), new(name, values ?? true, organisation, person), format, table, say));
    }
}
