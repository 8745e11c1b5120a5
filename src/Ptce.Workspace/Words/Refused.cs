namespace Ptce.Workspace;

/// <summary>A command said no: which field, and why in words that a person reads. Nothing was written.</summary>
/// <param name="field">The name of the input that must change; empty when it is the whole act.</param>
/// <param name="key">A key of the word files; <paramref name="args"/> fill its <c>{0}</c>.</param>
public class Refused(string field, string key, params object?[] args) : Exception(Words.Say("fr", key, args))
{
    public string Field { get; } = field;
    public string Key { get; } = key;
    public IReadOnlyList<object?> Args { get; } = args;

    public string In(string language) => Words.Say(language, Key, [.. Args]);

    public static void If(bool wrong, string field, string key, params object?[] args)
    {
        if (wrong) throw new Refused(field, key, args);
    }
}

/// <summary>The actor has no right to this act here. Says no more than that.</summary>
public sealed class NotAllowed() : Refused("", "refused.not_allowed");

/// <summary>No such thing in the actor's pole: the same answer whether it exists elsewhere or nowhere.</summary>
public sealed class NotHere() : Refused("", "refused.not_here");

/// <summary>What was sent holds something that no text holds.</summary>
public sealed class Unreadable() : Refused("", "refused.unreadable");

/// <summary>What was sent has not the shape that the door takes: no JSON, a day that is none, a part that is missing.</summary>
public sealed class Malformed() : Refused("", "refused.malformed");

/// <summary>The program cannot start or go on: a sentence that says what is wrong and what would do. Exit code 1, no stack trace.</summary>
public sealed class CannotRun(string key, params object?[] args) : Refused("", key, args);
