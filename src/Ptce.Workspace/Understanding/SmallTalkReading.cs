namespace Ptce.Workspace;

/// <summary>Greetings, thanks, help, link codes, yes and no: sentences made of nothing else, and first words of longer ones.</summary>
internal static class SmallTalkReading
{
    private static readonly string[] Order = [SmallTalks.Cancel, SmallTalks.No, SmallTalks.Yes, SmallTalks.LinkCode, SmallTalks.Help, SmallTalks.Thanks, SmallTalks.Bye, SmallTalks.Greeting];

    internal static Reading? Whole(Sentence s)
    {
        if (Link(s) is { } code) return new Reading { SmallTalk = SmallTalks.LinkCode, LinkCode = code };
        // "n'annule rien"
        if (s.Spoken == Tongue.French && s.Count > 1 && s.Is(0, "n", "ne") && s.At(1).Any(m => m is { Sense: Sense.Cue, Value: "cancel" })) return null;
        var talks = new HashSet<string>();
        var takesBack = false;
        for (var i = 0; i < s.Count;)
        {
            if (s.Has(i, Sense.Talk, out var mark)) { talks.Add(Name(mark.Value)); takesBack |= mark.Value == SmallTalks.Cancel; i += mark.Length; }
            else if (Nod(s[i].Norm) is { } nod) { talks.Add(nod); i++; }
            else if (s[i].Kind == TokenKind.Sign) i++;
            else if (s.Has(i, Sense.Polite, out mark)) i += mark.Length;
            else if (talks.Count > 0 && Trails(s[i].Norm)) i++;
            else return null;
        }
        var said = Order.FirstOrDefault(talks.Contains);
        if (said is null) return null;
        // "annule" alone takes back the last entry; "laisse tomber" only lets go of what waits
        return new Reading { Intent = said == SmallTalks.Cancel && takesBack ? Intents.CancelLast : Intents.None, SmallTalk = said };
    }

    // "danke dir vielmals", "thanks so much everyone"
    private static bool Trails(string norm) =>
        norm is "dir" or "euch" or "ihnen" or "vielmals" or "sehr" or "very" or "much" or "so" or "again" or "everyone" or "everybody" or "all" or "team" or "bot" or "there" or "mal" or "nochmal" or "you" or "guys" or "folks" or "leute" or "alle" or "zusammen" or "beaucoup" or "infiniment" or "tous" or "toutes" or "vraiment";

    /// <summary>Yes, no or cancel as the first word of a longer sentence.</summary>
    internal static string? Leading(Sentence s)
    {
        if (s.Count == 0) return null;
        if (Nod(s[0].Norm) is { } nod) return nod;
        // "no time on Monday": no answer
        if (s.Is(0, "no") && s.Count > 1 && s[1].Norm is "time" or "hours" or "work" or "meeting" or "meetings" or "idea" or "luck" or "chance" or "one" or "more" or "longer" or "news" or "need") return null;
        string? talk = null;
        var length = 0;
        foreach (var mark in s.At(0))
            if (mark.Sense == Sense.Talk && mark.Length > length) (talk, length) = (Name(mark.Value), mark.Length);
        if (talk is not (SmallTalks.Yes or SmallTalks.No or SmallTalks.Cancel)) return null;
        if (talk == SmallTalks.Cancel && (s.Is(length, "pas", "rien") || s.Is(length, "nicht", "nichts") || s.Is(length - 1, "nicht") && length < s.Count && s[length].Kind != TokenKind.Sign)) return null; // "doch nicht am Montag"
        // "bon" or "stop" inside a sentence is no answer; a comma or a value after it makes it one
        return s[0].Norm is "oui" or "ouais" or "yes" or "yeah" or "ja" or "ok" or "okay" or "non" or "nan" or "no" or "nope" or "nein" or "yep" or "oki" or "nee" or "jo" || s.Is(length, ",") ? talk : talk == SmallTalks.Cancel ? talk : null;
    }

    private static string Name(string value) => value switch { "link" => SmallTalks.LinkCode, "drop" => SmallTalks.Cancel, _ => value };

    private static string? Nod(string norm) => norm switch { "\U0001F44D" => SmallTalks.Yes, "\U0001F44E" => SmallTalks.No, _ => null };

    // "lier 493 027", "mein Code ist 493027", "493-027"
    private static string? Link(Sentence s)
    {
        var digits = "";
        for (var i = 0; i < s.Count;)
        {
            if (s[i].IsDigits) { digits += s[i].Norm; i++; }
            else if (s.Has(i, Sense.Talk, out var mark) && mark.Value is "link" or "greeting") i += mark.Length;
            else if (s[i].Kind == TokenKind.Sign || s[i].Norm is "est" or "is" or "ist" or "mon" or "my" or "mein" or "compte" or "account" or "konto" or "avec" or "with" or "mit" or "le" or "the" or "voici" or "c") i++;
            else return null;
        }
        return digits.Length == 6 ? digits : null;
    }
}
