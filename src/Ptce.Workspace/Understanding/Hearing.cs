namespace Ptce.Workspace;

/// <summary>A sentence with the stretches read in it and the cues heard: what every reader of an intent looks at.</summary>
internal sealed class Hearing
{
    internal Sentence Sentence { get; }
    internal IReadOnlyList<Mention> Mentions { get; }
    internal DateOnly Today { get; }
    internal Acquaintances Known { get; }
    internal ReadingSettings Settings { get; }
    internal List<ReadingRule> Rules { get; } = [];
    internal Dictionary<string, (int At, int Length)> Cues { get; } = [];
    internal List<string> Guessed { get; } = [];
    internal bool Asks { get; }

    private readonly bool[] covered;

    internal Hearing(Sentence sentence, IReadOnlyList<Mention> mentions, DateOnly today, Acquaintances known, ReadingSettings settings)
    {
        (Sentence, Mentions, Today, Known, Settings) = (sentence, mentions, today, known, settings);
        covered = new bool[sentence.Count];
        foreach (var mention in mentions)
        {
            Explain(mention.Rule, mention.Start, mention.End);
            for (var i = mention.Start; i < mention.End && i < covered.Length; i++) covered[i] = true;
        }
        foreach (var (at, meant) in sentence.Corrections) Explain("typo:" + meant, at, at + 1);
        GappedCues.Find(sentence, Cues);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Is(i, "?") || i < 2 && Wonders(sentence, i) || i == 0 && sentence.Spoken == Tongue.German && sentence[0].Norm is "welche" or "welcher" or "welches" or "welchen" or "wann") Asks = true;
            foreach (var mark in sentence.At(i))
                if (mark.Sense == Sense.Cue && !Name(i, mark) && !OtherSenses.Speak(this, i, mark) && (!Cues.TryGetValue(mark.Value, out var old)
                    || mark.Length > old.Length)) Cues[mark.Value] = (i, mark.Length);
        }
    }

    // the "coopération" of "Culture & Coopération"
    private bool Name(int i, Mark mark) => Mentions.Any(m => m is OrganisationMention && m.Start < i && i + mark.Length <= m.End);

    // "est-ce que …", "qu'est-ce que …", "combien …": asked, with or without the sign
    private static bool Wonders(Sentence s, int i) =>
        s.Spoken == Tongue.French && (s.Is(i, "est") && s.Is(i + 1, "ce") && s.Is(i + 2, "que", "qu") || s.Is(i, "combien") || i == 0 && s.Is(0, "ou") || s.Is(i, "comment", "pourquoi") || i == 0 && s[i].Norm is "quel" or "quelle" or "quels" or "quelles");

    internal bool Heard(string cue) => Cues.ContainsKey(cue);

    internal int HeardLength(string cue) => Cues.TryGetValue(cue, out var at) ? at.Length : 0;

    internal bool HeardEarly(string cue, int within = 3) => Cues.TryGetValue(cue, out var at) && at.At < within;

    internal IEnumerable<T> All<T>() where T : Mention => Mentions.OfType<T>();

    internal T? First<T>() where T : Mention => Mentions.OfType<T>().FirstOrDefault();

    internal bool Covered(int i) => i >= 0 && i < covered.Length && covered[i];

    /// <summary>The first mark of a sense, outside longer readings of the same words.</summary>
    internal IEnumerable<(int At, Mark Mark)> Marks(Sense sense)
    {
        for (var i = 0; i < Sentence.Count; i++)
            foreach (var mark in Sentence.At(i))
                if (mark.Sense == sense) yield return (i, mark);
    }

    internal void Explain(string rule, int from, int to)
    {
        if (from >= to || to > Sentence.Count) return;
        var start = Sentence[from].Start;
        Rules.Add(new(rule, start, Sentence[to - 1].End - start, Sentence.Slice(from, to)));
    }

    internal bool IsSelf(KnownOrganisation organisation) => organisation.Id == Known.SpeakerOrganisationId;

    internal ReadOrganisation Read(KnownOrganisation organisation) => new(organisation.Id, organisation.Name, IsSelf(organisation));

    internal ReadOrganisation? Self => Known.Organisations.FirstOrDefault(IsSelf) is { } own ? new(own.Id, own.Name, true) : null;

    internal static ReadPerson Read(PersonMention person) => person.Candidates.Count == 1 ? new(person.Candidates[0].Id, person.Candidates[0].Name) : new(null, Capitalised(person.Written));

    /// <summary>A name typed in a hurry: "karim" is Karim, and so is "KARIM".</summary>
    internal static string Capitalised(string name) => string.Join(' ', name.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + (w.Length > 2 && w.All(char.IsUpper) ? w[1..].ToLowerInvariant() : w[1..])));
}
