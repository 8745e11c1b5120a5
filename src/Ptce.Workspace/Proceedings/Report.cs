using System.Text;

namespace Ptce.Workspace;

/// <summary>Everything a meeting's minutes say, in one place.</summary>
/// <param name="Next">The next meeting of the series; null where none is planned.</param>
public sealed partial record Report(
    Agenda Agenda, IReadOnlyList<Attendant> Present, IReadOnlyList<Reply> Replies, IReadOnlyDictionary<string, Note> Notes, IReadOnlyDictionary<string, Spent> Spent,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<ActionItem> Actions, Occurrence? Next, DateTimeOffset? SettledAt)
{
    /// <summary>People without an account who were there.</summary>
    public IReadOnlyList<Guest> Guests { get; init; } = [];

    /// <summary>Needs, offers and cooperations that came of it.</summary>
    public IReadOnlyList<Yield> Yields { get; init; } = [];

    public Occurrence Meeting => Agenda.Meeting;

    /// <summary>How long it took, or is to take.</summary>
    public long Minutes => Meeting.HeldMinutes ?? Meeting.Minutes;

    /// <summary>Length × people.</summary>
    public long PersonMinutes => Minutes * Present.Count;

    public IReadOnlyList<IGrouping<string, Attendant>> PresentByOrganisation => [.. Present.GroupBy(p => p.OrganisationName).OrderBy(g => g.Key, StringComparer.CurrentCulture)];

    public IReadOnlyList<string> Excused => [.. Replies.Where(r => r.Answer == Reply.No && Present.All(p => p.PersonId != r.PersonId)).Select(r => r.Name)];

    /// <summary>Said they would come and were not noted, once the meeting is closed.</summary>
    public IReadOnlyList<string> NoShows => Meeting.State != Occurrence.Held ? [] : [.. Replies.Where(r => r.Answer == Reply.Yes && Present.All(p => p.PersonId != r.PersonId)).Select(r => r.Name)];

    public IReadOnlyList<AgendaItem> Carried => [.. Agenda.Items.Where(i => i.State == AgendaItem.Carried)];

    public Note NoteOf(AgendaItem item) => Notes.GetValueOrDefault(item.Id, Note.Empty(item.Id));

    public IEnumerable<Decision> DecisionsOf(AgendaItem item) => Decisions.Where(d => d.ItemId == item.Id);

    public IEnumerable<ActionItem> ActionsOf(AgendaItem item) => Actions.Where(a => a.ItemId == item.Id);

    public bool SaysSomething(AgendaItem item) => NoteOf(item).Paragraphs.Any() || DecisionsOf(item).Any() || ActionsOf(item).Any();

    /// <summary>In plain lines with the marks that Teams reads (**bold**, - lists).</summary>
    /// <param name="link">The page, for whoever wants all of it.</param>
    public string Post(Say t, string link)
    {
        var text = new StringBuilder();
        text.Append("**").Append(t["proceedings.minutes_of", Plain(Meeting.Title(t))]).AppendLine("**");
        if (Present.Count > 0) text.AppendLine(t["proceedings.post_present", Present.Count, t.Duration(Minutes), string.Join(", ", PresentByOrganisation.Select(g => Plain(g.Key)))]);
        if (Guests.Count > 0) text.AppendLine(t["guests.were_there", string.Join(", ", Guests.Select(g => Plain(g.Told(t))))]);
        foreach (var item in Agenda.Items.Where(SaysSomething))
        {
            text.AppendLine().Append("**").Append(Plain(item.Title)).AppendLine("**");
            foreach (var (paragraph, _) in NoteOf(item).Paragraphs) text.AppendLine(Plain(paragraph));
            foreach (var decision in DecisionsOf(item)) text.Append("- ").AppendLine(t["proceedings.post_decision", Plain(decision.Body), t["decisions.state." + decision.State]]);
            foreach (var action in ActionsOf(item)) text.Append("- ").AppendLine(t["proceedings.post_action", Plain(action.What), Plain(action.OwnerName), t.LongDay(action.DueDay)]);
        }
        foreach (var one in Yields) text.Append("- ").AppendLine(t.Pair(t["proceedings.yield." + one.Kind], Plain(one.Title)));
        text.AppendLine();
        if (Next is not null) text.AppendLine(t["proceedings.next", Next.When(t)]);
        return text.Append(link).ToString();
    }

    // A name that happens to hold marks must not begin a heading or a link of its own.
    private static string Plain(string text) => text.Replace("**", "").Replace("](", "] (").Replace("<", "‹").Replace(">", "›");
}
