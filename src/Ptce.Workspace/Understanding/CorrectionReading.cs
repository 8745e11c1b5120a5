namespace Ptce.Workspace;

/// <summary>correct_last, cancel_last and cancel_entry: which values are meant, and which are the old ones.</summary>
internal static partial class CorrectionReading
{
    internal static Reading Correct(Hearing h)
    {
        var s = h.Sentence;
        var kept = h.All<LengthMention>().Where(l => !Denied(s, l.Start) && !Replaced(h, l) && !Added(s, l)).ToList();
        var length = kept.Find(l => s[Math.Max(0, l.Start - 1)].Norm is "fait" or "faisait" or "etait" or "soit" or "donc" or "total" or "tout" && l.Start > 0) ?? kept.FirstOrDefault() ?? (BareHours(h) is not null ? null : h.All<LengthMention>().FirstOrDefault(l => !Denied(s, l.Start) && !Added(s, l)));
        var turned = ValueChange.Of(h);
        var minutes = turned?.Minutes ?? length?.Minutes ?? (length is null ? BareHours(h) : null);
        var date = turned is null ? h.All<DateMention>().FirstOrDefault(d => !Denied(s, d.Start) && !Exchanged(h, d) && d.Role == DateRole.On)?.Date : turned.Day;
        var span = date?.Resolve(h.Today, Look.Past);
        var clocks = turned?.Minutes is null ? h.First<ClockRangeMention>() : null;
        var filled = clocks is null ? null : Clocks.Fill(new ReadEntry(null, null), clocks, span is { One: true } ? span.From : null, h.Settings);
        var bodies = NamedBodies.Of(h);
        var orgs = Kept(h, bodies);
        var ask = new List<string>();
        if (length is { Minutes: null } || minutes is null && h.All<LengthMention>().Any(l => Added(s, l))) ask.Add("minutes");
        if (minutes > 1440) ask.Add("minutes");
        if (date is not null && span is not { One: true, Doubtful: false }) ask.Add("date");
        if (span is { One: true } && span.From > h.Today) ask.Add("confirm_future");
        if (bodies.Ask) ask.Add("organisation");
        // "passe à 14h": a length or a time of day?
        if (turned is { Minutes: null, Day: null } || turned is null && kept.Count == 0 && h.All<LengthMention>().Any(l => Added(s, l))) DayLines.Add(ask, "minutes");
        var activity = h.All<ActivityMention>().FirstOrDefault(a => !Denied(s, a.Start) && !Exchanged(h, a))?.Activity;
        var kind = h.Marks(Sense.TimeKind).Any(k => Denied(s, k.At)) ? "default" : TimeReading.Kind(h, activity);
        return new Reading
        {
            Intent = Intents.CorrectLast,
            Minutes = minutes ?? filled?.Minutes,
            Date = span is { One: true } ? span.From : null,
            DateFrom = span is { One: false } ? span.From : null,
            DateTo = span is { One: false } ? span.To : null,
            Entries = filled is null ? [] : [filled],
            People = h.All<PeopleMention>().FirstOrDefault(p => !p.Others && !Denied(s, p.Start))?.Count ?? Counted(h),
            Activity = activity,
            Kind = kind == "default" ? null : kind,
            Orgs = orgs,
            OrgText = bodies.Text,
            OrgCandidates = bodies.Candidates,
            Ask = ask,
        };
    }

    // "1h de plus, donc 3h": how much it differs, not how long it was
    internal static bool Added(Sentence s, LengthMention length) =>
        s.Is(length.End, "de", "en") && s.Is(length.End + 1, "plus", "moins") || s[Math.Min(length.End, s.Count - 1)].Norm is "more" or "less" or "off" or "mehr" or "weniger" or "abziehen" && !(s.Is(length.End + 1, "than", "als") && Numerals.Try(s, length.End + 2, out _));

    // "la ligne des 4h", "l'heure de mercredi": what was noted, though it looks like a time of day or a bare word
    private static long? Noted(Hearing h)
    {
        var s = h.Sentence;
        if (h.First<ClockMention>() is { } clock && s[Math.Max(0, clock.Start)].Norm is not ("a" or "vers") && s.Tokens.Take(clock.End).Any(t => t.Norm is "les" or "des" or "mes" or "ces")) return clock.Minute % 720;
        for (var i = 1; i + 1 < s.Count; i++) if (s.Is(i, "heure") && s[i - 1].Norm is "l" or "une" or "mon" or "cette" && s.Is(i + 1, "de", "d")) return 60;
        return null;
    }

    internal static Reading Cancel(Hearing h, string intent)
    {
        var length = h.First<LengthMention>();
        var date = h.First<DateMention>();
        var span = date?.Date.Resolve(h.Today, Look.Past);
        var clocks = h.First<ClockRangeMention>();
        var bodies = NamedBodies.Of(h);
        var ask = new List<string>();
        if (intent == Intents.CancelEntry && date is not null && span is null or { Doubtful: true }) ask.Add("date");
        if (bodies.Ask) ask.Add("organisation");
        return new Reading
        {
            Intent = intent,
            Minutes = length?.Minutes ?? (clocks is null ? Noted(h) : Clocks.Fill(new ReadEntry(null, null), clocks, null, h.Settings).Minutes),
            Date = span is { One: true } ? span.From : null,
            DateFrom = span is { One: false } ? span.From : null,
            DateTo = span is { One: false } ? span.To : null,
            Activity = TimeReading.Activity(h),
            Orgs = bodies.Clear,
            OrgText = bodies.Text,
            OrgCandidates = bodies.Candidates,
            Ask = ask,
        };
    }

    /// <summary>"pas avec Elips mais avec Valoprest": only those that were not denied.</summary>
    internal static IReadOnlyList<ReadOrganisation> Kept(Hearing h, NamedBodies bodies) =>
        [.. bodies.Clear.Where(o => !h.All<OrganisationMention>().Any(m => m.Sure?.Id == o.Id && (Denied(h.Sentence, m.Start) || Exchanged(h, m) || Misnamed(h, m))))];

    // "I said Elips but it was Azur Trade", "hab Elips gesagt, war aber Azur Trade"
    private static bool Misnamed(Hearing h, OrganisationMention first)
    {
        var s = h.Sentence;
        if (h.All<OrganisationMention>().FirstOrDefault(o => o.Start > first.Start) is not { } right || !s.Tokens.Take(right.Start).Any(t => t.Norm is "said" or "wrote" or "put" or "gesagt" or "geschrieben" or "angegeben")) return false;
        return Enumerable.Range(first.End, right.Start - first.End).Any(i => s[i].Norm is "but" or "aber") && Enumerable.Range(first.End, right.Start - first.End).Any(i => s[i].Norm is "was" or "war" or "meant" or "meinte");
    }

    // "remplace 3h par 2h", "change 3h to 2h", "von 3 auf 2 Stunden": the first is the old one
    private static bool Replaced(Hearing h, LengthMention length)
    {
        var s = h.Sentence;
        var next = h.All<LengthMention>().FirstOrDefault(l => l.Start > length.Start);
        if (next is null) return Outdone(h, length);
        for (var i = length.End; i < next.Start; i++) if (s[i].Norm is "par" or "to" or "en" or "durch" or "auf" or "into" or "werden" or "wird" or "by" or "with" or "a" or "mais" or "but" or "sondern" or "aber") return !Denied(s, next.Start);
        return false;
    }

    // "remplace lundi par mardi", "change Elips en Valoprest": the first of two of a kind is the old one
    private static bool Exchanged<T>(Hearing h, T mention) where T : Mention
    {
        var s = h.Sentence;
        if (!s.Tokens.Any(t => t.Norm is "remplace" or "remplacer" or "remplacez" or "change" or "changer" or "changez" or "modifie" or "modifier" or "passe" or "passer" or "replace" or "mach" or "mache" or "move" or "turn" or "verschiebe" or "ersetze" or "ersetzen" or "andere" or "aendere")) return false;
        var next = h.All<T>().FirstOrDefault(m => m.Start > mention.Start);
        if (next is null || Denied(s, next.Start)) return false;
        for (var i = mention.End; i < next.Start; i++) if (s[i].Norm is "par" or "en" or "a" or "au" or "pour" or "to" or "into" or "by" or "with" or "durch" or "auf" or "mach" or "mache") return true;
        return false;
    }

    // "not three people, just two"
    private static int? Counted(Hearing h)
    {
        var s = h.Sentence;
        if (h.First<PeopleMention>() is not { Others: false } denied || !Denied(s, denied.Start)) return null;
        for (var i = denied.End; i < s.Count; i++)
            if (!h.Covered(i) && Numerals.TrySmall(s, i, 1, 99, out var n) && !n.Article) return n.Int;
        return null;
    }

    /// <summary>"not 3 but 2", "plutôt 2": a number that means hours because nothing else is said.</summary>
    internal static long? BareHours(Hearing h)
    {
        var s = h.Sentence;
        if (!(h.Heard("correct") || h.Heard("correct_strong") || Negates(h)) || h.All<LengthMention>().Any(l => !Denied(s, l.Start) && !Outdone(h, l))) return null;
        for (var i = 0; i < s.Count; i++)
            if (!h.Covered(i) && Numerals.Try(s, i, out var n))
            {
                if (n is { Article: false, Value: > 0 and <= 24 } && !Denied(s, i) && Compared(h)) return (long)((s.Has(n.End, Sense.HalfAfter) && n.Whole ? n.Value + 0.5m : n.Value) * 60);
                i = n.End - 1;
            }
        return null;
    }

    // "3 Stunden angegeben, es waren aber nur 2": a number after the "but" stands against the length before it
    private static bool Outdone(Hearing h, LengthMention length)
    {
        var s = h.Sentence;
        var but = false;
        for (var i = length.End; i < s.Count; i++)
        {
            but |= s[i].Norm is "aber" or "but" or "mais" or "sondern";
            if (but && !h.Covered(i) && Numerals.Try(s, i, out var n) && n is { Article: false, Value: > 0 and <= 24 }) return true;
        }
        return false;
    }

    private static bool Compared(Hearing h) => h.All<LengthMention>().Any();
}
