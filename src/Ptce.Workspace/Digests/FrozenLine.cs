using System.Buffers.Text;
using System.Text;

namespace Ptce.Workspace;

/// <summary>A line of a digest as one record of text: what is hashed, what is stored and what is added up are the same bytes.</summary>
/// <remarks>The fields stand in the order of the columns and of <see cref="CanonicalText"/>; the first is the digest's id, which "line" replaces in the hash.</remarks>
internal static class FrozenLine
{
    public const int Number = 1, ContributionId = 2, Giver = 5, Receiver = 6, Kind = 7, Minutes = 8, Quantity = 9, UnitValue = 11, RateNumber = 12,
        CentsPerHour = 13, ValueCents = 14, Debit = 15, Credit = 16, Reason = 18;

    /// <summary>What a line says besides its figures, in a text from version 2 on.</summary>
    public static readonly string[] Words = ["people", "activity", "starts", "ends", "note_seal", "confirmed_by", "validated_by"];

    /// <summary>The fields of a text, as columns of "digest_lines".</summary>
    public static readonly string[] Columns =
    [
        "number", "contribution_id", "day", "person_id", "organisation_id", "beneficiary_id", "kind", "minutes", "quantity_milli", "unit",
        "unit_value_cents", "rate_number", "cents_per_hour", "value_cents", "debit", "credit", "reverses_id", "reason", .. Words,
    ];

    /// <summary>How many a text of this version has.</summary>
    public static int Fields(long version) => version == 1 ? Columns.Length - Words.Length : Columns.Length;

    /// <summary>Copies the row under a cursor over "digest_lines" into a record of its own.</summary>
    /// <returns>What is hashed.</returns>
    public static ReadOnlySpan<byte> Copy(Cursor row, long version, TextRecords to)
    {
        to.Clear();
        to.Begin(default);
        for (var i = 0; i < Fields(version); i++) to.Add(row, i);
        return to.End();
    }

    /// <summary>The mark of the row under the cursor: a column of the table behind the fields of the text, and none of them.</summary>
    public static ReadOnlySpan<byte> MarkOf(Cursor row, long version) => row[Fields(version)];

    public static long Figure(TextRecords line, int field) =>
        Utf8Parser.TryParse(line.Field(field), out long figure, out _) ? figure : throw new FormatException("A figure of a digest's line is none.");

    /// <returns>Null where it is absent.</returns>
    public static long? MaybeFigure(TextRecords line, int field) => IsAbsent(line, field) ? null : Figure(line, field);

    private static readonly HashSet<byte[]> Times = new(Kinds.All.Where(k => k.IsTime).Select(k => Encoding.UTF8.GetBytes(k.Code)), new SameBytes());
    private static readonly byte[] NoRate = Encoding.UTF8.GetBytes(DigestLine.NoRate), NoUnitValue = Encoding.UTF8.GetBytes(DigestLine.NoUnitValue);

    /// <inheritdoc cref="DigestLine.Unvalued"/>
    public static byte[]? Unvalued(TextRecords line)
    {
        if (!IsAbsent(line, RateNumber) || !IsAbsent(line, Reason)) return null;
        if (Times.GetAlternateLookup<ReadOnlySpan<byte>>().Contains(line.Field(Kind))) return NoRate;
        return IsAbsent(line, UnitValue) ? NoUnitValue : null;
    }

    /// <summary>Whether the value is what the line's own figures give.</summary>
    public static bool IsSound(TextRecords line, Dictionary<long, DigestRate> rates)
    {
        var (minutes, value) = (Figure(line, Minutes), Figure(line, ValueCents));
        if (!IsAbsent(line, Reason)) return value == 0;
        if (Unvalued(line) is not null) return value == 0 && IsAbsent(line, CentsPerHour) && IsAbsent(line, Debit) && IsAbsent(line, Credit);
        var rateNumber = MaybeFigure(line, RateNumber);
        if (MaybeFigure(line, CentsPerHour) is { } rate)
            return value == Valuation.OfTime(minutes, rate) && rates.TryGetValue(rateNumber ?? 0, out var used) && used.CentsPerHour == rate;
        if (rateNumber is not null) return value == 0;
        if (MaybeFigure(line, UnitValue) is not { } unit) return false;
        return value == (MaybeFigure(line, Quantity) is { } quantity ? Valuation.InKind(quantity, unit) : Valuation.OfTime(minutes, unit));
    }

    public static bool IsAbsent(TextRecords line, int field) => line.Field(field) is [(byte)'-'];
}
