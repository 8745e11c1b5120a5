using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>What people wrote on a line, as a digest proves it without saying it: SHA-256 of a salt, LF and the words.</summary>
/// <remarks>
/// A note's salt is random and of this note alone. Without it nobody finds a note again by trying what it might have said; who empties both has forgotten
/// the note, and the digest stands. An activity of everybody's (<see cref="Activities.Known"/>) stands by its code; one in a person's own words is kept
/// for as long as its line, and has the line's id for its salt.
/// </remarks>
internal static class SealedWords
{
    public const int Length = 64; // hex digits

    private const int SaltBytes = 16, Usual = 512;

    private static readonly HashSet<byte[]> Known = new(Activities.Known.Select(Encoding.UTF8.GetBytes), new SameBytes());

    /// <summary>For a note that is written; null where there is none.</summary>
    public static string? Salt(string? note) => note is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    /// <param name="seal">Takes <see cref="Length"/> bytes.</param>
    public static void Write(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> words, Span<byte> seal)
    {
        var length = salt.Length + 1 + words.Length;
        var text = (length <= Usual ? stackalloc byte[Usual] : new byte[length])[..length];
        salt.CopyTo(text);
        text[salt.Length] = (byte)'\n';
        words.CopyTo(text[(salt.Length + 1)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        Convert.TryToHexStringLower(hash, seal, out _);
    }

    public static bool IsCode(ReadOnlySpan<byte> activity) => Known.GetAlternateLookup<ReadOnlySpan<byte>>().Contains(activity);

    /// <summary>Whether the ledger says the note that was sealed, or has forgotten it whole.</summary>
    public static bool HoldNote(string? seal, string? note, string? salt) => note is null ? salt is null : seal == Of(salt ?? "", note);

    /// <summary>Whether the ledger says the activity that was frozen, as a code or sealed.</summary>
    public static bool HoldActivity(string? frozen, string? activity, string contributionId) =>
        frozen == activity || (activity is not null && frozen == Of(contributionId, activity));

    private static string Of(string salt, string words)
    {
        Span<byte> seal = stackalloc byte[Length];
        Write(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(words), seal);
        return Encoding.UTF8.GetString(seal);
    }
}
