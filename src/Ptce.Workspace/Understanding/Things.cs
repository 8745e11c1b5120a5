using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Which kind of thing a sentence is about: the first one named, a joint purchase before all.</summary>
internal static class Things
{
    internal static string? Kind(Hearing h)
    {
        string? kind = null;
        var at = int.MaxValue;
        var length = 0;
        var loose = false;
        foreach (var (where, mark) in h.Marks(Sense.Thing))
        {
            if (mark.Value == "achat_groupe") return "achat_groupe";
            if (Elsewhere(h, where) || Pronoun(h, where) || Favour(h.Sentence, where) || Cry(h.Sentence, where) || ToHelp(h, where)) continue;
            // "mise à disposition de notre salle": the room is what is lent; "quelqu'un qui a un camion": the lorry is what is sought
            if (kind is not null && kind != mark.Value && loose && !Loose(h.Sentence, where, mark)) { (kind, at, length, loose) = (mark.Value, where, mark.Length, false); continue; }
            // "we can host trainings in our hall": the hall is what is shared
            if (kind is "competence" or "personnel" && mark.Value == "locaux" && where > 1 && h.Sentence[where - 1].Norm is "our" or "unserem" or "unserer"
                && h.Sentence[where - 2].Norm is "in" or "im") { (kind, at, length) = (mark.Value, where, mark.Length); continue; }
            // "let us park the truck in their yard": the place is what was lent
            if (kind is "vehicule" or "materiel" && mark.Value == "locaux" && where > 1 && h.Sentence[where - 1].Norm is "their" or "ihrem" or "ihrer" && h.Sentence[where - 2].Norm is "in" or "on" or "auf") { (kind, at, length) = (mark.Value, where, mark.Length); continue; }
            if (kind is "vehicule" or "materiel" && mark.Value == "locaux" && where > 1 && h.Sentence[where - 1].Norm is "our" or "unserem" or "unserer" && h.Sentence[where - 2].Norm is "in" && h.Sentence.Tokens.Any(t => t.Norm is "storing" or "stored" or "store" or "stores" or "parked" or "parking" or "lagert" or "lagern" or "gelagert" or "parkt" or "untergestellt")) { (kind, at, length) = (mark.Value, where, mark.Length); continue; }
            // "storage room", "catering van": the last noun says what it is
            if (kind is not null && where == at + length && mark.Tongue == Tongue.English && h.Sentence.Spoken == Tongue.English) { (kind, length) = (mark.Value, length + mark.Length); continue; }
            // "bureau", "groupe", "aide": the same place read by a longer phrase is that phrase
            if (where < at || (where == at && mark.Length > length)) { (kind, at, length, loose) = (mark.Value, where, mark.Length, Loose(h.Sentence, where, mark)); }
        }
        if (h.Heard("group_buy")) return "achat_groupe";
        if (Taught(h)) return "connaissance";
        if (kind is null && h.All<SurfaceMention>().Any()) return "locaux";
        if (kind is null && h.Heard("need") && h.All<PeopleMention>().Any()) return "personnel";
        return kind ?? (h.Marks(Sense.Thing).Any(m => Pronoun(h, m.At)) ? "competence" : null);
    }

    // "glad to show you how we do our stock control", "ich zeig euch gern, wie wir unser Lager verwalten": what one knows, whatever things it is about
    private static bool Taught(Hearing h) =>
        h.Heard("offer") && h.Cues.TryGetValue("learned", out var learned) && h.Marks(Sense.Thing).All(t => t.At < learned.At ? t.Mark.Value == "competence" : t.Mark.Value != "competence");

    // "rendu service à Valoprest": a turn of phrase
    private static bool Favour(Sentence s, int at) => s.Is(at, "service") && s[Math.Max(0, at - 1)].Norm is "rendu" or "rendre" or "rend" or "rendons";

    // "two people to help us move": the deed, and the people are sought
    private static bool ToHelp(Hearing h, int at) => h.Sentence.Is(at, "help") && h.Sentence.Is(at - 1, "to") && h.All<PeopleMention>().Any(p => p.End <= at);

    // "help! our projector died"
    private static bool Cry(Sentence s, int at) => at == 0 && s.Is(0, "help", "hilfe") && s.Is(1, "!", ",");

    private static readonly FrozenSet<string> Containers = "kisten kiste paletten palette crates pallets pallet boxes cartons caisses cagettes palettes racks trolleys".Split(' ').ToFrozenSet();

    // "im Keller stehen Klapptische": where the thing stands
    private static bool Shelter(Sentence s, int at, Mark mark)
    {
        if (mark.Value != "locaux" || at == 0 || !s.Tokens.Any(t => Standing.Contains(t.Norm))) return false;
        var before = s.Has(at - 1, Sense.Article) && !s.Is(at - 1, "im") ? at - 2 : at - 1;
        return s.Is(before, "im", "in") || s.Is(before, "dans");
    }

    private static readonly FrozenSet<string> Standing = "stehen steht liegen liegt standing sitting lying dort dorment".Split(' ').ToFrozenSet();

    private static bool Loose(Sentence s, int at, Mark mark) =>
        Shelter(s, at, mark)
        || mark.Length == 1 && Containers.Contains(s[at].Norm) || s.Is(at, "mise") || s.Is(at, "quelqu", "qqn") && (s.Is(at + 1, "qui") || s.Is(at + 2, "qui"))
            && (s[Math.Min(s.Is(at + 1, "qui") ? at + 2 : at + 3, s.Count - 1)].Norm is "a" or "aurait" or "ait" or "possede" or "peut" or "pourrait" or "dispose");

    // "does anyone have …", "hat jemand …": the thing asked for comes later; "quelqu'un pour …" is the thing itself.
    // Who offers offers no somebody: "si ça intéresse quelqu'un".
    private static bool Pronoun(Hearing h, int at)
    {
        var s = h.Sentence;
        if (!(s[at].Norm is "quelqu" or "quelquun" or "qqn" or "anyone" or "someone" or "anybody" or "somebody" or "jemand")) return false;
        if (h.Heard("offer") && !h.Heard("need")) return true;
        var next = s.Is(at + 1, "un") ? at + 2 : at + 1;
        return (next < s.Count && s[next].Norm is "have" or "has" or "got" or "need" or "needs" or "want" or "wants" or "a" or "aurait" or "peut" or "pourrait" or "sait" or "saurait" or "cherche" or "recherche" or "veut" or "voudrait" or "able" or "willing" or "like" or "spare" or "fancy" or "fancies" or "could" or "can" or "would" or "kann" or "konnte" or "connait" or "connaitrait") || (at > 0 && s[s.Is(at - 1, "uns", "mir") ? Math.Max(0, at - 2) : at - 1].Norm is "hat" or "has" or "hatte" or "can" or "could" or "kann" or "konnte" or "does" or "mochte" or "moechte" or "would" or "falls" or "wenn");
    }

    // inside the name of an organisation or a body: "Services Plus", "réunion de bureau"
    private static bool Elsewhere(Hearing h, int at)
    {
        foreach (var mention in h.Mentions)
            if (mention.Start <= at && at < mention.End && mention is OrganisationMention or DateMention or LengthMention && mention.Start <= at && at < mention.End) return true;
        // the attic of "vide-grenier"
        return h.Marks(Sense.Meeting).Any(m => m.At < at && at < m.At + m.Mark.Length);
    }
}
