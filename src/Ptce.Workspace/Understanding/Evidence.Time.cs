using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>What speaks for a line of one's own time, and what is told, asked or wished without being one.</summary>
internal sealed partial class Evidence
{
    /// <param name="Reason">as the reading shows it</param>
    /// <param name="Weight">taken off each of the intents</param>
    private sealed record Objection(string Reason, Func<Hearing, bool> Holds, int Weight, params string[] Against);

    private static readonly Objection[] Objections =
    [
        new("nothing was done", Doubts.Nothing, -14, Intents.LogTime),
        new("nothing was done", h => !h.Asks && Doubts.Nothing(h), -14, Intents.QueryNextEvent),
        new("was not done", Doubts.Undone, -14, Intents.LogTime),
        new("only meant", Plans.Dropped, -14, Intents.LogTime, Intents.Rsvp, Intents.CorrectLast),
        new("not done yet", Intentions.Only, -14, Intents.LogTime, Intents.CorrectLast),
        new("as a rule", Habits.Tells, -14, Intents.LogTime, Intents.PostNeed, Intents.CorrectLast),
        new("was missed", Doubts.Missed, -14, Intents.LogTime, Intents.Rsvp),
        new("what a thing did", SpeaksOfThing, -8, Intents.LogTime),
        new("only told", Doubts.Informs, -12, Intents.LogTime),
        new("only heard of", Reports.Only, -14, Intents.LogTime),
        new("somebody else was late", Latecomers.Told, -14, Intents.LogTime),
        new("befell a thing", Circumstances.Told, -12, Intents.LogTime),
        new("somebody else's to do", Suppositions.Theirs, -12, Intents.LogTime),
        new("only praised", Praise.Heard, -12, Intents.LogTime),
        new("stands elsewhere", Affairs.Tells, -14, Intents.LogTime, Intents.QueryTotal),
        new("only judged", Doubts.Judges, -8, Intents.LogTime),
        new("a length is judged", Praise.Weighs, -12, Intents.LogTime),
        new("their time", Doubts.Theirs, -12, Intents.LogTime),
        new("only asked", Doubts.Inquires, -12, Intents.LogTime),
        new("only asked", Doubts.Wonders, -14, Intents.LogLoan, Intents.StaffLoanAgreement, Intents.LogCooperation),
    ];

    private static readonly FrozenSet<string> LongParts = "matinee soiree matinees soirees midis aprems".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> GivenBack = "rendu ramene rapporte restitue".Split(' ').ToFrozenSet();

    private bool Measured => Length || Span;

    private void Time()
    {
        if (Length) For(Intents.LogTime, h.All<LengthMention>().All(l => l.PerWeek || l.PerMonth) ? 2 : 4, "a length");
        if (Span) For(Intents.LogTime, 4, "a span of the day");
        if (PartOfADay()) For(Intents.LogTime, 3, "a part of a day");
        if (WholePart()) For(Intents.LogTime, 4, "a whole part of a day");
        if (h.All<AlternationMention>().Any() && AnyDay && !FutureDay && !h.Asks) For(Intents.LogTime, 3, "by turns");
        if (PastDay && !FutureDay && (Measured || !h.Heard("future") || h.Heard("worked"))) For(Intents.LogTime, 3, "a past day");
        if (AnyDay && !FutureDay) For(Intents.LogTime, 1, "a day");
        if (Event) For(Intents.LogTime, 1, "a meeting");
        if (Event && AnyDay && !FutureDay && !PastDay && !Measured) For(Intents.LogTime, 2, "a meeting on a day");
        Deed();
        Besides();
        foreach (var objection in Objections)
            if (objection.Holds(h))
                foreach (var intent in objection.Against) For(intent, objection.Weight, objection.Reason);
    }

    private void Deed()
    {
        if (h.Heard("worked")) For(Intents.LogTime, 3, "a past deed");
        if (h.Sentence.Spoken == Tongue.English && h.HeardEarly("worked", 1) && !h.Asks && !AnyDay && !Measured && h.Sentence.Count > 2) For(Intents.LogTime, 1, "tells what was done");
        if (h.Heard("overran")) For(Intents.LogTime, 3, "went on for longer");
        if (h.Heard("log_verb") && Measured) For(Intents.LogTime, 3, "asks to note");
        if (Length && h.Marks(Sense.TimeKind).Any()) For(Intents.LogTime, 3, "a kind of time");
    }

    // what the sentence is about, where no time is measured
    private void Besides()
    {
        if (Measured) return;
        if (h.Asks) For(Intents.LogTime, -4, "a question");
        if (h.All<AmountMention>().Any()) For(Intents.LogTime, -4, "speaks of money");
        if (Thing is "vehicule" or "materiel" or "locaux" && !Event && !h.Heard("worked") && (h.Marks(Sense.Thing).Any(m => m.At <= 1) || h.Sentence.Tokens.Any(t => GivenBack.Contains(t.Norm))))
            For(Intents.LogTime, -4, "speaks of a thing");
    }

    // "hier toute la matinée", "lundi matin"
    private bool PartOfADay() =>
        AnyDay && !FutureDay && !h.Asks && !Length && (!h.Heard("future") || h.Heard("worked"))
        && (h.All<PartMention>().Any(p => p.End - p.Start > 1 || LongParts.Contains(h.Sentence[p.Start].Norm)) || h.All<DateMention>().Any(d => d.Part is not null && !d.Date.Fixed));

    // "all morning", "den ganzen Vormittag"
    private bool WholePart() =>
        !Measured && !h.Asks && h.Marks(Sense.Whole).Any(m => h.Sentence.Has(h.Sentence.Past(m.At + m.Mark.Length, Sense.Article), Sense.Part));

    // "notre utilitaire a fait la tournée d'Elips", "the van was in the garage all day": no deed of the speaker
    private static bool SpeaksOfThing(Hearing h)
    {
        var s = h.Sentence;
        foreach (var (at, mark) in h.Marks(Sense.Thing))
        {
            var verb = at + mark.Length;
            if (verb >= s.Count || !(mark.Value is "vehicule" or "materiel" || mark.Value is "locaux" && s.Spoken == Tongue.French)) continue;
            if (s.Spoken != Tongue.French ? at == 1 && s.Has(0, Sense.Article) && s[verb].Norm is "was" or "were" or "war" or "waren"
                : at is 1 or 2 && s[at - 1].Norm is "notre" or "nos" or "le" or "la" or "les" && s.Is(verb, "a", "ont")) return true;
        }
        return false;
    }
}
