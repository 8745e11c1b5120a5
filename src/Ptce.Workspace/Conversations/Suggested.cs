using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Answers offered as buttons, so that nobody has to guess how to say it.</summary>
internal static class Suggested
{
    private const int Most = 5;

    public static IReadOnlyList<Choice> Lengths(Say say) =>
        [.. new long[] { 30, 60, 90, 120 }.Select(say.Duration).Append(say["conversation.half_day"]).Select(d => new Choice(d, d))];

    public static IReadOnlyList<Choice> PastDays(Talk talk) =>
    [
        talk.Saying("conversation.today"), talk.Saying("conversation.yesterday"),
        .. Enumerable.Range(2, 3).Select(n => talk.Today.AddDays(-n)).Select(d => new Choice(talk.Say.Culture.DateTimeFormat.GetDayName(d.DayOfWeek), Written(d))),
    ];

    /// <summary>Those the words may mean come first.</summary>
    public static IReadOnlyList<Choice> Organisations(Talk talk, IReadOnlyList<ReadOrganisation> candidates) =>
    [
        .. candidates.Select(o => o.Name)
            .Concat(talk.Known.Organisations.Where(o => o.Id != talk.Known.SpeakerOrganisationId).Select(o => o.Name))
            .Distinct().Take(Most).Select(name => new Choice(name, name)),
    ];

    /// <summary>Another organisation of the pole to name in an example: the one with the shortest name.</summary>
    public static string? Partner(Talk talk) => talk.Known.Organisations.Where(o => o.Id != talk.Known.SpeakerOrganisationId).Select(o => o.Name).MinBy(n => (n.Length, n));

    /// <summary>", 14 h – 17 h"; empty where no time of day was said.</summary>
    public static string Clock(Say say, string? start, string? end) => (start, end) switch
    {
        (null, _) => "",
        (_, null) => $", {Told(say, start)}",
        _ => $", {Told(say, start)} – {Told(say, end)}",
    };

    // "24:00" ends a day, and is no time of it.
    private static string Told(Say say, string clock) => TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? say.Clock(at) : clock;

    public static IReadOnlyList<Choice> Kinds(Talk talk, IEnumerable<string> kinds) =>
        [.. kinds.Select(k => Ptce.Workspace.Kinds.Word(talk.Say, k)).Select(k => new Choice(k, k))];

    /// <summary>The kind that the words name, or that the sentence is about.</summary>
    public static string? KindSaid(Talk talk, IReadOnlyList<string> among) =>
        among.FirstOrDefault(k => Words.Languages.Any(l => Ptce.Workspace.Kinds.Word(new(l), k).Equals(talk.Text.Trim(), StringComparison.OrdinalIgnoreCase)))
        ?? (talk.Heard.Amends.Kind is { } kind && among.Contains(kind) ? kind : null);

    /// <summary>A day as it is read back for sure: "17/11".</summary>
    public static string Written(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);
}
