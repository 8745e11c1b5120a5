namespace Ptce.Workspace;

/// <summary>
/// Reads a sentence in French, English or German without any outside service.
/// Tokens, then every stretch that a rule can read and the best set of them, then the intent by evidence, then the reading with what is sure, guessed and missing.
/// Pure: no clock, no store, no network; today is an argument. Never throws for any text; reads at most <see cref="MostCharacters"/> characters.
/// </summary>
public static class Understanding
{
    public const int MostCharacters = Tokenizer.MaxCharacters;

    private static readonly ReadingSettings Defaults = new();

    /// <param name="today">the speaker's day</param>
    /// <param name="language">"fr", "en" or "de": a hint, the words of the sentence decide</param>
    public static Reading Read(string text, DateOnly today, string language, Acquaintances known, ReadingSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        settings ??= Defaults;
        var names = NameIndex.Of(known.Names);
        var sentence = new Sentence(text ?? "", language, names);
        if (sentence.Count == 0) return new Reading();
        if (SmallTalkReading.Whole(sentence) is { } talk)
            return talk with { Rules = [new("small_talk", sentence[0].Start, sentence[^1].End - sentence[0].Start, sentence.Slice(0, sentence.Count))], Ask = [] };

        var h = new Hearing(sentence, Chart.Read(sentence, names, known.SpeakerOrganisationId, settings), today, known, settings);
        var (intent, evidence, heard) = Evidence.Weigh(h);
        var reading = intent switch
        {
            Intents.LogTime => TimeReading.Read(h),
            Intents.LogLoan => LoanReading.Read(h, heard),
            Intents.PostOffer or Intents.PostNeed => OfferReading.Read(h, heard, intent),
            Intents.StaffLoanAgreement => StaffLoanReading.Read(h),
            Intents.LogCooperation => CooperationReading.Read(h),
            Intents.Rsvp => RsvpReading.Read(h),
            Intents.CorrectLast => CorrectionReading.Correct(h),
            Intents.CancelLast or Intents.CancelEntry => CorrectionReading.Cancel(h, intent),
            Intents.QueryTotal => QueryReading.Total(h),
            Intents.QueryNextEvent => QueryReading.NextEvent(h),
            _ => new Reading { Intent = intent },
        };
        return Finish(h, reading, evidence);
    }

    private static Reading Finish(Hearing h, Reading reading, IReadOnlyList<IntentEvidence> evidence)
    {
        foreach (var (cue, at) in h.Cues) h.Explain("cue:" + cue, at.At, at.At + at.Length);
        var amends = AmendmentReading.Read(h, reading);
        var (errand, side) = Errands.Of(h, reading);
        var (quantity, unit) = Quantities.Of(h.Sentence);
        var guessed = h.Guessed.Distinct().Where(g => !reading.Ask.Contains(g)).ToList();
        return reading with
        {
            // "efface ça" lets go of the card that waits; "ma dernière saisie" names the line already noted
            SmallTalk = SmallTalkReading.Leading(h.Sentence) ?? (reading.Intent == Intents.CancelLast && h.HeardLength("last_entry") < 2 ? SmallTalks.Cancel : null),
            Persons = [.. h.All<PersonMention>().Select(Hearing.Read)],
            Errand = errand,
            Side = side,
            Quantity = quantity,
            Unit = unit,
            Subject = errand is Errands.Point ? Titles.OfPoint(h)
                : errand is Errands.Own ? Withdrawn.What(h)
                : reading.Intent is Intents.PostOffer or Intents.PostNeed || errand is Errands.Search ? Titles.Of(h)
                : Labels.Of(h, 0, h.Sentence.Count),
            Kind = errand is Errands.Search ? reading.Kind ?? Things.Kind(h) : reading.Kind,
            Evidence = evidence,
            Amends = amends,
            Guessed = guessed,
            Sure = [.. amends.Fields.Where(f => !guessed.Contains(f) && !reading.Ask.Contains(f))],
            Rules = [.. h.Rules.OrderBy(r => r.Start).ThenBy(r => r.Name, StringComparer.Ordinal)],
        };
    }
}
