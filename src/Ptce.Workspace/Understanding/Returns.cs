using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"retour dimanche", "rendu le 15", "on l'a ramené lundi": the day a thing came back ends its loan.</summary>
internal static class Returns
{
    private const int Between = 3;

    internal static DateMention? Of(Hearing h)
    {
        if (!(h.Heard("lend_out") || h.Heard("lend_strong") || h.Heard("lend_in") || h.Heard("lend_use"))) return null;
        var several = h.All<DateMention>().Count() > 1;
        return h.All<DateMention>().FirstOrDefault(d => d.Role != DateRole.Before && (CameBack(h.Sentence, d.Start, several) || several && d.End < h.Sentence.Count
            && Behind.Contains(h.Sentence[d.End].Norm)));
    }

    /// <summary>The first such day that is not before the loan began.</summary>
    internal static DateOnly? Day(Sentence s, DateMention back, DateOnly began, DateOnly today) =>
        back.Date.Resolve(back.Date is DayOffset || Keeps(s) && back.Role == DateRole.Until ? today : began, Look.Future) is { One: true } day && day.From >= began ? day.From : null;

    // "on le garde jusqu'à mardi": to come, whenever it was lent
    private static readonly FrozenSet<string> Kept = "garde gardons gardent gardera garderons garderont".Split(' ').ToFrozenSet();

    private static bool Keeps(Sentence s) => s.Tokens.Any(t => Kept.Contains(t.Norm));

    private static readonly FrozenSet<string> Behind = "zuruckgebracht zurueckgebracht zuruckgegeben zurueckgegeben zuruck zurueck wiedergebracht retournee retourne".Split(' ').ToFrozenSet();

    private static bool CameBack(Sentence s, int start, bool several)
    {
        for (var i = start - 1; i >= 0 && i >= start - Between; i--)
        {
            if (s[i].Norm is "recupere" && Keeps(s)) return false;
            if (Kept.Contains(s[i].Norm)) return s.Is(start, "jusqu", "jusque");
            if (s[i].Norm is "retour" or "rendu" or "rendue" or "rendus" or "rendues" or "rend" or "rendent" or "rendra" or "rendront" or "ramene" or "ramenee" or "ramenes" or "ramenees" or "ramenera" or "ramenent" or "rapportent" or "reviennent" or "rapporte" or "rapportee" or "rapportes"
                or "restitue" or "restituee" or "restitues" or "restituees" or "restitution" or "revenu" or "revenue" or "revenus" or "revenues" or "revient" or "reviendra" or "recupere" or "recuperee" or "recuperes" or "recuperees" or "rentre" or "rentree" or "rentres"
                or "back" or "returned" or "zuruck" or "zurueck" or "zuruckgegeben" or "zurueckgegeben") return true;
            if (!(s.Has(i, Sense.Article) || several && s.Has(i, Sense.Thing) || s[i].Norm is "prevu" or "prevue" or "est" or "pour" or ":" or "-" or "au" or "avant" or "on" or "am" or "ete")) return false;
        }
        return false;
    }
}
