namespace Ptce.Workspace;

/// <summary>Reads what another machine sends, up to a limit.</summary>
internal static class Bounded
{
    /// <returns>Null when there is more than <paramref name="most"/> bytes.</returns>
    public static async Task<byte[]?> Read(Stream stream, int most, CancellationToken stop)
    {
        using var held = new MemoryStream();
        var part = new byte[8192];
        while (await stream.ReadAsync(part, stop) is var read and > 0)
        {
            if (held.Length + read > most) return null;
            held.Write(part, 0, read);
        }
        return held.ToArray();
    }
}
