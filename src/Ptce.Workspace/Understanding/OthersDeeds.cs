using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Who is told of in English and German, and what they did: "Paul was at the board", "our treasurer spent", "Sabine hat … gestanden", "he worked".</summary>
internal static class OthersDeeds
{
    private static readonly FrozenSet<string> English = Set("was were did worked spent attended helped sat ran stood stayed sorted prepared chaired led drove taught wrote cleaned cooked painted repaired facilitated volunteered handled managed moderated participated typed counted carried built planted served baked gave put took devoted read edited translated");

    private static readonly FrozenSet<string> German = Set("war waren sass half halfen machte machten arbeitete arbeiteten stand standen fuhr fuhren schrieb leitete moderierte kochte raumte raeumte putzte sortierte verbrachte verbrachten nahm nahmen betreute reparierte sass sassen");

    private static readonly FrozenSet<string> Between = Set("also just then already even really auch schon dann has have had");

    private static readonly FrozenSet<string> Determiners = Set("our my the their his her a one unser unsere unserer mein meine der die das ein eine ihr ihre sein seine");

    private static readonly FrozenSet<string> Pronouns = Set("he she they er sie");

    /// <summary>The first and one past the last word of whoever is told of by what they are to the speaker, or by a pronoun.</summary>
    internal static IEnumerable<(int At, int End)> Told(Hearing h)
    {
        var s = h.Sentence;
        foreach (var (at, mark) in h.Marks(Sense.Cue))
            if (mark.Value == "role" && at > 0 && Determiners.Contains(s[at - 1].Norm)) yield return (at - 1, at + mark.Length);
        for (var i = 0; i + 1 < s.Count; i++)
            if (Pronouns.Contains(s[i].Norm) && s.Spoken != Tongue.French && (i == 0 || s[i - 1].Kind == TokenKind.Sign || s[i - 1].Norm is "that" or "dass" or "reckons" or "says" or "said" or "thinks" or "claims" or "believes")) yield return (i, i + 1);
    }

    /// <summary>One past one person told of at this place in the singular: "my trainee", "she".</summary>
    internal static int? Told(Sentence s, int i)
    {
        if (s.Spoken == Tongue.French || i >= s.Count) return null;
        if (s[i].Norm is "he" or "she" or "er" or "sie") return i + 1;
        if (!Determiners.Contains(s[i].Norm)) return null;
        foreach (var mark in s.At(i + 1)) if (mark is { Sense: Sense.Cue, Value: "role" }) return i + 1 + mark.Length;
        return null;
    }

    /// <summary>Whether a deed of theirs follows.</summary>
    internal static bool Did(Sentence s, int at)
    {
        while (at < s.Count && Between.Contains(s[at].Norm)) at++;
        if (at >= s.Count || s.Spoken == Tongue.French) return false;
        if (s.Spoken == Tongue.English) return English.Contains(s[at].Norm);
        return German.Contains(s[at].Norm) || s[at].Norm is "hat" or "haben" or "hatte" or "hatten" or "haette" or "haetten" && s.Tokens.Skip(at + 1).Any(t => Participle(t.Norm));
    }

    /// <summary>"Leila's working 3 hours on Saturday", "Leila arbeitet am Samstag 3 Stunden": a turn of theirs to come.</summary>
    internal static bool Does(Hearing h, int at)
    {
        var s = h.Sentence;
        if (s.Spoken == Tongue.French || h.All<OrganisationMention>().Any() || h.All<RecurrenceMention>().Any() || h.All<DateMention>().Any(d => d.Role != DateRole.On)) return false;
        if (s.Is(at, "s", "is")) at++;
        return at < s.Count && s[at].Norm is "working" or "works" or "doing" or "does" or "helping" or "arbeitet" or "macht" or "hilft";
    }

    /// <summary>"Elips gave us two hours", "Paul hat uns 3 Stunden geholfen": their gift, not the speaker's.</summary>
    internal static bool Gave(Hearing h)
    {
        var s = h.Sentence;
        foreach (var mention in h.Mentions)
        {
            if (mention is not (PersonMention or OrganisationMention) || mention.Start > 0 || mention.End + 1 >= s.Count) continue;
            if (s[mention.End].Norm is "gave" or "helped" or "assisted" or "advised" or "supported" or "offered" && s.Is(mention.End + 1, "us", "me")) return true;
            if (s.Is(mention.End, "hat", "haben") && s.Is(mention.End + 1, "uns", "mir") && s.Tokens.Any(t => t.Norm is "geholfen" or "unterstutzt" or "unterstuetzt" or "beraten" or "geschenkt" or "begleitet" or "geschult")) return true;
        }
        return false;
    }

    private static bool Participle(string norm) =>
        norm.Length > 5 && (norm.StartsWith("ge", StringComparison.Ordinal) && (norm.EndsWith('t') || norm.EndsWith("en", StringComparison.Ordinal)) || norm.EndsWith("iert", StringComparison.Ordinal) || norm.Contains("ge", StringComparison.Ordinal) && norm.EndsWith("en", StringComparison.Ordinal) && norm[0] is 't' or 'v' or 'm' or 'a')
        || norm is "verbracht" or "ubernommen" or "uebernommen" or "besucht" or "vorbereitet" or "betreut" or "aufgeraumt" or "aufgebaut" or "mitgemacht";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
