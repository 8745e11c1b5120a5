using System.Collections.Frozen;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Letters of other alphabets, and of farther languages of our own, in the letters of a western page: how a passport writes them.</summary>
/// <remarks>Source: ICAO Doc 9303-3 §6 (Latin and Cyrillic), ELOT 743 (Greek), which no language of ours owns. Signs of the keyboard's neighbourhood stand with them.</remarks>
internal static class Latin
{
    private const string Table = """
        Ł L ł l Đ D đ d Ħ H ħ h ı i ĸ q ŉ n Ŋ N ŋ n Ŧ T ŧ t Ĳ IJ ĳ ij Ŀ L ŀ l ẞ SS Ə E ə e Ɓ B ɓ b Ɗ D ɗ d Ɛ E ɛ e Ɔ O ɔ o Ƙ K ƙ k
        а a б b в v г g ґ g д d ђ d ѓ g е e ё e є ie ж zh з z ѕ dz и i й i і i ї i ј j к k ќ k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ў u ф f х kh ц ts
        ч ch џ dz ш sh щ shch ъ ie ы y ь . э e ю iu я ia
        α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
        − - ⁄ / ′ ' ″ " → -> ← <- ↔ <-> ⇒ => ≤ <= ≥ >= ≠ <> ≈ ~ ✓ [x] ✔ [x] ☑ [x] ☒ [x] ☐ [] ● • ▪ • ◦ • ‣ • № No
        """;

    private static readonly FrozenDictionary<string, string> Known = Read();

    /// <summary>Null where there is no way to write it.</summary>
    public static string? Of(Rune letter, Func<string, bool> isPrinted)
    {
        var text = letter.ToString();
        if (Written(text) is { } known) return known;
        // An accent less at a time: "ễ" is nearer to "ê" than to "e".
        var parts = text.Normalize(NormalizationForm.FormD);
        for (var kept = parts.Length - 1; kept > 0; kept--)
            if (!char.IsHighSurrogate(parts[kept - 1]) && parts[..kept].Normalize(NormalizationForm.FormC) is var less && (isPrinted(less) ? less : Written(less)) is { } near) return near;
        return null;
    }

    /// <summary>Capitals are written like their small letter, the first sign tall: "Ж" is "Zh".</summary>
    private static string? Written(string letter)
    {
        if (Known.TryGetValue(letter, out var written)) return written;
        var small = letter.ToLowerInvariant();
        return small != letter && Known.TryGetValue(small, out written) && written.Length > 0 ? char.ToUpperInvariant(written[0]) + written[1..] : null;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var words = Table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // The soft sign is not written at all: a dot holds its place in the list.
        return words.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1] == "." ? "" : pair[1]);
    }
}
