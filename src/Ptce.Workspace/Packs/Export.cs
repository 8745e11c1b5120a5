namespace Ptce.Workspace;

/// <summary>Export : a file that takes long, made by a job for the one who asked, and gone after some days.</summary>
/// <param name="What">"lines", "entries" (line by line) or "all" (every pack in one spreadsheet).</param>
/// <param name="Format">"xlsx", "csv" or "txt".</param>
/// <param name="Roles">What the person was when they asked: a file made for more rights than they have now is not given out.</param>
/// <param name="Done">Lines written so far, of <paramref name="Total"/>.</param>
/// <param name="QuantitiesAlone">1: without euros.</param>
/// <param name="Failures">Tries that came to nothing so far; the scheduler tries again.</param>
/// <param name="Secret">Part of the address and of the file's name: nobody guesses it.</param>
/// <param name="Sha256">Of the file, once it is there.</param>
public sealed record Export(
    string Id, string PoleId, string DigestId, string What, string Format, string Language, string AskedBy, string? OrganisationId, long Roles, DateTimeOffset AskedAt,
    string State, long Done, long Total, long QuantitiesAlone, long Failures, string Secret, string? Sha256, long? Bytes, DateTimeOffset? ReadyAt, DateTimeOffset? ExpiresAt)
{
    public bool ShowsValues => QuantitiesAlone == 0;

    public const string Asked = "asked", Ready = "ready", Failed = "failed", Gone = "gone";
    public const string Lines = "lines", Entries = "entries", All = "all";

    /// <summary>What can be asked for.</summary>
    public static readonly IReadOnlyList<(string What, string Format)> Offered = [(Lines, "xlsx"), (Lines, "csv"), (Entries, "txt"), (All, "xlsx")];

    /// <summary>Accounting is in euros or not at all.</summary>
    public static bool MayHideValues(string what) => what != Entries;

    /// <summary>The file is gone, or will be tonight: nobody is given it.</summary>
    public bool IsOver(DateTimeOffset now) => ExpiresAt <= now;
}

public sealed record ExportAsked(string PoleId, string DigestId, string What) : Event(PoleId, DigestId);
