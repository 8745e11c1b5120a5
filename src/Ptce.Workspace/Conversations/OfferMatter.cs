namespace Ptce.Workspace;

/// <summary>Something to share: "on propose un bureau fermé les mardis jusqu'à fin mars".</summary>
public sealed class OfferMatter(Offers offers) : ExchangeMatter(offers)
{
    public override string Code => Intents.PostOffer;

    protected override string Side => Sides.Offer;
}

/// <summary>Something sought: "cherche un camion samedi", "qui a une salle ?". What others propose already is shown first; the need is posted only if asked.</summary>
public sealed class NeedMatter(Offers offers) : ExchangeMatter(offers)
{
    public override string Code => Intents.PostNeed;

    protected override string Side => Sides.Need;
}

/// <summary>What an offer and a need have in common.</summary>
public abstract class ExchangeMatter(Offers offers) : Matter
{
    private const int MostFound = 4;
    private static readonly string[] Weekdays = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>One of <see cref="Sides"/>.</summary>
    protected abstract string Side { get; }

    protected override string Drop => "conversation.do_not_post";

    protected override string Dropped => "conversation.not_posted";

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var turned = Shown(talk, heard.Reading.Subject is { Length: > 0 and <= Offers.LongestTitle } title ? heard.With("title", title) : heard);
        var found = await Found(talk, heard.Reading);
        if (found.Count == 0) return Side == Sides.Offer || Missing(talk, turned.Waits!) is not null ? turned : turned with { Reply = turned.Reply with { Text = $"{talk.Say["conversation.nobody_offers"]} {turned.Reply.Text}" } };
        var card = turned.Reply.Card! with { Rows = [.. found.Select(o => OfferCard.Row(talk, offers, o))] };
        return turned with { Reply = new($"{talk.Say[$"conversation.already.{Sides.Opposite(Side)}"]} {turned.Reply.Text}", card) };
    }

    /// <summary>What the other side says already: by its words, else by its kind.</summary>
    private async Task<IReadOnlyList<Offer>> Found(Talk talk, Reading reading)
    {
        var filter = new OfferFilter(Sides.Opposite(Side), State: Stages.Open);
        var found = reading.Subject is { } words ? (await offers.List(talk.Actor, filter with { Search = words }, most: MostFound)).Offers : [];
        if (found.Count == 0 && reading.Kind is { } kind) found = (await offers.List(talk.Actor, filter with { Kind = kind }, most: MostFound)).Offers;
        return [.. found.Where(o => o.OrganisationId != talk.Actor.OrganisationId)];
    }

    protected override string? Missing(Talk talk, Pending pending) =>
        pending.Reading.Kind is null ? "kind"
        : pending.Told("title") is null ? "title"
        : pending.Reading.Ask.Contains("date") ? "until" : null;

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => missing switch
    {
        "kind" => (talk.Say["conversation.ask.kind"], Suggested.Kinds(talk, Pooled.Kinds)),
        "until" => (talk.Say["conversation.ask.until"], [talk.Saying("conversation.no_end")]),
        _ => (talk.Say["conversation.ask.title"], []),
    };

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.exchange"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
        [new(talk.Say[$"conversation.post_{Side}"], talk.Say["conversation.yes"], Primary: true)];

    protected override Card Card(Talk talk, Pending pending) => new(pending.Sentence, [.. Facts(talk, pending)], []);

    private IEnumerable<Fact> Facts(Talk talk, Pending pending)
    {
        var (say, made) = (talk.Say, Made(talk, pending));
        yield return new(say[$"conversation.fact.{Side}"], pending.Told("title") ?? say["conversation.missing"]);
        yield return new(say["conversation.fact.kind"], made.Kind == "" ? say["conversation.missing"] : Kinds.Word(say, made.Kind));
        if (made.Quantity is { } quantity) yield return new(say["conversation.fact.quantity"], Units.Quantity(say, quantity, made.Unit));
        var each = made.Recurrence switch
        {
            "weekly" when made.Weekday is { } day => say["offers.each", say.Culture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7))],
            "weekly" => say["offers.weekly"],
            "monthly" => say["offers.monthly"],
            _ => "",
        };
        var when = string.Join(", ", new[] { each, OfferWords.Days(say, made.FromDay, made.ToDay, talk.Today) }.Where(p => p != ""));
        if (when != "") yield return new(say["conversation.fact.when"], when);
        if (made.Price is { } price) yield return new(say["conversation.fact.price"], say.Money((long)(price * 100)));
    }

    private static NewOffer Made(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        var length = r.TotalMinutes ?? r.MinutesPerOccurrence;
        (decimal? Quantity, string? Unit) much = length is not { } minutes ? (r.Quantity, r.Unit)
            : minutes % talk.DayMinutes == 0 ? (minutes / (decimal)talk.DayMinutes, "jour")
            : (decimal.Round(minutes / 60m, 3), "heure");
        var recurrence = r.Recurrence is "weekly" or "monthly" ? r.Recurrence : null;
        var weekday = recurrence == "weekly" && r.Weekday is { } day ? Array.IndexOf(Weekdays, day) : 0;
        return new(r.Kind ?? "", pending.Told("title") ?? "", Text: pending.Sentence, Quantity: much.Quantity, Unit: much.Unit,
            FromDay: r.DateFrom, ToDay: r.Deadline ?? r.DateTo, Recurrence: recurrence, Weekday: weekday > 0 ? weekday : null, Price: r.AmountEur);
    }

    protected override Task<Pending?> Changed(Talk talk, Pending pending)
    {
        if (IsOther(talk)) return Task.FromResult<Pending?>(null);
        var (says, r) = (talk.Heard.Amends, pending.Reading);
        switch (Missing(talk, pending))
        {
            case "kind" when Suggested.KindSaid(talk, Pooled.Kinds) is { } kind:
                return Task.FromResult<Pending?>(pending with { Reading = r with { Kind = kind, Ask = [.. r.Ask.Where(a => a != "kind")] } });
            case "title" when talk.Text.Length <= Offers.LongestTitle:
                return Task.FromResult<Pending?>(pending.With("title", talk.Text));
            case "until" when talk.Means("conversation.no_end"):
                return Task.FromResult<Pending?>(pending with { Reading = r with { Ask = [] } });
        }
        var day = says.Until ?? says.DateFuture;
        if (day is null && says.From is null && says.Minutes is null && says.AmountEur is null && (says.Kind is null || !Pooled.Kinds.Contains(says.Kind))) return Task.FromResult<Pending?>(null);
        return Task.FromResult<Pending?>(pending with
        {
            Reading = r with
            {
                Kind = says.Kind is { } said && Pooled.Kinds.Contains(said) ? said : r.Kind,
                TotalMinutes = r.Recurrence is null ? says.Minutes ?? r.TotalMinutes : r.TotalMinutes,
                MinutesPerOccurrence = r.Recurrence is not null ? says.Minutes ?? r.MinutesPerOccurrence : r.MinutesPerOccurrence,
                DateFrom = says.From ?? (says.Until is null && says.DateFuture is not null && r.Recurrence is null ? says.DateFuture : r.DateFrom),
                DateTo = day ?? r.DateTo,
                Deadline = day is null ? r.Deadline : null,
                AmountEur = says.AmountEur ?? r.AmountEur,
                Ask = [.. r.Ask.Where(a => a != "date" || day is null)],
            },
        });
    }

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var made = Made(talk, pending);
        var done = Side == Sides.Need
            ? await offers.PostNeed(talk.Actor, made, talk.Door, pending.Key)
            : await offers.Post(talk.Actor, made, talk.Door, pending.Key);
        return new(talk.Say[$"offers.posted_{Side}"], OwnCard.Of(talk, offers, done));
    }
}
