using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Listens to the meters of the program, of ASP.NET and of the runtime, and writes them as Prometheus text. Nothing in them names a person.</summary>
public sealed class Measures : IHostedService, IDisposable
{
    private const int MostSeries = 2000; // beyond, new ones are not kept
    private static readonly string[] Meters = [Meter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600];

    /// <summary>The program's own meter.</summary>
    public static class Meter
    {
        public const string Name = "Ptce.Workspace";
        private static readonly System.Diagnostics.Metrics.Meter Own = new(Name);

        public static readonly Counter<long> Deliveries = Own.CreateCounter<long>("ptce.deliveries", description: "Deliveries tried, by channel and outcome");
        public static readonly Histogram<double> Jobs = Own.CreateHistogram<double>("ptce.jobs", "s", "Runs of jobs, by job and outcome");
    }

    private sealed class Series
    {
        public double Sum, Last;
        public long Count;
        public readonly long[] Under = new long[Buckets.Length];
    }

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (Instrument Instrument, SortedDictionary<string, Series> Series)> _all = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Deliveries _deliveries;
    private int _count;

    public Measures(Deliveries deliveries)
    {
        _deliveries = deliveries;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Take(i, v, tags));
        _listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Take(i, v, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (key, tag) in tags) labels.Add($"{Clean(key)}=\"{Escape(Convert.ToString(tag, CultureInfo.InvariantCulture) ?? "")}\"");
        labels.Sort(StringComparer.Ordinal);
        var label = string.Join(",", labels);
        lock (_gate)
        {
            if (!_all.TryGetValue(instrument.Name, out var known)) _all[instrument.Name] = known = (instrument, new(StringComparer.Ordinal));
            if (!known.Series.TryGetValue(label, out var series))
            {
                if (_count++ >= MostSeries) return;
                known.Series[label] = series = new();
            }
            series.Sum += value;
            series.Last = value;
            series.Count++;
            for (var i = 0; i < Buckets.Length; i++) if (value <= Buckets[i]) series.Under[i]++;
        }
    }

    /// <summary>All of it, with the state of the queue as it is now.</summary>
    public async Task<string> Text()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_gate) foreach (var (name, (instrument, series)) in _all) Write(text, Clean(name) + Unit(instrument), instrument, series);
        var due = await _deliveries.Waiting();
        text.Append(CultureInfo.InvariantCulture, $"# TYPE ptce_deliveries_due gauge\nptce_deliveries_due {due.Due}\n# TYPE ptce_deliveries_parked gauge\nptce_deliveries_parked {due.Parked}\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, Instrument instrument, SortedDictionary<string, Series> all)
    {
        var kind = instrument.GetType().Name;
        var histogram = kind.StartsWith("Histogram", StringComparison.Ordinal);
        var counter = kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal);
        if (counter) name += "_total";
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(histogram ? "histogram" : counter ? "counter" : "gauge")}\n");
        foreach (var (labels, series) in all)
        {
            var of = labels == "" ? "" : $"{{{labels}}}";
            if (!histogram)
            {
                // What is observed says where it stands; what is added says by how much.
                text.Append(CultureInfo.InvariantCulture, $"{name}{of} {(kind.StartsWith("Observable", StringComparison.Ordinal) ? series.Last : series.Sum)}\n");
                continue;
            }
            var before = labels == "" ? "" : labels + ",";
            for (var i = 0; i < Buckets.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Buckets[i]}\"}} {series.Under[i]}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {series.Count}\n{name}_sum{of} {series.Sum}\n{name}_count{of} {series.Count}\n");
        }
    }

    private static string Unit(Instrument instrument) => instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };

    private static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
