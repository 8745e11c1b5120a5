using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What befell things, nothing that anybody did: "my train is 2 hours late", "the heating was off from 8 to 10", "le chauffage était coupé de 8h à 10h".</summary>
internal static class Circumstances
{
    private const int LongestName = 4;

    private static readonly FrozenSet<string> Verbs =
        "is was s are were has had ran runs came stayed been ist war sind waren hat hatte haben hatten kam kommt blieb est etait sont etaient a avait ont avaient".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Lateness = "late delayed retard verspatung verspaetung verspatet verspaetet spat spaet".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Speakers = "i we ich wir je j jai on nous moi".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Pronouns = "it that this he she they who what there er sie es das man wer was il elle ils elles ca cela qui ce c".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Owners = "our my their your unser unsere mein meine ihr ihre notre mon ma votre leur".Split(' ').ToFrozenSet();

    // "the meeting lasted two hours", "die Abrechnung hat 3 Stunden gedauert": a measure of somebody's work
    private static readonly FrozenSet<string> Lengths =
        ("lasted needed required ended started dragged turned used cost " +
        "gedauert gebraucht gekostet beansprucht benotigt benoetigt gegangen pris dure demande necessite occupe coute fini commence").Split(' ').ToFrozenSet();

    internal static bool Told(Hearing h) => Delayed(h) || Stood(h) || Acted(h) || h.Heard("weather") && Doubts.Measured(h) && !OneSpeaks(h.Sentence);

    /// <summary>"my train is 2 hours late", "der Zug hatte 20 Minuten Verspätung": it was late, whoever waited for it.</summary>
    internal static bool Delayed(Hearing h) =>
        h.Cues.TryGetValue("rsvp_late", out var late) && Enumerable.Range(late.At, late.Length).Any(i => Lateness.Contains(h.Sentence[i].Norm)) && !h.Heard("rsvp_yes")
            && !h.Heard("rsvp_no") && About(h, late.At) && !OneSpeaks(h.Sentence);

    // "the heating was off from 8 to 10", "heute war von 8 bis 10 die Heizung aus"
    private static bool Stood(Hearing h) =>
        h.Cues.TryGetValue("state", out var state) && !h.Covered(state.At) && Doubts.Measured(h) && !h.Heard("log_verb") && !h.All<OrganisationMention>().Any()
            && About(h, state.At) && !OneSpeaks(h.Sentence);

    private static readonly FrozenSet<string> EnglishDeeds = "slept sang ran stood sat lay played".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> FrenchDeeds = "dormi joue chante tourne marche couru mange".Split(' ').ToFrozenSet();

    // "the children slept two hours", "die Kinder haben zwei Stunden geschlafen": what others did that nobody knows here
    private static bool Acted(Hearing h)
    {
        var s = h.Sentence;
        if (s.Count < 4 || !Doubts.Measured(h) || OneSpeaks(s) || h.Heard("log_verb") || h.All<OrganisationMention>().Any()) return false;
        if (!Thing(h, 0, 2) || Owners.Contains(s[0].Norm) || s.Tokens.Any(t => Lengths.Contains(t.Norm))) return false;
        var verb = s[2].Norm;
        return s.Spoken switch
        {
            Tongue.English => EnglishDeeds.Contains(verb) || verb.Length > 4 && verb.EndsWith("ed", StringComparison.Ordinal),
            Tongue.German => verb is "hat" or "haben" && s.Tokens.Skip(3).Any(t => t.Norm.Length > 5 && t.Norm.StartsWith("ge", StringComparison.Ordinal)),
            _ => verb is "a" or "ont" && s.Tokens.Skip(3).Any(t => FrenchDeeds.Contains(t.Norm)),
        };
    }

    private static bool OneSpeaks(Sentence s) => s.Tokens.Select((t, i) => (t, i)).Any(x => Speakers.Contains(x.t.Norm) && (s.Spoken == Tongue.French || !s.Is(x.i, "on")));

    // a verb before what is told, and a thing beside the verb: before it, or after it where the day came first
    private static bool About(Hearing h, int told)
    {
        var s = h.Sentence;
        for (var verb = 0; verb < told; verb++)
            if (Verbs.Contains(s[verb].Norm) && (Thing(h, Math.Max(0, verb - LongestName), verb) || s.Spoken == Tongue.German && Thing(h, verb + 1, told))) return true;
        return false;
    }

    // an article or an owner and a noun that is nobody
    private static bool Thing(Hearing h, int from, int to)
    {
        var s = h.Sentence;
        // "internet was down": without an article, at the beginning
        if (from == 0 && to > 0 && s[to - 1].IsLetters && !h.Covered(to - 1) && (to == 1 || h.Covered(to - 2)) && s.At(to - 1).All(m => m.Sense is Sense.Plain or Sense.Thing)
            && !Pronouns.Contains(s[to - 1].Norm)) return true;
        for (var i = from; i + 1 < to; i++)
            if ((s.Has(i, Sense.Article) || Owners.Contains(s[i].Norm)) && s[i + 1].IsLetters && !h.Covered(i + 1)
                && !s.At(i + 1).Any(m => m.Sense is Sense.Activity or Sense.Meeting or Sense.FirstName || m is { Sense: Sense.Cue, Value: "role" or "others" })) return true;
        return false;
    }
}
