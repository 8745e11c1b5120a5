using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What an offer, a need or a search is about, in the person's own words: the sentence without its turn of phrase, its days and its lengths.</summary>
internal static class Titles
{
    private const int MostCharacters = 120, LatestCue = 8;

    private static readonly string[] Cues = ["offer", "need", "offer_soft", "need_soft", "group_buy"];

    private static readonly FrozenSet<string> Joints =
        ("de d du des le la les l un une en au aux a et ou que qu pour sur avec chez mon ma mes notre nos the a an our my some any and or to of for on at in with is are "
        + "ein eine einen einem einer der die das den dem des unser unsere unseren mit und oder fur fuer am im an in bei , . ; : ! ? - / ( ) + est sont ce cette par lequel vous nous me m se s y il on je j nous avons ai a have we i has ich wir habe haben dispo disponible disponibles libre libres available free frei gratuit gratuite "
        + "preter donner partager offrir emprunter louer lend share borrow give verleihen leihen aurait peut pourrait connait possede").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Answers = "reponse reponses repondre inscription inscriptions anmeldung ruckmeldung rueckmeldung jusqu jusque answer answers reply replies antwort antworten avant before bis by".Split(' ').ToFrozenSet();

    internal static string? Of(Hearing h)
    {
        var s = h.Sentence;
        var from = 0;
        foreach (var name in Cues)
            if (h.Cues.TryGetValue(name, out var cue) && cue.At < LatestCue && !Names(h, cue.At) && (name is not ("offer_soft" or "need_soft") || cue.At < 2)) { from = Math.Max(from, Math.Min(cue.At + cue.Length, s.Count)); break; }
        foreach (var (at, mark) in h.Marks(Sense.Errand))
            if (at < LatestCue) from = Math.Max(from, Math.Min(at + mark.Length, s.Count));
        // "on a un camion dispo": what is shared stands before the word that shares it
        return Written(h, from, s.Count) ?? (h.Marks(Sense.Errand).Any() ? null : Written(h, 0, s.Count));
    }

    /// <summary>Of a point of the agenda: the longest stretch that is neither the meeting, nor a day, nor the asking.</summary>
    internal static string? OfPoint(Hearing h)
    {
        var s = h.Sentence;
        var asking = new bool[s.Count];
        foreach (var (at, mark) in h.Marks(Sense.Errand)) Array.Fill(asking, true, at, Math.Min(mark.Length, s.Count - at));
        foreach (var (at, length) in h.Cues.Where(c => c.Key is "log_verb" or "offer" or "change" && c.Value.At < 4).Select(c => c.Value)) Array.Fill(asking, true, at, Math.Min(length, s.Count - at));
        string? best = null;
        for (var i = 0; i < s.Count;)
        {
            var end = i;
            while (end < s.Count && !asking[end] && !h.Mentions.Any(m => m.Start <= end && end < m.End && m is not (OrganisationMention or PersonMention))) end++;
            if (!IsAim(s, i, end) && Written(h, i, end) is { } words && words.Length > (best?.Length ?? 2)) best = words;
            i = end + 1;
        }
        return best;
    }

    // "…, pour décider" says what for, not what
    private static bool IsAim(Sentence s, int from, int to) =>
        s.Tokens.Take(to).Skip(from).Where(t => t.IsLetters && !(t.Norm is "pour" or "to" or "zum")).ToList() is [{ Norm: "informer" or "discuter" or "decider" or "inform" or "discuss" or "decide" or "informieren" or "besprechen" or "entscheiden" }];

    internal static string? Written(Hearing h, int from, int to)
    {
        var s = h.Sentence;
        while (from < to && (Joints.Contains(s[from].Norm) || Measured(h, from) || Somebody(s, from))) from++;
        while (to > from && (Joints.Contains(s[to - 1].Norm) || Answers.Contains(s[to - 1].Norm) || Measured(h, to - 1))) to--;
        if (from >= to) return null;
        var words = s.Said(from, to);
        if (words.Length > MostCharacters) words = words[..(words.LastIndexOf(' ', MostCharacters) is > 0 and var space ? space : MostCharacters)];
        return char.ToUpper(words[0], System.Globalization.CultureInfo.InvariantCulture) + words[1..];
    }

    // "on lance un achat groupé": the words that show the intent are the thing itself.
    private static bool Names(Hearing h, int at) => h.Marks(Sense.Thing).Any(t => t.At == at);

    // "quelqu'un aurait un barnum": the marquee; "quelqu'un qui s'y connaît": the person
    private static bool Somebody(Sentence s, int i) =>
        s.Is(i, "quelqu") && s.Is(i + 1, "un") && s[Math.Min(i + 2, s.Count - 1)].Norm is "aurait" or "peut" or "pourrait" or "a" or "connait"
        || s.Is(i - 1, "quelqu") && s.Is(i, "un") || s.Is(i, "qqn") && s[Math.Min(i + 1, s.Count - 1)].Norm is "aurait" or "peut" or "a" or "connait" or "pourrait";

    private static bool Measured(Hearing h, int i) =>
        h.Mentions.Any(m => m.Start <= i && i < m.End && m is DateMention or RecurrenceMention or LengthMention or ClockRangeMention or ClockMention or PartMention or AmountMention && m.Start <= i && i < m.End);
}
