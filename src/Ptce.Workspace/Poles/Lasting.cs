namespace Ptce.Workspace;

/// <summary>From a first to a last day, both included; no last day while it lasts.</summary>
public readonly record struct Lasting(DateOnly From, DateOnly? To)
{
    public bool On(DateOnly day) => From <= day && !(To < day);

    /// <summary>"depuis le 3 mars 2024", "du 3 mars 2024 au 1 mai 2025", as seen on that day.</summary>
    public string Words(Say say, DateOnly today) => To switch
    {
        { } to when to < From => say["members.never"],
        { } to when From <= today && to >= today => say["members.since_until", say.LongDay(From), say.LongDay(to)],
        { } to => say["members.from_to", say.LongDay(From), say.LongDay(to)],
        null => say[From <= today ? "members.since" : "members.from", say.LongDay(From)],
    };
}
