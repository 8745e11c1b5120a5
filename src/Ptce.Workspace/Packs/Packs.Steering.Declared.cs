namespace Ptce.Workspace;

/// <summary>What the steering pack says with figures that were typed: resources in three, and the indicators of the survey of 2016.</summary>
public sealed partial class Packs
{
    private const long YearHours = 1607; // of a full-time post in France

    /// <summary>Marchandes, non marchandes, non monétaires: shares are shown once all three are known; nothing of it in quantities alone.</summary>
    private async Task<IEnumerable<Table>> Resources(Source s)
    {
        if (!s.Asked.Values) return []; // money is all it compares
        var t = s.Say;
        var figures = await declared.Of(s.Actor.PoleId, s.Digest.FromDay, s.Digest.ToDay);
        var (market, grants) = (figures.GetValueOrDefault(DeclaredFigures.Market)?.Hundredths, figures.GetValueOrDefault(DeclaredFigures.Public)?.Hundredths);
        var own = s.Sums.Sum(x => Worth(s, x) ?? 0);
        var typed = s.Actor.May(Act.SetPacks) ? s.Here + "/chiffres" : null;
        var all = market + grants + own;
        TableRow Row(string name, long? minutes, long? cents, string? href) => new([t["packs.resources." + name], minutes, cents, all > 0 ? Math.Round(100m * cents!.Value / all.Value, 1) : null], href);
        return [new("ressources", t["packs.steering.resources"],
            [new(t["packs.column.resource"]), new(t["packs.column.time"], Shape.Time, Summed: true), new(t["packs.column.amount"], Shape.Money, Summed: true), new(t["packs.column.part"], Shape.Percent)],
            [new([Row("market", null, market, typed), Row("public", null, grants, typed), Row("own", s.Digest.Minutes, own, s.Lines())], t["packs.total"])],
            t[all is null ? "packs.steering.resources_missing" : "packs.steering.resources_lede"])];
    }

    private sealed record Answer(string Words, string Unit, decimal? Value, string? Href);

    /// <summary>The default indicators of the field, this period and the one before; those that nobody can tell yet are left away.</summary>
    private async Task<IEnumerable<Table>> Survey(Source s, Digest? before)
    {
        var now = await Answers(s, s.Digest, s.Sums);
        var then = before is null ? null : await Answers(s, before, await digests.Sums(before));
        var rows = now.Select((a, i) => (Answer: a, Before: then?[i].Value)).Where(r => r.Answer.Value is not null || r.Before is not null).ToList();
        return rows.Count == 0 ? [] : [new("enquete", s.Say["packs.steering.survey"],
            [new(s.Say["packs.column.indicator"]), new(s.Say["packs.column.measure"]), new(s.Say["packs.column.this_period"], Shape.Quantity), new(s.Say["packs.column.last_period"], Shape.Quantity)],
            [new([.. rows.Select(r => new TableRow([r.Answer.Words, r.Answer.Unit, r.Answer.Value, r.Before], r.Answer.Href))])],
            s.Say["packs.steering.survey_lede"])];
    }

    private async Task<IReadOnlyList<Answer>> Answers(Source s, Digest digest, IReadOnlyList<DigestSum> sums)
    {
        var (t, said) = (s.Say, await declared.AnswersBy(s.Actor.PoleId, digest.ToDay));
        var typed = s.Actor.May(Act.SetPacks) ? s.Here + "/chiffres" : null;
        var answers = DeclaredFigures.Survey.Select(name => new Answer(t["packs." + name], "%", said.GetValueOrDefault(name)?.Number, typed)).ToList();
        if (s.Asked.Values) answers.Add(new(t["packs.survey.savings"], "€", await digests.Savings(digest) / 100m, s.Lines("reason", "indicator")));
        if (!s.Actor.May(Act.ReadPole)) return answers; // what follows is read from the pole itself
        var posts = await members.FullTimePosts(s.Actor, digest.ToDay);
        string[] paid = [Kinds.TempsSalarie, Kinds.MecenatCompetences];
        var capacity = posts * YearHours * 60 * (digest.ToDay.DayNumber - digest.FromDay.DayNumber + 1) / 365;
        answers.Add(new(t["packs.survey.posts", t.Number(posts)], "%", capacity > 0 ? Math.Round(100m * sums.Where(x => paid.Contains(x.Kind)).Sum(x => x.Minutes) / capacity, 1) : null,
            s.Lines(new(Kind: string.Join(',', paid)))));
        var year = await cooperations.Year(s.Actor, digest.ToDay.Year);
        var place = $"/p/{s.Actor.PoleSlug}/echanges/cooperations/annee?annee={digest.ToDay.Year}";
        decimal? Part(int some) => year.Cooperations == 0 ? null : Math.Round(100m * some / year.Cooperations, 0);
        return [.. answers, new(t["packs.survey.cooperations"], "", year.Cooperations, place), new(t["packs.survey.commercial"], "%", Part(year.Commercial), place), new(t["packs.survey.strategic"], "%", Part(year.Strategic), place)];
    }
}
