namespace Ptce.Workspace;

/// <summary>Easter Sunday (Pâques) of the Gregorian calendar.</summary>
public static class Easter
{
    /// <param name="year">From 1583, the first whole Gregorian year.</param>
    /// <remarks>Meeus/Jones/Butcher (Meeus, Astronomical Algorithms, chapter 8): whole numbers only, no exception years.</remarks>
    public static DateOnly Sunday(int year)
    {
        var moonYear = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * moonYear + century - century / 4 - correction + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        var lateMoon = (moonYear + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * lateMoon + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
