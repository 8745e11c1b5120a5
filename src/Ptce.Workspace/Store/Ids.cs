using System.Buffers.Binary;
using System.Globalization;

namespace Ptce.Workspace;

/// <summary>Ids are UUIDv7 as text: they need no round trip, and those of one process sort as they were made, within a millisecond too.</summary>
public static class Ids
{
    private static readonly Lock Gate = new();
    private static UInt128 _last;

    public static string New()
    {
        var made = BinaryPrimitives.ReadUInt128BigEndian(Guid.CreateVersion7().ToByteArray(bigEndian: true));
        lock (Gate)
        {
            _last = made > _last ? made : _last + 1;
            return _last.ToString("x32", CultureInfo.InvariantCulture);
        }
    }
}
