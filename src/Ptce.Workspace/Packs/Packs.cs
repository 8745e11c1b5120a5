namespace Ptce.Workspace;

/// <summary>Dossiers : every pack of a digest. A pack reads one frozen version, so that each of its figures has its lines and the hash stands for all.</summary>
public sealed partial class Packs(
    Db db, Digests digests, Members members, Rates rates, SecurityCeilings ceilings, Contributions contributions, StaffCosts staffCosts, DeclaredFigures declared, DeclaredTexts told, Expenditures expenditures, Workshops workshops, Offers offers,
    Agreements agreements, Cooperations cooperations, Objectives objectives, TimeProvider clock)
{
    /// <summary>What a pack is made of: one version, read once.</summary>
    private sealed record Source(
        Actor Actor, Digest Digest, PackAsked Asked, Say Say, PackSettings Settings, Members.Names Names,
        IReadOnlyList<DigestSum> Sums, IReadOnlyList<DigestTotal> Totals, IReadOnlyList<DigestRate> Rates)
    {
        public string Here => Home(Actor, Digest.Id);

        /// <summary>The address of the lines behind a figure.</summary>
        public string Lines(DigestCut cut) => LinesOf(Actor, Digest.Id, cut, Asked.Values);

        /// <summary>The same, of the digest itself: every line, or those left out or without euros.</summary>
        public string Lines(string? facet = null, string name = "") => Digests.LinesOf(Actor, Digest.Id, facet, name, Asked.Values);

        /// <summary>The same pack, or another, as this one is shown.</summary>
        public string Pack(string digestId, string name, string? organisationId = null) => $"{Home(Actor, digestId)}/{name}{new PackAsked(name, Asked.Values, organisationId).Query()}";

        /// <summary>An organisation by name; the pole itself where there is none.</summary>
        public string Who(string? organisationId) => Names.Organisation(organisationId) ?? Say["digests.pole_itself"];
    }

    /// <summary>The address of a digest's packs.</summary>
    public static string Home(Actor actor, string digestId, bool values = true) => $"/p/{actor.PoleSlug}/bilans/{digestId}/dossiers{(values ? "" : "?valeurs=non")}";

    /// <param name="values">False: in quantities alone.</param>
    public static string LinesOf(Actor actor, string digestId, DigestCut cut, bool values = true)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("nature", cut.Kind), ("compte", cut.Account), ("de", cut.Giver), ("pour", cut.Receiver), ("personne", cut.Person), ("jour", cut.Day), ("valeurs", values ? null : "non"),
        };
        return $"{Home(actor, digestId)}/lignes?{string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"))}";
    }

    /// <summary>A pack of a digest that is compiled.</summary>
    /// <exception cref="NotHere">No such digest for this reader, none compiled yet, or no such pack.</exception>
    /// <exception cref="NotAllowed">It is about somebody the reader may not read about.</exception>
    public async Task<Pack> Of(Actor actor, string digestId, PackAsked asked, Say say)
    {
        var source = await Read(actor, digestId, asked, say);
        return asked.Name switch
        {
            PackNames.Steering => await Steering(source),
            PackNames.Cvn => await Cvn(source),
            PackNames.CerfaAccount => await CerfaAccount(source),
            PackNames.CerfaBudget => await CerfaBudget(source),
            PackNames.Organisation => Organisation(source),
            PackNames.Person => await Person(source),
            PackNames.Entries => Entries(source),
            PackNames.Ami => await Ami(source),
            PackNames.Partner => await Partner(source),
            PackNames.Sponsorship => await Sponsorship(source),
            PackNames.Staff => await Staff(source),
            PackNames.StaffMonth => await MonthlySheets(source),
            PackNames.Ceiling => Ceiling(source),
            _ => throw new NotHere(),
        };
    }

    /// <summary>Whose costs of employment this reader may see: their employer's, or all.</summary>
    public static bool MayReadCosts(Actor actor) => actor.May(Act.ReadStaffCosts) || (actor.OrganisationId is not null && actor.May(Act.ReadPole));

    /// <summary>The packs this reader may open, by what they are for, in the order people look for them.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Names)> Readable(Actor actor)
    {
        var within = actor.May(Act.ReadPole);
        return
        [
            ("committee", within ? [PackNames.Steering, PackNames.Organisation, PackNames.Person] : [PackNames.Steering, PackNames.Organisation]),
            ("accounts", within ? [PackNames.Cvn, PackNames.Entries, PackNames.Sponsorship] : [PackNames.Cvn, PackNames.Entries]),
            ("funders", within ? [PackNames.Ami, PackNames.CerfaAccount, PackNames.CerfaBudget] : [PackNames.CerfaAccount, PackNames.CerfaBudget]),
            ("interreg", MayReadCosts(actor) ? [PackNames.Partner, PackNames.Staff, PackNames.StaffMonth, PackNames.Ceiling] : [PackNames.Ceiling]),
        ];
    }

    private async Task<Source> Read(Actor actor, string digestId, PackAsked asked, Say say)
    {
        var digest = await digests.One(actor, digestId);
        if (digest.Hash is null) throw new NotHere();
        // A pack that makes no sense in quantities alone shows its values, and so do the lines behind it.
        asked = asked with { Values = asked.Values || !PackNames.MayHideValues.Contains(asked.Name) };
        return new(actor, digest, asked, say, await Settings(actor.PoleId), await members.AllNames(actor.PoleId),
            await digests.Sums(digest), await digests.Totals(digest), await digests.RatesUsed(digest));
    }

    /// <summary>Minutes of sums; null where nothing of it is time.</summary>
    private static long? Minutes(IEnumerable<DigestSum> sums) => sums.Any(x => x.IsTime || x.Minutes != 0) ? sums.Sum(x => x.Minutes) : null;

    /// <summary>Quantities of sums in words: "3 heures, 12 kg"; "" where all is time.</summary>
    private static string Quantities(Say say, IEnumerable<DigestSum> sums) => string.Join(", ", sums
        .Where(s => s.QuantityMilli != 0 && !s.IsTime).GroupBy(s => s.Unit).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => Units.Quantity(say, g.Sum(s => s.QuantityMilli) / 1000m, g.Key)));
}
