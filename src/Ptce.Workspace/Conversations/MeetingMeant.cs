namespace Ptce.Workspace;

/// <summary>Which meeting a sentence means: by its kind, its day and the words of its name, among those the person is invited to.</summary>
internal static class MeetingMeant
{
    private const int MostLooked = 60;

    /// <param name="heard">Its event, its day or period narrow; what it does not say does not.</param>
    /// <returns>Those that fit equally well, nearest first; none when no meeting to come fits.</returns>
    /// <param name="orShown">Where nothing narrows, the meeting whose card was shown last goes before the nearest.</param>
    public static async Task<IReadOnlyList<Occurrence>> Among(Workshops workshops, Talk talk, Reading heard, bool orShown = false)
    {
        var groups = await workshops.GroupsOf(talk.Actor);
        var coming = (await workshops.Next(talk.Actor, MostLooked)).Where(o => o.IsFor(talk.Actor, groups)).ToList();
        var kind = heard.Event ?? heard.Activity;
        var fitting = coming.Where(o => kind is null || o.Kind == kind).ToList();
        var (from, to) = (heard.EventDate ?? heard.DateFrom, heard.EventDate ?? heard.DateTo);
        // On a day that is said, the day counts more than the word for the meeting: "la réunion de mardi" is whatever is on Tuesday.
        if (from is not null)
        {
            var then = fitting.Where(o => o.Day >= from && o.Day <= (to ?? from)).ToList();
            return Named(talk, then.Count > 0 ? then : [.. coming.Where(o => o.Day >= from && o.Day <= (to ?? from))]);
        }
        var named = Named(talk, fitting);
        var shown = orShown && kind is null && named.Count == coming.Count ? named.FirstOrDefault(o => o.Id == talk.Showed.One(MeetingCard.Code)) : null;
        return shown is not null ? [shown] : [.. named.Take(1)];
    }

    private static IReadOnlyList<Occurrence> Named(Talk talk, IReadOnlyList<Occurrence> among)
    {
        var said = Words(talk.Text);
        var best = among.Where(o => Words(o.SeriesName).Overlaps(said)).ToList();
        return best.Count > 0 ? best : among;
    }

    private static HashSet<string> Words(string text) =>
        [.. Tokenizer.Cut(text).Where(t => t.IsLetters && t.Norm.Length > 4 && t.Norm is not ("atelier" or "workshop" or "reunion" or "comite")).Select(t => t.Norm)];
}
