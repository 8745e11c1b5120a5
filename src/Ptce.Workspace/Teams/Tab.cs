using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Ptce.Workspace;

/// <summary>How a person enters through the tab: Entra vouches for who they are, a link made once says whose person that is here.</summary>
/// <remarks>
/// An account that nobody has linked opens nothing. Its owner signs in once on the web, in a window of its own, and says yes on a page
/// that names both sides. What travels to that window is a sealed ticket: which account asks, made from a token just checked, good for
/// some minutes. It opens nothing by itself; without a session here, and a yes there, it is worth nothing.
/// </remarks>
public sealed class Tab(TeamsAccounts accounts, Actors actors, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int TicketMinutes = 20; // as long as a mailed sign-in link

    /// <summary>Instead of a place, while a channel's tab is set up.</summary>
    public const string Setting = "reglage";

    /// <summary>The places that have a tab of their own, as the manifest names them, and their pages below the pole.</summary>
    public static readonly IReadOnlyDictionary<string, string> Places = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["today"] = "",
        ["exchanges"] = "/echanges",
        ["workshops"] = "/ateliers",
        ["contributions"] = "/contributions",
    };

    /// <summary>What became of an entrance.</summary>
    /// <param name="PersonId">Whose session opens; null when none does.</param>
    /// <param name="Go">The page to show.</param>
    /// <param name="Ticket">For an account that nobody has linked: what the window for linking shows.</param>
    public sealed record Entrance(string? PersonId, string? Go = null, string? Ticket = null);

    private sealed record Sealed(EntraPerson Account, DateTimeOffset Until);

    private IDataProtector Seal => protection.CreateProtector("teams tab", "link");

    /// <param name="place">One of <see cref="Places"/>, or nothing.</param>
    /// <param name="page">A page of a pole, for a channel's tab or a link to one object; goes before <paramref name="place"/>.</param>
    public async Task<Entrance> Enter(EntraPerson account, string? place, string? page)
    {
        if (await accounts.SpeakerOf(account.TenantId, account.ObjectId) is not { } speaker)
            return new(null, Ticket: Seal.Protect(JsonSerializer.Serialize(new Sealed(account, clock.GetUtcNow().AddMinutes(TicketMinutes)))));
        if (speaker.Actor is not { } actor) return new(null); // linked, and with no mandate any more
        if (place is Setting) return new(speaker.PersonId, "/onglet/choix");
        return new(speaker.PersonId, Page(page) ?? $"/p/{actor.PoleSlug}{Places.GetValueOrDefault(place ?? "", "")}");
    }

    /// <summary>The person an account still speaks for: a link that was undone ends the session it opened.</summary>
    public async Task<bool> StillSpeaks(string personId, string tenantId, string objectId) =>
        await accounts.SpeakerOf(tenantId, objectId) is { Actor: not null } speaker && speaker.PersonId == personId;

    /// <returns>Null: not ours, changed on the way, or too old.</returns>
    public EntraPerson? Asking(string? ticket)
    {
        try
        {
            return ticket is not null && JsonSerializer.Deserialize<Sealed>(Seal.Unprotect(ticket)) is { } asking && asking.Until > clock.GetUtcNow() ? asking.Account : null;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    public Task Link(Person person, EntraPerson account) => accounts.Link(person, account);

    /// <summary>The pages a channel can show, of each of the person's poles.</summary>
    public async Task<IReadOnlyList<(Actors.Place Pole, IReadOnlyList<string> Pages)>> Choices(string personId) =>
        [.. (await actors.Places(personId)).Select(pole => (pole, (IReadOnlyList<string>)[.. Places.Values.Append("/bilans").Append("/pole").Select(path => $"/p/{pole.Slug}{path}")]))];

    /// <summary>The page when it is one of a pole's.</summary>
    public static string? Page(string? page) =>
        page is { Length: < 500 } && SeeOther.Local(page) is { } local && local.StartsWith("/p/", StringComparison.Ordinal) ? local : null;
}
