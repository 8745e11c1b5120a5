using System.Buffers.Binary;
using System.Numerics;

namespace Ptce.Workspace;

/// <summary>Keys that are bytes, found without making an array of them.</summary>
internal sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(byte[] bytes) => GetHashCode((ReadOnlySpan<byte>)bytes);

    // Eight bytes a step: keys are ids by the million of the pole's own making, nobody's to choose.
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        const ulong Odd = 0x9E3779B97F4A7C15; // 2⁶⁴ ÷ golden ratio
        var hash = (ulong)alternate.Length;
        for (; alternate.Length >= sizeof(ulong); alternate = alternate[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate)) * Odd, 29);
        foreach (var last in alternate) hash = (hash ^ last) * Odd;
        return (int)(hash >> 32);
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
