using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ptce.Workspace.Tests;

/// <summary>The file an administrator uploads to Teams, judged by Microsoft's own schemas.</summary>
public sealed class TeamsPackageTests
{
    private const string AppId = "5d0e9c1a-77aa-4b0f-8f5e-3c2b1a099887";

    [Fact]
    public async Task Microsoft_s_schemas_find_nothing_wrong_with_it_and_something_with_a_spoilt_one()
    {
        await using var schema = await Node.Start("Teams/schema", "verdict.mjs");
        var files = Unzip(TeamsPackage.For(AppId, "pole.example.fr").Zip());
        var manifest = Json(files["manifest.json"]);
        var languages = Languages(manifest).ToDictionary(f => f, f => Json(files[f]));

        Assert.Empty(await Verdict(manifest, languages));
        Assert.Equal(["fr.json", "en.json", "de.json"], languages.Keys);

        manifest["bots"]![0]!["scopes"]![0] = "everybody";
        languages["de.json"]["bots[0].title"] = "?";
        Assert.Contains(await Verdict(manifest, languages), w => w.StartsWith("manifest.json/bots/0/scopes/0", StringComparison.Ordinal));
        Assert.Contains(await Verdict(manifest, languages), w => w.StartsWith("de.json", StringComparison.Ordinal));

        async Task<string[]> Verdict(JsonNode manifest, Dictionary<string, JsonNode> languages)
        {
            await schema.Say(JsonSerializer.Serialize(new { manifest, languages }));
            return JsonSerializer.Deserialize<string[]>(await schema.Line())!;
        }
    }

    [Fact]
    public void Ids_and_hosts_are_filled_in_everywhere_and_every_address_is_ours()
    {
        var files = Unzip(TeamsPackage.For(AppId.ToUpperInvariant(), " Pôle.Example.FR ").Zip());
        var text = string.Concat(files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)).Select(f => System.Text.Encoding.UTF8.GetString(f.Value)));
        var manifest = Json(files["manifest.json"]);

        Assert.DoesNotContain("pole.example.org", text);
        Assert.DoesNotContain("00000000-", text);
        Assert.Equal((AppId, AppId, AppId), ((string)manifest["id"]!, (string)manifest["bots"]![0]!["botId"]!, (string)manifest["composeExtensions"]![0]!["botId"]!));
        Assert.Equal($"api://xn--ple-kna.example.fr/botid-{AppId}", (string)manifest["webApplicationInfo"]!["resource"]!);
        Assert.Equal("xn--ple-kna.example.fr", (string)manifest["validDomains"]![0]!);
        Assert.All(manifest["staticTabs"]!.AsArray().Where(t => t!["contentUrl"] is not null), t => Assert.StartsWith("https://xn--ple-kna.example.fr/onglet/", (string)t!["contentUrl"]!));
    }

    [Fact]
    public void Everything_a_reader_sees_is_said_in_the_three_languages()
    {
        var files = Unzip(TeamsPackage.For(AppId, "pole.example.fr").Zip());
        var manifest = Json(files["manifest.json"]);
        var shown = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["name.short"] = "", ["name.full"] = "", ["description.short"] = "", ["description.full"] = "" };
        foreach (var (list, l) in manifest["bots"]![0]!["commandLists"]!.AsArray().Select((n, i) => (n!, i)))
            foreach (var i in Enumerable.Range(0, list["commands"]!.AsArray().Count)) (shown[$"bots[0].commandLists[{l}].commands[{i}].title"], shown[$"bots[0].commandLists[{l}].commands[{i}].description"]) = ("", "");
        foreach (var (tab, i) in manifest["staticTabs"]!.AsArray().Select((n, i) => (n!, i)))
            if (tab["name"] is not null) shown[$"staticTabs[{i}].name"] = "";
        foreach (var (command, i) in manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select((n, i) => (n!, i)))
        {
            (shown[$"composeExtensions[0].commands[{i}].title"], shown[$"composeExtensions[0].commands[{i}].description"]) = ("", "");
            if (command["parameters"] is not null) (shown[$"composeExtensions[0].commands[{i}].parameters[0].title"], shown[$"composeExtensions[0].commands[{i}].parameters[0].description"]) = ("", "");
        }

        foreach (var file in Languages(manifest))
            Assert.Equal(shown.Keys, Json(files[file]).AsObject().Select(p => p.Key).Where(k => k != "$schema").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_icons_have_the_sizes_Teams_asks_for_and_the_outline_is_white_on_nothing()
    {
        var files = Unzip(TeamsPackage.For(AppId, "pole.example.fr").Zip());
        Assert.Equal((192, 192), Size(files["color.png"]));
        Assert.Equal((32, 32), Size(files["outline.png"]));
        Assert.Equal(6, files["outline.png"][25]); // RGBA: transparency is there
        Assert.Equal(["color.png", "de.json", "en.json", "fr.json", "manifest.json", "outline.png"], files.Keys.Order(StringComparer.Ordinal));

        // PNG, 11.2.1: width and height stand first in the header chunk.
        static (int, int) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public void The_same_ids_give_the_same_file() =>
        Assert.Equal(TeamsPackage.For(AppId, "pole.example.fr").Zip(), TeamsPackage.For(AppId, "POLE.example.fr").Zip());

    [Theory]
    [InlineData("", "pole.example.fr", "app-id")]
    [InlineData("mon-app", "pole.example.fr", "app-id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "pole.example.fr", "app-id")]
    [InlineData("{5d0e9c1a-77aa-4b0f-8f5e-3c2b1a099887}", "pole.example.fr", "app-id")]
    [InlineData(AppId, "", "host")]
    [InlineData(AppId, "localhost", "host")]
    [InlineData(AppId, "https://pole.example.fr", "host")]
    [InlineData(AppId, "pole.example.fr:8443", "host")]
    [InlineData(AppId, "pole.example.fr/p", "host")]
    [InlineData(AppId, "192.168.1.12", "host")]
    [InlineData(AppId, "*.example.fr", "host")]
    [InlineData(AppId, "pole.example.fr\",\"x\":\"", "host")]
    public void A_wrong_id_or_host_is_refused_in_a_sentence_and_writes_nothing(string appId, string host, string field)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".zip");
        var (said, refused) = (new StringWriter(), new StringWriter());

        Assert.Equal(1, TeamsVerbs.Write(appId, host, file, said, refused));
        Assert.False(File.Exists(file));
        var reason = Assert.Throws<Refused>(() => TeamsPackage.For(appId, host));
        Assert.Equal((field, reason.In(Desk.Language)), (reason.Field, refused.ToString().TrimEnd()));
        Assert.Equal("", said.ToString());
    }

    [Fact]
    public void The_verb_writes_the_file_and_says_what_to_do_with_it()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".zip");
        var said = new StringWriter();
        try
        {
            Assert.Equal(0, TeamsVerbs.Write(AppId, "pole.example.fr", file, said, TextWriter.Null));
            Assert.Contains($"api://pole.example.fr/botid-{AppId}", said.ToString());
            Assert.Equal(TeamsPackage.For(AppId, "pole.example.fr").Zip(), File.ReadAllBytes(file));
        }
        finally { File.Delete(file); }
        Assert.Equal(1, TeamsVerbs.Write(AppId, "pole.example.fr", Path.Combine(file, "nowhere.zip"), said, TextWriter.Null));
    }

    private static Dictionary<string, byte[]> Unzip(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var from = e.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        });
    }

    private static JsonNode Json(byte[] content) => JsonNode.Parse(content)!;

    private static IEnumerable<string> Languages(JsonNode manifest) => manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(l => (string)l!["file"]!)
        .Prepend((string)manifest["localizationInfo"]!["defaultLanguageFile"]!);
}
