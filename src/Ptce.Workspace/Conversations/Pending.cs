using System.Text.Json.Serialization;

namespace Ptce.Workspace;

/// <summary>What was understood and waits for a yes, or for what is missing. One per conversation, kept in the store for a day.</summary>
/// <param name="Key">Names it on its card, and makes saving it twice one act.</param>
/// <param name="Sentence">As it was typed: what is saved keeps it as its evidence.</param>
/// <param name="Reply">What was said last about it, to be shown wherever the person goes.</param>
/// <param name="SubjectId">The line, meeting or digest it is about.</param>
/// <param name="Matter">Which <see cref="Ptce.Workspace.Matter"/> it is; none: the one of the reading's intent.</param>
public sealed record Pending(string Key, string Sentence, Reading Reading, BotReply? Reply = null, string? SubjectId = null, string? Matter = null)
{
    /// <summary>Answers that a reading has no field for: "title", "quantity", "unit", "reason", …</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Without what explains the reading: nobody asks how a sentence was read once its card is shown.</summary>
    public static Pending Of(string sentence, Reading reading) => new(Ids.New(), sentence, reading with { Rules = [], Evidence = [] });

    /// <summary>What a button was pressed about: nothing was said of it yet.</summary>
    public static Pending Of(SubjectKey key) => new(key.ToString(), "", new Reading(), SubjectId: key.Id, Matter: key.Matter);

    /// <summary>What this offers again, after it was set aside.</summary>
    public Pending? Aside { get; init; }

    /// <summary>Given to what was taken up again: set aside once more, it is not offered a second time.</summary>
    public const string WasAside = "was_aside";

    /// <summary>The offer of what was set aside, under its key.</summary>
    public static Pending Again(Pending aside) => new(aside.Key, "", new Reading(), Matter: AsideMatter.Name) { Aside = aside };

    [JsonIgnore]
    public string Code => Matter ?? Reading.Intent;

    public string? Told(string field) => Given.GetValueOrDefault(field);

    /// <summary>The same with one more answer; an empty one says that it stays open on purpose.</summary>
    public Pending With(string field, string value) => this with { Given = new Dictionary<string, string>(Given) { [field] = value } };
}
