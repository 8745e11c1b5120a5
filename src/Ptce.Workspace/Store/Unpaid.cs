using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Why a delivery did not go out, as it is stored: a key of the word files and what the other side said, "deliveries.cause.no_mailbox|5.1.1 unknown".</summary>
public sealed record Cause(string Key, string Detail = "")
{
    private const int Longest = 500; // characters

    public string Stored => $"{Key}|{Detail}" is var text && text.Length > Longest ? text[..Longest] : $"{Key}|{Detail}";

    /// <summary>A number of seconds as a detail, "0.2".</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A stored cause in the reader's words, its number as they write numbers; what has no words is shown as it came.</summary>
    public static string In(Say say, string? stored) =>
        stored is null ? "" : stored.Split('|', 2) is [var key, var detail] && Words.Knows(key) ? say[key, Written(say, detail)].TrimEnd() : stored;

    private static string Written(Say say, string detail) =>
        decimal.TryParse(detail, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? say.Number(number) : detail;
}

/// <summary>Not now: it waits until then, and no try is counted.</summary>
public sealed class NotYet(DateTimeOffset until) : Exception($"Not before {until:u}.")
{
    public DateTimeOffset Until { get; } = until;
}

/// <summary>This person cannot be reached on this channel, now or later: given up at once, and brought on another channel where there is one.</summary>
public sealed class CannotReach(Cause cause) : Exception(cause.Stored)
{
    public Cause Cause { get; } = cause;
}

/// <summary>Nobody can be reached on this channel: its provider is away. The channel pauses and is probed; its deliveries keep their tries.</summary>
public sealed class ChannelDown(Cause cause) : Exception(cause.Stored)
{
    public Cause Cause { get; } = cause;
}

/// <summary>Hears of a delivery that was given up, inside the transaction that gives it up.</summary>
public interface IBringElsewhere
{
    /// <param name="dedupe">The key it was owed under.</param>
    Task GivenUp(Tx tx, Delivery owed, string? dedupe);
}
