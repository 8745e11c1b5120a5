namespace Ptce.Workspace;

/// <summary>What a word or phrase of the tables can mean. The tables of the three languages share these senses.</summary>
internal enum Sense
{
    // calendar
    Weekday, Weekdays, Month, RelDay, Part, Period, Edge, Feast, Last, Next, This, WeekAfter, OfWeek, Ago, AgoAfter, Ahead, AheadAfter, NightOf, Every,
    // roles of a date
    Before, Until, Starting,
    // numbers and lengths
    Number, One, Ordinal, Unit, HalfAfter, Half, Quarter, Approx, Adjective, Whole, Times,
    PerDay, PerPerson, PerWeek, PerMonth,
    // clocks
    ClockWord, OClock, Meridian, ClockPrep, PastClock, ToClock,
    // joints
    Open, To, Or, And, Not, InsteadOf, Article,
    // people
    PeopleUnit, PeopleBefore, PeopleAfter, PeopleWord, WeBare,
    // what it is about
    Activity, Meeting, Thing, TimeKind, Nature, Form, Institution, TypeWord, FirstName,
    // what the sentence does: evidence for an intent
    Cue, Errand,
    // courtesy, small talk and plain words that are no typo of anything
    Polite, Talk, Plain,
}

internal enum Tongue { French, English, German }

/// <summary>One sense found at one place of the sentence.</summary>
/// <param name="Length">tokens it covers</param>
/// <param name="Typo">found by nearness, not letter by letter</param>
internal readonly record struct Mark(Sense Sense, string Value, int Length, Tongue Tongue, bool Typo = false)
{
    internal int Number => int.Parse(Value, System.Globalization.CultureInfo.InvariantCulture);
}
