using System.Globalization;

namespace Ptce.Workspace;

/// <summary>A number as written: its value, where it ends, and how sure it is a number ("un" may be an article).</summary>
internal readonly record struct Numeral(decimal Value, int End, bool Digits, bool Article, bool Decimal)
{
    internal bool Whole => Value == decimal.Truncate(Value);
    internal int Int => (int)Math.Min(Value, int.MaxValue / 4);
}

/// <summary>Numbers in digits ("2", "1,5", "12 000", "2½", "1/2") and in words ("vingt et un", "twenty-five", "anderthalb").</summary>
internal static class Numerals
{
    internal static bool Try(Sentence s, int i, out Numeral number)
    {
        number = default;
        if (i < 0 || i >= s.Count) return false;
        return s[i].IsDigits ? Digits(s, i, out number) : Words(s, i, out number);
    }

    /// <summary>A whole number of at most two digits or words, as in dates and clocks.</summary>
    internal static bool TrySmall(Sentence s, int i, int least, int most, out Numeral number)
    {
        number = default;
        if (i < 0 || i >= s.Count) return false;
        if (s[i].IsDigits)
        {
            if (s[i].Norm.Length > 2 || !int.TryParse(s[i].Norm, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < least || n > most) return false;
            number = new(n, i + 1, true, false, false);
            return true;
        }
        return Words(s, i, out number) && number.Whole && number.Value >= least && number.Value <= most;
    }

    private static bool Digits(Sentence s, int i, out Numeral number)
    {
        if (FractionSign(s[i].Norm) is { } alone) { number = new(alone, i + 1, true, false, true); return true; }
        if (!Parse(s[i].Norm, out var value)) { number = default; return false; }
        var end = i + 1;
        if (Thousands(s, i, ref value, ref end)) { }
        else if (Glued(s, end, ",", ".") && end + 1 < s.Count && s[end + 1] is { IsDigits: true, Glued: true, Norm.Length: <= 2 } && FractionSign(s[end + 1].Norm) is null && !Glued(s, end + 2, ".", "/", ","))
        {
            var part = s[end + 1].Norm;
            value += decimal.Parse(part, CultureInfo.InvariantCulture) / (part.Length == 1 ? 10 : 100);
            number = new(value, end + 2, true, false, true);
            return true;
        }
        else if (Half(s, i, end, value, out number)) return true;
        number = new(value, end, true, false, false);
        return true;
    }

    // 1/2, 3/4, 2 1/2, 2½. "3/11" is no fraction.
    private static bool Half(Sentence s, int i, int end, decimal value, out Numeral number)
    {
        if (Ratio(s, i) is { } ratio) { number = new(ratio, i + 3, true, false, true); return true; }
        if (end < s.Count && s[end].IsDigits && FractionSign(s[end].Norm) is { } sign) { number = new(value + sign, end + 1, true, false, true); return true; }
        if (Ratio(s, end) is { } more && value < 100) { number = new(value + more, end + 3, true, false, true); return true; }
        number = default;
        return false;
    }

    private static decimal? Ratio(Sentence s, int i)
    {
        if (i + 2 >= s.Count || !s.Is(i + 1, "/") || !s[i + 1].Glued || !s[i + 2].Glued || s.Is(i + 3, "/")) return null;
        return (s[i].Norm, s[i + 2].Norm) switch { ("1", "2") => 0.5m, ("1", "4") => 0.25m, ("3", "4") => 0.75m, _ => null };
    }

    private static bool Thousands(Sentence s, int i, ref decimal value, ref int end)
    {
        if (s[i].Norm.Length > 3) return false;
        var grouped = false;
        while (end < s.Count)
        {
            var dotted = Glued(s, end, ".", ",") ? 1 : 0;
            if (end + dotted >= s.Count || s[end + dotted] is not { IsDigits: true, Norm.Length: 3 } next || (dotted == 1) != next.Glued || value == 0) break;
            if (dotted == 0 && next.Start - s[end - 1].End > 3) break;
            value = Math.Min(value * 1000 + decimal.Parse(next.Norm, CultureInfo.InvariantCulture), 1_000_000_000);
            end += dotted + 1;
            grouped = true;
        }
        return grouped;
    }

    private static bool Words(Sentence s, int i, out Numeral number)
    {
        number = default;
        var at = i;
        decimal total = 0, group = 0;
        var any = false;
        while (at < s.Count)
        {
            if (s.Has(at, Sense.Number, out var mark))
            {
                var value = decimal.Parse(mark.Value, CultureInfo.InvariantCulture);
                if (value != decimal.Truncate(value)) { if (any) break; number = new(value, at + mark.Length, false, false, true); return true; }
                if (value == 100) group = group == 0 ? 100 : group * 100;
                else if (value == 1000) { total += (group == 0 ? 1 : group) * 1000; group = 0; }
                else if (!any || Extends(group, value)) group = group == 4 && value == 20 ? 80 : group + value;
                else break;
                at += mark.Length;
                any = true;
            }
            else if (any && group % 10 == 0 && group > 0 && Joined(s, at, group)) at++;
            else if (any && group is 20 or 30 or 40 or 50 && at > i && s.Has(at, Sense.One) && (s[at].Hyphen || s.Is(at - 1, "et"))) { group++; at++; }
            else break;
        }
        if (any) { number = new(total + group, at, false, false, false); return true; }
        if (!s.Has(i, Sense.One, out var one) || Pronoun(s, i)) return false;
        number = new(1, i + one.Length, false, !s.Is(i, "one"), false);
        return true;
    }

    // "the last one": an entry, no number
    private static bool Pronoun(Sentence s, int i) => s.Is(i, "one") && i > 0 && !s.Has(i + 1, Sense.HalfAfter) && s[i - 1].Norm is "last" or "previous" or "latest" or "that" or "this" or "wrong" or "other" or "which" or "first" or "second";

    // "vingt deux" and "soixante quinze" add up, "deux trois" does not.
    private static bool Extends(decimal group, decimal value) =>
        (group == 4 && value == 20) || (group % 100 is 20 or 30 or 40 or 50 or 70 or 90 && value < 10) || (group % 100 is 60 or 80 && value < 20) || (group % 100 == 0 && group > 0 && value < 100);

    // "vingt et un", "one hundred and twenty": the joint counts only when a fitting number follows.
    private static bool Joined(Sentence s, int at, decimal group)
    {
        if (!s.Is(at, "et", "and")) return false;
        if (group % 100 == 0) return s.Is(at, "and") && s.Has(at + 1, Sense.Number, out var next) && next.Value is not ("1.5" or "2.5");
        return s.Is(at, "et") && ((s.Is(at + 1, "un", "une") && !s.Has(at + 1, Sense.Unit)) || s.Is(at + 1, "onze"));
    }

    private static bool Glued(Sentence s, int i, string a, string b, string? c = null) =>
        i < s.Count && s[i].Glued && (s[i].Norm == a || s[i].Norm == b || s[i].Norm == c);

    private static bool Parse(string digits, out decimal value)
    {
        if (digits.Length > 9) { value = 0; return false; }
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static decimal? FractionSign(string norm) => norm switch { "½" => 0.5m, "¼" => 0.25m, "¾" => 0.75m, _ => null };
}
