namespace Ptce.Workspace;

/// <summary>What people ask a colleague of the pole for besides the intents: the codes of <see cref="Reading.Errand"/>.</summary>
public static class Errands
{
    /// <summary>"quelles offres de salles ?", "montre les besoins"</summary>
    public const string Search = "search";

    /// <summary>"qu'est-ce que j'ai à confirmer ?"</summary>
    public const string ToConfirm = "to_confirm";

    /// <summary>"le bilan à approuver"</summary>
    public const string ToApprove = "to_approve";

    /// <summary>"ma semaine"</summary>
    public const string Week = "week";

    /// <summary>"mets le budget à l'ordre du jour du copil"</summary>
    public const string Point = "point";

    /// <summary>"mes offres", "je retire mon offre de camion", "nous n'avons plus besoin du chapiteau"</summary>
    public const string Own = "own";

    /// <summary>The errand heard, and the side of a search or of what is one's own ("offer" or "need").</summary>
    internal static (string? Errand, string? Side) Of(Hearing h, Reading reading)
    {
        if (!Measured(h) && Withdrawn.Own(h, reading) is { } own) return (Own, own.Side);
        foreach (var (at, mark) in h.Marks(Sense.Errand).OrderByDescending(m => m.Mark.Length))
        {
            var (errand, side) = mark.Value.Split(' ') is [var code, var of] ? (code, of) : (mark.Value, null);
            if (!Fits(h, reading, errand)) continue;
            h.Explain("errand:" + errand, at, at + mark.Length);
            return (errand, side);
        }
        return default;
    }

    private static bool Measured(Hearing h) => h.All<LengthMention>().Any() || h.All<ClockRangeMention>().Any();

    private static bool Fits(Hearing h, Reading reading, string errand)
    {
        var measured = Measured(h);
        return errand switch
        {
            Point => !h.Asks && !h.Heard("worked") && !h.All<DateMention>().Any(d => d.Date.Fixed && d.Date.Resolve(h.Today, Look.Past)?.From < h.Today),
            Week => !measured && h.Sentence.Count <= 7 && reading.Intent is Intents.None or Intents.QueryTotal,
            Search => !measured && reading.Intent is not (Intents.LogTime or Intents.LogLoan or Intents.Rsvp),
            _ => !measured && reading.Intent is not (Intents.LogLoan or Intents.CancelEntry) && !h.Heard("worked"),
        };
    }
}
