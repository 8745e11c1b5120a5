namespace Ptce.Workspace;

/// <summary>One way to narrow a list, as its form asks for it: words, one of a closed list, a day or an hour.</summary>
/// <param name="Name">Of the part of the address.</param>
/// <param name="Among">What can be chosen, each with its words; none: it is typed.</param>
/// <param name="Any">What choosing nothing is called.</param>
/// <param name="Type">Of what is typed: <see cref="Words"/>, <see cref="ADay"/> or <see cref="AnHour"/>.</param>
public sealed record NarrowBy(string Name, string Label, string? Value, IReadOnlyList<(string Value, string Words)>? Among = null, string? Any = null, string Type = NarrowBy.Words)
{
    /// <summary>Types of what is typed, as HTML names them.</summary>
    public const string Words = "search", ADay = "date", AnHour = "time";

    public static NarrowBy Day(string name, string label, DateOnly? day) => new(name, label, day?.Iso(), Type: ADay);

    public static NarrowBy Choice(string name, string label, string? value, string any, IEnumerable<(string Value, string Words)> among) => new(name, label, value, [.. among], any);

    public bool Given => !string.IsNullOrWhiteSpace(Value);
}

/// <summary>How a list is narrowed: all of it stands in the address, so that it can be kept, sent and gone back to. <c>_Narrow</c> is its form.</summary>
/// <param name="Keep">Parts that the form carries along without asking for them, such as which view it is.</param>
public sealed record Narrowing(string Home, IReadOnlyList<NarrowBy> By, params IReadOnlyList<(string Name, string? Value)> Keep)
{
    public bool Narrowed => By.Any(b => b.Given);

    /// <summary>What is typed as words; the rest folds away.</summary>
    public NarrowBy? Words => By.FirstOrDefault(b => b is { Among: null, Type: NarrowBy.Words });

    public IEnumerable<NarrowBy> Others => By.Where(b => b != Words);

    /// <summary>The list with nothing narrowed.</summary>
    public string All => Address(Keep);

    /// <summary>The same list with one part changed, from its first page.</summary>
    public string With(string name, string? value)
    {
        var parts = Keep.Concat(By.Select(b => (b.Name, b.Value))).ToList();
        var at = parts.FindIndex(p => p.Name == name);
        if (at < 0) parts.Add((name, value));
        else parts[at] = (name, value);
        return Address(parts);
    }

    /// <summary>The page after.</summary>
    public string Next(string after) => With("apres", after);

    private string Address(IEnumerable<(string Name, string? Value)> parts)
    {
        var query = string.Join("&", parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!.Trim())}"));
        return query == "" ? Home : $"{Home}?{query}";
    }
}
