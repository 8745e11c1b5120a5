namespace Ptce.Workspace;

/// <summary>The buttons of a meeting's card: one press answers the invitation, another changes the answer.</summary>
public sealed class MeetingMatter(Workshops workshops, RsvpMatter replies) : Matter
{
    public override string Code => MeetingCard.Code;

    public override async Task<Pending?> Reopen(Talk talk, SubjectKey key) =>
        Pending.Of(key) with { Sentence = (await workshops.One(talk.Actor, key.Id)).Title(talk.Say) };

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var one = await workshops.One(talk.Actor, pending.SubjectId!);
        var answer = Reply.All.FirstOrDefault(a => talk.Means($"workshops.answer_act.{a}")) ?? talk.Heard.Answer ?? (talk.SaysYes ? Reply.Yes : talk.SaysNo ? Reply.No : null);
        string text;
        try
        {
            if (answer is null) text = talk.Say["conversation.will_you_come"];
            else
            {
                await workshops.Answer(talk.Actor, one.Id, new NewReply(answer));
                text = Told(talk, one, answer);
            }
        }
        catch (Refused refused) when (refused is not NotHere)
        {
            text = refused.In(talk.Say.Language);
        }
        var reply = (await workshops.MyReplies(talk.Actor, [one])).GetValueOrDefault(one.Id);
        return new(new(text, MeetingCard.Of(one, reply, talk.Say, talk.Today, workshops.Page(talk.Actor, one.Id)))) { Acted = answer is not null };
    }

    /// <summary>"à trois", "avec 10 min de retard": an answer to the meeting just spoken of. "annule" right after an answer asks for another.</summary>
    public override async Task<Turned?> HearOf(Talk talk, SubjectKey shown)
    {
        if (talk.Cancels) return await Hear(talk, (await Reopen(talk, shown))!);
        if (talk.Heard.Amends.People is not { } people || talk.Heard.Amends.Fields.Any(f => f is not ("people" or "kind"))) return null;
        var one = await workshops.One(talk.Actor, shown.Id);
        var before = (await workshops.MyReplies(talk.Actor, [one])).GetValueOrDefault(one.Id);
        var reading = new Reading { Intent = Intents.Rsvp, Answer = before is { Answer: Reply.Maybe } ? Reply.Maybe : Reply.Yes, Count = people, LateMinutes = before is { LateMinutes: > 0 } ? (int)before.LateMinutes : null };
        return replies.Shown(talk, RsvpMatter.About(talk, Pending.Of(talk.Text, reading), one));
    }

    /// <summary>"C'est noté : vous venez. Atelier du 8 décembre 2026."</summary>
    internal static string Told(Talk talk, Occurrence one, string answer) => talk.Say[$"conversation.answered.{answer}", one.Title(talk.Say)];
}
