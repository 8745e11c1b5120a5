using System.Globalization;

namespace Ptce.Workspace;

/// <summary>How jobs are told to a reader.</summary>
public static class JobWords
{
    public static string Name(this Say t, string job) => Words.Knows($"jobs.name.{job}") ? t[$"jobs.name.{job}"] : job;

    public static string About(this Say t, string job) => Words.Knows($"jobs.about.{job}") ? t[$"jobs.about.{job}"] : "";

    /// <summary>What a run did, in one line; what it found to do where it says nothing. Who sees several poles reads their numbers added up.</summary>
    public static string Did(this Say t, JobRun run) =>
        run.Did.Count > 0 ? string.Join(" · ", run.Did.GroupBy(d => d.Key).SelectMany(AddedUp).Select(d => d.In(t))) : run.Outcome == JobRun.Succeeded ? t["jobs.did.nothing"] : "";

    /// <summary>Notes that hold nothing but numbers become one; others stay as they are.</summary>
    private static IEnumerable<JobSaying> AddedUp(IGrouping<string, JobSaying> same) =>
        same.All(d => d.Args.Count > 0 && d.Args.All(a => a is long))
            ? [new(same.Key, [.. Enumerable.Range(0, same.First().Args.Count).Select(i => (object)same.Sum(d => (long)d.Args[i]))])]
            : same;

    public static string Outcome(this Say t, JobRun run) => t["jobs.outcome." + (run.Outcome ?? "running")];

    public static Standing Standing(this Say t, JobRun run) => new(run.Outcome switch
    {
        JobRun.Succeeded => Meaning.Done,
        JobRun.Failed => Meaning.NeedsYou,
        _ => Meaning.Waiting,
    }, t.Outcome(run));

    /// <summary>"2 min 10", "moins d'une seconde".</summary>
    public static string Took(this Say t, JobRun run, DateTimeOffset now)
    {
        var took = (run.EndedAt ?? now) - run.StartedAt;
        if (took.TotalSeconds < 1) return t["jobs.took.instant"];
        if (took.TotalMinutes < 1) return $"{took.Seconds} s";
        return took.TotalHours < 1 ? $"{took.Minutes} min {took.Seconds:00}" : t.Duration((long)took.TotalMinutes);
    }

    /// <summary>When a job runs: "Chaque jour à 3 h 20, heure de Paris".</summary>
    public static string Rhythm(this Say t, Schedule.ByTheClock? row)
    {
        if (row is null) return t["jobs.rhythm.demand"];
        var place = row.Zone.Split('/')[^1].Replace('_', ' ');
        return row.Cron.Split(' ') switch
        {
            ["0", ['*' or '0', '/', .. var every], "*", "*" or "?", "*", "*" or "?"] => t["jobs.rhythm.minutes", every],
            ["0", var minute, "*", "*" or "?", "*", "*" or "?"] when Whole(minute) is { } m => t["jobs.rhythm.hourly", m],
            ["0", var minute, var hour, "*" or "?", "*", "*" or "?"] when Whole(minute) is { } m && Whole(hour) is { } h => t["jobs.rhythm.daily", Time(t, h, m), place],
            ["0", var minute, var hour, "?", "*", var day] when Whole(minute) is { } m && Whole(hour) is { } h && Weekday(day) is { } d =>
                t["jobs.rhythm.weekly", Time(t, h, m), place, t.Culture.DateTimeFormat.GetDayName(d)],
            ["0", var minute, var hour, var date, "*", "?"] when Whole(minute) is { } m && Whole(hour) is { } h && Whole(date) is { } n => t["jobs.rhythm.monthly", Time(t, h, m), place, n == 1 && t.Language == "fr" ? "1er" : n],
            _ => t["jobs.rhythm.other", row.Cron, place],
        };
    }

    private static string Time(Say t, int hour, int minute) => t.Language == "fr" ? minute == 0 ? $"{hour} h" : $"{hour} h {minute:00}" : $"{hour:00}:{minute:00}";

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DayOfWeek? Weekday(string text)
    {
        string[] days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
        var day = Array.IndexOf(days, text.ToUpperInvariant());
        return day >= 0 ? (DayOfWeek)day : Whole(text) is { } number and >= 1 and <= 7 ? (DayOfWeek)(number - 1) : null;
    }
}
