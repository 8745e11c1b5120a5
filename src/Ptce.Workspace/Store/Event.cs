using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>A fact of a pole. Its further properties are ids, minutes, cents and days: the feed turns them into words when it is read.</summary>
/// <param name="SubjectId">The object it happened to: its page shows the event.</param>
public abstract record Event([property: JsonIgnore] string PoleId, [property: JsonIgnore] string SubjectId)
{
    internal static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
