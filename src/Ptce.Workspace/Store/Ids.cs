namespace Ptce.Workspace;

/// <summary>Ids are UUIDv7 as text: they sort by time of creation and need no round trip.</summary>
public static class Ids
{
    public static string New() => Guid.CreateVersion7().ToString("N");
}
