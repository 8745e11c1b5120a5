using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Ptce.Workspace.Tests;

/// <summary>A workbook of ours, opened by another program: it opens, and computes our formulas to the values we wrote beside them.</summary>
public sealed class LibreOfficeTests() : PackTest(On.Sqlite)
{
    [Fact]
    public async Task LibreOffice_reads_every_sheet_and_computes_our_sums_to_the_cent()
    {
        if (!OnPath("soffice")) { Absent.Skip("LibreOffice is not there (soffice). On Debian: apt-get install libreoffice-calc-nogui; ./test.sh does so as root."); return; }
        await Line("2026-03-02", minutes: 50, beneficiary: "Val Horizon"); // 10,0166… → 10,02
        await Line("2026-03-03", minutes: 125, of: Cast.Elise, beneficiary: "Elips");
        await Line("2026-03-04", "locaux", 0, giver: "La Coursive", quantity: 3, unitValueCents: 25_00, unit: "=1+1");
        await Line("2026-03-05", "benevolat_politique", 180, of: Cast.Elise);
        var digest = await March();
        var id = await Get<Exports>().Ask(Cast.David, digest.Id, Export.All, "xlsx", Fr);
        await Get<Exports>().Make(id, JobAccount.Unkept(), TestContext.Current.CancellationToken);
        var made = (await Get<Exports>().Mine(Cast.David, digest.Id)).Single();
        var folder = Directory.CreateTempSubdirectory("ptce-calc-").FullName;
        try
        {
            File.Copy((await Get<Exports>().Fetch(Cast.David, id, made.Secret)).File, Path.Combine(folder, "written.xlsx"));
            WithoutValues(Path.Combine(folder, "written.xlsx"), Path.Combine(folder, "computed.xlsx"));
            await Convert(folder);

            var written = Sheets(folder, "written");
            Assert.True(written.Count > 10, $"{written.Count} sheets");
            Assert.Equal(written, Sheets(folder, "computed"));
            // 10,02 + 25,04 + 36,06 + 75,00 = 146,12
            Assert.True(written.Values.Any(s => s.Split('\n').Any(row => row.StartsWith("Total;", StringComparison.Ordinal) && row.Contains("146.12", StringComparison.Ordinal))), string.Join("\n", written.Values));
            Assert.DoesNotContain(written.Values, s => s.Contains("Err:", StringComparison.Ordinal) || s.Contains('#', StringComparison.Ordinal));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The same workbook whose formulas have no value yet: whoever opens it must compute them.</summary>
    private static void WithoutValues(string from, string to)
    {
        File.Copy(from, to);
        XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var zip = ZipFile.Open(to, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal)).ToList())
        {
            XElement sheet;
            using (var read = entry.Open()) sheet = XElement.Load(read);
            foreach (var cell in sheet.Descendants(x + "c").Where(c => c.Element(x + "f") is not null)) cell.Element(x + "v")?.Remove();
            var name = entry.FullName;
            entry.Delete();
            using var write = zip.CreateEntry(name).Open();
            sheet.Save(write);
        }
    }

    /// <summary>Both files in one run: the program takes seconds to start.</summary>
    private static async Task Convert(string folder)
    {
        // ";" between fields, UTF-8, values as they are and not as they are shown, every sheet to a file of its own.
        using var run = Process.Start(new ProcessStartInfo("soffice",
            ["-env:UserInstallation=file://" + folder + "/profile", "--headless", "--norestore", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,false,false,false,false,-1",
                "--outdir", folder, Path.Combine(folder, "written.xlsx"), Path.Combine(folder, "computed.xlsx")])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, await said);
    }

    private static Dictionary<string, string> Sheets(string folder, string file) =>
        Directory.GetFiles(folder, file + "-*.csv").ToDictionary(f => Path.GetFileNameWithoutExtension(f)[(file.Length + 1)..], File.ReadAllText);
}
