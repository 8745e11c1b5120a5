namespace Ptce.Workspace;

/// <summary>log_loan: a room, a vehicle, equipment or food that went from one organisation to another.</summary>
internal static class LoanReading
{
    internal static Reading Read(Hearing h, Evidence e)
    {
        var look = h.Heard("future") || Now(h) ? Look.Future : Look.Past;
        var lines = EntryReading.Read(h, look);
        var ask = lines.Ask.ToList();
        // a thing of no kind that we know is equipment: the card shows it
        var kind = e.Thing ?? "materiel";
        if (e.Thing is null) h.Guessed.Add("kind");
        var entries = Together(lines.Entries, h).Select(line => Days(Until(h, Counted(h, line, kind), ask), kind, h.All<DateMention>().Any(), h.Marks(Sense.Whole).Any(), ask)).ToList();
        var bodies = NamedBodies.Of(h, lent: true);
        var lender = LentOn.By(h);
        var other = bodies.Clear.FirstOrDefault(o => o.Id != lender?.Id);
        var (from, to) = lender is null && Inward(h, other) ? (other, h.Self) : (h.Self, other);
        if (other is null) DayLines.Add(ask, "organisation");
        return new Reading
        {
            Intent = Intents.LogLoan,
            Kind = kind,
            Entries = entries,
            TotalMinutes = entries.All(x => x.Minutes is not null) ? entries.Sum(x => x.Minutes) : null,
            Orgs = bodies.Clear,
            OrgText = bodies.Text,
            OrgCandidates = bodies.Candidates,
            OrgFrom = from,
            OrgTo = to,
            Ask = ask,
        };
    }

    // "Val Horizon nous prête sa salle jeudi": the Thursday to come; "a prêté" is folded to the same letters, so a subject must stand before
    private static bool Now(Hearing h)
    {
        var s = h.Sentence;
        for (var i = 1; i < s.Count; i++)
            if (s.Is(i, "pretons") || s[i].Norm is "pretera" or "preterai" or "preterons" or "preteront" || s.Is(i, "prete", "pretent") && (s.Is(i - 1, "nous", "on") || s.Is(i - 1, "je", "leur")) || s.Is(i, "lends", "leiht") || s[i].Norm is "bekommt" or "kriegt" or "gets" or "aura" or "auront" || s[i].Norm is "veut" or "voudrait" or "souhaite" or "aimerait" or "pourrait" or "pourrions" or "wants" or "mochte" or "moechte") return true;
        return false;
    }

    // Days in a row without hours are one loan, not one a day.
    private static IReadOnlyList<ReadEntry> Together(IReadOnlyList<ReadEntry> lines, Hearing h) =>
        lines.Count > 1 && lines.All(l => l is { Minutes: null, MinMinutes: null, Start: null, Date: not null })
        || lines.Count > 1 && h.First<LengthMention>() is { Days: { } said } && said == lines.Count && h.All<DateMention>().Any(d => d.Date is DateRangePhrase)
            ? [lines[0] with { Date = null, Minutes = null, DateFrom = lines.Min(l => l.Date), DateTo = lines.Max(l => l.Date), Days = lines.Count }]
            : lines;

    // "3 jours à partir du 10": a thing is away for three days, not for 21 hours
    private static ReadEntry Counted(Hearing h, ReadEntry line, string? kind) =>
        kind != "locaux" && line is { Date: { } day, Start: null } && h.First<LengthMention>() is { Days: { } said and > 1 and <= 366 } && said == decimal.Truncate(said)
            ? line with { Date = null, Minutes = null, DateFrom = day, DateTo = day.AddDays((int)said - 1), Days = (int)said }
            : line;

    // "prêté jeudi, retour dimanche"
    private static ReadEntry Until(Hearing h, ReadEntry line, List<string> ask)
    {
        if (line.Start is not null || ask.Contains("date") || Returns.Of(h) is not { } back) return line;
        var since = h.All<DateMention>().Any(d => d.Role == DateRole.Starting && d != back) ? line.DateFrom : null;
        if ((line.Date ?? since) is not { } began || Returns.Day(h.Sentence, back, began, h.Today) is not { } last || last == began) return line;
        if (last > h.Today) DayLines.Add(ask, "confirm_future");
        return line with { Date = null, Minutes = null, Part = null, DateFrom = began, DateTo = last, Days = last.DayNumber - began.DayNumber + 1 };
    }

    // Things are lent by the day: a period or a day without hours is complete. A room is lent by the hour.
    private static ReadEntry Days(ReadEntry line, string? kind, bool dated, bool whole, List<string> ask)
    {
        if (kind != "locaux" && line is { Date: null, DateFrom: not null, Start: null } && whole) line = line with { Minutes = null };
        if (line.Minutes is not null || line.MinMinutes is not null) return line;
        if (line is { DateFrom: { } from, DateTo: { } to, Date: null })
        {
            if (dated) ask.Remove("date");
            ask.Remove("minutes");
            return line with { Days = line.Days ?? to.DayNumber - from.DayNumber + 1 };
        }
        if (line.Date is null || (kind == "locaux") || line.Start is not null) return line;
        ask.Remove("minutes");
        return line with { Days = 1 };
    }

    private static bool Inward(Hearing h, ReadOrganisation? other)
    {
        // "Elips hat von uns den Anhänger geliehen bekommen", "borrowed from us"
        for (var i = 1; i < h.Sentence.Count; i++) if (h.Sentence.Is(i, "uns") && h.Sentence.Is(i - 1, "von", "bei") || h.Sentence.Is(i, "us") && h.Sentence.Is(i - 1, "from")) return false;
        if ((Whereabouts.Inward(h) ?? Towards(h)) is { } inward) return inward;
        var s = h.Sentence;
        // "merci à Valoprest pour le prêt du camion": thanks go to who lent
        if (s.Courteous && h.First<OrganisationMention>() is { } thanked && thanked.Start is 1 or 2 && s.Is(0, "a", "au") && s.Is(thanked.End, "pour", "de")) return true;
        var received = h.Cues.TryGetValue("lend_in", out var into) && s[into.At].Norm is "nous" or "m";
        if (!received && other is not null && Ownership.Theirs(h) is { } theirs) return theirs;
        if (Borrows(h)) return false;
        if (h.Heard("lend_in") || h.Heard("lend_use")) return !ToOther(h, other);
        // "Val Horizon lent us", "Val Horizon hat uns … überlassen", "… nous a prêté"
        for (var i = 0; i < s.Count; i++)
            if ((s.Is(i, "nous") && (s.Is(s.Is(i + 1, "l", "les") ? i + 2 : i + 1, "a", "ont") || s.Is(i + 1, "prete", "pretent") || s.Is(i + 1, "met"))) || s.Is(i, "us", "uns") && !s.Is(i - 1, "von", "from") || (s.Is(i, "from") && h.All<OrganisationMention>().Any(o => o.Start == i + 1 || o.Start == i + 2))) return true;
        return false;
    }

    /// <summary>"salle polyvalente pour Elips, 8h-18h", "camion chez Elips hier": a thing, and right after it where it went.</summary>
    internal static bool Bare(Hearing h)
    {
        var s = h.Sentence;
        if (s.Spoken != Tongue.French || h.Asks || h.Heard("worked") || h.Heard("offer") || h.Heard("need") || h.All<ActivityMention>().Any()) return false;
        foreach (var (at, thing) in h.Marks(Sense.Thing))
        {
            if (thing.Value is not ("locaux" or "vehicule" or "materiel") || !Enumerable.Range(0, at).All(i => h.Covered(i) || s[i].Kind == TokenKind.Sign || s.Has(i, Sense.Article) || s.Is(i, "l") || s[i].Norm is "notre" or "nos" || s[i].IsDigits || s.Has(i, Sense.Number) || s.Has(i, Sense.Thing) || s.Has(i, Sense.And))) continue;
            var to = Stands(s, at + thing.Length);
            if (to < s.Count && s[to].Norm is "pour" or "a" or "au" or "chez" && h.All<OrganisationMention>().Any(o => o.Start == to + 1 || o.Start == s.Past(to + 1, Sense.Article))) return true;
        }
        return false;
    }

    // "la sono est partie chez", "les tables étaient chez"
    private static int Stands(Sentence s, int i)
    {
        if (i < s.Count && s[i].Norm is "est" or "sont" or "etait" or "etaient") i++;
        return i < s.Count && s[i].Norm is "parti" or "partie" or "partis" or "parties" or "reste" or "restee" or "restes" or "restees" or "alle" or "allee" or "alles" or "allees" ? i + 1 : i;
    }

    // "le Périscope a emprunté 50 chaises", "le Périscope nous a emprunté 50 chaises": who borrows is named, and is not us
    private static bool Borrows(Hearing h) =>
        h.All<OrganisationMention>().Any(o => Borrowing(h.Sentence, h.Sentence.Is(o.End, "nous") ? o.End + 1 : o.End) && o.Start <= 2 && o.Sure is { } sure && !h.IsSelf(sure))
        && h.All<OrganisationMention>().Count() == 1;

    private static bool Borrowing(Sentence s, int i) => s.Is(i, "a", "ont") && s.Is(i + 1, "emprunte") || s.Is(i, "emprunte", "empruntent");

    // "an Elips", "to Elips": it went there; "von Elips", "bei Elips", "by Elips": it came from there
    private static bool? Towards(Hearing h)
    {
        var s = h.Sentence;
        foreach (var body in h.All<OrganisationMention>())
        {
            var at = body.Start - 1;
            while (at >= 0 && (s.Has(at, Sense.Article) || s[at].Norm is "der" or "dem" or "die") && !s.Is(at, "an")) at--;
            if (at < 0) continue;
            if (s.Spoken == Tongue.German && s[at].Norm is "an" || s.Spoken == Tongue.English && s[at].Norm is "to" && !(s.Courteous && at == 0)) return false; // "thanks to Elips, who": its thanks are cut off
            if (s.Spoken == Tongue.German && s[at].Norm is "von" or "vom" or "bei" or "beim" || s.Spoken == Tongue.English && s[at].Norm is "by") return true;
        }
        return null;
    }

    // "X a emprunté notre camion", "X used our van", "X durfte unsere Küche benutzen": it left us
    private static bool ToOther(Hearing h, ReadOrganisation? other)
    {
        if (other is null || h.First<OrganisationMention>() is not { } first) return false;
        var s = h.Sentence;
        for (var i = first.End; i < s.Count; i++) if (s[i].Norm is "notre" or "nos" or "our" or "unseren" or "unser" or "unsere" or "unserem" or "unserer") return true;
        return false;
    }
}
