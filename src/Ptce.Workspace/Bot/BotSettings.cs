namespace Ptce.Workspace;

/// <summary>How the bot is registered with Microsoft for its outbound token.</summary>
public enum BotAppType
{
    /// <summary>One tenant; what new bots are since August 2025.</summary>
    SingleTenant,
    /// <summary>Older registrations, kept because existing ones still work.</summary>
    MultiTenant,
    /// <summary>A user-assigned managed identity: no secret to keep.</summary>
    UserAssignedMSI,
}

/// <summary>Configuration section «Bot». Defaults are the public cloud; the government clouds change the four addresses.</summary>
public sealed record BotSettings
{
    public const string Section = "Bot";

    /// <summary>Microsoft app (client) id, as the registration writes it; empty: the bot refuses everybody.</summary>
    public string AppId { get; init; } = "";
    /// <summary>Entra tenant id of the registration.</summary>
    public string Tenant { get; init; } = "";
    public string Secret { get; init; } = "";
    /// <summary>Certificate with private key instead of a secret: a .pfx/.p12, or a PEM that holds both.</summary>
    public string CertificateFile { get; init; } = "";
    public string CertificatePassword { get; init; } = "";
    public BotAppType AppType { get; init; } = BotAppType.SingleTenant;

    /// <summary>Who signs what the channel sends us.</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";
    public string MetadataUrl { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    /// <summary>Entra, for our own token and for the tab's.</summary>
    public string LoginUrl { get; init; } = "https://login.microsoftonline.com";
    public string Scope { get; init; } = "https://api.botframework.com/.default";
    /// <summary>Where a conversation is opened when nobody of that tenant has written to us yet.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>Hosts that may receive our token besides Microsoft's own; «*.example.org» takes every host below it.</summary>
    public string[] AllowedServiceHosts { get; init; } = [];
    /// <summary>Tenants we serve besides our own.</summary>
    public string[] AllowedTenants { get; init; } = [];
    /// <summary>Channels we serve; empty: Teams alone.</summary>
    public string[] AllowedChannels { get; init; } = [];

    /// <summary>The manifest's <c>webApplicationInfo.resource</c>, api://host/botid-…: audience of the tab's older tokens.</summary>
    public string TabResource { get; init; } = "";

    /// <summary>
    /// Lets the Agents Playground in without a token, from this machine only. The program refuses to start with it outside Development;
    /// there it is on by itself as long as no bot is configured.
    /// </summary>
    public bool Playground { get; init; }

    /// <summary>Managed identity of an App Service (environment IDENTITY_ENDPOINT and IDENTITY_HEADER); empty: the virtual machine's own.</summary>
    public string IdentityEndpoint { get; init; } = "";
    public string IdentityHeader { get; init; } = "";

    /// <summary>Set by the host, never by configuration (the binder ignores what is not public): a setting must not be able to open the development doors.</summary>
    internal bool Development { get; init; }

    /// <summary>Reads the section, and knows from the host alone whether this is Development.</summary>
    public static BotSettings From(IConfiguration configuration, IHostEnvironment host)
    {
        var read = configuration.GetSection(Section).Get<BotSettings>() ?? new();
        return read with
        {
            Development = host.IsDevelopment(),
            AppId = read.AppId.Trim(),
            Tenant = read.Tenant.Trim(),
            Playground = configuration[$"{Section}:{nameof(Playground)}"] is { Length: > 0 } ? read.Playground : host.IsDevelopment() && read.AppId.Trim() is "",
            IdentityEndpoint = read.IdentityEndpoint is "" ? configuration["IDENTITY_ENDPOINT"] ?? "" : read.IdentityEndpoint,
            IdentityHeader = read.IdentityHeader is "" ? configuration["IDENTITY_HEADER"] ?? "" : read.IdentityHeader,
        };
    }

    /// <summary>Stops a start that would be unsafe.</summary>
    /// <exception cref="CannotRun">The Playground's door outside Development, or an address that is neither https nor, in Development, this machine.</exception>
    public void Check()
    {
        if (Playground && !Development) throw new CannotRun("wire.playground_outside_development");
        foreach (var (name, address) in new[] { (nameof(MetadataUrl), MetadataUrl), (nameof(LoginUrl), LoginUrl), (nameof(ServiceUrl), ServiceUrl) })
            if (SafeAddress(address) is null) throw new CannotRun("wire.unsafe_address", $"{Section}:{name}");
    }

    /// <summary>The address when a token or a key may travel to it: https anywhere, http to this machine in Development; else null.</summary>
    internal Uri? SafeAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo is ""
        && (uri.Scheme == Uri.UriSchemeHttps || (Development && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : null;

    internal bool ServesChannel(string channel) =>
        (AllowedChannels is [] ? channel is "msteams" : AllowedChannels.Contains(channel, StringComparer.Ordinal))
        || (Development && channel is "emulator" or "webchat");

    /// <summary>Our own tenant and those listed; with none configured, nobody's (fail closed).</summary>
    internal bool ServesTenant(string? tenant) =>
        tenant is not (null or "")
        && (tenant.Equals(Tenant, StringComparison.OrdinalIgnoreCase) || AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase));
}
