namespace Ptce.Workspace;

/// <summary>staff_loan_agreement: who goes where, how much of the week, from when to when. The agreement's papers are always to be asked.</summary>
internal static class StaffLoanReading
{
    internal static Reading Read(Hearing h)
    {
        var stay = Stays.Of(h.Sentence);
        var length = h.All<LengthMention>().FirstOrDefault(l => stay is null || l.Start < stay.Start || l.Start >= stay.End);
        var recurrence = h.First<RecurrenceMention>();
        var turn = h.First<AlternationMention>();
        var fortnight = length is null && Alternations.Fortnightly(turn);
        // "les lundis et mardis": one weekday cannot stand for two
        if (recurrence is { Weekday: not null } && h.Sentence.Has(recurrence.End, Sense.And, out var and) && (h.Sentence.Has(recurrence.End + and.Length, Sense.Weekdays) || h.Sentence.Has(h.Sentence.Past(recurrence.End + and.Length, Sense.Article), Sense.Weekdays))) recurrence = recurrence with { Weekday = null };
        var habit = AheadDates.Habit(h);
        var dates = AheadDates.Of(h, untilIsEnd: true, habit);
        dates = Bounded(h.Sentence, dates);
        if (stay is not null && dates is { From: { } first } && (dates.To is null || dates.To == first)) dates = dates with { To = stay.Last(first) };
        var bodies = NamedBodies.Of(h);
        var other = bodies.Clear.Count > 0 ? bodies.Clear[0] : null;
        var (from, to) = ToUs(h) ? (other, h.Self) : (h.Self, other);
        var person = h.First<PersonMention>() is { } named ? Hearing.Read(named) : Placed(h) is { } written ? new ReadPerson(null, written) : null;
        var once = length is not null && !length.PerWeek && !length.PerMonth && recurrence is null && habit is null && turn is null;
        var ask = new List<string>();
        if (person is null) ask.Add("person");
        if (other is null) ask.Add("organisation");
        if (length is null or { Minutes: null } && !fortnight || turn is not null && !fortnight) DayLines.Add(ask, "minutes");
        if (dates.From is null) ask.Add("date_from");
        if (dates.To is null) ask.Add("date_to");
        ask.Add("convention");
        return new Reading
        {
            Intent = Intents.StaffLoanAgreement,
            Kind = "personnel_mis_a_disposition",
            Person = person,
            OrgFrom = from,
            OrgTo = to,
            Orgs = bodies.Clear,
            OrgText = bodies.Text,
            OrgCandidates = bodies.Candidates,
            Recurrence = length is { PerWeek: true } ? "weekly" : length is { PerMonth: true } ? "monthly" : recurrence?.Every ?? (fortnight ? "biweekly" : habit is null ? null : "weekly"),
            Weekday = (recurrence?.Weekday ?? (habit?.Date as DayOfWeekPhrase)?.Day) is { } day ? AheadDates.WeekdayCodes[day] : null,
            MinutesPerOccurrence = fortnight ? h.Settings.WeekMinutes : once ? null : length?.Minutes,
            TotalMinutes = once ? length?.Minutes : null,
            DateFrom = dates.From,
            DateTo = dates.To,
            Ask = ask,
        };
    }

    /// <summary>"à mi-temps", "à 50 %", "à temps plein"</summary>
    internal static bool Share(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i + 1 < s.Count; i++)
            if (s.Is(i, "mi", "plein") && s.Is(i + 1, "temps") || s.Is(i, "temps") && s.Is(i + 1, "plein", "partiel") || s[i].IsDigits && s.Is(i + 1, "%") || s.Is(i, "half") && s.Is(i + 1, "time") || s.Is(i, "part", "full") && s.Is(i + 1, "time") || s.Is(i, "halbtags", "vollzeit")) return true;
        return false;
    }

    /// <summary>"Nadia chez Re-Sources à mi-temps à partir du 4 janvier", without any verb.</summary>
    internal static bool Posted(Hearing h) =>
        h.First<PersonMention>() is { } person && (person.Start <= 2 || h.Sentence.Is(person.Start - 1, ":")) && h.Sentence.Is(person.End, "chez") && h.All<OrganisationMention>().Any(o => o.Start is var at && at > person.End && at <= person.End + 2)
        && (Share(h) || h.All<AlternationMention>().Any() || h.All<RecurrenceMention>().Any() || h.All<LengthMention>().Any(l => l.PerWeek || l.PerMonth)) && h.All<DateMention>().Any(d => d.Role != DateRole.On || d.Date is DateRangePhrase) && !h.Heard("worked");

    /// <summary>"du 1er février au 30 avril": weeks on end that are still to come.</summary>
    internal static bool LongAhead(Hearing h) =>
        h.All<DateMention>().Any(d => d.Date is DateRangePhrase && d.Date.Resolve(h.Today, Look.Future) is { } span && span.From > h.Today && span.To.DayNumber - span.From.DayNumber > 13);

    // "commence le 1er décembre" says no end, "s'arrête le 31" no beginning
    private static AheadDates Bounded(Sentence s, AheadDates dates)
    {
        if (dates.From is null || dates.From != dates.To) return dates;
        if (s.Tokens.Any(t => t.Norm is "commence" or "commencera" or "debute" or "debutera" or "demarre" or "demarrera")) return dates with { To = null };
        return s.Tokens.Any(t => t.Norm is "arrete" or "arretera" or "arretons" or "finit" or "finira" or "termine" or "terminera" or "stoppe") ? dates with { From = null } : dates;
    }

    // "notre salarié Hugo", "our colleague Hugo"
    private static string? Employed(Hearing h, int i) =>
        h.Sentence.Has(i, Sense.Thing, out var thing) && thing.Value == "personnel" && Name(h, i + thing.Length) ? Hearing.Capitalised(h.Sentence.Said(i + thing.Length, i + thing.Length + 1)) : null;

    /// <summary>The words between "on met" and "à disposition", when they name somebody.</summary>
    internal static string? Placed(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i + 1 < s.Count; i++)
        {
            var verb = s[i].Norm is "met" or "mets" or "mettons" or "mettre" or "detache" or "detachons" or "seconding" or "second" or "lending" or "lend" or "stellen" or "uberlassen" or "ueberlassen" or "entsenden" or "prete" or "pretons";
            if (Employed(h, i) is { } employed) return employed;
            // "mise à dispo de fatou", "détachement de Yacine"
            verb |= s.Is(i, ":") && h.Cues.TryGetValue("staff_strong", out var noun) && noun.At < i && noun.At + noun.Length >= i - 1; // "secondment agreement: Sofia to …"
            verb |= s.Is(i, "de", "d") && i > 0 && s[i - 1].Norm is "disposition" or "dispo" or "detachement";
            // "Fatou part chez Elips", "Yacine sera mis à disposition"
            if ((h.Cues.TryGetValue("staff_work", out var works) && works.At == i + 1 || s.At(i + 1).Any(m => m is { Sense: Sense.Cue, Value: "staff_work" } || m is { Sense: Sense.Cue, Value: "staff_verb", Length: > 2 })) && Name(h, i) && (i == 0 || !s[i - 1].IsLetters)) return Hearing.Capitalised(s.Said(i, i + 1));
            if (!verb || !Name(h, i + 1)) continue;
            var end = i + 2;
            while (end < s.Count && end < i + 4 && Name(h, end)) end++;
            return Hearing.Capitalised(s.Said(i + 1, end));
        }
        return null;
    }

    private static bool Name(Hearing h, int i) => i < h.Sentence.Count && h.Sentence[i].IsLetters && !Lexicon.Knows(h.Sentence[i].Norm) && !h.Covered(i);

    // "bleibt aber bei uns angestellt", "stays employed by us": whose employee it is, not who works where
    private static bool StillOurs(Sentence s, int us) =>
        us > 0 && s[us - 1].Norm is "von" or "by" && s.Tokens.Any(t => t.Norm is "bezahlt" or "entlohnt" or "paid" or "gezahlt")
        || us > 0 && s[us - 1].Norm is "bei" or "by" or "with" && (s.Tokens.Skip(us).Any(t => t.Norm is "angestellt" or "beschaftigt" or "beschaeftigt")
            || s.Tokens.Take(us).Any(t => t.Norm is "employed" or "stays" or "angestellt"));

    private static bool ToUs(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Is(i, "nous") && s[Math.Min(i + 1, s.Count - 1)].Norm is "preter" or "detacher" or "mettre" or "envoyer" or "envoie" or "envoient" or "met" or "mettent" or "mettra" or "prete" or "pretent" or "pretera" or "detache" or "detachent" or "detachera" or "confie" or "confient" or "confiera" or "a" or "ont") return true;
            if (s.Is(i, "us", "uns") && !StillOurs(s, i) || s.Is(i, "chez") && s.Is(i + 1, "nous")) return true;
            if (s.Is(i, "notre") && s.Is(i + 1, "disposition")) return true;
            if (s.Is(i, "a") && s.Is(i + 1, "notre") && i + 2 < s.Count && s[i + 2].Norm is "asso" or "association" or "structure" or "equipe" or "cooperative" or "entreprise" or "ressourcerie") return true;
            if (s.Is(i, "our") && s.Is(i + 1, "disposal")) return true;
        }
        return false;
    }
}
