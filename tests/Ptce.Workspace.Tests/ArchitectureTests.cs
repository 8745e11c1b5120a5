using System.Text.RegularExpressions;

namespace Ptce.Workspace.Tests;

/// <summary>The shape of the program, kept by reading its source: what may know what, and how long a file may grow.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLines = 220; // 200 is the aim; a few lines over are cheaper than a bad cut

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    /// <summary>Who belongs where: every slice reads these for names and memberships, only these folders write them.</summary>
    private static readonly string[] Directory = ["poles", "organisations", "people", "mandates", "memberships"];
    private static readonly string[] WritesDirectory = ["Identity", "Poles", "Store"]; // the store counts each pole's events in its row

    /// <summary>Folders that name another's table, each with its reason.</summary>
    private static readonly Dictionary<(string Table, string Folder), string> Guests = new()
    {
        [("events", "Today")] = "the feed tells what happened",
        [("events", "Contributions")] = "a line's page tells its own history",
        [("events", "Webhooks")] = "a webhook is told each event of its pole",
        [("events", "Agreements")] = "an agreement is valued once each of its lines was validated",
        [("offers", "Agreements")] = "a match stands between a need and an offer",
        [("offers", "Purchases")] = "a group purchase stands on an offer, and bears its title",
        [("agreements", "Cooperations")] = "a cooperation holds the agreements of its members",
        [("contributions", "Cooperations")] = "a cooperation adds up the hours linked to it",
        [("meeting_series", "Decisions")] = "a decision says in which series it was taken",
        [("occurrences", "Decisions")] = "and on which day",
        [("meeting_series", "Actions")] = "an action says in which series it was agreed",
        [("occurrences", "Actions")] = "and on which day",
        [("contributions", "Workshops")] = "attendance says where its hours stand",
        [("contributions", "Digests")] = "an approved digest is compared with the lines it locked",
        [("contributions", "Evidence")] = "a digest seals what proves its lines",
        [("contributions", "Lending")] = "a loan says where the days of its months stand",
    };

    /// <summary>Acts whose command is still to come.</summary>
    private static readonly Act[] Promised = [Act.ImportContributions];

    [Fact]
    public void A_file_is_read_in_one_go()
    {
        var tooLong = Source.Files.Where(f => f.Value.Count(c => c == '\n') > MostLines && !LongFiles.ContainsKey(f.Key)).Select(f => f.Key);
        Assert.Empty(tooLong);
        Assert.All(LongFiles.Keys, file => Assert.True(Source.Files.ContainsKey(file), $"{file} is gone: it needs no exception."));
    }

    [Fact]
    public void No_folder_is_a_drawer_for_what_has_no_name()
    {
        string[] drawers = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Managers", "Misc", "Services", "Models"];
        Assert.DoesNotContain(Source.Files.Keys, f => f.Split('/').Intersect(drawers, StringComparer.OrdinalIgnoreCase).Any());
    }

    [Fact]
    public void Each_table_belongs_to_one_slice()
    {
        var tables = Source.Files.Where(f => f.Key.StartsWith("migrations/", StringComparison.Ordinal)).SelectMany(f => Created().Matches(f.Value)).Select(m => m.Groups[1].Value).ToHashSet();
        var uses = Source.Code.SelectMany(f => Named().Matches(f.Value), (f, m) => (Table: m.Groups["table"].Value, Folder: Source.Slice(f.Key), Writes: m.Groups["writes"].Success))
            .Where(u => tables.Contains(u.Table) && !Guests.ContainsKey((u.Table, u.Folder)))
            .Where(u => u.Folder != "Observatory" || u.Writes) // it measures every slice, and writes its own table alone
            .Where(u => !Directory.Contains(u.Table) || (u.Writes && !WritesDirectory.Contains(u.Folder)))
            .GroupBy(u => u.Table, u => u.Folder);
        Assert.Empty(uses.Where(u => u.Distinct().Count() > (Directory.Contains(u.Key) ? 0 : 1)).Select(u => $"{u.Key}: {string.Join(", ", u.Distinct())}"));
    }

    [Fact]
    public void Slices_know_no_scheduler_and_no_web_only_doors_do()
    {
        Assert.Empty(Source.Code.Where(f => f.Value.Contains("Quartz", StringComparison.Ordinal) && Source.Slice(f.Key) != "Jobs").Select(f => f.Key));
        Assert.Empty(Source.Code.Where(f => Web().IsMatch(f.Value) && !IsDoor(f.Key)).Select(f => f.Key));
    }

    private static bool IsDoor(string file) =>
        Source.Slice(file) is "" or "Identity" or "Shared" or "Live" || Path.GetFileName(file).Split('.')[0] is var name
        && (file.EndsWith(".cshtml.cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".Api.cs", StringComparison.Ordinal)
            || name.EndsWith("Doors", StringComparison.Ordinal) || name.EndsWith("Endpoint", StringComparison.Ordinal) || name.EndsWith("Api", StringComparison.Ordinal));

    [Fact]
    public void Time_comes_from_the_clock_that_tests_can_turn() =>
        Assert.Empty(Source.Code.Where(f => WallClockRead().IsMatch(f.Value)).Select(f => f.Key));

    [Fact]
    public void Every_act_is_in_the_table_of_rights_and_asked_for_somewhere() => Assert.All(Enum.GetValues<Act>().Except(Promised), act =>
    {
        Assert.NotEqual(Roles.None, Rights.Of(act));
        Assert.True(Source.Code.Any(f => !f.Key.EndsWith("/Rights.cs", StringComparison.Ordinal) && f.Value.Contains($"Act.{act}", StringComparison.Ordinal)), $"Nothing asks for {act}.");
    });

    [GeneratedRegex(@"create table (?:if not exists )?(\w+)")]
    private static partial Regex Created();

    [GeneratedRegex(@"\b(?:(?<writes>insert into|update|delete from)|from|join)\s+(?<table>[a-z_]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(HttpContext|HttpRequest|HttpResponse|IFormFile|IHttpContextAccessor)\b")]
    private static partial Regex Web();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\b|Environment\.TickCount")]
    private static partial Regex WallClockRead();
}
