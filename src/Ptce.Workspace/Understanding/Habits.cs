namespace Ptce.Workspace;

/// <summary>What is so as a rule: "it usually takes me 2 hours", "normalerweise brauche ich dafür 2 Stunden". Nothing of one day, so nothing to note.</summary>
internal static class Habits
{
    internal static bool Tells(Hearing h) =>
        h.Sentence.Spoken != Tongue.French && h.Sentence.Tokens.Any(t => t.Norm is "usually" or "normally" or "typically" or "generally" or "normalerweise" or "gewohnlich" or "gewoehnlich" or "meistens" or "ublicherweise" or "ueblicherweise" or "generell")
        && !h.All<DateMention>().Any(d => d.Role == DateRole.On) && !h.Heard("log_verb");
}
