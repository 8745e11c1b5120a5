using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>"instead", "should be", "it was" and "corriger" where nothing is put right.</summary>
internal static partial class OtherSenses
{
    private static Rule[] Corrections => [OneOfTwo, WorkOfCorrecting, DidOtherwise, Proofread, OnesTurn, Praised, ShouldBeAble, ManagesIt, BecameOf];

    // "2h instead of 3h" is heard by its own sense; "sauf erreur"
    private static bool OneOfTwo(Hearing h, int at, Mark cue) => h.Sentence.Has(at, Sense.InsteadOf) || h.Sentence.Is(at - 1, "sauf");

    private static readonly FrozenSet<string> PartsOfALine = Set("ligne saisie date duree derniere jour heure heures");

    // "1h à corriger le rapport": the work done; "à corriger la date" is a line's
    private static bool WorkOfCorrecting(Hearing h, int at, Mark cue) =>
        cue.Length == 1 && Word(h, at) is "corriger" or "rectifier" or "modifier" or "changer" && Word(h, at - 1) is "a" or "pour" or "de"
        && h.Sentence.Has(at + 1, Sense.Article, out var article) && !PartsOfALine.Contains(Word(h, Math.Min(at + 1 + article.Length, h.Sentence.Count - 1)));

    // "didn't manage Monday but did 2 hours on Tuesday instead": told
    private static bool DidOtherwise(Hearing h, int at, Mark cue) =>
        h.Sentence.Is(at, "instead", "stattdessen") && h.Sentence.Tokens.Take(at).Any(t => t.Norm is "didn" or "couldn" or "nicht")
        && h.Sentence.Tokens.Any(t => t.Norm is "did" or "worked" or "gemacht" or "gearbeitet");

    private static bool Proofread(Hearing h, int at, Mark cue) => h.Sentence.Is(at, "korrektur") && h.Sentence.Is(at + 1, "lesen", "gelesen");

    // "it was my turn on Friday"
    private static bool OnesTurn(Hearing h, int at, Mark cue) =>
        cue.Length == 2 && Word(h, at + 1) is "was" or "war" && h.Sentence.Tokens.Skip(at + 2).Take(2).Any(t => t.Norm is "turn" or "reihe");

    // "that was a good meeting yesterday"; "that was a board meeting" says which
    private static bool Praised(Hearing h, int at, Mark cue) =>
        cue.Length == 2 && Word(h, at + 1) is "was" or "war" && h.Sentence.Has(at + 2, Sense.One, out var some)
        && h.Mentions.All(m => m is not (LengthMention or ClockMention or ClockRangeMention))
        && !h.Mentions.Any(m => m is ActivityMention or OrganisationMention && m.Start == at + 2 + some.Length);

    // "I should be able to come"
    private static bool ShouldBeAble(Hearing h, int at, Mark cue) => h.Sentence.Is(at, "should") && h.Sentence.Is(at - 1, "i", "we");

    private static readonly FrozenSet<string> BeforeManaging = Set("to can t cannot could might may will ll only not cant wont");

    // "able to make it on Friday"; "make it Friday" puts right
    private static bool ManagesIt(Hearing h, int at, Mark cue) => h.Sentence.Is(at, "make") && BeforeManaging.Contains(Word(h, at - 1));

    private static readonly FrozenSet<string> Became = Set("turned ended became geworden wurden");

    // "supposed to be 4 hours, turned out 6": what became of it is told
    private static bool BecameOf(Hearing h, int at, Mark cue) => cue.Length > 1 && h.Sentence.Tokens.Skip(at + cue.Length).Any(t => Became.Contains(t.Norm));
}
