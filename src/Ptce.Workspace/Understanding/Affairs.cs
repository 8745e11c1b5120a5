namespace Ptce.Workspace;

/// <summary>What is told of lines and meetings that stand elsewhere: "my 2 hours still aren't confirmed", "Monday's meeting has been moved to Tuesday". English and German; nothing to note.</summary>
internal static class Affairs
{
    internal static bool Tells(Hearing h) => h.Sentence.Spoken != Tongue.French && (Unconfirmed(h.Sentence) || Moved(h));

    /// <summary>"still not confirmed", "noch nicht bestätigt"</summary>
    internal static bool Unconfirmed(Sentence s)
    {
        for (var i = 1; i < s.Count; i++)
            if (s[i].Norm is "confirmed" or "approved" or "validated" or "bestatigt" or "bestaetigt" or "genehmigt" or "freigegeben" && s.Tokens.Skip(Math.Max(0, i - 3)).Take(Math.Min(3, i)).Any(t => t.Norm is "not" or "t" or "nicht" or "never")) return true;
        return false;
    }

    private static bool Moved(Hearing h) =>
        !h.All<LengthMention>().Any() && !h.All<ClockRangeMention>().Any()
        && h.Sentence.Tokens.Any(t => t.Norm is "moved" or "postponed" or "rescheduled" or "verschoben" or "verlegt") && h.Sentence.Tokens.Any(t => t.Norm is "been" or "was" or "is" or "s" or "ist" or "wurde" or "wird") && (h.All<ActivityMention>().Any() || h.Marks(Sense.Meeting).Any());
}
