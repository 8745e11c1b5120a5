using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>verify FILE</c>: what somebody who holds a pack, and nothing else, can prove.</summary>
public static class ProofVerbs
{
    private static readonly Argument<string> Source = Input.First("FILE.txt", "proof");
    private static readonly Option<string?> Hash = Input.Text("--hash", shape: "SHA-256");
    private static readonly Option<string?> Lines = Input.Text("--lines", shape: "FILE.csv");

    public static Command Verify => Desk.Storeless("verify", asked =>
    {
        var t = new Say(Desk.Language);
        var counted = new Dictionary<string, SealedLine>();
        var csv = asked.GetValue(Lines);
        var text = SealedText.Read(asked.GetValue(Source)!, csv is null ? null : line => counted[line.ContributionId] = line);
        foreach (var said in Summary(text, t)) Console.WriteLine(said);
        if (csv is not null)
        {
            Compare(csv, text.Hash, counted);
            Console.WriteLine(t["digests.proof.lines", text.Lines]);
        }
        var given = asked.GetValue(Hash)?.Trim();
        var other = given is not null && !string.Equals(given, text.Hash, StringComparison.OrdinalIgnoreCase);
        Console.WriteLine(given is null ? t["digests.proof.compare"] : other ? t["digests.proof.other", given] : t["digests.proof.same"]);
        return Task.FromResult(other ? 1 : 0);
    }, Source, Hash, Lines);

    private static IEnumerable<string> Summary(SealedText text, Say t) =>
    [
        t["digests.proof.of", t.Period(text.From, text.To)],
        t["digests.summary.total", t.Duration(text.Minutes), t.Money(text.ValueCents), text.Lines],
        .. text.Sums.Where(s => s.Facet == "kind").Select(k => $"  {t.Kind(k.Name),-36} {t.Duration(k.Minutes),12} {t.Money(k.ValueCents),16}"),
        .. text.Sums.Where(s => s.Facet == "account").Select(a => $"  {t["digests.account", a.Name],-36} {"",12} {t.Money(a.ValueCents),16}"),
        t["digests.summary.excluded", text.Excluded],
        .. text.Rates.Select(r => "  " + t.Used(r)),
        t["digests.proof.adds_up"],
        t["digests.summary.hash", text.Hash],
    ];

    /// <summary>The CSV of the lines, in whatever language it was made, against the lines of the text.</summary>
    /// <exception cref="BadFile">Rows that say something else, each with its line.</exception>
    private static void Compare(string csv, string hash, Dictionary<string, SealedLine> counted)
    {
        var (rows, bad) = (CsvFile.Read(csv), new List<BadRow>());
        var language = Words.Languages.FirstOrDefault(l => Column(l, "line_id") is var id && rows[0].Columns.ContainsKey(id)) ?? throw new Refused("lines", "csv.columns", Column("fr", "line_id"), Column("fr", "line_id"));
        foreach (var row in rows)
        {
            string Cell(string name) => row[Column(language, name)];
            var said = counted.Remove(Cell("line_id"), out var line)
                && line == new SealedLine(line.ContributionId, Cell("day"), (long)Field.Number(Cell("minutes"), "minutes"), Field.CentsIfAny(Cell("value"), "value") ?? 0) && Cell("hash") == hash;
            if (!said) bad.Add(new(row.Line, new("lines", "digests.proof.line_differs")));
        }
        if (bad.Count > 0) throw new BadFile(bad);
        Refused.If(counted.Count > 0, "lines", "digests.proof.line_missing", counted.Count, counted.Keys.FirstOrDefault());
    }

    private static string Column(string language, string name) => Words.Say(language, "packs.column." + name).ToLowerInvariant();
}
