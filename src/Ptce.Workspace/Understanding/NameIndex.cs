using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Ptce.Workspace;

/// <summary>The names a speaker may mean, cut into words and weighed: the words that tell names apart count, "la" and "de" do not.</summary>
internal sealed class NameIndex
{
    internal readonly record struct NameWord(string Norm, double Weight, string? Type);

    internal sealed record OrganisationName(KnownOrganisation Organisation, NameWord[] Words, double Total, bool Acronym);

    private static readonly ConditionalWeakTable<KnownNames, NameIndex> Kept = [];
    private static readonly FrozenSet<string> Stops =
        "le la les l de du des d the of der die das dem den et und and a au aux en sur sous saint &".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Generic =
        ("association asso cooperative scop scic sarl sas gmbh ev pole centre center reseau groupe union federation maison collectif collectivite culture cultures cooperation emploi pays sources trade "
        + "service services groupement fondation club comite ecole institut institute jardin jardins atelier ateliers regie cite region departement france national nationale local locale solidaire solidaires "
        + "territoire territoires energie energies sud nord est ouest mobilite insertion formation travail monde vie terre terres chevre").Split(' ').ToFrozenSet();

    private readonly Dictionary<string, List<(OrganisationName Name, int At)>> byWord = [];
    private readonly Dictionary<string, List<OrganisationName>> byType = [];
    private readonly Dictionary<string, List<KnownPerson>> people = [];

    internal IReadOnlyCollection<string> Words => byWord.Keys;
    internal IReadOnlyCollection<string> PeopleWords => people.Keys;

    internal static NameIndex Of(KnownNames known) => Kept.GetValue(known, k => new NameIndex(k));

    private NameIndex(KnownNames known)
    {
        foreach (var organisation in known.Organisations)
            foreach (var name in (organisation.Aliases ?? []).Prepend(organisation.Name))
                Index(organisation, name);
        foreach (var person in known.People)
            foreach (var word in Cut(person.Name))
                if (word.Length > 1) (people.TryGetValue(word, out var list) ? list : people[word] = []).Add(person);
    }

    internal bool Knows(string norm) => byWord.ContainsKey(norm) || people.ContainsKey(norm);

    internal IReadOnlyList<(OrganisationName Name, int At)> Named(string norm) => byWord.TryGetValue(norm, out var list) ? list : [];

    internal IReadOnlyList<OrganisationName> OfType(string type) => byType.TryGetValue(type, out var list) ? list : [];

    internal IReadOnlyList<KnownPerson> PeopleNamed(string norm) => people.TryGetValue(norm, out var list) ? list : [];

    internal static bool IsStop(string norm) => Stops.Contains(norm);

    /// <summary>Whether a written word is at least as near to a name as to the word of the tables it could be a typo of.</summary>
    internal bool IsNearer(string norm, string meant)
    {
        var distance = Typos.Distance(norm, meant, 2);
        foreach (var word in byWord.Keys) if (word.Length > 3 && Typos.Distance(norm, word, 2) <= distance) return true;
        foreach (var word in people.Keys) if (word.Length > 3 && Typos.Distance(norm, word, 2) <= distance) return true;
        return false;
    }

    private static List<string> Cut(string name) => [.. Tokenizer.Cut(name).Where(t => t.Kind != TokenKind.Sign).Select(t => t.Norm)];

    private void Index(KnownOrganisation organisation, string written)
    {
        var cut = Cut(written);
        var words = cut.Select(w => new NameWord(w, WeightOf(w), TypeOf(w))).ToArray();
        var total = words.Sum(w => w.Weight);
        if (total <= 0) return;
        Add(new(organisation, words, total, false));
        var telling = words.Where(w => w.Weight > 0).Select(w => w.Norm).ToList();
        if (telling.Count < 2) return;
        foreach (var joined in new[] { string.Concat(cut), string.Concat(telling) }.Distinct()) AddWhole(organisation, joined, false);
        foreach (var initials in new[] { Initials(telling), Initials(cut) }.Distinct())
            if (initials.Length is >= 2 and <= 6 && !Lexicon.Knows(initials)) AddWhole(organisation, initials, true);
    }

    private void AddWhole(KnownOrganisation organisation, string word, bool acronym) => Add(new(organisation, [new(word, 1, null)], 1, acronym));

    private void Add(OrganisationName name)
    {
        for (var k = 0; k < name.Words.Length; k++)
        {
            if (name.Words[k].Weight > 0) (byWord.TryGetValue(name.Words[k].Norm, out var list) ? list : byWord[name.Words[k].Norm] = []).Add((name, k));
            if (name.Words[k].Type is { } type && !OfType(type).Any(n => n.Organisation == name.Organisation)) (byType.TryGetValue(type, out var typed) ? typed : byType[type] = []).Add(name);
        }
    }

    private static string Initials(IEnumerable<string> words) => string.Concat(words.Where(w => w.Length > 0).Select(w => char.IsDigit(w[0]) ? w : w[..1]));

    private static double WeightOf(string word)
    {
        if (Stops.Contains(word)) return 0;
        if (word.All(char.IsDigit)) return 0.6;
        return Generic.Contains(word) || TypeOf(word) is not null ? 0.4 : Lexicon.Knows(word) ? 0.5 : 1;
    }

    internal static string? TypeOf(string word)
    {
        var found = new List<Mark>(4);
        Lexicon.Match([new SentenceToken(word, word, 0, word.Length, TokenKind.Letters, false, false)], 0, Tongue.French, found);
        foreach (var mark in found) if (mark.Sense == Sense.TypeWord) return mark.Value;
        return null;
    }
}
