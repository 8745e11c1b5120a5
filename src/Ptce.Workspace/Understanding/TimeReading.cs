namespace Ptce.Workspace;

/// <summary>log_time: lines of time, for how many people, of which kind, in which body, with whom.</summary>
internal static class TimeReading
{
    internal static Reading Read(Hearing h)
    {
        var look = h.Heard("future") && !h.Heard("worked") && !h.All<DateMention>().Any(d => d.Date.Fixed && d.Date.Resolve(h.Today, Look.Past)?.From <= h.Today) ? Look.Future : Look.Past;
        var lines = EntryReading.Read(h, look);
        var ask = new List<string>(lines.Ask);
        // "un jour sur deux": neither the days nor their sum are said
        if (h.All<AlternationMention>().Any()) foreach (var field in (string[])["date", "minutes"]) DayLines.Add(ask, field);
        var bodies = NamedBodies.Of(h);
        if (bodies.Ask) DayLines.Add(ask, "organisation");
        var people = People(h, lines.PerPerson);
        if (people is null) DayLines.Add(ask, "people");
        var activity = Activity(h);
        if (people > 1 && AllTogether(h)) lines = lines with { Entries = [.. lines.Entries.Select(x => x with { Minutes = null, MinMinutes = x.Minutes / people, MaxMinutes = x.Minutes })] };
        if (lines.Entries.Any(x => x is { Minutes: null, MinMinutes: not null })) DayLines.Add(ask, "minutes");
        foreach (var day in lines.Entries.Where(x => x.Date is not null).GroupBy(x => x.Date))
            if (day.Sum(x => x.Minutes ?? 0) > 1440) DayLines.Add(ask, "minutes");
        var total = people is { } n && lines.Entries.All(x => x.Minutes is not null) ? n * lines.Entries.Sum(x => x.Minutes) : null;
        return new Reading
        {
            Intent = Intents.LogTime,
            Kind = Kind(h, activity),
            People = people,
            Entries = lines.Entries,
            TotalMinutes = total,
            Activity = activity,
            Orgs = CorrectionReading.Kept(h, bodies),
            OrgText = bodies.Text,
            OrgCandidates = bodies.Candidates,
            Ask = ask,
        };
    }

    // "à nous trois 6h en tout": of each of them, or of all together?
    private static bool AllTogether(Hearing h)
    {
        if (h.All<LengthMention>().ToList() is not [{ PerPerson: false, Minutes: not null } only]) return false;
        var (s, after) = (h.Sentence, only.End);
        if (s.Tokens.Take(only.Start).Any(t => t.Norm is "partage" or "partages" or "reparti" or "repartis")) return true;
        return s.Is(after, "en", "au") && s.Is(after + 1, "tout", "total") || s.Is(after, "cumulees", "cumule") || s.Is(after, "insgesamt", "altogether") || s.Is(after, "in") && s.Is(after + 1, "all", "total");
    }

    internal static string? Activity(Hearing h) =>
        (h.All<ActivityMention>().FirstOrDefault(a => a.Activity != "groupe_travail" || a.End - a.Start > 1) ?? h.First<ActivityMention>())?.Activity;

    /// <summary>The number said; one when the speaker speaks alone; null when "we" gives no number.</summary>
    internal static int? People(Hearing h, bool perPerson)
    {
        // "12 personnes à l'atelier, j'ai animé 2h": were they at work with the speaker?
        // "2h Karim et moi puis moi 1h seul": a line has its own people, so they are asked
        if (h.All<PeopleMention>().Where(p => !p.Others).Select(p => p.Count).Distinct().Count() > 1 && h.Mentions.Count(m => m is LengthMention or ClockRangeMention) > 1) return null;
        if (h.All<PeopleMention>().FirstOrDefault(p => !p.Others) is { } said) return said.Count > 1 && (Met(h, said) || Alone(h, said)) ? null : said.Count;
        if (perPerson) return null;
        return We(h) ? Companions.WithSpeaker(h) : 1;
    }

    // "on était 12 à l'atelier, moi j'y suis resté 2h": whose hours these are is asked
    private static bool Alone(Hearing h, PeopleMention people)
    {
        if (people.Rule != "people" || h.First<LengthMention>() is not { } length || length.PerPerson || length.Start < people.End) return false;
        for (var i = people.End; i < length.Start; i++)
            if (h.Sentence.Is(i, "moi") && h.Sentence.Is(i + 1, "j", "je") || h.Sentence.Spoken == Tongue.English && h.Sentence.Is(i, "i") && h.Sentence.Is(i + 1, "stayed") || h.Sentence.Spoken == Tongue.German && h.Sentence.Is(i, "ich") && h.Sentence.Is(i + 1, "selbst", "blieb")) return true;
        return false;
    }

    private static bool Met(Hearing h, PeopleMention people)
    {
        var s = h.Sentence;
        return s.Spoken == Tongue.French && people.Rule == "people" && (s[people.Start].IsDigits || s.Has(people.Start, Sense.Number)) && !s.Has(people.Start, Sense.PeopleBefore)
            && s.Tokens.Any(t => t.Norm is "j" or "je" or "jai") && !s.Tokens.Any(t => t.Norm is "on" or "nous" or "chacun" or "ensemble");
    }

    // "notre équipe a passé 3h", "les bénévoles ont fait 10h": how many they were is to be asked
    private static bool Team(Sentence s)
    {
        for (var i = 1; i + 2 < s.Count; i++)
            if (s[i].Norm is "equipe" or "benevoles" or "salaries" or "collegues" or "stagiaires" && s[i - 1].Norm is "notre" or "nos" or "les" or "des" or "l" && s.Is(i + 1, "a", "ont")) return true;
        return false;
    }

    private static bool We(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken == Tongue.French && Team(s)) return true;
        foreach (var (at, mark) in h.Marks(Sense.WeBare))
        {
            if (mark.Tongue != s.Spoken) continue;
            if (s.Is(at - 1, "sagen") || s.Is(at - 1, "pour", "chez") || s.Is(at - 1, "avec", "entre") || s.Is(at - 1, "de", "fur") || s.Is(at - 1, "l", "vers") || s.Is(at - 1, "que", "ce")) continue;
            if (s.Is(at, "on") && !(at + 1 < s.Count && s[at + 1].IsLetters && !s.Has(at + 1, Sense.Weekday) && !s.Has(at + 1, Sense.Article))) continue;
            if (s.Is(at, "nous") && s.Is(at + 1, "a", "ont")) continue;
            // "we had 12 visitors and I guided them for 3 hours": the length is the speaker's
            if (s.Spoken != Tongue.French && h.First<LengthMention>() is { } own && Enumerable.Range(at + 1, Math.Max(0, own.Start - at - 1)).Any(i => s.Is(i, "i", "ich") && (s.Has(i - 1, Sense.And) || s.Is(i - 1, ",")))) continue;
            // "dimanche on n'a rien fait", "j'y étais 3h, on a parlé du compost": not who worked
            if (s.Is(at, "on") && Enumerable.Range(at + 1, 4).Any(i => s.Is(i, "rien"))) continue;
            if (s.Is(at, "on") && s.Is(at + 1, "a") && at + 2 < s.Count && s[at + 2].Norm is "parle" or "discute" or "echange" or "evoque" or "vu" or "aborde" or "decide" && s.Tokens.Take(at).Any(t => t.Norm is "j" or "jai" or "je")) continue;
            return true;
        }
        return false;
    }

    internal static string Kind(Hearing h, string? activity)
    {
        var volunteer = false;
        foreach (var (at, mark) in h.Marks(Sense.TimeKind))
        {
            if (Others(h, at, mark) || Papers(h.Sentence, at) || Settled(h, at, mark)) continue;
            switch (mark.Value)
            {
                case "political": h.Explain("kind", at, at + mark.Length); return "benevolat_politique";
                case "user": h.Explain("kind", at, at + mark.Length); return "benevolat_usager";
                case "volunteer": h.Explain("kind", at, at + mark.Length); volunteer = true; break;
                default: h.Explain("kind", at, at + mark.Length); return mark.Value;
            }
        }
        if (!volunteer) return "default";
        return activity is "copil" or "ca" or "bureau" or "ag" ? "benevolat_politique" : "benevolat_usager";
    }

    // "paid the invoices": what was bought; "not paid": the other kind
    private static bool Settled(Hearing h, int at, Mark mark)
    {
        var s = h.Sentence;
        if (mark.Length == 1 && s.Is(at - 1, "not", "nicht")) return true;
        var next = at + 1;
        return mark.Length == 1 && s.Is(at, "paid") && (s.Is(at - 1, "i", "we") || !(next >= s.Count || s[next].Kind == TokenKind.Sign || h.Covered(next) || s.Has(next, Sense.Unit) || s[next].Norm is "work"));
    }

    // "3h sur la convention de mise à disposition": work on a paper, no kind of time
    private static bool Papers(Sentence s, int at)
    {
        var before = at - 1;
        while (before > 0 && (s.Is(before, "de", "d") || s.Is(before, "la", "le"))) before--;
        return before >= 0 && before < at - 1 && s[before].Norm is "convention" or "conventions" or "contrat" or "contrats" or "accord" or "accords" or "dossier" or "dossiers" or "suivi" or "avenant";
    }

    // "avec des bénévoles", "with the volunteers": other people, not the speaker's own kind of time
    private static bool Others(Hearing h, int at, Mark mark)
    {
        var s = h.Sentence;
        var last = s[at + mark.Length - 1].Norm;
        if (mark.Value != "volunteer" || last is not ("benevoles" or "volunteers" or "ehrenamtliche" or "ehrenamtlichen" or "freiwillige" or "benevole" or "volunteer")) return false;
        var before = s.Is(at - 1, "autres", "other") || s.Is(at - 1, "autre") ? at - 2 : at - 1;
        // "training volunteers", "Ehrenamtliche geschult"
        if (before >= 0 && (s[before].Norm.EndsWith("ing", StringComparison.Ordinal) && s.Spoken == Tongue.English || s[before].Norm is "trained" or "briefed" or "coordinated" or "supervised" or "welcomed") || at + mark.Length < s.Count && s[at + mark.Length].Norm is "geschult" or "betreut" or "eingewiesen" or "eingearbeitet" or "koordiniert" or "begleitet" or "angeleitet") return true;
        // "2 volunteer hours" are one's own
        if (s.Has(at + mark.Length, Sense.Unit)) return false;
        if (before >= 0 && (s[before].IsDigits || s.Has(before, Sense.Number))) return !h.All<LengthMention>().Any(l => l.End == at) && !Enumerable.Range(Math.Max(0, before - 4), Math.Min(before, 4)).Any(i => s.Has(i, Sense.PeopleBefore, out var ours) && ours.Length > 1 && i + ours.Length == before);
        if (s.Has(before, Sense.Article) && (last is not ("benevole" or "volunteer") || !s.Is(before, "un", "une") && !s.Is(before, "a"))) return true;
        return s.Is(before, "avec", "with") || s.Is(before, "mit", "aux") || s.Is(before, "des", "of") || s.Is(before, "de", "von") || s.Is(before, "for", "pour");
    }
}
