using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ptce.Workspace;

/// <summary>The app package that an administrator uploads to Teams: the manifest of <c>bot-manifest/</c> with this installation's ids and host, its languages, its icons.</summary>
/// <remarks>The same input gives the same bytes, so that a package can be compared with the one a tenant has.</remarks>
public sealed record TeamsPackage
{
    public const string FileName = "ptce-teams.zip";
    private const string Folder = "bot-manifest/";
    private const string NobodysId = "00000000-0000-0000-0000-000000000000", NobodysHost = "pole.example.org", FirstVersion = "0.1.0";
    private const int LongestHost = 253; // RFC 1035, 2.3.4
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); // a zip wants a date for each file

    private TeamsPackage(string appId, string host) => (AppId, Host) = (appId, host);

    /// <summary>The Entra application's id, lower case: the bot's id and the package's.</summary>
    public string AppId { get; }

    /// <summary>The public host, without scheme, port or path.</summary>
    public string Host { get; }

    /// <summary>Audience of the tab's tokens: to be written in the Entra application as "Application ID URI".</summary>
    public string Resource => $"api://{Host}/botid-{AppId}";

    /// <exception cref="Refused">«app-id» is no GUID, or the empty one; «host» is not the plain name of a public host.</exception>
    public static TeamsPackage For(string appId, string host)
    {
        Refused.If(!Guid.TryParseExact(appId.Trim(), "D", out var id) || id == Guid.Empty, "app-id", "teams.bad_app_id", appId);
        return new(id.ToString("D"), Plain(host.Trim()) ?? throw new Refused("host", "teams.bad_host", host.Trim()));
    }

    /// <summary>manifest.json, the languages and the two icons, all at the root.</summary>
    public byte[] Zip()
    {
        using var held = new MemoryStream();
        using (var zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in Files())
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var into = entry.Open();
                into.Write(content);
            }
        return held.ToArray();
    }

    private IEnumerable<(string Name, byte[] Content)> Files() => typeof(TeamsPackage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => (name[Folder.Length..], name.EndsWith(".json", StringComparison.Ordinal) ? Filled(Read(name)) : Read(name)));

    // Ids and hosts hold no sign that means something in JSON: the text can be filled in as text.
    private byte[] Filled(byte[] text) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text)
        .Replace(NobodysId, AppId, StringComparison.Ordinal)
        .Replace(NobodysHost, Host, StringComparison.Ordinal)
        .Replace($"\"version\": \"{FirstVersion}\"", $"\"version\": \"{typeof(TeamsPackage).Assembly.GetName().Version?.ToString(3) ?? FirstVersion}\"", StringComparison.Ordinal));

    private static byte[] Read(string name)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>The host in ASCII, or null: Teams reaches us over https on its usual port, by a name with at least one dot.</summary>
    private static string? Plain(string host)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host).ToLowerInvariant();
            return ascii.Length <= LongestHost && ascii.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(ascii) is UriHostNameType.Dns ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
