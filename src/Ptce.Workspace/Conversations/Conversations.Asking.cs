namespace Ptce.Workspace;

public sealed partial class Conversations
{
    private const int MostChoices = 6;

    /// <summary>Asks for the one thing that is missing, with sensible choices; shows the whole card when nothing is.</summary>
    private static BotReply Ask(Pending pending, Acquaintances known, Say say, DateOnly today)
    {
        var shown = Shown(pending, known, say, today);
        var (question, choices) = pending.Missing switch
        {
            null => (shown.Text, []),
            "minutes" => (AskLength(pending, say), Lengths(say)),
            "date" => (say["conversation.ask.date"], Days(say, today)),
            "confirm_future" => (say["conversation.ask.confirm_future", say.Day(pending.Reading.Entries[0].Date!.Value)], Days(say, today)),
            "organisation" => (say["conversation.ask.organisation", pending.Reading.OrgText], Candidates(pending, known, say)),
            "people" => (say["conversation.ask.people"], [.. Enumerable.Range(2, 4).Select(n => new Choice($"{n}", $"{n}"))]),
            _ => (say["conversation.ask.date"], Days(say, today)),
        };
        return shown with { Text = question, Card = shown.Card! with { Choices = [.. choices, .. shown.Card.Choices] } };
    }

    private static string AskLength(Pending pending, Say say)
    {
        var entry = pending.Reading.Entries.FirstOrDefault(e => e.MinMinutes is not null);
        if (entry is { MinMinutes: { } least, MaxMinutes: { } most }) return say["conversation.ask.minutes_between", say.Duration(least), say.Duration(most)];
        var tooLong = pending.Reading.Entries.FirstOrDefault(e => e.Minutes > Contributions.MostMinutes);
        return tooLong is { Minutes: { } minutes } ? say["conversation.ask.minutes_too_long", say.Duration(minutes)] : say["conversation.ask.minutes"];
    }

    private static List<Choice> Lengths(Say say) =>
        [.. new long[] { 30, 60, 90, 120 }.Select(m => say.Duration(m)).Append(say["conversation.half_day"]).Select(d => new Choice(d, d))];

    private static List<Choice> Days(Say say, DateOnly today) =>
    [
        new(say["conversation.today"], say["conversation.today"]), new(say["conversation.yesterday"], say["conversation.yesterday"]),
        .. Enumerable.Range(2, 3).Select(n => today.AddDays(-n)).Select(d => new Choice(say.Culture.DateTimeFormat.GetDayName(d.DayOfWeek), d.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture))),
    ];

    // Those the words may mean come first; the list is closed by "none", so that nobody is stuck.
    private static List<Choice> Candidates(Pending pending, Acquaintances known, Say say) =>
    [
        .. pending.Reading.OrgCandidates.Select(o => o.Name)
            .Concat(known.Organisations.Where(o => o.Id != known.SpeakerOrganisationId).Select(o => o.Name))
            .Distinct().Take(MostChoices - 1).Select(name => new Choice(name, name)),
        new(say["conversation.nobody_else"], say["conversation.nobody_else"]),
    ];
}
