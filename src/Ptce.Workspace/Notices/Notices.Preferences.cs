using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Where a person wants the notices of a theme.</summary>
public static class Preference
{
    public const string Teams = "teams", Mail = "mail", Both = "both", None = "none";

    public static readonly IReadOnlyList<string> All = [Teams, Mail, Both, None];
}

/// <summary>When a person is left in peace: a message that falls due then waits for the end.</summary>
/// <param name="Zone">IANA name; null: the pole's.</param>
/// <param name="Starts">Wall clock "20:00"; null, as with <paramref name="Ends"/>: never. An end before the start is on the next day.</param>
public sealed record QuietHours(string? Zone, string? Starts, string? Ends)
{
    /// <summary>What holds until the person says otherwise.</summary>
    public static readonly QuietHours Usual = new(null, "20:00", "07:00");

    /// <summary>The end of the peace that reigns at this instant; null when none does.</summary>
    public DateTimeOffset? Until(DateTimeOffset now, string poleZone)
    {
        if (Starts is null || Ends is null || Starts == Ends) return null;
        var zone = WallClock.Zone(Zone ?? poleZone);
        var wall = WallClock.At(zone, now);
        var (day, time, starts, ends) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), Clock(Starts), Clock(Ends));
        var night = starts > ends;
        if (night ? time < starts && time >= ends : time < starts || time >= ends) return null;
        return WallClock.Utc(zone, night && time >= starts ? day.AddDays(1) : day, ends);
    }

    internal static TimeOnly Clock(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}

public sealed partial class Notices
{
    /// <summary>What the person wants of each theme, in the order of <see cref="Topics.Themes"/>.</summary>
    public async Task<IReadOnlyList<(string Theme, string Channels)>> Preferences(string personId)
    {
        var set = (await db.Read<(string Theme, string Channels)>("select theme, channels from notice_preferences where person_id = @personId", new { personId }))
            .ToDictionary(r => r.Theme, r => r.Channels);
        return [.. Topics.Themes.Select(t => (t.Theme, set.GetValueOrDefault(t.Theme, t.Channels)))];
    }

    /// <summary>A person chooses where the notices of a theme go.</summary>
    /// <exception cref="Refused">No such theme or channel.</exception>
    public Task Prefer(string personId, string theme, string channels)
    {
        Refused.If(Topics.Themes.All(t => t.Theme != theme) || !Preference.All.Contains(channels), theme, "notices.refused.choice");
        return db.Write(null, tx => tx.Execute("""
            insert into notice_preferences (person_id, theme, channels, set_at) values (@personId, @theme, @channels, @Now)
            on conflict (person_id, theme) do update set channels = excluded.channels, set_at = excluded.set_at
            """, new { personId, theme, channels, tx.Now }));
    }

    public async Task<QuietHours> QuietOf(string personId) =>
        await db.MaybeOne<QuietHours>("select zone, starts, ends from quiet_hours where person_id = @personId", new { personId }) ?? QuietHours.Usual;

    /// <summary>A person says when they want peace; without times, never.</summary>
    /// <exception cref="Refused">«zone» is no IANA name; «starts» or «ends» is no time of day, or only one of them is given.</exception>
    public Task SetQuiet(string personId, string? zone, string? starts, string? ends)
    {
        zone = string.IsNullOrWhiteSpace(zone) ? null : WallClock.Zone(zone).Id;
        var (from, to) = (Field.ClockIfAny(starts, "starts")?.Stored(), Field.ClockIfAny(ends, "ends")?.Stored());
        Refused.If(from is null != to is null, from is null ? "starts" : "ends", "notices.refused.both_times");
        return db.Write(null, tx => tx.Execute("""
            insert into quiet_hours (person_id, zone, starts, ends, set_at) values (@personId, @zone, @from, @to, @Now)
            on conflict (person_id) do update set zone = excluded.zone, starts = excluded.starts, ends = excluded.ends, set_at = excluded.set_at
            """, new { personId, zone, from, to, tx.Now }));
    }

    /// <exception cref="NotYet">The person is in their quiet hours.</exception>
    internal async Task MustNotDisturb(string personId, string poleZone)
    {
        if ((await QuietOf(personId)).Until(clock.GetUtcNow(), poleZone) is { } until) throw new NotYet(until);
    }

    /// <summary>Whether the person still wants notices of this topic.</summary>
    internal async Task<bool> Wants(string personId, string topic) =>
        (await Preferences(personId)).First(p => p.Theme == Topics.Theme[topic]).Channels != Preference.None;

    /// <summary>Those who asked for a theme that is otherwise silent, by id.</summary>
    internal Task<IReadOnlyList<string>> WhoWants(string theme) =>
        db.Read<string>("select person_id from notice_preferences where theme = @theme and channels <> 'none' order by person_id", new { theme });

    private static async Task<string> Wanted(Tx tx, string personId, string theme) =>
        await tx.MaybeOne<string>("select channels from notice_preferences where person_id = @personId and theme = @theme", new { personId, theme })
        ?? Topics.Themes.First(t => t.Theme == theme).Channels;
}
