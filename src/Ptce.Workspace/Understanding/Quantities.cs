using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"20 kg de pommes", "120 km", "deux palettes": how much, where it is no time. The unit is a code of <see cref="Units"/> or the word itself.</summary>
internal static class Quantities
{
    private const string Table = """
        kg: kg kilo kilos kilogrammes kilogramm
        tonne: t tonne tonnes tonnen tons
        litre: l litre litres liter liters
        km: km kms kilometres kilometer
        unite: unite unites pieces stuck stueck units
        repas: repas
        paniers: paniers
        cartons: cartons
        palettes: palettes
        cagettes: cagettes
        colis: colis
        """;

    private static readonly FrozenDictionary<string, string> Written = Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ")).SelectMany(line => line[1].Split(' '), (line, word) => (Word: word, Unit: line[0])).ToFrozenDictionary(w => w.Word, w => w.Unit);

    internal static (decimal? Quantity, string? Unit) Of(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
            if (Numerals.Try(s, i, out var n) && !n.Article && n.Value > 0 && n.End < s.Count && Written.TryGetValue(s[n.End].Norm, out var unit) && !(unit is "litre" or "tonne" && s[n.End].Norm.Length == 1 && !s[n.End].Glued && !n.Digits))
                return (n.Value, unit);
        return default;
    }
}
