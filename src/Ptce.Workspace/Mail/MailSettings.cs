namespace Ptce.Workspace;

/// <summary>Section <c>Mail</c>: the server that takes our mail.</summary>
/// <remarks>
/// <code>
/// "Mail": { "Host": "smtp.example.org", "Port": 587, "User": "ptce", "Password": "…", "From": "Espace du pôle &lt;pole@example.org&gt;", "UseTls": true }
/// </code>
/// UseTls is STARTTLS, on port 587 as a rule; the implicit TLS of port 465 is not spoken. In Development without a Host
/// each mail is written as an .eml file into the data folder's mail/ and its link is shown on the page.
/// </remarks>
public sealed record MailSettings
{
    public string? Host { get; init; }
    public int Port { get; init; } = 587;
    public string? User { get; init; }
    public string? Password { get; init; }
    public string? From { get; init; }
    public bool UseTls { get; init; } = true;

    /// <summary>How long the server may take to answer.</summary>
    public int PatienceSeconds { get; init; } = 30;

    /// <summary>The address alone of <see cref="From"/>.</summary>
    public string Address => new System.Net.Mail.MailAddress(From ?? "ptce@localhost.localdomain").Address;

    /// <exception cref="CannotRun">A Host without a From, or a From that is no address.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Mail").Get<MailSettings>() ?? new();
        if (string.IsNullOrWhiteSpace(settings.Host)) return settings with { Host = null };
        if (!System.Net.Mail.MailAddress.TryCreate(settings.From, out _)) throw new CannotRun("mail.no_from", settings.From ?? "");
        return settings;
    }
}
