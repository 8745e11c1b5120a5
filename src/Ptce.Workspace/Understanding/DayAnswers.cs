using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>Several days answered in one sentence, each in its own clause: "lundi je peux pas, mardi oui", "je serai là mardi, absente jeudi".</summary>
/// <param name="From">where its clause begins</param>
/// <param name="To">one past its last word</param>
/// <param name="Alike">the answer stands in the clause before</param>
internal sealed record DayAnswer(DateMention Day, string Answer, int From, int To, bool Alike = false);

internal static class DayAnswers
{
    private static readonly FrozenSet<string> Joints = "mais et sinon puis but and aber und dafur dafuer contre ni".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> No = "pas non nan absent absente absents absentes impossible jamais ni not no never cannot t nicht nein nee nie kein keine".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Yes = "oui ok peux peut pouvons possible dispo va viens vient bon bonne yes can works fine ja kann passt geht gerne".Split(' ').ToFrozenSet();

    /// <summary>Two answers or more; nothing when the sentence answers for one day only.</summary>
    internal static IReadOnlyList<DayAnswer> Of(Hearing h)
    {
        var answers = new List<DayAnswer>();
        foreach (var (day, from, to) in Clauses(h))
        {
            // "je viens au copil de lundi et à l'atelier de mardi": joined by "et", the answer holds for both
            var own = Answer(h, from, to);
            if ((own ?? (answers.Count > 0 && h.Sentence.Spoken == Tongue.French && h.Sentence.Has(from, Sense.And) ? answers[^1].Answer : null)) is not { } answer) return [];
            answers.Add(new(day, answer, from, to, own is null));
        }
        return answers.Count > 1 ? answers : [];
    }

    /// <summary>The day that is answered for where another clause tells of time: "lundi 2h, mardi je peux pas venir". That clause is left to be said again.</summary>
    internal static (DateMention Day, string Left)? BesideTime(Hearing h)
    {
        var clauses = Clauses(h);
        if (clauses.Count != 2) return null;
        for (var k = 0; k < 2; k++)
        {
            var (told, answered) = (clauses[k], clauses[1 - k]);
            if (Answer(h, told.From, told.To) is null && Answer(h, answered.From, answered.To) is not null
                && h.Mentions.Any(m => m is LengthMention or ClockRangeMention && m.Start >= told.From && m.End <= told.To))
                return (answered.Day, h.Sentence.Said(Opens(h.Sentence, told.From), told.To));
        }
        return null;
    }

    // the days that may be answered for, each with the words up to the next
    private static List<(DateMention Day, int From, int To)> Clauses(Hearing h)
    {
        var days = h.All<DateMention>().Where(d => d.Role == DateRole.On || d.Role == DateRole.Until && h.Sentence.Is(d.Start, "pour")).ToList();
        var clauses = new List<(DateMention, int, int)>();
        var from = 0;
        for (var k = 0; k < days.Count && days.Count > 1; k++)
        {
            if ((k + 1 < days.Count ? Border(h.Sentence, days[k].End, days[k + 1].Start) : h.Sentence.Count) is not { } to) return [];
            clauses.Add((days[k], from, to));
            from = to;
        }
        return clauses;
    }

    // past the sign or the joint that opens a clause
    private static int Opens(Sentence s, int from)
    {
        while (from < s.Count - 1 && (s[from].Kind == TokenKind.Sign || Joints.Contains(s[from].Norm) && !s.Is(from, "ni"))) from++;
        return from;
    }

    /// <summary>What is left to answer for once the first day is: the words from the second clause on.</summary>
    internal static string Rest(Sentence s, IReadOnlyList<DayAnswer> answers)
    {
        if (answers[1] is not { Alike: true } alike) return s.Said(Opens(s, answers[1].From), s.Count);
        var day = s.Said(alike.Day.Start, alike.Day.End);
        return alike.Answer switch { "yes" => "oui pour " + day, "no" => "non pour " + day, _ => "peut-être " + day };
    }

    /// <summary>"mardi je peux", "on peut jeudi": able to come, since nothing else is said that one could do.</summary>
    internal static bool Able(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 1; i < s.Count; i++)
            if (s[i].Norm is "peux" or "peut" or "pouvons" or "pourrai" or "pourra" or "pourrons" && s[i - 1].Norm is "je" or "on" or "nous" or "j"
                && (i + 1 == s.Count || s[i + 1].Kind == TokenKind.Sign || h.All<DateMention>().Any(d => d.Start == i + 1))) return true;
        return false;
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
