namespace Ptce.Workspace;

/// <summary>How long something lasts that begins on a day said elsewhere: "pendant 3 mois", "pour un an", "for six weeks", "sechs Monate lang".</summary>
internal sealed record Stays(int Start, int End, int Count, bool Weeks)
{
    internal static Stays? Of(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!Numerals.TrySmall(s, i, 1, 36, out var n) || n.End >= s.Count || Unit(s[n.End].Norm) is not { } months) continue;
            if (n.Article && s.Has(i - 1, Sense.Unit)) continue; // "one day a week from May"
            var opened = s[Math.Max(0, i - 1)].Norm is "pendant" or "durant" or "pour" or "for" or "fur" or "fuer" or "wahrend" or "waehrend" or "duree";
            var next = n.End + 1;
            var follows = s.Has(next, Sense.Starting) || s.Is(next, "lang", "long") || !n.Article && s[Math.Max(0, i - 1)].Norm is "part" or "partira" or "va" or "ira" or "reste" or "restera" or "detache" or "detachee" or "prete" or "pretee";
            if (i > 0 && opened || follows) return new(i, next, n.Int * Math.Max(1, months), months == 0);
        }
        return null;
    }

    /// <summary>The last day when it begins on this one.</summary>
    internal DateOnly Last(DateOnly first) => (Weeks ? first.AddDays(7 * Count) : first.AddMonths(Count)).AddDays(-1);

    // months in one, 0 for weeks
    private static int? Unit(string norm) => norm switch
    {
        "semaine" or "semaines" or "week" or "weeks" or "woche" or "wochen" => 0,
        "mois" or "month" or "months" or "monat" or "monate" or "monaten" => 1,
        "trimestre" or "trimestres" => 3,
        "an" or "ans" or "annee" or "annees" or "year" or "years" or "jahr" or "jahre" => 12,
        _ => null,
    };
}
