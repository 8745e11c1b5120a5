using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"j'ai accueilli 12 personnes", "devant 40 personnes", "la salle 50 places": people met, taught or seated. They did not work, and are not counted as if they had.</summary>
internal static class Audience
{
    // after "ai", "avons", "a": these verbs put people to work, every other one meets them
    private static readonly FrozenSet<string> SetToWork =
        "ete etait etions eu fait mobilise envoye mis engage affecte compte passe bosse travaille reuni".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Meet =
        "accueillir recevoir encadrer former accompagner rencontrer recruter aider nourrir servir transporter conduire heberger coacher interviewer appeler inscrire asseoir loger convoyer sensibiliser informer".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Serve = "trained taught hosted welcomed took drove fed served met interviewed coached received guided supervised briefed accompanied showed".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Bedient = "geschult begrusst begruesst empfangen betreut gefahren bewirtet unterrichtet eingewiesen begleitet interviewt beraten bekocht".Split(' ').ToFrozenSet();

    /// <summary>"trained 12 volunteers", "12 Ehrenamtliche geschult": the verb stands before them in English and after them in German.</summary>
    internal static bool Taught(Sentence s, int number, int end) =>
        s.Spoken == Tongue.English && number > 0 && Serve.Contains(s[number - 1].Norm)
        || s.Spoken == Tongue.German && Enumerable.Range(end, Math.Max(0, Math.Min(2, s.Count - end))).Any(i => Bedient.Contains(s[i].Norm));

    /// <param name="number">where the number of people stands</param>
    internal static bool Before(Sentence s, int number)
    {
        if (number == 0 || s.Spoken != Tongue.French || !s[number - 1].IsLetters) return false;
        var word = s[number - 1].Norm;
        if (word is "devant" or "aupres" or "face" || Meet.Contains(word)) return true;
        if (s.Has(number - 1, Sense.Thing, out var thing) && thing.Value is "locaux" or "vehicule") return true;
        return number > 1 && s[number - 2].Norm is "ai" or "jai" or "avons" or "a" && !SetToWork.Contains(word) && !s.Has(number - 1, Sense.RelDay);
    }
}
