using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>A sentence kept as its key and what fills it, so that each reader has it in their own language.</summary>
/// <remarks>In the store: <c>{"key":"jobs.did.digest","args":["2026-07-01/2026-09-30",214]}</c>. Days and periods are ISO text, bytes are <c>"b:123"</c>.</remarks>
public sealed record JobSaying(string Key, IReadOnlyList<object> Args)
{
    private const int LongestCause = 300; // characters

    /// <summary>A period as an argument.</summary>
    public static string Period(DateOnly from, DateOnly to) => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");

    /// <summary>A size in bytes as an argument.</summary>
    public static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"b:{bytes}");

    /// <summary>Why a job failed, as far as it can be said in words; what the machine says follows them.</summary>
    public static JobSaying Of(Exception cause) => cause switch
    {
        Refused refused => new(refused.Key, [.. refused.Args.Select(a => a ?? "")]),
        OperationCanceledException => new("jobs.error.stopped", []),
        DbException => new("jobs.error.store", [cause.Message.Within(LongestCause)]),
        IOException or UnauthorizedAccessException => new("jobs.error.file", [cause.Message.Within(LongestCause)]),
        _ => new("jobs.error.other", [cause.Message.Within(LongestCause)]),
    };

    public string In(Say say) => say[Key, [.. Args.Select(a => Written(a, say))]];

    public string Json => JsonSerializer.Serialize(new { key = Key, args = Args });

    internal string ArgsJson => JsonSerializer.Serialize(Args);

    public static JobSaying? Read(string? json)
    {
        if (json is null) return null;
        using var read = JsonDocument.Parse(json);
        return new(read.RootElement.GetProperty("key").GetString()!, Values(read.RootElement.GetProperty("args")));
    }

    internal static JobSaying Read(string key, string args)
    {
        using var read = JsonDocument.Parse(args);
        return new(key, Values(read.RootElement));
    }

    private static List<object> Values(JsonElement args) => [.. args.EnumerateArray().Select(a => a.ValueKind switch
    {
        JsonValueKind.Number => a.TryGetInt64(out var whole) ? (object)whole : a.GetDecimal(),
        JsonValueKind.String => a.GetString()!,
        _ => a.GetRawText(),
    })];

    private static string Written(object value, Say say) => value switch
    {
        long or int => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("N0", say.Culture),
        decimal number => say.Number(number),
        string text when text.StartsWith("b:", StringComparison.Ordinal) && long.TryParse(text[2..], CultureInfo.InvariantCulture, out var bytes) => Size(bytes, say),
        string { Length: 21 } text when text[10] == '/' && Field.Iso(text[..10]) is { } from && Field.Iso(text[11..]) is { } to => say.Period(from, to),
        string text when Field.Iso(text) is { } day => say.LongDay(day),
        string text when text.StartsWith("jobs.", StringComparison.Ordinal) && Words.Knows(text) => say[text],
        _ => value.ToString() ?? "",
    };

    /// <summary>"12,4 Mo".</summary>
    public static string Size(long bytes, Say say)
    {
        string[] units = say.Language == "fr" ? ["o", "Ko", "Mo", "Go", "To"] : ["B", "KB", "MB", "GB", "TB"];
        var (size, unit) = ((decimal)bytes, 0);
        while (size >= 1000 && unit < units.Length - 1) (size, unit) = (size / 1000, unit + 1);
        return $"{size.ToString(unit < 2 ? "0" : "0.#", say.Culture)} {units[unit]}";
    }
}
