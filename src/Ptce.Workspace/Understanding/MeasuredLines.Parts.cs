namespace Ptce.Workspace;

/// <summary>One length said in several ways: with its parts, by its name, by the share of each.</summary>
internal static partial class MeasuredLines
{
    // "3h dont 1h avec Elips et 2h avec Valoprest": the parts are in the whole
    private static void Parts(Sentence s, List<Mention> measures)
    {
        for (var k = 1; k < measures.Count; k++)
        {
            if (!(s[Math.Max(0, measures[k].Start - 1)].Norm is "dont" or "including" or "davon" or "incl" or "darunter" || s.Is(measures[k].Start - 1, "which") && s.Is(measures[k].Start - 2, "of") || Included(s, measures[k]))) continue;
            var (whole, part) = (Least(measures[k - 1]), Least(measures[k]));
            measures.RemoveAt(k);
            while (k < measures.Count && measures[k] is LengthMention more && part + Least(more) <= whole && Enumerable.Range(Math.Max(0, more.Start - 2), 2).Any(i => s.Has(i, Sense.And) || s.Is(i, ",")))
            {
                part += Least(more);
                measures.RemoveAt(k);
            }
            k--;
        }
    }

    // "3h, 30 min de route comprise": in the whole too
    private static bool Included(Sentence s, Mention part)
    {
        for (var i = part.End; i < Math.Min(part.End + 4, s.Count) && s[i].Kind != TokenKind.Sign && !s.Has(i, Sense.And); i++)
            if (s[i].Norm is "compris" or "comprise" or "comprises" or "inclus" or "incluse" or "incluses" or "included" or "inklusive" or "inbegriffen" or "eingerechnet") return true;
        return false;
    }

    // "ma journée, 7h30", "toute la journée (9h-17h)": the day, then how long it was
    private static void Named(Sentence s, List<Mention> measures)
    {
        for (var k = measures.Count - 1; k > 0; k--)
            if (measures[k - 1] is LengthMention { Days: not null } day && measures[k] is ClockRangeMention or LengthMention { Days: null, Minutes: not null } && !s[day.Start].IsDigits && !s.Has(day.Start, Sense.One) && !s.Has(day.Start, Sense.Number)
                && measures[k].Start > day.End && (Enumerable.Range(day.End, measures[k].Start - day.End).All(i => s[i].Norm is "," or "(" or ":" or "soit" or "de") || s.Is(measures[k].Start - 1, ":", "("))) measures.RemoveAt(k - 1);
    }

    // "4h à deux, donc 2h chacun": what each did holds; where the two do not agree it is asked
    private static void Shares(Hearing h, List<Mention> measures)
    {
        if (measures is not [LengthMention { Minutes: { } all, PerPerson: false } sum, LengthMention { Minutes: { } each, PerPerson: true } share] || h.First<PeopleMention>() is not { Count: > 1 and var people }) return;
        if (each * people != all && !Enumerable.Range(sum.End, share.Start - sum.End).Any(i => h.Sentence[i].Norm is "soit" or "so" or "also" or "=")) return;
        measures.RemoveAt(0);
        if (each * people != all) measures[0] = share with { Minutes = null, Least = Math.Min(each, all), Most = Math.Max(each, all) };
    }
}
