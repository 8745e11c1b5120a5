namespace Ptce.Workspace;

/// <summary>A length said once for several meetings counted before it: "two calls with Elips, 15 minutes each", "zwei Telefonate, je 15 Minuten".</summary>
internal static class Repeats
{
    private const int Most = 20, AdjectivesBetween = 2;

    internal static void Multiply(Sentence s, List<Mention> best)
    {
        if (s.Spoken == Tongue.French || best.OfType<LengthMention>().ToList() is not [{ Minutes: { } minutes, Times: 1 } each] || !each.PerDay && !each.PerPerson) return;
        if (best.Exists(m => m is DateMention { Date: DateListPhrase or DateRangePhrase } or PeopleMention && m.End <= each.Start)) return;
        if (Counted(s, each.Start) is { } count) best[best.IndexOf(each)] = each with { Minutes = minutes * count, Times = count, PerDay = false, PerPerson = false };
    }

    private static int? Counted(Sentence s, int before)
    {
        for (var i = 0; i < before; i++)
            if (Numerals.TrySmall(s, i, 2, Most, out var n) && !n.Article)
                for (var at = n.End; at <= n.End + AdjectivesBetween && at < before; at++)
                    if (s.Has(at, Sense.Meeting) || s.Has(at, Sense.Activity) || s[at].Norm is "evenings" or "mornings" or "afternoons" or "nights" or "times" or "abende" or "abenden" or "vormittage" or "vormittagen" or "nachmittage" or "nachmittagen" or "nachte" or "nachten") return n.Int;
        return null;
    }
}
