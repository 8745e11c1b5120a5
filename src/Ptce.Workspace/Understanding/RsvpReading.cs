using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>rsvp: comes, does not come, may come; how many; how late; who votes in one's place.</summary>
internal static class RsvpReading
{
    private static readonly FrozenSet<string> Missing = "manquerai manquerons raterai raterons louperai louperons jmanquerai jraterai miss fehl fehle fehlen entgehen".Split(' ').ToFrozenSet();

    internal static Reading Read(Hearing h)
    {
        var s = h.Sentence;
        var proxy = Proxy(h);
        var late = Late(h);
        var answer = proxy is not null || h.Heard("rsvp_no") && !(late.Said && AnothersNo(h)) || Replies(h) == SmallTalks.No ? "no"
            : NotAt(h) ? "no"
            : h.Heard("rsvp_maybe") || Provided(h) ? "maybe"
            : Denied(h) ? "no"
            : "yes";
        if (proxy is null && h.Heard("rsvp_no") && h.Heard("rsvp_maybe") && !Within(h.Cues["rsvp_maybe"].At, h.Cues["rsvp_no"]) && (h.Cues["rsvp_maybe"].At <= h.Cues["rsvp_no"].At || s[h.Cues["rsvp_maybe"].At].Norm is "pas" or "weiss" or "weiß")) answer = "maybe";
        if (answer == "no" && proxy is null && Anyway(s)) answer = "yes";
        if (answer == "maybe" && Provided(h)) h.Guessed.Add("answer");
        var date = h.All<DateMention>().FirstOrDefault(d => d.Role == DateRole.On) ?? h.First<DateMention>();
        var days = proxy is null && !late.Said ? DayAnswers.Of(h) : [];
        var aside = days.Count == 0 ? DayAnswers.BesideTime(h) : null;
        if (days.Count > 1) (answer, date) = (days[0].Answer, days[0].Day);
        else if (aside is { } told) date = told.Day;
        var span = date?.Date.Resolve(h.Today, Look.Future);
        var @event = TimeReading.Activity(h);
        var ask = new List<string>();
        if (date is not null && span is not { One: true }) ask.Add("event_date");
        if (@event is null && span is null && !h.Marks(Sense.Meeting).Any() && date is null) ask.Add("event");
        if (late.Said && late.Minutes is null) ask.Add("late_minutes");
        return new Reading
        {
            Intent = Intents.Rsvp,
            Answer = answer,
            Count = answer == "yes" ? Count(h, days.Count > 1 ? days[0].To : s.Count) : null,
            Event = @event,
            EventDate = span is { One: true } ? span.From : null,
            DateFrom = span is { One: false } ? span.From : null,
            DateTo = span is { One: false } ? span.To : null,
            LateMinutes = late.Minutes,
            ProxyTo = proxy?.Name,
            ProxyPerson = proxy,
            Rest = days.Count > 1 ? DayAnswers.Rest(s, days) : aside?.Left,
            Ask = ask,
        };
    }

    // "je serai à Metz mardi, donc pas au cotech"
    private static bool NotAt(Hearing h)
    {
        var s = h.Sentence;
        return h.All<ActivityMention>().Any(a => Enumerable.Range(Math.Max(0, a.Start - 3), Math.Min(3, a.Start)).Any(i => s.Is(i, "pas") && s[i + 1].Norm is "au" or "a" or "de" or "d") && !h.All<ActivityMention>().Any(other => other.End <= a.Start));
    }

    /// <summary>"pas de CA pour moi lundi", "pas d'atelier pour nous jeudi".</summary>
    internal static bool Skips(Hearing h) =>
        h.All<ActivityMention>().Any(a => a.Start > 1 && h.Sentence.Is(a.Start - 1, "de", "d") && h.Sentence.Is(a.Start - 2, "pas") && h.Sentence.Is(a.End, "pour") && h.Sentence.Is(a.End + 1, "moi", "nous"));

    // the "pas sûr" of "compte pas sur moi"
    private static bool Within(int at, (int At, int Length) longer) => longer.Length > 2 && longer.At < at && at < longer.At + longer.Length;

    // "I won't be able to stay for all of it but I'll come", "…, komme aber"
    private static bool Anyway(Sentence s)
    {
        var but = Array.FindIndex(s.Tokens, t => t.Norm is "but" or "aber");
        return but > 0 && (s.Is(but - 1, "komme", "kommen") && s.Is(but - 2, ",") || s.Tokens.Skip(but + 1).Take(3).Any(t => t.Norm is "come" or "komme" or "coming") && !s.Tokens.Skip(but + 1).Any(t => t.Norm is "t" or "not" or "cannot" or "nicht" or "cant" or "wont"));
    }

    // "je viens mardi si Paul vient", "à condition qu'il y ait un train": no plain yes
    internal static bool Provided(Hearing h)
    {
        var s = h.Sentence;
        if (Supposed(h)) return true;
        if (s.Spoken != Tongue.French) return false;
        for (var i = 0; i + 1 < s.Count; i++)
            if (s.Is(i, "s") && s.Is(i + 1, "il", "ils") || s.Is(i, "si") && s[i + 1].IsLetters && !s.Is(i + 1, "possible", "vous") && !s.Is(i + 1, "ca") || s.Is(i, "a") && s.Is(i + 1, "condition")) return true;
        return false;
    }

    // "I'll come if Paul comes", "falls der Zug fährt"; not "is it ok if I come", "if possible"
    private static bool Supposed(Hearing h)
    {
        var s = h.Sentence;
        var said = h.Cues.TryGetValue("rsvp_yes", out var yes) ? yes : (At: -1, Length: 0);
        for (var i = 0; i + 1 < s.Count; i++)
            if (!(said.At <= i && i < said.At + said.Length) && s[i + 1].IsLetters
                && (s[i].Norm is "if" or "unless" or "provided" or "assuming" && !(s[i + 1].Norm is "possible" or "needed" or "necessary" or "you" or "that" or "wanted")
                    || s[i].Norm is "wenn" or "falls" or "sofern" && !(s[i + 1].Norm is "moglich" or "moeglich" or "notig" or "noetig" or "erwunscht" or "erwuenscht" or "ihr" or "du" or "sie" or "ich" && h.Asks))) return true;
        return false;
    }

    /// <summary>"oui pour mardi", "yes for the 15th", "jeudi ok": the answer itself.</summary>
    internal static string? Replies(Hearing h)
    {
        var s = h.Sentence;
        if (h.All<LengthMention>().Any()) return null;
        if (s.Has(0, Sense.Talk, out var first) && Answer(first) is { } leads && (s.Is(first.Length, "pour", "for") || s.Is(first.Length, "fur", "zum") || s.Is(first.Length, "to", "zur"))) return leads;
        // "jeudi ok", "mardi non": a day and the answer, nothing else
        return s.Count <= 4 && s.Has(s.Count - 1, Sense.Talk, out var last) && Answer(last) is { } closes && Enumerable.Range(0, s.Count - 1).All(h.Covered) ? closes : null;

        static string? Answer(Mark talk) => talk.Value is SmallTalks.Yes or SmallTalks.No ? talk.Value : null;
    }

    // "impossible d'être présent", "je ne serai vraiment pas présente": a yes right beside a no is a no
    private static bool Denied(Hearing h)
    {
        if (!h.Cues.TryGetValue("rsvp_yes", out var yes)) { if (Coming(h) is { } verb) yes = (verb, 1); else return false; }
        var s = h.Sentence;
        if (s.Tokens.Any(t => t.Norm is "neither" or "weder")) return true;
        // "je ne manquerai pas l'atelier", "wouldn't miss it", "da fehl ich nicht"
        var misses = Enumerable.Range(yes.At, yes.Length).Any(i => Missing.Contains(s[i].Norm));
        for (var i = Math.Max(0, yes.At - 3); i < Math.Min(s.Count, yes.At + yes.Length + 2); i++)
            if (s[i].Norm is "pas" or "impossible" or "jamais" or "not" or "never" or "unable" or "wouldn't" or "won't" or "nicht" or "unmoglich" or "unmoeglich" or "kein" or "keine"
                && !(i + 1 < s.Count && (s[i + 1].Norm is "de" or "d" or "seul" or "seule" or "sur" or "sure" or "alone" or "allein" or "nur"))) return !misses;
        return misses;
    }

    /// <summary>"je ne pourrai rester qu'une heure", "je resterai 2h": how long one will be there, not what was done.</summary>
    internal static bool Stays(Hearing h) =>
        h.All<LengthMention>().Any(l => h.Sentence[Math.Max(0, l.Start - (h.Sentence.Is(l.Start - 1, "qu", "que") || h.Sentence.Is(l.Start - 1, "juste", "seulement") ? 2 : 1))].Norm is var verb && (verb is "rester" or "resterai" or "restera" or "resterons" || h.Sentence.Is(l.Start - 1, "qu", "que") && verb is "viendrai" or "viendra" or "viendrons" or "venir" or "viens"));

    /// <summary>The verb of "je passerai", "nous assisterons", "on viendra", "I'll pop in".</summary>
    internal static int? Coming(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 1; i < s.Count; i++)
        {
            var subject = s.Is(i - 1, "ne", "n") || s.Is(i - 1, "y") ? i - 2 : i - 1;
            var norm = s[i].Norm;
            if ((s.Is(subject, "je", "j") && norm.EndsWith("rai", StringComparison.Ordinal) || s.Is(subject, "nous") && norm.EndsWith("rons", StringComparison.Ordinal) || s.Is(subject, "on") && norm.EndsWith("ra", StringComparison.Ordinal)) && norm.Length > 4) return i;
            if ((s.Is(i - 1, "i", "we") && (s.Is(i, "ll", "will"))) && i + 1 < s.Count) return i + 1;
        }
        return null;
    }

    private static int Count(Hearing h, int to)
    {
        if (h.All<PeopleMention>().FirstOrDefault(p => p.End <= to) is { } people) return people.Others ? people.Count + 1 : people.Count;
        var s = h.Sentence;
        if (s.Tokens.Any(t => t.Norm is "celle" or "celles") && h.All<PersonMention>().Count() is > 0 and var along) return along + 1;
        if (Companions.Count(s) is > 1 and var several) return several + 1; // "Frau" of "mit meiner Frau und zwei Kindern" is no name
        for (var i = 0; i < s.Count; i++)
            if ((s.Is(i, "avec", "with") || s.Is(i, "mit")) && (h.All<PersonMention>().Count(p => p.Start > i && p.Start <= i + 4) is > 0 and var n)) return n + 1;
        return 1 + Companions.Count(s);
    }

    /// <summary>"je note mes heures en retard : le 3 2h", "désolé du retard, lundi 2h": late with the noting, not at a meeting.</summary>
    internal static bool LateNoting(Hearing h)
    {
        if (h.Sentence.Spoken != Tongue.French && !h.Sentence.Tokens.Take(4).Any(t => t.Norm is "for" or "fur" or "fuer") || h.Heard("rsvp_yes") || h.Heard("rsvp_no") || !h.Cues.TryGetValue("rsvp_late", out var late)) return false;
        var lengths = h.All<LengthMention>().ToList();
        return lengths.Count > 0 && lengths.TrueForAll(l => l.Start > late.At && Enumerable.Range(late.At, l.Start - late.At).Any(i => h.Sentence.Is(i, ",", ":") || h.Sentence.Is(i, ".", ";")));
    }

    // "ich komme 10 Minuten später, und Nadia kommt nicht": hers, not the speaker's
    private static bool AnothersNo(Hearing h) =>
        h.Cues.TryGetValue("rsvp_no", out var no) && h.All<PersonMention>().Any(p => p.End == no.At || p.End == no.At - 1 && h.Sentence[p.End].IsLetters || p.End > no.At && p.Start < no.At + no.Length);

    private static (bool Said, int? Minutes) Late(Hearing h)
    {
        if (LeavesEarly(h)) return (false, null);
        if (h.All<ClockMention>().FirstOrDefault(c => c.InsteadOf is not null) is { } clock)
            return (true, clock.Minute > clock.InsteadOf ? clock.Minute - clock.InsteadOf : null);
        if (!h.Heard("rsvp_late") || h.Heard("rsvp_no") && !AnothersNo(h)) return (false, null);
        var length = h.First<LengthMention>();
        // "j'arrive à 10h" says when, not how late; the invitation knows the rest
        var said = h.Sentence.Tokens.Any(t => t.Norm is "retard" or "late" or "spater" or "spaeter" or "verspatung" or "verspaetung" or "verspate" or "spat" or "spaet" or "bourre" or "delayed");
        return (said, length?.Minutes is { } minutes and < 1440 ? (int)minutes : null);
    }

    /// <summary>"je pars du copil à 16h", "je pars à 16h au lieu de 17h": there, but not to the end; "je dois partir à 16h mardi" may be anything.</summary>
    internal static bool LeavesEarly(Hearing h) =>
        h.Sentence.Spoken == Tongue.French && h.Cues.TryGetValue("rsvp_early", out var leaves) && h.All<ClockMention>().Any(c => c.Start > leaves.At)
        && (h.Marks(Sense.InsteadOf).Any() || h.All<ActivityMention>().Any() || h.Marks(Sense.Meeting).Any());

    /// <summary>Who gets the vote: "je donne mon pouvoir à Paul", "Vollmacht an Elips", "Paul vote for me".</summary>
    internal static ReadPerson? Proxy(Hearing h)
    {
        if (!h.Cues.TryGetValue("rsvp_proxy", out var cue)) return null;
        var s = h.Sentence;
        // "pour pouvoir venir" is the verb
        if (s.Is(cue.At, "pouvoir") && cue.Length == 1 && !(s.Is(cue.At + 1, "a", "pour") || s.Is(cue.At + 1, "au")) && !s.Is(cue.At - 1, "mon", "donne") && !s.Is(cue.At - 1, "un", "le")) return null;
        for (var i = cue.At; i < Math.Min(s.Count, cue.At + cue.Length + 5); i++)
        {
            if (!(s[i].Norm is "a" or "au" or "to" or "an" or "pour" or "for" or "goes" or "fur" or "fuer" or "auf" or "geht" or ":")) continue;
            var next = i + 1;
            while (s.Has(next, Sense.Article) || s.Is(next, "to", "an") || s.Is(next, "l")) next++;
            if (Named(h, next) is { } to) return to;
        }
        for (var i = 0; i < s.Count; i++) if (Named(h, i) is { } named && h.Mentions.Any(m => m.Start == i)) return named;
        return Unknown(h, cue.At);

        static ReadPerson? Unknown(Hearing h, int at) => at > 0 && !h.Covered(at - 1) && h.Sentence[at - 1].IsLetters && !Lexicon.Knows(h.Sentence[at - 1].Norm) ? new(null, h.Sentence[at - 1].Text) : null;
    }

    private static ReadPerson? Named(Hearing h, int at)
    {
        var s = h.Sentence;
        if (at >= s.Count) return null;
        if (h.All<PersonMention>().FirstOrDefault(p => p.Start == at) is { } person) return Hearing.Read(person);
        if (h.All<OrganisationMention>().FirstOrDefault(o => o.Start == at) is { } organisation) return new(null, organisation.Sure?.Name ?? s.Said(organisation.Start, organisation.End));
        if (s[at].Norm is "madame" or "monsieur" or "frau" or "herr" or "mrs" or "mr" or "mme" or "ms") return at + 1 < s.Count ? new(null, s.Said(at, Math.Min(at + 2, s.Count))) : null;
        if (!s[at].IsLetters || s[at].Norm.Length < 3 || Lexicon.Knows(s[at].Norm) || h.Covered(at)) return null;
        var end = at + 1;
        if (end < s.Count && s[end].IsLetters && !Lexicon.Knows(s[end].Norm) && !h.Covered(end)) end++;
        return new(null, s.Said(at, end));
    }
}
