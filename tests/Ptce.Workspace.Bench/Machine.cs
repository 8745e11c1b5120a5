using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ptce.Workspace.Bench;

/// <summary>What it ran on: ratios of one run are comparable, absolute figures of two machines are not.</summary>
public static class Machine
{
    private const int Probe = 64 << 20; // bytes

    public static string Describe(string folder) => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0.0} GB, {Disk(folder)}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Configuration}");

    private static string Disk(string folder)
    {
        var file = Path.Combine(folder, "probe");
        var watch = Stopwatch.StartNew();
        using (var probe = new FileStream(file, FileMode.Create))
        {
            probe.Write(new byte[Probe]);
            probe.Flush(flushToDisk: true);
        }
        File.Delete(file);
        return string.Create(CultureInfo.InvariantCulture, $"disk {new DriveInfo(folder).DriveFormat} {Probe / watch.Elapsed.TotalSeconds / (1 << 20):0} MB/s durable");
    }

    private const string Configuration =
#if DEBUG
        "Debug build: figures mean nothing";
#else
        "Release build";
#endif
}
