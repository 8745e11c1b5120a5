using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>A thing told to be at another's place is lent: "our tables were at Elips", "unser Lieferwagen ist bei Elips", "the CAUE's projector was with us", "Elips war in unserem Saal".</summary>
internal static class Whereabouts
{
    private static readonly FrozenSet<string> Verbs = "was were is are been went goes stayed sat met war waren ist sind ging gingen stand standen steht stehen tagte tagten blieb lag lagen".Split(' ').ToFrozenSet();

    /// <summary>True when it came to us, false when it went to the other, null when nothing tells.</summary>
    internal static bool? Inward(Hearing h)
    {
        var s = h.Sentence;
        // "nous avons récupéré la remorque d'Elips": theirs, and taken along
        if (s.Spoken == Tongue.French) return s.Tokens.Any(t => t.Norm is "recupere" or "recuperee" or "recuperes") && Ownership.Theirs(h) == true ? true : null;
        foreach (var (at, mark) in h.Marks(Sense.Thing))
        {
            if (!(mark.Value is "locaux" or "vehicule" or "materiel")) continue;
            if (Fetched(h, at)) return true;
            if (at <= 1 && Sent(h, at + mark.Length) is { } sent) return sent;
            if (Ours(s, at - 1) && Held(h, at + mark.Length)) return false;
            var verb = Stood(s, at + mark.Length);
            if (verb is { } stood && (Ours(s, at - 1) || CameBack(h) || TheOne(s, at, mark, stood)) && Reached(h, stood)) return false;
            if (verb is { } stayed && (Theirs(h, at) || NamedAfter(h, at + mark.Length)) && WithUs(s, stayed)) return true;
            if (h.All<OrganisationMention>().Any(o => (s.Past(0, Sense.Article) >= o.Start || o.End < at && s.Spoken == Tongue.German && s.Is(o.Start - 1, "von", "vom") && s.Tokens.Any(t => t.Norm is "war" or "waren" or "fand")) && o.Sure is { } guest && !h.IsSelf(guest)) && Ours(s, at - 1) && !Among(s) && (mark.Value == "locaux" && Within(s, at - 2) || s.Spoken == Tongue.German && at + mark.Length == s.Count && s.Tokens.Any(t => t.Norm is "hat" or "haben"))) return false;
        }
        return null;
    }

    // "picked up Re-Sources' trailer": theirs, and taken along
    private static bool Fetched(Hearing h, int at) =>
        h.Sentence.Spoken == Tongue.English && h.All<OrganisationMention>().Any(o => o.Sure is { } owner && !h.IsSelf(owner) && (o.End == at || o.End == at - 1) && o.Start > 0 && (h.Sentence[o.Start - 1].Norm is "collected" or "fetched" or "borrowed" || h.Sentence.Is(o.Start - 1, "up") && h.Sentence.Is(o.Start - 2, "picked")));

    // "the van went to Valoprest on Friday and came back on Monday"
    private static bool CameBack(Hearing h) => h.All<DateMention>().Count() > 1 && h.Sentence.Tokens.Any(t => t.Norm is "back" or "returned" or "zuruck" or "zurueck") && !Among(h.Sentence);

    // the speaker was there too
    private static bool Among(Sentence s) => s.Tokens.Any(t => t.Norm is "we" or "us" or "i" or "me" or "wir" or "uns" or "ich" or "mich");

    // "van to Elips 4-5 Nov", "van out to Elips", "Anhänger zu Elips", "Beamer von Elips am Montag": nothing but the thing, whose, and when
    private static bool? Sent(Hearing h, int at)
    {
        var s = h.Sentence;
        while (at < s.Count && s[at].Norm is "out" or "over" or "off" or "away" or "round" or "across" or "gone") at++;
        if (at >= s.Count || h.Heard("need") || h.Heard("offer") || h.Heard("worked") || !h.All<DateMention>().Any(d => d.Role == DateRole.On)) return null;
        if (!h.All<OrganisationMention>().Any(o => o.Sure is { } sure && !h.IsSelf(sure) && o.Start - at is 1 or 2)) return null;
        return s[at].Norm switch { "to" or "an" or "zu" or "zum" => false, "from" or "von" or "vom" => true, _ => null };
    }

    // "unser Festzelt hatte die Coursive", "our tent Elips had": the thing first, then who had it
    private static bool Held(Hearing h, int verb)
    {
        var s = h.Sentence;
        return verb < s.Count && s[verb].Norm is "hatte" or "hatten" or "nutzte" or "nutzten" or "bekam" or "bekamen" or "hat" or "haben"
            && h.All<OrganisationMention>().Any(o => o.Sure is { } sure && !h.IsSelf(sure) && o.Start > verb && o.Start - verb <= 2 && !s.Is(o.Start - 1, "mit", "bei"));
    }

    // "the cargo bike was with Elips": the one that all know; "the hall at Elips was cold" is theirs
    private static bool TheOne(Sentence s, int at, Mark thing, int verb) =>
        thing.Value is "vehicule" or "materiel" && at == 1 && s.Has(0, Sense.Article) && verb == at + thing.Length && !Among(s);

    // the verb that tells where it is, a few words behind the thing
    private static int? Stood(Sentence s, int from)
    {
        for (var i = from; i < Math.Min(from + 5, s.Count); i++) if (Verbs.Contains(s[i].Norm)) return i;
        return null;
    }

    // "at Elips", "an Elips", "over to Elips": behind the verb
    private static bool Reached(Hearing h, int verb) =>
        h.All<OrganisationMention>().Any(o => o.Start > verb && o.Sure is { } sure && !h.IsSelf(sure) && Towards(h.Sentence, o.Start - 1));

    private static bool Towards(Sentence s, int i)
    {
        while (i > 0 && s.Has(i, Sense.Article) && !s.Is(i, "an")) i--;
        return s[Math.Max(0, i)].Norm is "at" or "to" or "with" or "bei" or "beim" or "an" or "zu" or "zum";
    }

    private static bool Ours(Sentence s, int i) => i >= 0 && (s[i].Norm is "our" or "unser" or "unsere" or "unserem" or "unserer" or "unseren" || Ours(s, i - 1) && s.Has(i, Sense.Adjective) || i > 1 && s.Has(i, Sense.And) && Ours(s, i - 2));

    private static bool Theirs(Hearing h, int at) =>
        h.All<OrganisationMention>().Any(o => o.Sure is { } sure && !h.IsSelf(sure) && o.End <= at && at - o.End <= 2);

    private static bool NamedAfter(Hearing h, int end) =>
        h.All<OrganisationMention>().Any(o => o.Sure is { } sure && !h.IsSelf(sure) && o.Start - end is >= 1 and <= 2 && h.Sentence[end].Norm is "von" or "vom" or "of" or "from" or "der" or "des");

    private static bool WithUs(Sentence s, int verb)
    {
        for (var i = verb + 1; i + 1 < s.Count; i++) if ((s.Is(i, "with", "at") || s.Is(i, "bei", "zu")) && s.Is(i + 1, "us", "uns")) return true;
        return false;
    }

    private static bool Within(Sentence s, int i) => i >= 0 && s[i].Norm is "in" or "at" or "im";
}
