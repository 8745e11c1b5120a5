using System.Security.Claims;

namespace Ptce.Workspace;

/// <summary>What an outside provider said of whoever came back from it, kept in this browser for some minutes (cookie "outside").</summary>
/// <param name="Subject">The provider's own stable id of the person.</param>
/// <param name="EmailVerified">Whether the provider vouches that the address is theirs.</param>
public sealed record OutsideAccount(string Provider, string Subject, string? Email, string? Name, bool EmailVerified)
{
    /// <summary>Scheme of the cookie that holds it between coming back and being linked.</summary>
    public const string Scheme = "outside";

    public void WriteTo(ClaimsIdentity identity)
    {
        identity.AddClaim(new("provider", Provider));
        identity.AddClaim(new("subject", Subject));
        if (Email is not null) identity.AddClaim(new("email", Email));
        if (Name is not null) identity.AddClaim(new("name", Name));
        identity.AddClaim(new("verified", EmailVerified ? "true" : "false"));
    }

    public static OutsideAccount? ReadFrom(ClaimsPrincipal? outside) =>
        outside?.FindFirstValue("provider") is { } provider && outside.FindFirstValue("subject") is { } subject
            ? new(provider, subject, outside.FindFirstValue("email"), outside.FindFirstValue("name"), outside.FindFirstValue("verified") == "true")
            : null;
}
