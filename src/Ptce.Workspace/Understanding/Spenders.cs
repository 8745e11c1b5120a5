using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Who is told to have spent a length, where the sentence says so in front of it: "Paul did 2 hours and I did 3", "er zwei Stunden, ich drei".</summary>
internal static class Spenders
{
    private static readonly FrozenSet<string> Between = "did spent worked put in had managed stayed only just about nur habe hab hat haben hatte machte gemacht war waren dann etwa also auch gestern heute vorgestern yesterday today then".Split(' ').ToFrozenSet();

    /// <summary>"moi 3h", "and I did 3", "ich nur 2": the speaker stands right before the length.</summary>
    internal static bool Speaker(Sentence s, int start)
    {
        var at = Before(s, start);
        return at >= 0 && s[at].Norm is "moi" or "me" or "ich" or "i" && !(at > 0 && s[at - 1].Norm is "with" or "for" or "and" or "und" && Joined(s, at - 2));
    }

    /// <summary>"Paul did 2 hours", "hat Sabine 3 Stunden", "my colleague spent 2 hours".</summary>
    internal static bool Another(Hearing h, int start)
    {
        var s = h.Sentence;
        var at = Before(s, start);
        if (at < 0) return false;
        foreach (var mention in h.Mentions)
            if (mention is PersonMention && mention.End == at + 1) return Leads(s, mention.Start);
        if (s[at].Norm is "he" or "she" or "er" or "sie" && s.Spoken != Tongue.French) return Leads(s, at);
        foreach (var (from, end) in OthersDeeds.Told(h))
            if (end == at + 1) return Leads(s, from);
        return false;
    }

    private static int Before(Sentence s, int start)
    {
        var at = start - 1;
        while (at >= 0 && (Between.Contains(s[at].Norm) || s.Has(at, Sense.Approx))) at--;
        return at;
    }

    // "with Paul 2 hours" and "Julie and Paul 2 hours" are another matter
    private static bool Leads(Sentence s, int at) => at == 0 || !(s[at - 1].Norm is "with" or "mit" or "for" or "fur" or "fuer" or "to" or "an" or "of" or "von" or "bei" or "at" or "zu") && !(s.Has(at - 1, Sense.And) && Joined(s, at - 2));

    // a name or a pronoun right before "and"
    private static bool Joined(Sentence s, int at) => at >= 0 && (s.Has(at, Sense.FirstName) || s[at].Norm is "i" or "ich" or "me" or "he" or "she" or "er" or "sie");
}
