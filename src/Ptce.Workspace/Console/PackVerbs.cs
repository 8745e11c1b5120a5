using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>packs list</c>, <c>packs export</c>: what is filed out of a digest, without a browser.</summary>
public static class PackVerbs
{
    private static readonly Argument<string> Name = Input.First("NAME", "pack", string.Join(", ", PackNames.Files));
    private static readonly Option<string> From = Input.Needed("--from", shape: Input.Day);
    private static readonly Option<string> To = Input.Needed("--to", shape: Input.Day);
    private static readonly Option<string> Out = Input.Needed("--out", "pack_file", "FILE");
    private static readonly Option<string?> Table = Input.Text("--table");
    private static readonly Option<string?> Organisation = Input.Text("--organisation", "pack_organisation");
    private static readonly Option<string?> Person = Input.Text("--person", "pack_person");
    private static readonly Option<bool> Quantities = Input.Flag("--quantities");
    private static readonly Option<string?> By = Input.Text("--by");

    public static IEnumerable<Command> All => [Desk.Family("packs", List, Export)];

    private static Command List => Desk.Verb("packs list", (_, _) =>
    {
        var t = new Say(Desk.Language);
        foreach (var name in PackNames.All) Console.WriteLine($"{name,-18} {t[$"packs.{name}.title"]}");
        return Task.FromResult(0);
    });

    private static Command Export => Desk.Verb("packs export", async (asked, desk) =>
    {
        var (pole, t) = (await desk.Pole(asked), new Say(Desk.Language));
        var (name, path) = (asked.GetValue(Name)!, asked.GetValue(Out)!);
        var format = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        Refused.If(!PackNames.Files.Contains(name), "name", "packs.unknown", name, string.Join(", ", PackNames.Files));
        Refused.If(!Packs.Formats.Contains(format), "out", "packs.unknown_format", path);
        Refused.If(File.Exists(path), "out", "contributions.export_exists", path);
        var actor = asked.GetValue(By) is { } email
            ? await desk.Person("by", email, pole)
            : Actors.AtConsole(pole, Desk.Language);
        var digest = await Digest(desk, actor, Field.Day(asked.GetValue(From), "from"), Field.Day(asked.GetValue(To), "to"));
        var names = await desk.Get<Members>().AllNames(pole.Id);
        var organisation = asked.GetValue(Organisation) is { } wanted ? names.Organisations.FirstOrDefault(o => string.Equals(o.Value, wanted.Trim(), StringComparison.OrdinalIgnoreCase)).Key ?? throw new Refused("organisation", "contributions.unknown_organisation", wanted) : null;
        var person = asked.GetValue(Person) is { } address ? (await desk.Person("person", address, pole)).PersonId : null;
        var file = new MemoryStream();
        var (packs, pack, table) = (desk.Get<Packs>(), new PackAsked(name, !asked.GetValue(Quantities), organisation, person), asked.GetValue(Table));
        try { await packs.Write(actor, digest.Id, pack, format, table, file, t); }
        catch (NotHere) when (table is not null && format == "csv")
        {
            throw new Refused("table", "packs.no_table", table, string.Join(", ", (await packs.Of(actor, digest.Id, pack, t)).Tables.Select(one => one.Name)));
        }
        catch (NotHere) { throw new Refused("out", "packs.other_format", name, format); }
        await using var written = Desk.NewFile(path, "out");
        file.WriteTo(written);
        Console.WriteLine(t["packs.exported", Digests.Title(digest, t), Packs.Standing(digest, t), digest.Hash]);
        return 0;
    }, Name, Desk.PoleName, From, To, Out, Table, Organisation, Person, Quantities, By);

    private static async Task<Digest> Digest(Desk desk, Actor actor, DateOnly from, DateOnly to)
    {
        try { return await desk.Get<Digests>().OfPeriod(actor, from, to); }
        catch (NotHere) { throw new Refused("from", "packs.no_digest", $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}", actor.PoleName); }
    }
}
