using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>log_cooperation: two or more organisations do something together, for a third or for themselves.</summary>
internal static class CooperationReading
{
    // what goes to a client: who it goes to is the third party
    private static readonly FrozenSet<string> Handed = ("vendu vendue vendus vente ventes facture facturee factures facturees facturation livre livres livraison livraisons envoye envoyee remis remise soumis soumise propose adresse "
        + "sold invoiced verkauft submitted abgegeben eingereicht unterbreitet").Split(' ').ToFrozenSet();

    internal static Reading Read(Hearing h)
    {
        var third = Third(h);
        if (third == default && Apart(h) is { } apart) third = new(apart.Name, h.Read(apart), true);
        var bodies = NamedBodies.Of(h);
        var partners = bodies.Clear.Where(o => o.Id != third.Organisation?.Id).ToList();
        // "sous-traitance pour Azur Trade": who orders is the other party where nobody else is
        if (partners.Count == 0 && third is { Ordered: false, Organisation: { } only }) (partners, third) = ([only], default);
        var orgs = (h.Self is { } self ? partners.Prepend(self) : partners).ToList();
        var nature = Values(h, Sense.Nature).Order(StringComparer.Ordinal).ToList();
        var form = Values(h, Sense.Form).FirstOrDefault();
        if (form == "r_et_d" && !nature.Contains("strategique")) nature.Add("strategique");
        var date = h.All<DateMention>().FirstOrDefault(d => d.Role is DateRole.On or DateRole.Starting);
        var span = date?.Date.Resolve(h.Today, h.Heard("future") ? Look.Future : Look.Past);
        var ask = new List<string>();
        if (span is not { One: true }) ask.Add("date");
        if (partners.Count == 0 || (bodies.Ask && bodies.Text != third.Text)) ask.Add("organisation");
        return new Reading
        {
            Intent = Intents.LogCooperation,
            Nature = nature,
            Form = form,
            Orgs = orgs,
            OrgText = third.Text is not null && bodies.Text is not null && third.Text.Contains(bodies.Text, StringComparison.Ordinal) ? null : bodies.Text,
            OrgCandidates = bodies.Candidates,
            ThirdParty = third.Organisation?.Name ?? third.Text,
            ThirdPartyOrganisation = third.Organisation,
            AmountEur = h.First<AmountMention>()?.Euros,
            Date = span is { One: true } ? span.From : null,
            DateFrom = span is { One: false } ? span.From : null,
            DateTo = span is { One: false } ? span.To : null,
            Ask = ask,
        };
    }

    // "with Elips for the CAVF", "won the CAVF waste contract with Elips": of several, the one that is joined to nobody gave the order
    private static KnownOrganisation? Apart(Hearing h)
    {
        var named = h.All<OrganisationMention>().Where(o => o.Sure is { } sure && !h.IsSelf(sure)).ToList();
        if (named.Count < 2 || !h.Heard("bid") && !h.Marks(Sense.Nature).Any(m => m.Mark.Value == "commerciale")) return null;
        var contracted = named.Where(o => Contracted(h.Sentence, o) && named.Exists(p => p != o && Together(h, p))).ToList();
        if (contracted is [var partner]) return partner.Sure;
        return named.Where(o => !Joined(h.Sentence, o)).ToList() is [var single] ? single.Sure : null;
    }

    private static bool Joined(Sentence s, OrganisationMention o)
    {
        var before = Before(s, o.Start);
        return before < 0 || s[before].Norm is "with" or "mit" or "avec" or "," or "&" or "+" or "/" || s.Has(before, Sense.And) || s.Has(o.End, Sense.And) || s.Is(o.End, ",", "/") || s.Is(o.End, "&", "+");
    }

    // "einen Liefervertrag mit dem CBE", "a contract with the CCI"
    private static bool Contracted(Sentence s, OrganisationMention o) =>
        Before(s, o.Start) is > 0 and var with && s[with].Norm is "with" or "mit" or "avec" && s.At(with - 1).Any(m => m.Sense == Sense.Nature && m.Value == "commerciale");

    private static bool Together(Hearing h, OrganisationMention o) =>
        Before(h.Sentence, o.Start) is > 0 and var with && h.Sentence[with].Norm is "with" or "mit" or "avec" && h.Sentence[with - 1].Norm is "together" or "jointly" or "along" or "zusammen" or "gemeinsam" or "ensemble";

    private static int Before(Sentence s, int at)
    {
        at--;
        while (at >= 0 && (s.Has(at, Sense.Article) || s.Is(at, "l")) && !s.Is(at, "a")) at--;
        return at;
    }

    private static IEnumerable<string> Values(Hearing h, Sense sense)
    {
        var seen = new HashSet<string>();
        foreach (var (at, mark) in h.Marks(sense))
            if (!InsideName(h, at) && seen.Add(mark.Value)) { h.Explain(sense.ToString().ToLowerInvariant(), at, at + mark.Length); yield return mark.Value; }
    }

    private static bool InsideName(Hearing h, int at) => h.All<OrganisationMention>().Any(o => o.Start <= at && at < o.End);

    /// <param name="Ordered">named as the owner of a tender, not only as the one it is done for</param>
    private readonly record struct ThirdParty(string? Text, ReadOrganisation? Organisation, bool Ordered = false);

    // "l'appel d'offres de la CAVF", "the CAVF tender", "Ausschreibung der CAVF", "pour la Région"
    private static ThirdParty Third(Hearing h)
    {
        var s = h.Sentence;
        foreach (var (at, mark) in h.Marks(Sense.Cue).Where(m => m.Mark.Value == "third"))
        {
            // "the CG 54 contract for the allotments": whose it is stands before it
            if (s.Spoken == Tongue.English && h.All<OrganisationMention>().FirstOrDefault(o => o.End == at || o.End == at - 1 && s.Is(at - 1, "s")) is { Sure: { } owner } && !h.IsSelf(owner)) return new(owner.Name, h.Read(owner), true);
            var next = Beyond(h, at + mark.Length);
            // "client CAVF", "l'AO CAVF": who orders stands right after the word
            if (s[at].Norm is "client" or "commanditaire" or "ao" or "appel" && Known(h, next) && Body(h, next) is { } orders) return orders with { Ordered = true };
            if (next < s.Count && !(s[next - 1].Norm is "a" or "aupres") && !(s[next].Norm is "de" or "d" or "du" or "des" or "of" or "from" or "by" or "der" or "von" or "vom" or "pour" or "for" or "fur" or "par" or "lance" or "lancee" or ":" or "beim" or "bei" or "avec" or "aupres" or "gagne" or "remporte")) continue;
            while (next < s.Count && (h.All<AmountMention>().Any(a => a.Start <= next && next < a.End) || s[next].Norm is "de" or "d" or "du" or "of" or "from" or "by" or "von" or "vom" or "pour" or "for" or "fur" or "par" or "lance" or "lancee" or ":" or "issued" || s.Has(next, Sense.Article))) next++;
            if (Body(h, next) is { } body) return body with { Ordered = true };
        }
        foreach (var mention in h.All<OrganisationMention>())
            if (mention.Sure is { } sure && !h.IsSelf(sure) && s.At(s.Is(mention.End, "s") ? mention.End + 1 : s.Is(mention.End, "'") ? mention.End + (s.Is(mention.End + 1, "s") ? 2 : 1) : mention.End).Any(m => m.Sense == Sense.Cue && m.Value == "third")) return new(sure.Name, h.Read(sure), true);
        for (var i = 0; i + 2 < s.Count; i++)
            if (s.Is(i, "aupres") && h.All<OrganisationMention>().FirstOrDefault(o => o.Start > i && o.Start <= i + 3) is { Sure: { } won } && !h.IsSelf(won)) return new(won.Name, h.Read(won));
        var sold = s.Tokens.Any(t => Handed.Contains(t.Norm));
        for (var i = 0; i < s.Count; i++)
        {
            if (!(sold && (s.Is(i, "a", "au") || s.Is(i, "to", "an") || s.Is(i, "bei", "beim"))) && !(s.Is(i, "pour", "for") || s.Is(i, "fur", "fuer"))) continue;
            var next = i + 1;
            while (s.Has(next, Sense.Article) || s.Is(next, "l")) next++;
            if (next == i + 1 && Infinitive(s, next)) continue;
            if (Body(h, next) is { } body && (sold || h.Heard("bid") || Known(h, next))) return body;
        }
        // "invoiced CCI 57", "facturé la CAVF"
        foreach (var mention in h.All<OrganisationMention>())
            if (mention is { Start: > 0, Sure: { } billed } && !h.IsSelf(billed) && s[s.Has(mention.Start - 1, Sense.Article) ? Math.Max(0, mention.Start - 2) : mention.Start - 1].Norm is "invoiced" or "billed" or "charged" or "facture") return new(billed.Name, h.Read(billed));
        return default;
    }

    private static bool Known(Hearing h, int at) =>
        h.All<OrganisationMention>().Any(o => o.Start == at) || h.Sentence.Has(at, Sense.Institution) || h.Sentence.Has(at, Sense.TypeWord);

    // "le marché espaces verts de la CCI": what it is for stands before whose it is
    private static int Beyond(Hearing h, int at)
    {
        var s = h.Sentence;
        for (var i = at; i < Math.Min(at + 5, s.Count) && s[i].IsLetters && !h.Covered(i) && !s.Has(i, Sense.And); i++)
        {
            if (!(s[i].Norm is "de" or "d" or "du" or "des" or "pour")) continue;
            var body = i + 1;
            while (s.Has(body, Sense.Article) || s.Is(body, "l")) body++;
            if (s.Has(body, Sense.Institution) || s.Has(body, Sense.TypeWord) || h.All<OrganisationMention>().Any(o => o.Start == body || o.Start == i + 1)) return i;
        }
        return at;
    }

    // "pour candidater": a purpose, nobody
    private static bool Infinitive(Sentence s, int i) => s.Spoken == Tongue.French && i < s.Count && s[i].Norm is [_, _, _, .., 'e', 'r'] or [_, _, _, .., 'i', 'r'] or [_, _, _, .., 'r', 'e'];

    private static ThirdParty? Body(Hearing h, int at)
    {
        var s = h.Sentence;
        if (at >= s.Count) return null;
        if (h.All<OrganisationMention>().FirstOrDefault(o => o.Start == at) is { } mention)
            return mention.Sure is { } sure ? h.IsSelf(sure) ? null : new(sure.Name, h.Read(sure)) : new(NamedBodies.Bare(s, mention.Start, mention.End), null);
        var body = s.Has(at, Sense.Institution, out var mark) ? mark.Length : s.Has(at, Sense.TypeWord, out mark) ? mark.Length : 0;
        if (body == 0 && (!s[at].IsLetters || Lexicon.Knows(s[at].Norm))) return null;
        var end = at + Math.Max(1, body);
        while (end < s.Count && end < at + 6 && !h.Covered(end) && s[end].IsLetters && (!Lexicon.Knows(s[end].Norm) || (s[end].Norm is "de" or "d" or "du" or "la" && end + 1 < s.Count && s[end + 1].IsLetters && !Lexicon.Knows(s[end + 1].Norm)))) end++;
        h.Explain("third_party", at, end);
        return new(NamedBodies.Bare(s, at, end), null);
    }
}
