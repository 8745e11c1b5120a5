using System.Globalization;
using System.Text;

namespace Ptce.Workspace.Bench;

/// <summary>A line of a large file beside a line of a small one: taking a file in must cost what its length says, and no more.</summary>
/// <remarks>From the file on the disk to the commit, each file in an empty store of its own; no two lines are alike, and no day of a person is full.</remarks>
public sealed class ImportTrial : Trial
{
    private const int Small = 10_000, Organisations = 30, People = 300;
    private static readonly string[] Things = ["locaux;;3;25,00", "denrees;;12,5;1,20", "materiel;;2;8,00"];

    public override string Name => "import";

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        var many = bench.Lines(200_000);
        var (ours, theirs) = await Interleaved(bench.Rounds, _ => Import(bench, many), _ => Import(bench, Small));
        yield return new("import, a line of many / of few", ours / many / (theirs / Small), 1.25, AtMost: true,
            string.Create(CultureInfo.InvariantCulture, $"{many:N0} lines: {ours:0.00} s, {ours / many * 1e6:0} µs each; {Small:N0} lines: {theirs:0.00} s, {theirs / Small * 1e6:0} µs each"));
    }

    private async Task<double> Import(Workbench bench, int lines)
    {
        await using var slices = await bench.Slices(Name);
        var pole = await new Ledger(slices).Found("Pôle du fichier", Organisations, People);
        var file = Path.Combine(bench.FolderOf(Name), "contributions.csv");
        await File.WriteAllTextAsync(file, Csv(pole, lines));
        var seconds = await Seconds(() => slices.GetRequiredService<Contributions>().Import(pole, null, ContributionFiles.Read(file, "ptce")));
        await slices.DisposeAsync();
        bench.Forget(Name);
        return seconds;
    }

    private static string Csv(Pole pole, int lines)
    {
        var (csv, last) = (new StringBuilder(ContributionFiles.Header).Append('\n'), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1));
        for (var i = 0; i < lines; i++)
        {
            var (person, day) = (i % People, last.AddDays(-(i / People * 389 % 1500))); // days in no order, as files come
            var receiver = i % 2 == 0 ? "" : $"Organisation {(person + 1) % Organisations} de {pole.Name}";
            csv.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd};{(i % 10 < 7 ? $"Personne {person} de {pole.Name}" : "")};Organisation {person % Organisations} de {pole.Name};{receiver};");
            csv.Append(CultureInfo.InvariantCulture, $"{(i % 10 < 7 ? $"default;{15 + i % 30 * 15};;" : Things[i % Things.Length])};cotech;ligne {i}\n");
        }
        return csv.ToString();
    }
}
