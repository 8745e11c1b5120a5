namespace Ptce.Workspace;

/// <summary>Sentences that count: the key with <c>.one</c> or <c>.many</c>, <c>{0}</c> being the number.</summary>
public static class Counting
{
    public static string Many(this Say say, string key, long n, params object?[] more) =>
        say[n is 0 or 1 && say.Language == "fr" || n == 1 ? key + ".one" : key + ".many", [n, .. more]];
}
