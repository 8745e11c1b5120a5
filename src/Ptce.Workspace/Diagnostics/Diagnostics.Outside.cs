using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Ptce.Workspace;

public sealed partial class Diagnostics
{
    /// <summary>The bot's registration, and when its certificate or (as far as somebody wrote it down, <c>Bot:SecretExpires</c>) its secret ends.</summary>
    private Finding Teams()
    {
        var bot = configuration.GetSection(BotSettings.Section).Get<BotSettings>() ?? new();
        if (bot.AppId.Trim() == "") return new("teams", Finding.Ok, Say("diagnostic.teams_none"));
        if (bot.AppType == BotAppType.UserAssignedMSI) return new("teams", Finding.Ok, Say("diagnostic.teams_identity"));
        if (bot.CertificateFile != "")
        {
            if (!File.Exists(bot.CertificateFile)) return new("teams", Finding.Bad, Say("diagnostic.teams_no_certificate", bot.CertificateFile), Say("diagnostic.do.teams"));
            using var certificate = Path.GetExtension(bot.CertificateFile).ToLowerInvariant() is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(bot.CertificateFile, bot.CertificatePassword)
                : X509CertificateLoader.LoadCertificateFromFile(bot.CertificateFile);
            return Ending(certificate.NotAfter.ToUniversalTime());
        }
        if (bot.Secret == "") return new("teams", Finding.Bad, Say("diagnostic.teams_no_secret"), Say("diagnostic.do.teams"));
        return DateTime.TryParse(configuration["Bot:SecretExpires"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var ends)
            ? Ending(ends) : new("teams", Finding.Ok, Say("diagnostic.teams_unknown_end"));
    }

    private Finding Ending(DateTime ends)
    {
        var left = new DateTimeOffset(ends, TimeSpan.Zero) - clock.GetUtcNow();
        var state = left < TimeSpan.FromDays(7) ? Finding.Bad : left < TimeSpan.FromDays(30) ? Finding.Warn : Finding.Ok;
        return new("teams", state, Say(left < TimeSpan.Zero ? "diagnostic.teams_ended" : "diagnostic.teams_ends", Day(new(ends, TimeSpan.Zero))), state == Finding.Ok ? null : Say("diagnostic.do.teams"));
    }

    /// <summary>Our clock against the store's, and against a server of the outside world where one is known and answers.</summary>
    private async Task<Finding> Time()
    {
        var off = 0L; // seconds
        var compared = false;
        if (store.Postgres is not null)
        {
            var theirs = await db.One<long>("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)");
            (off, compared) = ((long)Math.Abs((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(theirs)).TotalSeconds), true);
        }
        if (await Outside() is { } outside) (off, compared) = (Math.Max(off, (long)Math.Abs((clock.GetUtcNow() - outside).TotalSeconds)), true);
        if (!compared) return new("clock", Finding.Ok, Say("diagnostic.clock_alone"));
        var state = off > 300 ? Finding.Bad : off > 30 ? Finding.Warn : Finding.Ok; // Entra refuses tokens five minutes off
        return new("clock", state, Say("diagnostic.clock", off), state == Finding.Ok ? null : Say("diagnostic.do.clock"));
    }

    private async Task<DateTimeOffset?> Outside()
    {
        var address = configuration["Diagnostics:TimeFrom"] ?? (configuration["Bot:AppId"] is { Length: > 0 } ? "https://login.microsoftonline.com" : null);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = await http.SendAsync(new(HttpMethod.Head, uri));
            return answer.Headers.Date;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException) { return null; }
    }
}
