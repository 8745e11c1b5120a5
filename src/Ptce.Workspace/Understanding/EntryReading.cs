namespace Ptce.Workspace;

/// <summary>Puts days and lengths together into lines: one, several with their own days, or one length over several days.</summary>
internal static class EntryReading
{
    internal sealed record Lines(IReadOnlyList<ReadEntry> Entries, IReadOnlyList<string> Ask, bool PerPerson);

    private sealed record Piece(int From, int To, Mention? Measure, DateMention? Date);

    internal static Lines Read(Hearing h, Look look)
    {
        var pieces = Cut(h);
        var entries = new List<ReadEntry>();
        var ask = new List<string>();
        foreach (var piece in pieces)
            entries.AddRange(DayLines.Of(h, look, piece.Date, piece.Measure, Clock(h, piece), Part(h, piece), pieces.Count > 1 ? Labels.Of(h, piece.From, piece.To) : null, Activity(h, piece), ask));
        if (Unread(h)) DayLines.Add(ask, "minutes");
        if (Wavers(h)) DayLines.Add(ask, "date");
        foreach (var left in h.All<DateMention>().Where(d => LeftOut(h, d))) if (entries.Count > 1) entries.RemoveAll(x => x.Date is { } day && On(h, left, day));
        // "2 hours each on Monday and Tuesday": of each day, where no people are spoken of
        if (h.All<DateMention>().Any(d => d.Date is DateListPhrase) && h.Sentence.Tokens.Any(t => t.Norm is "each" or "chaque" or "chacun") && !h.All<PeopleMention>().Any() && pieces.Count == 1)
        {
            ask.Remove("minutes");
            return new(entries, ask, false);
        }
        return new(entries, ask, h.All<LengthMention>().Any(l => l.PerPerson) || h.Sentence.Count > 0 && h.Marks(Sense.PerPerson).Any(m => m.Mark.Tongue == h.Sentence.Spoken && !h.Covered(m.At)));
    }

    // "14h-16h hier, jusqu'à 17h pour Paul": which end holds is asked
    private static bool Unread(Hearing h) => Ends(h) || Follows(h) || Crowded(h) || CameLater(h);

    // "9h-11h copil, appel à 15h avec Elips": how long the second took is not said
    private static bool Follows(Hearing h) => h.Mentions.Count(m => m is ClockRangeMention or LengthMention) == 1 && h.First<ClockRangeMention>() is { } span
        && h.All<ClockMention>().Any(c => !c.Ends && c.InsteadOf is null && c.Start > span.End && c.Minute >= span.To && Enumerable.Range(span.End, c.Start - span.End).Any(i => h.Sentence.Has(i, Sense.Meeting) || h.Sentence.Has(i, Sense.Activity)) && Enumerable.Range(span.End, c.Start - span.End).Any(i => h.Sentence.Is(i, ",", ";") || h.Sentence.Has(i, Sense.And)));

    // "hier 14 16h": a number stands unread before a length
    private static bool Crowded(Hearing h) => h.All<LengthMention>().Any(l => l.Start > 0 && !h.Covered(l.Start - 1) && h.Sentence[l.Start - 1] is { IsDigits: true } && h.Sentence[l.Start].IsDigits && !(l.Start > 1 && (h.Sentence[l.Start - 2].IsDigits || h.Sentence.Is(l.Start - 2, "-"))));

    private static bool Ends(Hearing h) => h.First<ClockRangeMention>() is { } span && h.All<ClockMention>().Any(c => c.Ends && c.Start >= span.End && c.Minute != span.To % 1440);

    // "de 14h à 17h mais je suis arrivé à 15h"
    private static bool CameLater(Hearing h) => h.First<ClockRangeMention>() is { } span
        && h.All<ClockMention>().Any(c => c.Start >= span.End && c.Minute > span.From && c.Minute < span.To && h.Sentence[c.Start - 1].Norm is "arrive" or "arrivee" or "arrives" or "parti" or "partie" or "partis" or "sorti" or "sortie");

    // "1h lundi je crois ou mardi"
    private static bool Wavers(Hearing h) => h.All<DateMention>().Any(d => d.Role == DateRole.On && d.Start > 1 && h.Sentence.Has(d.Start - 1, Sense.Or) && h.All<DateMention>().Any(o => o.End < d.Start) && h.Mentions.Count(m => m is LengthMention or ClockRangeMention) == 1);

    // "du 9 au 13 sauf le 11": the days left out
    private static bool LeftOut(Hearing h, DateMention date) =>
        h.Sentence.Spoken == Tongue.French && (h.Sentence.Is(date.Start - 1, "sauf", "excepte") || h.Sentence.Is(date.Start - 1, "hors") || h.Sentence.Is(date.Start - 2, "sauf", "excepte") && h.Sentence.Has(date.Start - 1, Sense.Article));

    private static bool On(Hearing h, DateMention date, DateOnly day) =>
        date.Date.Resolve(h.Today, Look.Past) is { One: true } left && (left.From == day || date.Date is DayOfWeekPhrase && left.From.DayOfWeek == day.DayOfWeek);

    // "left at 8, got there for 9": of two hours none is surely the one it began
    private static ClockMention? Clock(Hearing h, Piece piece) => h.All<ClockMention>().Where(c => c.Start >= piece.From && c.Start < piece.To).ToList() is [{ Ends: false } only] ? only : null;

    private static string? Activity(Hearing h, Piece piece) => h.All<ActivityMention>().FirstOrDefault(a => a.Start >= piece.From && a.Start < piece.To)?.Activity;

    private static string? Part(Hearing h, Piece piece) =>
        piece.Date?.Part ?? h.All<PartMention>().FirstOrDefault(p => p.Start >= piece.From && p.Start < piece.To)?.Part ?? h.All<DateMention>().FirstOrDefault(d => d.Part is not null)?.Part;

    private static List<Piece> Cut(Hearing h)
    {
        var dates = h.All<DateMention>().Where(d => d.Role is DateRole.On or DateRole.Starting || d.Role == DateRole.Until && h.Sentence.Is(d.Start, "pour", "for")).ToList();
        var back = Returns.Of(h);
        if (dates.Count > 1 && dates.Exists(d => d.Role == DateRole.On && d != back)) dates.RemoveAll(d => d.Role != DateRole.On);
        dates.RemoveAll(d => OfEvent(h, d) || d == back || dates.Count > 1 && Idle(h, d));
        dates.RemoveAll(d => dates.Count > 1 && LeftOut(h, d));
        if (dates.Count > 1) dates.RemoveAll(d => Compared(h.Sentence, d.Start));
        if (MeasuredLines.Of(h).Count == 1 && dates.Exists(d => !Owned(h, d))) dates.RemoveAll(d => Owned(h, d));
        for (var k = dates.Count - 1; k > 0; k--) if (MeasuredLines.Retracted(h, dates[k - 1], dates[k])) dates.RemoveAt(k - 1);
        // "ce week-end 3h samedi et 2h dimanche": its days say more than the weekend
        dates.RemoveAll(d => d.Date is PeriodPhrase && d.Date.Resolve(h.Today, Look.Past) is { } period && dates.Exists(o => o.Date is not PeriodPhrase && Single(h, o) is { } day && day >= period.From && day <= period.To));
        var measures = MeasuredLines.Of(h);
        if (measures.Count == 1 && Alike(h) && dates.Count > 1) return [.. dates.Select((d, k) => new Piece(k == 0 ? 0 : d.Start, k + 1 < dates.Count ? dates[k + 1].Start : h.Sentence.Count, measures[0], d))];
        if (measures.Count == 1 && Besides(h, dates) is { } more) return [new(0, more.Start, measures[0], Leading([.. dates.Where(d => d.Start < more.Start)])), new(more.Start, h.Sentence.Count, null, more)];
        if (Respectively(dates, measures) is { } paired) return [.. paired.Select(p => new Piece(p.Measure.Start, Math.Min(p.Measure.End + 1, h.Sentence.Count), p.Measure, p.Day))];
        if (measures.Count <= 1) return [new(0, h.Sentence.Count, measures.FirstOrDefault(), Leading(dates))];

        var pieces = new List<Piece>();
        var from = 0;
        for (var k = 0; k < measures.Count; k++)
        {
            var to = k + 1 < measures.Count ? Border(h, dates, from, measures[k], measures[k + 1]) : h.Sentence.Count;
            pieces.Add(new(from, to, measures[k], Leading([.. dates.Where(d => d.Start >= from && d.Start < to)])));
            from = to;
        }
        // A line without a day has the day of the line before it, or else of the one after: "2h compta et 1h copil hier".
        for (var k = 1; k < pieces.Count; k++) if (pieces[k].Date is null) pieces[k] = pieces[k] with { Date = pieces[k - 1].Date };
        for (var k = pieces.Count - 2; k >= 0; k--) if (pieces[k].Date is null) pieces[k] = pieces[k] with { Date = pieces[k + 1].Date };
        return pieces;
    }

    // "6th, 7th and 8th July: 5h, 4h, 3h", "lundi, mardi et jeudi : 2h, 1h, 3h": as many lengths as days, each of its own
    private static IEnumerable<(Mention Measure, DateMention Day)>? Respectively(List<DateMention> dates, List<Mention> measures) =>
        measures.Count > 1 && dates is [{ Date: DateListPhrase { Days: { } days } } list] && days.Count == measures.Count && list.End <= measures[0].Start
            ? measures.Zip(((DateListPhrase)list.Date).Each, (measure, day) => (measure, list with { Date = day })) : null;

    // "pareil qu'hier : 2h ce matin", "comme lundi, 1h mardi": a day to compare with
    private static bool Compared(Sentence s, int date) =>
        s.Is(date - 1, "comme") || s.Is(date - 1, "qu", "que") && s[Math.Max(0, date - 2)].Norm is "pareil" or "autant" or "plus" or "moins" or "mieux";

    // "le compte rendu du copil de lundi m'a pris 1h hier": Monday is the committee's, yesterday the work's
    private static bool Owned(Hearing h, DateMention date)
    {
        var (s, noun) = (h.Sentence, date.Start - 2);
        return noun >= 0 && s.Is(date.Start - 1, "de", "d") && s.Spoken == Tongue.French && (h.All<ActivityMention>().Any(a => a.End == noun + 1) || s.Has(noun, Sense.Meeting) || s[noun].Norm is "echange" or "echanges" or "discussion" or "message" or "mail");
    }

    // "hier on n'a rien fait, mardi 2h": nothing on that day
    private static bool Idle(Hearing h, DateMention day)
    {
        for (var i = day.End; i < h.Sentence.Count && i < day.End + 6 && h.Sentence[i].Kind != TokenKind.Sign && !h.Sentence.Has(i, Sense.And) && !h.Mentions.Any(m => m is LengthMention or ClockRangeMention && m.Start == i); i++)
            if (h.Sentence[i].Norm is "rien" or "nichts" or "nothing" or "nix" or "malade" or "absent" or "absente" or "conge" or "conges") return true;
        // "ni hier ni lundi, mais mardi"
        if (h.Sentence.Is(day.Start - 1, "ni")) return true;
        // "nothing yesterday, 2h Monday"
        if (day.Start > 0 && h.Sentence[day.Start - 1].Norm is "rien" or "nichts" or "nothing" or "nix") return true;
        if (Skipped(h, day)) return true;
        // "no time to do anything on Monday"
        for (var i = day.Start - 1; i > 0 && h.Sentence[i].Kind != TokenKind.Sign; i--) if (h.Sentence.Is(i, "time", "zeit") && h.Sentence.Is(i - 1, "no", "keine")) return true;
        return false;
    }

    // "didn't manage Monday but did 2 hours on Tuesday", "Montag hab ich nicht geschafft, dafür Dienstag": a clause with the day and a no, and no length
    private static bool Skipped(Hearing h, DateMention day)
    {
        var s = h.Sentence;
        if (s.Spoken == Tongue.French) return false;
        var from = Array.FindLastIndex(s.Tokens, Math.Max(0, day.Start - 1), Breaks) + 1;
        var to = Array.FindIndex(s.Tokens, day.End, Breaks) is > 0 and var end ? end : s.Count;
        if (h.Mentions.Any(m => m is LengthMention or ClockRangeMention && m.Start < to && m.End > from)) return false;
        var clause = s.Tokens.Skip(from).Take(to - from).Select(t => t.Norm).ToList();
        return clause.Exists(w => w is "nicht" or "not" or "never" or "t" or "nie") && clause.Exists(w => w is "manage" or "do" or "make" or "come" or "go" or "work" or "there" or "geschafft" or "da" or "gemacht" or "gekommen" or "gearbeitet" or "dort" or "dabei");
    }

    private static bool Breaks(SentenceToken token) => token.Kind == TokenKind.Sign || token.Norm is "but" or "aber" or "and" or "und" or "sondern";

    // "préparer l'atelier du 8 décembre": the day of the workshop to come, not of the work
    private static bool OfEvent(Hearing h, DateMention date) =>
        !h.Heard("future") && date.Date.Resolve(h.Today, Look.Past)?.From > h.Today
        && h.All<ActivityMention>().Any(a => a.End == date.Start || (a.End == date.Start - 1 && h.Sentence[a.End].Norm is "de" or "du" or "of" or "on" or "am" or "vom" or "d"))
        && (h.Heard("worked") || h.Sentence.Tokens.Any(t => t.Norm is "preparer" or "preparation" or "prepa" or "organiser" or "prepare" or "preparing" or "organise" or "vorbereiten" or "vorbereitung" or "vorbereitet" or "pour" or "for" or "fur"));

    // "Monday 1 hour on the newsletter and on Wednesday too", "Montag 2 Std., Mittwoch fällt mir grad nicht ein": a second day that nothing measures is asked about, never dropped
    private static DateMention? Besides(Hearing h, List<DateMention> dates) =>
        dates is [{ } first, { } other] && first.Start < other.Start && Single(h, first) is { } one && Single(h, other) is { } two && one != two && one <= h.Today && two <= h.Today && first.End < other.Start
        && (h.Sentence.Has(other.Start - 1, Sense.And) || Unremembered(h, other)) && h.All<LengthMention>().Any(l => l.Start < other.Start) ? other : null;

    // "Wednesday I forget", "mercredi je sais plus", "Mittwoch ?": a clause of its own that says the day and not how long
    private static bool Unremembered(Hearing h, DateMention day) =>
        h.Sentence[day.Start - 1].Kind == TokenKind.Sign && (h.Sentence.Is(day.End, "?") || h.Cues.TryGetValue("unremembered", out var lapse) && lapse.At >= day.End);

    private static DateOnly? Single(Hearing h, DateMention date) => date.Date.Resolve(h.Today, Look.Past) is { One: true } span ? span.From : null;

    // "2h lundi, idem mardi"
    private static bool Alike(Hearing h) => h.Sentence.Tokens.Any(t => t.Norm is "idem" or "pareil" or "autant" or "same" or "dito" or "ditto" or "ebenso" or "genauso" or "genausoviel" or "likewise" or "dasselbe");

    // A day is said before a period when both are there: "lundi de la semaine dernière" is one mention already.
    private static DateMention? Leading(List<DateMention> dates) =>
        dates.FirstOrDefault(d => d.Date is not (PeriodPhrase or MonthPhrase or EndOfPhrase)) ?? (dates.Count > 0 ? dates[0] : null);

    private static int Border(Hearing h, List<DateMention> dates, int from, Mention measure, Mention next)
    {
        var s = h.Sentence;
        var between = dates.Where(d => d.Start >= measure.End && d.End <= next.Start).ToList();
        var dayFirst = dates.Exists(d => d.Start >= from && d.End <= measure.Start);
        var sign = -1;
        for (var i = measure.End; i < next.Start; i++)
            if (!between.Exists(d => d.Start <= i && i < d.End) && !h.All<OrganisationMention>().Any(o => o.Start <= i && i < o.End) && (s.Is(i, ",", ";") || s.Is(i, ".", "+") || s.Has(i, Sense.And) || s.Is(i, "/"))) sign = i;
        if (between.Count == 0) return sign >= 0 ? sign + 1 : next.Start;
        if (between.Count > 1) return between[^1].Start;
        var only = between[0];
        if (dayFirst) return only.Start;
        // the day stands before the sign ("2h hier, 3h lundi") or after it ("2h compta, lundi 3h")
        if (sign >= 0) return sign < only.Start && s.Has(sign, Sense.And) | s.Is(sign, ",", ";") | s.Is(sign, ".", "+") ? Ambiguous(h, dates, only, next) ? only.Start : only.End : sign + 1;
        return only.End;
    }

    // The day between belongs to what follows unless what follows has its own day after it.
    private static bool Ambiguous(Hearing h, List<DateMention> dates, DateMention only, Mention next) => !dates.Exists(d => d.Start >= next.End);
}
