using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What was meant, not what was done: "I was going to do 2 hours but didn't", "ich wollte 2 Stunden helfen, ging aber nicht", "geplant waren 3 Stunden, es wurden 2". English and German.</summary>
internal static class Plans
{
    private static readonly FrozenSet<string> Notes = Set("log logging note record add enter put register say tell report mention ask submit declare type correct change fix know eintragen nachtragen melden sagen angeben notieren erfassen fragen buchen eingeben mitteilen reinschreiben nachreichen andern aendern korrigieren wissen anmelden");

    private static readonly FrozenSet<string> Deeds = Set("did done spent worked managed stayed so war waren wurden wurde habe hab haben bin sind blieb gab");

    private static readonly FrozenSet<string> Turns = Set("wurden wurde waren did managed took lasted became only nur daraus");

    private static readonly FrozenSet<string> Comes = Set("come attend join be go make kommen teilnehmen dabei hingehen mitmachen hin");

    private static readonly FrozenSet<string> Present = Set("can cannot cant won wont will ll m unable kann schaffe schaff schaffs werde muss komme bin klappt geht wird");

    /// <summary>"…, es wurden 3", "but managed 2": right before a number that says what became of a plan.</summary>
    internal static bool Turned(Sentence s, int i) =>
        i > 0 && (Became(s, i - 1) || EndedUp(s, i - 1) || Turns.Contains(s[i - 1].Norm) && Start(s) is { } plan && plan < i - 1);

    // "turned out 6", "ended up 6"
    private static bool EndedUp(Sentence s, int i) => s.Is(i, "out") && s.Is(i - 1, "turned") || s.Is(i, "up") && s.Is(i - 1, "ended");

    // "geworden sind es 6", "am Ende waren es 6"
    private static bool Became(Sentence s, int es) =>
        s.Is(es, "es") && s.Is(es - 1, "sind", "waren") && s.Tokens.Take(es - 1).Any(t => t.Norm is "sollten" or "sollte" or "geplant" or "gedacht" or "wollten" or "wollte");

    /// <summary>The length that was only meant, when the sentence speaks of a plan.</summary>
    internal static Mention? Measure(Hearing h)
    {
        if (Start(h.Sentence) is not { } plan || h.Sentence.Tokens.Skip(plan).Any(t => Notes.Contains(t.Norm))) return null;
        var measures = h.Mentions.Where(m => m is LengthMention { PerWeek: false, PerMonth: false } or ClockRangeMention).ToList();
        var meant = measures.Find(m => m.Start > plan) ?? measures.Find(m => m.End <= plan);
        // "wanted to help, so I did 2 hours": the deed stands between
        return meant is null || meant.Start > plan && h.Sentence.Tokens.Take(meant.Start).Skip(plan + (h.Sentence.Spoken == Tongue.English ? 3 : h.Sentence.Is(plan, "geplant", "vorgesehen") ? 2 : 1)).Any(t => Deeds.Contains(t.Norm)) ? null : meant;
    }

    /// <summary>Whether nothing came of it, as far as is told.</summary>
    internal static bool Dropped(Hearing h) =>
        Measure(h) is { } meant
            ? h.Mentions.Count(m => m is LengthMention or ClockRangeMention) == 1 && !Kept(h.Sentence, meant.End)
            : Unmeasured(h);

    // "I was going to come on Tuesday but my car broke down": the meeting is over and was missed
    private static bool Unmeasured(Hearing h)
    {
        if (h.Mentions.Any(m => m is LengthMention or ClockRangeMention) || Start(h.Sentence) is not { } plan) return false;
        var after = h.Sentence.Tokens.Skip(plan + 1).Select(t => t.Norm).ToList();
        return after.Exists(Comes.Contains) && after.Exists(w => w is "but" or "aber" or "leider" or "unfortunately") && !after.Exists(Present.Contains);
    }

    // "I wanted to do 3 hours and did", "… und hab das auch geschafft"
    private static bool Kept(Sentence s, int from) =>
        s.Tokens.Skip(from).Select(t => t.Norm).ToList() is var rest && rest.Exists(w => w is "and" or "und") && rest.Exists(w => w is "did" or "geschafft" or "gemacht" or "geklappt") && !rest.Exists(w => w is "not" or "t" or "nicht" or "but" or "aber");

    private static int? Start(Sentence s)
    {
        for (var i = 0; i + 1 < s.Count; i++)
            if (s.Spoken == Tongue.English ? English(s, i) : s.Spoken == Tongue.German && German(s, i)) return i;
        return null;
    }

    private static bool English(Sentence s, int i)
    {
        var next = s[i + 1].Norm;
        if (s[i].Norm is "was" or "were") return next is "going" or "meant" or "supposed" or "due" or "planning" or "hoping" && s.Is(i + 2, "to") && !(i + 3 < s.Count && s[i + 3].Norm is "be" or "last" or "take");
        if (s.Is(i, "thought") && next is "about" or "of" && i > 0 && s[i - 1].Norm is "i" or "we" or "had" or "d") return true;
        if (s[i].Norm is "wanted" or "planned" or "meant" or "intended" or "hoped") return next == "to" ? !s.Is(i + 2, "be") : s.Is(i, "planned") && !s.Is(i - 1, "as", "than") && i > 0 && s[i - 1].Norm is "i" or "we" or "had" or "d";
        return s[i].Norm is "would" or "should" or "could" && s.Is(i + 1, "have") && i > 0 && s[i - 1].Norm is "i" or "we" && !s.Is(i + 2, "been");
    }

    private static bool German(Sentence s, int i)
    {
        // "sollten es 4 Stunden werden"; "das sollten 2 Stunden sein" puts right
        if (s[i].Norm is "sollte" or "sollten") return s.Tokens.Skip(i).Any(t => t.Norm is "werden" or "dauern");
        if (s[i].Norm is "wollte" or "wollten" || s.Is(i, "uberlegt", "ueberlegt") && s.Tokens.Skip(i).Any(t => t.Norm is "zu" or "ob")) return true;
        if (s.Is(i, "geplant", "vorgesehen")) return s.Is(i + 1, "waren", "war");
        // "hätte helfen sollen", "hatten 3 Stunden eingeplant"; "hätte 2 Stunden heißen sollen" puts right
        return s[i].Norm is "hatte" or "hatten" or "haette" or "haetten" && s.Tokens.Skip(i).Any(t => t.Norm is "sollen" or "konnen" or "koennen" or "wollen" or "mussen" or "muessen" or "vorgehabt" or "eingeplant")
            && !s.Tokens.Skip(i).Any(t => t.Norm is "heissen" or "sein" or "lauten" or "stehen");
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
