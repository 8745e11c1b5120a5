using System.Globalization;

namespace Ptce.Workspace;

/// <summary>"je viens à l'atelier du 8 à 3", "empêchée jeudi", "je donne mon pouvoir à Paul": an answer to an invitation.</summary>
public sealed class RsvpMatter(Workshops workshops) : Matter
{
    private const int MostAsked = 5;

    public override string Code => Intents.Rsvp;

    protected override string Drop => "conversation.not_said";

    protected override string Dropped => "conversation.kept";

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var found = await MeetingMeant.Among(workshops, talk, heard.Reading, orShown: true);
        if (found is [var one]) return Shown(talk, About(talk, heard, one));
        if (found.Count > 1) return Shown(talk, heard.With("among", string.Join(' ', found.Take(MostAsked).Select(o => o.Id))).With("titles", string.Join('\n', found.Take(MostAsked).Select(o => o.Title(talk.Say)))));
        if (await MeetingMeant.Among(workshops, talk, new Reading()) is not [var next]) return new(new(talk.Say["conversation.no_such_meeting"]));
        var reply = (await workshops.MyReplies(talk.Actor, [next])).GetValueOrDefault(next.Id);
        return new(new($"{talk.Say["conversation.no_such_meeting"]} {talk.Say[reply is null ? "conversation.next_one_come" : "conversation.next_one"]}",
            MeetingCard.Of(next, reply, talk.Say, talk.Today, workshops.Page(talk.Actor, next.Id))));
    }

    internal static Pending About(Talk talk, Pending pending, Occurrence one)
    {
        var about = (pending with { SubjectId = one.Id }).With("title", one.Title(talk.Say)).With("when", one.When(talk.Say, talk.Today)).With("starts", one.Starts);
        // "j'arriverai à 10h15" says how late once the meeting is known
        var late = pending.Reading.LateMinutes ?? (pending.Reading.Ask.Contains("late_minutes") || pending.Reading.Guessed.Contains("late") ? Late(talk.Heard, one.Starts) : null);
        return about with { Reading = pending.Reading with { LateMinutes = late, Ask = [.. pending.Reading.Ask.Where(a => a == "late_minutes" && late is null)] } };
    }

    private static int? Late(Reading heard, string starts) =>
        heard.Amends.Start is { } clock && TimeOnly.TryParse(clock, CultureInfo.InvariantCulture, out var at) && TimeOnly.TryParse(starts, CultureInfo.InvariantCulture, out var from) && at > from
            ? (int)(at - from).TotalMinutes : null;

    protected override string? Missing(Talk talk, Pending pending) =>
        pending.SubjectId is null ? "which_meeting"
        : pending.Reading.Ask.Contains("late_minutes") ? "late_minutes"
        : pending.Reading.ProxyTo is not null && Proxy(talk, pending.Reading) is null ? "proxy" : null;

    protected override (string Question, IReadOnlyList<Choice> Choices) Ask(Talk talk, Pending pending, string missing) => missing switch
    {
        "which_meeting" => (talk.Say["conversation.ask.which_meeting"], [.. Titles(pending).Select((title, i) => new Choice(title, Number(i)))]),
        "proxy" => (talk.Say["conversation.ask.proxy", pending.Reading.ProxyTo], [talk.Saying("conversation.no_proxy")]),
        _ => (talk.Say["conversation.ask.late_minutes"], [.. new long[] { 10, 15, 30, 60 }.Select(talk.Say.Duration).Select(d => new Choice(d, d))]),
    };

    protected override string Presents(Talk talk, Pending pending) =>
        pending.Reading is { Answer: Reply.Maybe } r && r.Guessed.Contains("answer") ? talk.Say["conversation.understood_if"] : base.Presents(talk, pending);

    protected override Card Card(Talk talk, Pending pending)
    {
        var (say, r) = (talk.Say, pending.Reading);
        var facts = new List<Fact>();
        if (pending.Told("title") is { } title) facts.AddRange([new(say["conversation.fact.meeting"], title), new(say["conversation.fact.when"], pending.Told("when") ?? "")]);
        facts.Add(new(say["conversation.fact.your_answer"], say[$"workshops.answer_act.{Answer(r)}"]
            + (r.Count > 1 ? say["workshops.answer.people", r.Count] : "") + (r.LateMinutes is { } late ? say["workshops.answer.late", say.Duration(late)] : "")));
        if (r.ProxyTo is not null) facts.Add(new(say["conversation.fact.proxy"], Proxy(talk, r)?.Name ?? r.ProxyTo));
        return new(pending.Sentence, facts, [], Note: r.Rest is null ? null : say["conversation.one_day_first", r.Rest]);
    }

    protected override string? Hint(Talk talk) => talk.Say["conversation.change_how.answer"];

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) =>
        [new(talk.Say["conversation.answer_so"], talk.Say["conversation.yes"], Primary: true)];

    protected override async Task<Pending?> Changed(Talk talk, Pending pending)
    {
        var (heard, says, missing) = (talk.Heard, talk.Heard.Amends, Missing(talk, pending));
        if (pending.Told("among")?.Split(' ') is { } among && says.Number is { } n and >= 1 && n <= among.Length)
            return About(talk, pending, await workshops.One(talk.Actor, among[n - 1]));
        if (missing == "proxy" && talk.Means("conversation.no_proxy")) return pending with { Reading = pending.Reading with { ProxyTo = null, ProxyPerson = null } };
        if (missing == "proxy" && says.Persons is [var person, ..]) return pending with { Reading = pending.Reading with { ProxyTo = person.Name, ProxyPerson = person } };
        if (missing == "late_minutes" && (says.Minutes ?? says.Number) is { } late and > 0 and < 1440) return pending with { Reading = pending.Reading with { LateMinutes = (int)late, Ask = [] } };
        if (Reply.All.FirstOrDefault(a => talk.Means($"workshops.answer_act.{a}")) is { } answer) return pending with { Reading = pending.Reading with { Answer = answer, Guessed = [] } };
        if (IsOther(talk, Intents.Rsvp)) return null;
        var reading = pending.Reading with
        {
            Answer = heard.Intent == Intents.Rsvp ? heard.Answer : pending.Reading.Answer,
            Guessed = heard.Intent == Intents.Rsvp ? heard.Guessed : pending.Reading.Guessed,
            Count = says.People ?? (heard.Intent == Intents.Rsvp ? heard.Count : null) ?? pending.Reading.Count,
            LateMinutes = heard.LateMinutes ?? pending.Reading.LateMinutes,
        };
        var day = heard.EventDate ?? says.DateFuture;
        if (day is null && says.Activity is null) return reading == pending.Reading ? null : pending with { Reading = reading };
        var found = await MeetingMeant.Among(workshops, talk, reading with { Event = says.Activity ?? (day is null ? reading.Event : null), EventDate = day });
        return found is [var one] ? About(talk, pending with { Reading = reading }, one) : null;
    }

    protected override async Task<BotReply> Do(Talk talk, Pending pending)
    {
        var r = pending.Reading;
        var answer = Answer(r);
        await workshops.Answer(talk.Actor, pending.SubjectId!, new NewReply(answer, answer == Reply.No ? 1 : r.Count ?? 1, answer == Reply.No ? 0 : r.LateMinutes ?? 0, Proxy(talk, r)?.Id));
        var one = await workshops.One(talk.Actor, pending.SubjectId!);
        var reply = (await workshops.MyReplies(talk.Actor, [one])).GetValueOrDefault(one.Id);
        var told = MeetingMatter.Told(talk, one, answer);
        return new(r.Rest is null ? told : $"{told} {talk.Say["conversation.other_day_next", r.Rest]}", MeetingCard.Of(one, reply, talk.Say, talk.Today, workshops.Page(talk.Actor, one.Id)));
    }

    private static string Answer(Reading reading) => reading.Answer ?? Reply.Yes;

    /// <summary>The person of the pole that the proxy goes to; a name several bear, or nobody, is asked about.</summary>
    private static ReadPerson? Proxy(Talk talk, Reading reading)
    {
        if (reading.ProxyPerson is { Id: not null } known) return known;
        if (reading.ProxyTo is null) return null;
        var organisation = talk.Known.Organisations.FirstOrDefault(o => o.Name == reading.ProxyTo);
        var people = talk.Known.People.Where(p => organisation is not null && p.OrganisationId == organisation.Id).ToList();
        return people is [var one] ? new(one.Id, one.Name) : null;
    }

    private static string[] Titles(Pending pending) => pending.Told("titles")?.Split('\n') ?? [];

    private static string Number(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);
}
