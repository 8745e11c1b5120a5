using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Lengths said as one German adjective: "zweistündig", "halbtägige", "90-minütige", "dreieinhalbstündiger". The number may stand before the hyphen, in digits.</summary>
internal static class GermanLengthAdjectives
{
    private static readonly (string Stem, string Unit)[] Stems = [("stundig", "60"), ("stuendig", "60"), ("minutig", "1"), ("minuetig", "1"), ("tagig", "D"), ("taegig", "D"), ("wochig", "W"), ("woechig", "W")];

    private static readonly string[] Endings = ["", "e", "er", "es", "en", "em"];

    private static readonly string[] Units = ["", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf"];

    /// <param name="value">how many of the unit</param>
    /// <param name="unit">as in the tables of time: "60", "1", "D", "W"</param>
    internal static bool Try(Sentence s, int i, out decimal value, out string unit, out int end)
    {
        (value, unit, end) = (0, "", i + 1);
        if (i >= s.Count) return false;
        if (s[i].IsDigits)
        {
            // "90-minütige", "2stündig"
            if (!Numerals.Try(s, i, out var n) || n.Value <= 0) return false;
            var at = s.Is(n.End, "-") && s[n.End].Glued ? n.End + 1 : n.End;
            if (at >= s.Count || !(s[at].Glued || s[at].Hyphen) || Cut(s[at].Norm, out unit) is not "") return false;
            (value, end) = (n.Value, at + 1);
            return true;
        }
        if (s.Is(i, "ganztags")) { (value, unit) = (1, "D"); return true; }
        if (!s[i].IsLetters || Cut(s[i].Norm, out unit) is not { Length: > 0 } number || Count(number.TrimEnd('-')) is not { } count) return false;
        value = count;
        return true;
    }

    // what stands before the stem: "" when the word is the stem alone, null when it is no such word
    private static string? Cut(string norm, out string unit)
    {
        foreach (var (stem, of) in Stems)
            foreach (var ending in Endings)
                if (norm.EndsWith(stem + ending, StringComparison.Ordinal)) { unit = of; return norm[..^(stem.Length + ending.Length)]; }
        unit = "";
        return null;
    }

    private static decimal? Count(string number) => number switch
    {
        "halb" => 0.5m,
        "ganz" => 1,
        "dreiviertel" => 0.75m,
        "anderthalb" or "eineinhalb" => 1.5m,
        "funf" or "fuenf" => 5,
        "zwolf" or "zwoelf" => 12,
        _ when Array.IndexOf(Units, number) is > 0 and var whole => whole,
        _ when number.EndsWith("einhalb", StringComparison.Ordinal) && Array.IndexOf(Units, number[..^7]) is > 0 and var half => half + 0.5m,
        _ when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits > 0 => digits,
        _ => null,
    };
}
