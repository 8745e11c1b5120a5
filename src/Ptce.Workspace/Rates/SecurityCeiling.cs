namespace Ptce.Workspace;

/// <summary>PASS, plafond annuel de la sécurité sociale, of a calendar year.</summary>
public sealed record SecurityCeiling(long Year, long AnnualCents, string Source)
{
    /// <summary>Of one employee's pay and charges, what skills sponsorship may claim for the year: Code général des impôts, art. 238 bis.</summary>
    public long SponsorshipCents => 3 * AnnualCents;
}

/// <summary>The ceilings by year; nothing here is edited, a later row takes over.</summary>
public sealed class SecurityCeilings(Db db)
{
    public const int FirstYear = 2000, LastYear = 2100;

    /// <summary>The ceiling in force of each year that is known.</summary>
    public async Task<IReadOnlyDictionary<long, SecurityCeiling>> All()
    {
        var last = new Dictionary<long, SecurityCeiling>();
        foreach (var ceiling in await db.Read<SecurityCeiling>("select year, annual_cents, source from security_ceilings order by year, recorded_at, id")) last[ceiling.Year] = ceiling;
        return last;
    }

    /// <summary>Adds a year's ceiling to the table of the whole instance. A console act.</summary>
    /// <exception cref="Refused">«year» or «euros» is out of range; «source» is missing.</exception>
    public Task Add(long year, decimal euros, string source)
    {
        Refused.If(year is < FirstYear or > LastYear, "year", "rates.ceiling_year");
        Refused.If(euros <= 0 || euros > 1_000_000 || decimal.Round(euros, 2) != euros, "euros", "rates.ceiling_euros");
        source = source.Trim();
        Refused.If(source is "" or { Length: > Rates.LongestText }, "source", "rates.source_length", Rates.LongestText);
        return db.Write(null, tx => tx.Execute("insert into security_ceilings (id, year, annual_cents, source, recorded_at) values (@id, @year, @cents, @source, @Now)",
            new { id = Ids.New(), year, cents = (long)(euros * 100), source, tx.Now }));
    }
}
