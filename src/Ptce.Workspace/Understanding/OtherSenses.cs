using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>
/// Words that are in the lists of a cue and say something else where they stand: "je viens si besoin" seeks nothing, "to let you know" offers nothing.
/// One list of rules for each cue; each rule has the name of what is said instead.
/// </summary>
internal static partial class OtherSenses
{
    private delegate bool Rule(Hearing h, int at, Mark cue);

    private static readonly FrozenDictionary<string, Rule[]> Rules = new Dictionary<string, Rule[]>
    {
        ["need"] = [AskedWhen, TheirNeed, Invited, GivenAway, IfNeeded, NeedsToBe],
        ["offer"] = [LetKnow],
        ["offer_soft"] = [OnACondition],
        ["agenda"] = [Coming],
        ["cancel"] = [Forgotten, WeCanGo, Painted],
        ["rsvp_no"] = [ComesOnlySo, ArticleLa, TakesALineAway, NotAlone, CannotDo],
        ["rsvp_yes"] = [JustSaid],
        ["total"] = [AboutIt],
        ["forbidden"] = [Wrong],
        ["correct"] = Corrections,
        ["correct_strong"] = Corrections,
    }.ToFrozenDictionary();

    // "besoin", "recherche", "offre", "angebot" behind one of these are nouns of the subject, not a request
    private static readonly FrozenSet<string> Subject = Set("de d la l une des les en sur the of der die das dem von pour du nos our their fur cette aux zur zum");

    private static readonly FrozenSet<string> AlsoNouns = Set("need offer coop_verb rsvp_yes total");

    internal static bool Speak(Hearing h, int at, Mark cue) =>
        Rules.TryGetValue(cue.Value, out var rules) && Array.Exists(rules, rule => rule(h, at, cue))
        || AlsoNouns.Contains(cue.Value) && cue.Length == 1 && at > 0 && Subject.Contains(h.Sentence[at - 1].Norm);

    // "quand a-t-on rendez-vous ?"
    private static bool AskedWhen(Hearing h, int at, Mark cue) => h.Sentence.Is(at, "a") && h.Sentence.Is(at + 1, "t") && h.Sentence.Is(at - 1, "quand");

    // "à ceux qui en ont besoin", "si vous avez besoin"
    private static bool TheirNeed(Hearing h, int at, Mark cue) => Doubts.TheirNeed(h.Sentence, at);

    private static bool Invited(Hearing h, int at, Mark cue) => GappedCues.Invites(h.Sentence, at);

    // "shelves looking for a new home", "suchen ein neues Zuhause"
    private static bool GivenAway(Hearing h, int at, Mark cue) =>
        h.Sentence.Tokens.Skip(at + cue.Length).Take(4).Any(t => t.Norm is "home" or "homes" or "owner" or "zuhause" or "besitzer")
        || Word(h, at + cue.Length) is "eating" or "drinking" or "using" or "collecting"; // "60 tins need eating"

    // "je viens mardi si besoin"
    private static bool IfNeeded(Hearing h, int at, Mark cue) => h.Sentence.Is(at, "besoin") && h.Sentence.Is(at - 1, "si");

    private static readonly FrozenSet<string> Wants = Set("borrow rent find hire get use book buy");

    // "they need to be deleted"; "we need to borrow a van" seeks one
    private static bool NeedsToBe(Hearing h, int at, Mark cue) => h.Sentence.Is(at + cue.Length, "to") && !Wants.Contains(Word(h, at + cue.Length + 1));

    private static readonly FrozenSet<string> ToRent = Set("from until for in on near at by");

    // "to let you know"; "to let from May"
    private static bool LetKnow(Hearing h, int at, Mark cue) =>
        h.Sentence.Is(at, "to") && h.Sentence.Is(at + 1, "let") && at + 2 < h.Sentence.Count && h.Sentence[at + 2].IsLetters && !ToRent.Contains(Word(h, at + 2));

    // "on fera 3h si la salle est libre"
    private static bool OnACondition(Hearing h, int at, Mark cue)
    {
        var s = h.Sentence;
        if (s.Spoken != Tongue.French) return false;
        for (var i = at - 1; i >= Math.Max(0, at - 4) && s[i].Kind != TokenKind.Sign; i--) if (s.Is(i, "si")) return true;
        return false;
    }

    private static readonly FrozenSet<string> AboutToCome = Set("hesite hesitons arriverai arrive parviens songe pense");

    // "j'hésite à venir", "on est 3 à venir": they come, it is not what is to come
    private static bool Coming(Hearing h, int at, Mark cue) =>
        h.Sentence.Is(at, "a") && h.Sentence.Is(at + 1, "venir") && at > 0
        && (AboutToCome.Contains(Word(h, at - 1)) || h.Sentence[at - 1].IsDigits || h.Sentence.Has(at - 1, Sense.Number));

    private static readonly FrozenSet<string> Forgets = Set("failli allais pas ai jai avais avons a avait");

    // "j'ai oublié 30 min", "Friday I forget"
    private static bool Forgotten(Hearing h, int at, Mark cue) =>
        Word(h, at) is "oublie" or "oublier" && Forgets.Contains(Word(h, at - 1)) || h.Sentence.Is(at, "forget") && h.Sentence.Is(at - 1, "i", "we");

    private static readonly FrozenSet<string> Goers = Set("i we you he she they");

    // "we can go on Tuesday"; "the 3 hours can go" are taken back
    private static bool WeCanGo(Hearing h, int at, Mark cue)
    {
        var s = h.Sentence;
        return s.Is(at, "can") && s.Is(at + 1, "go") && (at == 0 || Goers.Contains(Word(h, at - 1)) || at + 2 < s.Count && s[at + 2].IsLetters && !s.Is(at + 2, "please"));
    }

    private static readonly FrozenSet<string> Lines = Set("eintrag zeile buchung eingabe letzte letzten bitte von vom");

    // "morgen 3 Std streichen", "gestern 2h Wände gestrichen": with a brush; "die 3 Stunden streichen" takes a line back
    private static bool Painted(Hearing h, int at, Mark cue)
    {
        var s = h.Sentence;
        return s.Is(at, "streichen", "gestrichen") && (at + 1 == s.Count || s[at + 1].Kind == TokenKind.Sign) && !s.Tokens.Any(t => Lines.Contains(t.Norm))
            && h.All<LengthMention>().Any(l => l.End <= at && !(Word(h, l.Start - 1) is "die" or "meine" or "diese"));
    }

    // "je ne serai là qu'à partir de 11h", "on ne viendra qu'à deux"
    private static bool ComesOnlySo(Hearing h, int at, Mark cue)
    {
        var s = h.Sentence;
        for (var k = at; k < Math.Min(s.Count, at + cue.Length + 5); k++)
        {
            if (s[k].Norm is "pas" or "plus" or "jamais") return false;
            if (k > at && s.Is(k, "qu", "que") && (s.Is(at, "ne") || s.Is(at + 1, "ne"))) return true;
        }
        return false;
    }

    private static readonly FrozenSet<string> AfterThere =
        Set("au a le les l ce cet cette pour de du avant apres et mais car en ni non tout desole desolee cause malheureusement aux dans c on je mon ma suis sur");

    // "ne compte pas la dernière": the article, not "là"
    private static bool ArticleLa(Hearing h, int at, Mark cue)
    {
        var (s, next) = (h.Sentence, at + cue.Length);
        return s[next - 1].Text is "la" or "LA" && next < s.Count && s[next].IsLetters && !AfterThere.Contains(s[next].Norm)
            && (!h.Covered(next) || h.All<OrganisationMention>().Any(o => o.Start == next));
    }

    private static readonly FrozenSet<string> ALine = Set("ca cela cette la les ma mes ce");

    // "retire-moi ça", "enlevez-moi la ligne"
    private static bool TakesALineAway(Hearing h, int at, Mark cue) => Word(h, at) is "retire" or "retirez" && ALine.Contains(Word(h, at + cue.Length));

    // "je viens pas seul"
    private static bool NotAlone(Hearing h, int at, Mark cue) => Word(h, at + cue.Length - 1) == "pas" && Word(h, at + cue.Length) is "seul" or "seule" or "seuls" or "seules";

    // "I can't find my hours"; "tomorrow I can't"
    private static bool CannotDo(Hearing h, int at, Mark cue)
    {
        var s = h.Sentence;
        return cue.Length == 3 && s.Is(at, "i") && s.Is(at + 1, "can") && s.Is(at + 2, "t") && at + 3 < s.Count && s[at + 3].IsLetters && !h.Covered(at + 3);
    }

    // "ce que je viens de dire"
    private static bool JustSaid(Hearing h, int at, Mark cue) =>
        Word(h, at + cue.Length - 1) is "viens" or "venons" or "vient" && h.Sentence.Is(at + cue.Length, "de", "d");

    // "I'll get back to you about my hours"
    private static bool AboutIt(Hearing h, int at, Mark cue) => Word(h, at - 1) is "about" or "regarding" or "wegen" && !h.Sentence.Is(h.Sentence.Count - 1, "?");

    // "das falsche Projekt" is folded to the same letters as "fälsche"
    private static bool Wrong(Hearing h, int at, Mark cue) => Word(h, at) == "falsche" && !h.Sentence[at].Text.Contains('ä', StringComparison.OrdinalIgnoreCase);

    private static string Word(Hearing h, int i) => i >= 0 && i < h.Sentence.Count ? h.Sentence[i].Norm : "";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
