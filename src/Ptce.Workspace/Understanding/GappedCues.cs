using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Turns of phrase with other words in the middle: "kann … nicht", "ne peux … pas", "bieten … an". Each line is "cue: first … last, …"; "a|b" are two ways to say it.</summary>
internal static class GappedCues
{
    private const int WidestGap = 12;

    private const string Table = """
        staff_work: donne|donnera|assure|assurera|effectue|effectuera|fera|part|partira|va|ira|vient|viendra|travaille|travaillera|bosse|bossera|intervient|interviendra|sera|passe|passera … chez|auprès
        staff_work: travaillera|bossera|interviendra|œuvrera … pour
        rsvp_yes: peux|peut|pouvons|peuvent|pourrai|pourra|pourrons|pourront … venir que|venir qu|être là que|être là qu|être que|être qu|rester que|rester qu|passer que|passer qu|participer que|participer qu|arriver que|arriver qu|vous rejoindre que|vous rejoindre qu
        rsvp_yes: réserve|réserves|réservez|réserver|bloque|garde|gardez … place pour|places pour|place à|places à|place au|places au
        offer: notre|nos … peut aider|peuvent aider|peut vous aider|peuvent vous aider|peut dépanner|peuvent dépanner
        rsvp_yes: on est|nous sommes|on sera|nous serons|on serait … à venir|à participer
        rsvp_yes: aura|serons|seront … de chez nous|de notre côté|de notre structure|de notre équipe
        forbidden: supprime|retire|enlève|vire|exclus|exclure|radie|supprimer|retirer … du pôle|des membres|du ptce|de la liste des membres
        forbidden: signe|signer|signez|valide|valider|validez|approuve|approuver … à la place|au nom du|au nom de la
        forbidden: heures|saisies|lignes|tout … sans confirmation|sans les confirmer
        rsvp_yes: register … for, sign … up for, book … for the
        rsvp_no: serai|suis|serons|sommes|sera … en congé|en congés|en vacances|malade|souffrant|souffrante|en arrêt
        rsvp_yes: compte|comptez|prévois|prévoyez|compter … pour nous|de chez nous|de notre côté
        offer: könnt|könnten|kannst … gern ausleihen|gerne ausleihen|gern nutzen|gerne nutzen|gern haben|gerne haben|ausleihen
        rsvp_no: impossible … présent|présente|venir|participer|assister|être là
        rsvp_no: kann … nicht, können … nicht, komme … nicht, kommen … nicht, schaffe … nicht, schaff … nicht, bin … verhindert, nehme … nicht, sage … ab, melde … ab, bin … nicht, werde … nicht, muss … absagen, habe … keine, sind … verhindert
        rsvp_no: ne peux … pas, ne pourrai … pas, ne viens … pas, ne viendrai … pas, ne serai … pas, pourrai … pas, ne pourrons … pas, ne viendrons … pas, ne participerai … pas, peux … pas venir, ne suis … dispo, annule … participation, annule … inscription, annule … présence, annule … venue, annuler … participation, annuler … inscription
        rsvp_no: can't … make it, cannot … make it, won't … make it, can't … come, can't … attend, won't … attend, will not … attend, won't … be there, will not … be there, unable … attend, cancel … registration, cancel … attendance, cancel … participation, cancel … rsvp, have to … cancel, not … make it
        rsvp_yes: nehme … teil, nehmen … teil, melde … an, sage … zu, bin … dabei, sind … dabei, bin … da, komme … zum, komme … zur, werde … teilnehmen, werde … kommen, trag … ein, kommen … zu, kommen … zum, komme … gern, bin … anwesend, werde … dabei
        rsvp_yes: je … viendrai, on … viendra, je … participerai, i'll … there, i will … there, we'll … there, will … attend, put … down for, inscris … pour, inscris … à, inscrivez … pour
        offer: bieten … an, biete … an, stellen … zur verfügung, stelle … zur verfügung, können … anbieten, können … verleihen, kann … verleihen, können … teilen, kann … teilen, kann … anbieten, peut … prêter, pouvons … prêter, peux … prêter, met … à disposition, mettons … à disposition, can … lend, could … lend, have … to lend, have … to share, have … to offer, have … to give, avons … à prêter, a … à prêter, avons … à donner, a … à donner, haben … abzugeben, haben … zu verschenken, haben … zu verleihen, haben … frei, geben … ab, verschenken … an
        need: voudrais|voudrait|voudrions|aimerais|aimerait|aimerions|souhaite|souhaitons|souhaiterions|cherche|cherchons … louer|emprunter|trouver, like … rent|borrow|find, want … rent|borrow|find, würden gern … mieten|leihen|ausleihen, möchten … mieten|ausleihen|finden
        need: möchte … ausleihen, möchten … ausleihen, würde gern … ausleihen, möchte … leihen, möchten … leihen, avons … besoin, a … besoin, ai … besoin, kann jemand … leihen, wer kann … leihen, wer hat … für
        staff_strong: stellen … zur verfügung, stellt … zur verfügung, stelle … zur verfügung, met|mets|mettons|mettre … à disposition|à dispo, make … available to, making … available to, put … at the disposal, place … at the disposal, placing … at the disposal, leihen … aus, ordnen … ab
        lend_strong: mis|mise|mises … à la disposition
        lend_out: mis|mise|mises … à la disposition
        offer: mettons|met|mets … à la disposition
        staff_strong: mettons|met|mets|mettre … à la disposition
        lend_strong: let|laissé … use our|have our|utiliser notre|utiliser nos
        lend_out: let|laissé … use our|have our|utiliser notre|utiliser nos
        lend_strong: mis … à disposition, made … available to, haben … zur verfügung gestellt, habe … zur verfügung gestellt
        lend_strong: accueil|accueilli … dans nos locaux|dans notre salle, reçu … dans nos locaux, accueilli … nos bureaux, hosted … in our, hosted … at our
        lend_out: accueilli … dans nos locaux, accueilli … dans notre salle, reçu … dans nos locaux, accueilli … nos bureaux, hosted … in our, hosted … at our, stellen … zur verfügung, leihen … aus, haben … zur verfügung gestellt, mis … à disposition
        lend_in: mis … à notre disposition, hat uns … geliehen, haben uns … geliehen, hat uns … überlassen, haben … ausgeliehen bekommen, hat uns … zur verfügung gestellt, hat uns … verliehen, nous ont … prêté, a nous … prêté
        rsvp_late: komme … später, komme … zu spät, komme … verspätet, verspäte … um, arriverai … retard, serai … retard, arrive … retard, be … late, running … late, arrive … late
        rsvp_proxy: übertrage … stimme, gebe … vollmacht, erteile … vollmacht, give … proxy, donne … pouvoir, donne … procuration, laisse … pouvoir
        correct_strong: change … c'était, changer … c'était, modifie … c'était, modifier … c'était, change … it was, ändere … es war, said … was, said … it was, dit … était, mis … c'était, sagte … waren, gesagt … waren, waren … nicht, change … to, ändere … auf, remplace … par, replace … by, replace … with, mach … draus|daraus, make … of it, ersetze … durch, change … en, modifie … en, passe … à la place
        when: was steht … an, steht … an
        lend_out: bekommt|bekam|bekommen|kriegt|erhält … unseren|unser|unsere, aura|auront|récupère|récupèrent … notre|nos, gets|get … our
        lend_strong: bekommt|bekam|kriegt|erhält … unseren|unser|unsere, aura|auront|récupère|récupèrent … notre|nos, gets … our
        cancel: take that|take the … off|out, nimm die|nimm den|nimm das|nehmt die … raus|heraus
        cancel: nimm … zurück, mach … rückgängig, take … back
        coop_verb: bereiten … vor, haben … abgegeben, haben … eingereicht, nehmen … teil, führen … durch
        """;

    private static readonly FrozenDictionary<string, (string Cue, string[] First, string[] Last)[]> Lines = Load();

    internal static void Find(Sentence s, Dictionary<string, (int At, int Length)> cues)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!Lines.TryGetValue(s[i].Norm, out var lines)) continue;
            foreach (var (cue, first, last) in lines)
            {
                if (!Follow(s, i, first)) continue;
                for (var k = i + first.Length; k <= Math.Min(i + first.Length + WidestGap, s.Count - 1); k++)
                {
                    if (s[k].Norm is ";" or "?" or "!" || s[k].Norm == "," && s.Has(k + 1, Sense.And) && s.Has(k + 2, Sense.FirstName)) break;
                    if (!Follow(s, k, last) || cue == "need" && (Doubts.TheirNeed(s, k) || Invites(s, i))) continue;
                    if (!cues.TryGetValue(cue, out var old) || old.Length < 2) cues[cue] = (i, first.Length + last.Length);
                    break;
                }
            }
        }
    }

    // "möchte jemand unser Zelt ausleihen", "would anyone like to borrow our tent": others are asked whether they need it
    internal static bool Invites(Sentence s, int i) => s[i].Norm is "mochte" or "moechte" or "will" && s.Is(i + 1, "jemand", "wer") || i > 0 && s[i].Norm is "like" or "want" or "wants" && s[i - 1].Norm is "anyone" or "anybody" or "someone" or "somebody";

    private static bool Follow(Sentence s, int i, string[] words)
    {
        if (i + words.Length > s.Count) return false;
        for (var k = 0; k < words.Length; k++) if (s[i + k].Norm != words[k]) return false;
        return true;
    }

    private static FrozenDictionary<string, (string Cue, string[] First, string[] Last)[]> Load()
    {
        var lines = new List<(string Cue, string[] First, string[] Last)>();
        foreach (var line in new[] { Table, EnglishCueWords.Gapped, GermanCueWords.Gapped }.SelectMany(t => t.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var phrase in line[(colon + 1)..].Split(','))
                foreach (var written in Spellings(phrase))
                {
                    var halves = written.Split('…');
                    foreach (var first in halves[0].Split('|'))
                        foreach (var last in halves[1].Split('|'))
                            lines.Add((line[..colon], Cut(first), Cut(last)));
                }
        }
        return lines.GroupBy(l => l.First[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    private static IEnumerable<string> Spellings(string phrase)
    {
        yield return phrase;
        if (phrase.Contains('\'', StringComparison.Ordinal)) yield return phrase.Replace("'", "", StringComparison.Ordinal);
        if (phrase.Contains('ü', StringComparison.Ordinal) || phrase.Contains('ä', StringComparison.Ordinal))
            yield return phrase.Replace("ü", "ue", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal);
    }

    private static string[] Cut(string words) => [.. Tokenizer.Cut(words).Select(t => t.Norm)];
}
