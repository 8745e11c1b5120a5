using System.Globalization;
using System.Numerics;

namespace Ptce.Workspace;

/// <summary>An exact part of a whole: two thirds are two thirds, and a vote never turns on a rounding.</summary>
public readonly record struct Share : IComparable<Share>
{
    private readonly BigInteger _parts, _of;

    public Share(BigInteger parts, BigInteger of)
    {
        if (of.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(of));
        var common = BigInteger.GreatestCommonDivisor(parts, of);
        (_parts, _of) = (parts / common, of / common);
    }

    private BigInteger Of => _of.IsZero ? BigInteger.One : _of; // default(Share) is none at all

    public static readonly Share None = new(0, 1), Whole = new(1, 1), Half = new(1, 2);

    /// <summary>From basis points: 3,000 is 30 %.</summary>
    public static Share Basis(long points) => new(points, 10_000);

    /// <summary>Reads "1/2", "2/3".</summary>
    public static Share Read(string written) => written.Split('/') is [var parts, var of]
        ? new(BigInteger.Parse(parts, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Parse(of, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException(written);

    public static Share operator +(Share a, Share b) => new(a._parts * b.Of + b._parts * a.Of, a.Of * b.Of);

    public static Share operator *(Share a, Share b) => new(a._parts * b._parts, a.Of * b.Of);

    public static Share operator /(Share a, Share b) => new(a._parts * b.Of, a.Of * b._parts);

    public static bool operator <(Share a, Share b) => a.CompareTo(b) < 0;

    public static bool operator >(Share a, Share b) => a.CompareTo(b) > 0;

    public static bool operator <=(Share a, Share b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Share a, Share b) => a.CompareTo(b) >= 0;

    public int CompareTo(Share other) => (_parts * other.Of).CompareTo(other._parts * Of);

    /// <summary>The smallest whole number that is at least this part of <paramref name="count"/>.</summary>
    public long Needed(long count) => (long)((_parts * count + Of - 1) / Of);

    /// <summary>For display alone: percent, to one decimal.</summary>
    public decimal Percent => Math.Round((decimal)(_parts * 100_000 / Of) / 1000m, 1, MidpointRounding.AwayFromZero);

    public bool IsNone => _parts.IsZero;

    public override string ToString() => $"{_parts}/{Of}";
}
