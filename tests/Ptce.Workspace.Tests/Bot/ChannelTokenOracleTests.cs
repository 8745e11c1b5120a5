using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

/// <summary>The same knocks shown to Microsoft's validator (npm botframework-connector): where it says no, we must not say yes.</summary>
public sealed class ChannelTokenOracleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bot", "oracle");

    [Fact]
    public async Task Whatever_Microsoft_s_validator_refuses_we_refuse()
    {
        await Installed();
        await using var signer = await FakeSigner.Start();
        var ours = new ChannelToken(signer.Settings, new SigningKeys(new HttpClient(), signer.Settings, signer.MetadataUrl, TimeProvider.System), TimeProvider.System);
        // Each knock is forged once, so that both judge the same letters.
        var rows = ChannelTokenRows.All.Select(row => (row, header: row.Header(signer))).Select(r => r.row with { Header = _ => r.header }).ToList();

        var answer = await Run("node", ["verdicts.mjs"], JsonSerializer.Serialize(new
        {
            metadata = signer.MetadataUrl,
            appId = FakeSigner.AppId,
            issuer = FakeSigner.Issuer,
            rows = rows.Select(r => new
            {
                name = r.Name,
                header = r.Header(signer),
                activity = new { type = "message", channelId = r.ChannelId, serviceUrl = r.ServiceUrl, recipient = new { id = "28:" + FakeSigner.AppId }, from = new { id = "29:u" }, conversation = new { id = "a:1" } },
            }),
        }));

        var theirs = JsonSerializer.Deserialize<Dictionary<string, string>>(answer)!;
        List<string> laxer = [], unlikeTheTable = [];
        foreach (var row in rows)
        {
            var said = theirs[row.Name];
            if (await ChannelTokenTests.Verdict(ours, row, signer) is TokenFault.None && said is not "ACCEPT") laxer.Add($"{row.Name}: {said}");
            if (row.OracleAccepts != said is "ACCEPT") unlikeTheTable.Add($"{row.Name}: {said}");
        }
        Assert.Empty(laxer);
        Assert.Empty(unlikeTheTable);
    }

    /// <summary>Installs the oracle beside the test program, once per lock file.</summary>
    private static async Task Installed()
    {
        var mark = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (File.Exists(mark) && File.GetLastWriteTimeUtc(mark) > File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"))) return;
        try
        {
            await Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException && Environment.GetEnvironmentVariable("CI") is not "true")
        {
            Assert.Skip($"Microsoft's validator could not be installed (node and npm are needed): {e.Message}");
        }
    }

    private static async Task<string> Run(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
