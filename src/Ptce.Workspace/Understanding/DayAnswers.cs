using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Several days answered in one sentence, each in its own clause: "lundi je peux pas, mardi oui", "je serai là mardi, absente jeudi".</summary>
/// <param name="From">where its clause begins</param>
/// <param name="To">one past its last word</param>
internal sealed record DayAnswer(DateMention Day, string Answer, int From, int To);

internal static class DayAnswers
{
    private static readonly FrozenSet<string> Joints = "mais et sinon puis but and aber und dafur dafuer contre ni".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> No = "pas non nan absent absente absents absentes impossible jamais ni not no never cannot t nicht nein nee nie kein keine".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Yes = "oui ok peux peut pouvons possible dispo va viens vient bon bonne yes can works fine ja kann passt geht gerne".Split(' ').ToFrozenSet();

    /// <summary>Two answers or more; nothing when the sentence answers for one day only.</summary>
    internal static IReadOnlyList<DayAnswer> Of(Hearing h)
    {
        var days = h.All<DateMention>().Where(d => d.Role == DateRole.On).ToList();
        if (days.Count < 2) return [];
        var answers = new List<DayAnswer>();
        var from = 0;
        for (var k = 0; k < days.Count; k++)
        {
            var next = k + 1 < days.Count ? Border(h.Sentence, days[k].End, days[k + 1].Start) : h.Sentence.Count;
            if (next is not { } to || Answer(h, from, to) is not { } answer) return [];
            answers.Add(new(days[k], answer, from, to));
            from = to;
        }
        return answers;
    }

    /// <summary>What is left to answer for once the first day is: the words from the second clause on.</summary>
    internal static string Rest(Sentence s, IReadOnlyList<DayAnswer> answers)
    {
        var from = answers[1].From;
        while (from < s.Count - 1 && (s[from].Kind == TokenKind.Sign || Joints.Contains(s[from].Norm) && !s.Is(from, "ni"))) from++;
        return s.Said(from, s.Count);
    }

    private static int? Border(Sentence s, int from, int to)
    {
        for (var i = to - 1; i >= from; i--) if (s[i].Kind == TokenKind.Sign || Joints.Contains(s[i].Norm)) return i;
        return null;
    }

    private static string? Answer(Hearing h, int from, int to)
    {
        var said = h.Marks(Sense.Cue).Where(m => m.At >= from && m.At + m.Mark.Length <= to).Select(m => m.Mark.Value).ToHashSet();
        var words = h.Sentence.Tokens.Skip(from).Take(to - from).Select(t => t.Norm).ToList();
        if (said.Contains("rsvp_maybe")) return "maybe";
        if (said.Contains("rsvp_no") || words.Exists(No.Contains)) return "no";
        return said.Contains("rsvp_yes") || words.Exists(Yes.Contains) ? "yes" : null;
    }
}
