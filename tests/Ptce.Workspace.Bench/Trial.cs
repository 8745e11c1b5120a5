using System.Diagnostics;
using System.Globalization;

namespace Ptce.Workspace.Bench;

/// <summary>One promise about speed: what the product takes beside what the machine takes for the least that must be done.</summary>
public abstract class Trial
{
    public abstract string Name { get; }

    public abstract IAsyncEnumerable<Ratio> Run(Workbench bench);

    /// <summary>Product, reference, product, reference …: what disturbs the machine disturbs both.</summary>
    /// <returns>The middle of each, in seconds.</returns>
    protected static async Task<(double Product, double Reference)> Interleaved(int rounds, Func<int, Task<double>> product, Func<int, Task<double>> reference)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await product(round));
            theirs.Add(await reference(round));
        }
        return (Middle(ours), Middle(theirs));
    }

    protected static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2 : 0;

    protected static async Task<double> Seconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}

/// <summary>What was measured beside what was promised.</summary>
/// <param name="AtMost">The promise is an upper bound; else a lower one.</param>
/// <param name="Detail">The absolute figures, for this run only.</param>
public sealed record Ratio(string What, double Value, double Target, bool AtMost, string Detail, string Unit = "×")
{
    public bool Met => AtMost ? Value <= Target : Value >= Target;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{What,-34} {Value,8:0.00} {Unit,-2}  target {(AtMost ? "≤" : "≥")} {Target:0.##} {Unit,-2}  {(Met ? "met   " : "MISSED")}  {Detail}");
}
