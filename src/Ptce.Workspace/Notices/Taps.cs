using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Ptce.Workspace;

/// <summary>One thing one person may do by one tap: "answer this invitation with yes".</summary>
/// <param name="Purpose">Who takes it: the <see cref="ITakeTaps.Purpose"/> of a slice.</param>
/// <param name="Argument">What the tap says, where there is a choice: "yes".</param>
public sealed record Tap(string Purpose, string SubjectId, string Argument = "");

/// <summary>What a slice does when a signed link is used. It checks the rights of the person as they stand now, as for any other door.</summary>
public interface ITakeTaps
{
    string Purpose { get; }

    /// <summary>What the page shows before anything is done.</summary>
    /// <returns>Null when there is nothing left to do: the page says so and leads on.</returns>
    /// <exception cref="Refused">The person may not, or not any more.</exception>
    Task<TapPage?> Show(Tap tap, Actor actor);

    /// <summary>Does it; twice is once.</summary>
    /// <returns>What was done, in a sentence.</returns>
    Task<string> Take(Tap tap, Actor actor);
}

/// <param name="Button">A verb with its object: "Confirmer 2 h".</param>
/// <param name="Path">Where the whole story is.</param>
public sealed record TapPage(string Title, IReadOnlyList<Fact> Facts, string Button, string Path);

/// <summary>Signed links of mails: one purpose, one person, for a while. The key is the store's own, like that of the session cookies.</summary>
public sealed class Taps(IDataProtectionProvider keys, TimeProvider clock)
{
    public const int Days = 30; // a link lasts

    private readonly IDataProtector _keys = keys.CreateProtector("taps");

    /// <summary>A tap that came back, and whose it is.</summary>
    public sealed record Signed(string PersonId, string Pole, Tap Tap, DateTimeOffset Until)
    {
        public bool IsOver(DateTimeOffset now) => now >= Until;
    }

    /// <summary>The address of the page with one button, on this site.</summary>
    public string Path(Actor person, Tap tap) => $"/avis/{Sign(person.PersonId, person.PoleSlug, tap)}";

    /// <param name="days">How long it is good.</param>
    public string Sign(string personId, string pole, Tap tap, int days = Days) => _keys.Protect(JsonSerializer.Serialize(
        new[] { personId, pole, tap.Purpose, tap.SubjectId, tap.Argument, clock.GetUtcNow().AddDays(days).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) }));

    /// <returns>Null for what we never signed; a link that is over comes back, so that the page can say so.</returns>
    public Signed? Read(string signed)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(_keys.Unprotect(signed)) is [var person, var pole, var purpose, var subject, var argument, var until]
                ? new(person, pole, new(purpose, subject, argument), DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)))
                : null;
        }
        catch (CryptographicException) { return null; }
    }
}
