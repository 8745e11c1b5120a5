namespace Ptce.Workspace;

/// <summary>Someone the meeting is for, with the organisation they act for first.</summary>
public sealed record Invitee(string PersonId, string Name, string OrganisationId, string OrganisationName);

/// <summary>What someone says to an invitation, before the rules have looked at it.</summary>
/// <param name="Answer">"yes", "maybe" or "no".</param>
/// <param name="People">How many come, the person included: 1 to <see cref="Workshops.MostTogether"/>.</param>
/// <param name="LateMinutes">How late they will be; 0 on time.</param>
/// <param name="ProxyId">For a no: the invited person who speaks for them (pouvoir).</param>
/// <param name="PersonId">Whose answer; the actor's unless the cell notes another's.</param>
public sealed record NewReply(string Answer, long People = 1, long LateMinutes = 0, string? ProxyId = null, string? Note = null, string? PersonId = null);

/// <summary>Réponse à une invitation.</summary>
public sealed record Reply(
    string OccurrenceId, string PersonId, string Name, string? OrganisationId, string? OrganisationName, string Answer, long People, long LateMinutes,
    string? ProxyId, string? ProxyName, string? Note, DateTimeOffset AnsweredAt, string AnsweredBy, string AnsweredByName)
{
    public const string Yes = "yes", Maybe = "maybe", No = "no";

    public static readonly IReadOnlyList<string> All = [Yes, Maybe, No];

    /// <summary>"vient à 2, 15 min de retard".</summary>
    public string Told(Say say) => say[$"workshops.answer.{Answer}"] + Details(say);

    /// <summary>In the person's own words: "Je viens, 10 min de retard".</summary>
    public string Own(Say say) => say[$"workshops.answer_act.{Answer}"] + Details(say);

    private string Details(Say say) => (Answer != No && People > 1 ? say["workshops.answer.people", People] : "")
        + (Answer != No && LateMinutes > 0 ? say["workshops.answer.late", say.Duration(LateMinutes)] : "")
        + (ProxyName is { } proxy ? say["workshops.answer.proxy", proxy] : "");
}

/// <summary>Who is invited and what they said.</summary>
public sealed record Turnout(IReadOnlyList<Invitee> Invited, IReadOnlyList<Reply> Replies)
{
    public IReadOnlyList<Invitee> Silent => [.. Invited.Where(i => Replies.All(r => r.PersonId != i.PersonId))];

    public long People => Replies.Where(r => r.Answer == Reply.Yes).Sum(r => r.People);

    public int Organisations => Replies.Where(r => r.Answer == Reply.Yes).Select(r => r.OrganisationId).Distinct().Count();

    /// <summary>"9 personnes de 5 organisations viennent, 2 peut-être ; 12 n'ont pas répondu".</summary>
    public string Told(Say say) => say["workshops.turnout", say.Many("workshops.turnout.people", People), say.Many("workshops.turnout.organisations", Organisations),
        Replies.Count(r => r.Answer == Reply.Maybe), Silent.Count];
}

/// <param name="Answer">"yes", "maybe" or "no".</param>
public sealed record InvitationAnswered(string PoleId, string OccurrenceId, string PersonId, string Answer) : Event(PoleId, OccurrenceId);
