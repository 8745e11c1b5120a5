namespace Ptce.Workspace;

/// <summary>The lengths and spans of a sentence that are lines of their own: without pauses, parts, sums, plans and what was taken back.</summary>
internal static partial class MeasuredLines
{
    internal static List<Mention> Of(Hearing h)
    {
        var measures = h.Mentions.Where(m => m is LengthMention { PerWeek: false, PerMonth: false } or ClockRangeMention).ToList();
        measures.RemoveAll(m => m is LengthMention compared && Compared(h.Sentence, compared.End));
        Instead(h.Sentence, measures);
        Attributed(h, measures);
        Reports.Leave(h, measures);
        // "four hours over two days", "an zwei Tagen zusammen vier Stunden": how they were spread
        if (measures.Count > 1) measures.RemoveAll(m => m is LengthMention { Days: not null } spread && (h.Sentence[spread.Start].Norm is "over" || spread.Start > 0 && h.Sentence[spread.Start - 1].Norm is "over" or "across" or "an" or "auf") && measures.Exists(o => o is LengthMention { Days: null }));
        if (measures is [LengthMention only] && Pauses.Is(h.Sentence, only) && h.All<ClockMention>().Any()) return [];
        Pauses.Take(h.Sentence, measures);
        Parts(h.Sentence, measures);
        Named(h.Sentence, measures);
        Shares(h, measures);
        Planned(h, measures);
        if (measures.Count > 1 && Plans.Measure(h) is { } meant) measures.Remove(meant);
        SumFirst(h.Sentence, measures);
        Sums(h, measures);
        Missed(h.Sentence, measures);
        for (var k = measures.Count - 1; k > 0; k--)
        {
            if (Retracted(h, measures[k - 1], measures[k])) { measures.RemoveAt(k - 1); continue; }
            // "2h hier ou 3h": the bounds stay, the length is asked
            if ((measures[k - 1], measures[k]) is not (LengthMention { Minutes: { } one } first, LengthMention { Minutes: { } other }) || !Enumerable.Range(1, 3).Any(back => h.Sentence.Has(measures[k].Start - back, Sense.Or)) && !Perhaps(h, first.End, measures[k].Start)) continue;
            measures[k - 1] = first with { Minutes = null, Least = Math.Min(one, other), Most = Math.Max(one, other) };
            measures.RemoveAt(k);
        }
        // "réunion hier 14h 2h": the hour it began, then how long it lasted
        for (var k = measures.Count - 1; k > 0; k--)
            if ((measures[k - 1], measures[k]) is (LengthMention { Minutes: >= 540 and < 1440 } hour, LengthMention { Minutes: { } lasted }) && hour.End == measures[k].Start && lasted < hour.Minutes && hour.Minutes % 60 == 0) measures.RemoveAt(k - 1);
        // "de 14h à 16h, 2h" says the same thing twice
        for (var k = measures.Count - 1; k > 0; k--)
        {
            var pair = (measures[k - 1], measures[k]);
            var (length, span) = pair switch { (LengthMention l, ClockRangeMention c) => (l, c), (ClockRangeMention c, LengthMention l) => (l, c), _ => (null, null) };
            if (length?.Minutes is not { } minutes || span is null) continue;
            var between = span.Minutes;
            if (between == minutes && !(length.Start > span.Start && Enumerable.Range(span.End, Math.Max(0, length.Start - span.End)).Any(i => h.Sentence.Has(i, Sense.And)))) measures.Remove(length);
            else if (!Joined(h, measures[k - 1].End, measures[k].Start))
            {
                // "2h30 hier de 9h à 12h": the two do not agree, so the length is asked
                measures[k - 1] = length with { Minutes = null, Least = Math.Min(minutes, between), Most = Math.Max(minutes, between) };
                measures.RemoveAt(k);
            }
        }
        return measures;
    }

    // "ça devait durer une heure, ça a duré deux heures": what was planned is no line
    private static void Planned(Hearing h, List<Mention> measures)
    {
        for (var k = measures.Count - 2; k >= 0; k--)
            for (var i = Math.Max(0, measures[k].Start - 3); i < measures[k].Start; i++)
                if (h.Sentence[i].Norm is "devait" or "devaient" or "devais" or "devions" or "habitude" or "habituellement" or "prevu" or "prevue" or "prevus" or "prevues" or "censee" or "cense" or "due" or "supposed" or "scheduled" or "sollte" or "sollten" && measures[k] is LengthMention) { measures.RemoveAt(k); break; }
    }

    // "2h50 instead of 2h", "statt zwei Stunden drei": what it was to be is no line
    private static void Instead(Sentence s, List<Mention> measures)
    {
        for (var k = measures.Count - 1; k >= 0 && measures.Count > 1; k--)
            if (Enumerable.Range(1, 3).Any(back => s.Has(measures[k].Start - back, Sense.InsteadOf, out var mark) && mark.Length == back)) measures.RemoveAt(k);
    }

    // "1h lundi et 2h mardi, soit 3h en tout": the sum is no line of its own
    private static void Sums(Hearing h, List<Mention> measures)
    {
        if (measures is not [.. { Count: > 0 } parts, LengthMention { Minutes: { } sum } last]) return;
        var before = h.Sentence[Math.Max(0, last.Start - 1)].Norm;
        var said = before is "soit" or "total" or "=" or "tout" or "donc" or "insgesamt" or "altogether" || before == "fait" && h.Sentence.Is(last.Start - 2, "ca", "cela") || h.Sentence.Is(last.End, "en", "au") && h.Sentence.Is(last.End + 1, "tout", "total") || h.Sentence.Is(last.End, "in") && h.Sentence.Is(last.End + 1, "all", "total") || h.Sentence.Is(last.End, "altogether", "insgesamt");
        // "zusammen 3 Std", "so 3h", "makes 3 hours": words that also mean else, so they must be right
        if (!said && !(parts.Count > 1 && before is "zusammen" or "so" or "makes" or "macht" or "macht's" or "also" or "that's" or "gesamt" or "summe" && parts.Sum(Least) == sum)) return;
        measures.RemoveAt(measures.Count - 1);
        // the parts do not make the sum: which of them is wrong is to be asked
        if (parts.Sum(Least) != sum && measures[^1] is LengthMention { Minutes: { } doubted } part)
            measures[^1] = part with { Minutes = null, Least = Math.Min(doubted, sum), Most = Math.Max(doubted, sum) };
    }

    // "2h en tout : 1h copil et 1h rangement": the parts are the lines
    private static void SumFirst(Sentence s, List<Mention> measures)
    {
        if (measures.Count < 3 || measures[0] is not LengthMention { Minutes: { } sum } first || measures.Skip(1).Sum(Least) != sum) return;
        var after = first.End;
        if (s.Is(after, "en", "au") && s.Is(after + 1, "tout", "total") || s.Is(after, "in") && s.Is(after + 1, "all", "total") || s.Is(after, "insgesamt", "altogether") || s.Is(first.Start - 1, "insgesamt", "total") || Enumerable.Range(first.End, measures[1].Start - first.End).Any(i => s.Is(i, ":"))) measures.RemoveAt(0);
    }

    // "2h de plus que Karim", "an hour less than planned": more or less than something else, no length
    private static bool Compared(Sentence s, int end)
    {
        var at = s.Is(end, "de") ? end + 1 : end;
        return s[Math.Min(at, s.Count - 1)].Norm is "plus" or "moins" or "more" or "less" or "longer" or "mehr" or "weniger" or "langer" or "laenger" && s[Math.Min(at + 1, s.Count - 1)].Norm is "que" or "qu" or "than" or "als";
    }

    // "Karim 2h et moi 3h", "2h for me, 3h for Julie": where the speaker's own line is marked, the others' are theirs to note
    private static void Attributed(Hearing h, List<Mention> measures)
    {
        if (measures.Count < 2 || !measures.Exists(m => Own(h.Sentence, m))) return;
        measures.RemoveAll(m => !Own(h.Sentence, m) && (Spenders.Another(h, m.Start) || h.All<PersonMention>().Any(p => p.End == m.Start || p.Start == m.End + 1 && (h.Sentence.Is(m.End, "pour", "for") || h.Sentence.Is(m.End, "fur", "fuer")))));
    }

    private static bool Own(Sentence s, Mention measure) =>
        Spenders.Speaker(s, measure.Start) || (s.Is(measure.End, "pour", "for") || s.Is(measure.End, "fur", "fuer")) && s[Math.Min(measure.End + 1, s.Count - 1)].Norm is "moi" or "me" or "mich"
        || Enumerable.Range(measure.End, Math.Max(0, Math.Min(measure.End + 3, s.Count) - measure.End - 1)).Any(i => s.Is(i, "pour", "for") && s.Is(i + 1, "moi", "me"));

    private static long Least(Mention measure) => measure is LengthMention length ? length.Minutes ?? 0 : measure is ClockRangeMention span ? span.Minutes - span.Pause : 0;

    // "1h, peut-être 1h30": one length in doubt, not two
    private static bool Perhaps(Hearing h, int from, int to)
    {
        if (h.All<DateMention>().Any(d => d.Start >= from && d.End <= to)) return false;
        var heard = false;
        for (var i = from; i < to; i++)
        {
            if (h.Sentence.Has(i, Sense.And)) return false;
            heard |= h.Sentence[i].Norm is "peut" or "maybe" or "perhaps" or "possibly" or "vielleicht" or "eventuell";
        }
        return heard;
    }

    // "de 17h30 à 19h, parti une demi-heure avant la fin": whether the span is the meeting's or the speaker's is asked
    private static void Missed(Sentence s, List<Mention> measures)
    {
        for (var k = measures.Count - 1; k > 0; k--)
        {
            if (measures[k] is not LengthMention { Minutes: { } minutes } missed || !Short(s, missed.End) && !s.Is(missed.Start - 2, "bout") || Least(measures[k - 1]) is var whole && whole <= minutes) continue;
            measures[k - 1] = new LengthMention(measures[k - 1].Start, measures[k - 1].End, "length.missed", 0, null, s.Is(missed.Start - 2, "bout") ? minutes : whole - minutes, whole);
            measures.RemoveAt(k);
        }
    }

    private static bool Short(Sentence s, int i) =>
        s.Is(i, "early", "late") || s.Is(i, "fruher", "frueher") || s.Is(i, "avant") && s.Is(i + 2, "fin") || s.Is(i, "plus") && s.Is(i + 1, "tot") || s.Is(i, "en", "de") && s.Is(i + 1, "retard")
        || s.Is(i, "before") && s.Is(i + 2, "end") || s.Is(i, "vor") && s.Is(i + 1, "schluss", "ende") || s.Is(i, "zu") && s.Is(i + 1, "spat", "spaet");

    private static bool Joined(Hearing h, int from, int to)
    {
        for (var i = from; i < to; i++) if (h.Sentence.Has(i, Sense.And) || h.Sentence.Is(i, ",", ";") || h.Sentence.Is(i, "+", ".") || h.Sentence.Has(i, Sense.Weekday)) return true;
        return false;
    }

    // "hier 2h non pardon 3h", "2h hier, euh plutôt avant-hier": what was said last holds
    internal static bool Retracted(Hearing h, Mention first, Mention second)
    {
        // "we planned 4 hours but only did 2"
        if (h.Sentence.Tokens.Take(first.Start).Any(t => t.Norm is "planned" or "meant" or "geplant" or "wollte" or "wollten" or "prevu") && h.Sentence.Tokens.Take(second.Start).Skip(first.End).Any(t => t.Norm is "but" or "aber" or "mais")) return true;
        for (var i = first.End; i < second.Start; i++)
            if (h.Sentence[i].Norm is "mais" or "but" or "aber" && (h.Sentence.Is(i + 1, "seulement", "only") || h.Sentence.Is(i + 1, "nur", "juste") || h.Sentence.Is(second.Start - 1, "que", "qu"))) return true;
            else if (h.Sentence[i].Norm is "non" or "nan" or "pardon" or "plutot" or "enfin" or "oups" or "no" or "sorry" or "actually" or "rather" or "wait" or "nein" or "nee" or "ne" or "quatsch" or "besser" || h.Sentence.Is(i, "en") && h.Sentence.Is(i + 1, "fait")) return true;
        return false;
    }
}
