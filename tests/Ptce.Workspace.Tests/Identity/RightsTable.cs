namespace Ptce.Workspace.Tests;

/// <summary>A command that an act guards, with a way to try it.</summary>
/// <param name="Command">"Members.EndMandate": the slice's class and method.</param>
/// <param name="Try">Runs it as the given actor, on things made on the stage of the cast's first pole: for whoever may, it succeeds.</param>
/// <param name="NoForeignId">It takes no id that could be of another pole: tried from there it works, on that pole alone.</param>
/// <param name="Or">A second act that opens the command as well.</param>
public sealed record Guarded(Act Act, string Command, Func<Stage, Actor, Task> Try, bool NoForeignId = false, Act? Or = null);

/// <summary>
/// Which act guards which command. A new act, or a new method of a slice that takes an <see cref="Actor"/>, fails
/// <see cref="RightsTests"/> until it has a row here: add a list per slice, and what it is tried on to <see cref="Stage"/>.
/// </summary>
public static class RightsTable
{
    public static IEnumerable<Guarded> All => [.. OfMembers, .. OfShowcase, .. OfNewsletters, .. ContributionRights.All, .. OfDeliveries, .. OfRates, .. DigestRights.All, .. PackRights.All, .. TodayRights.All, .. WorkshopRights.All, .. ExchangeRights.All, .. CooperationRights.All, .. BookingRights.All];

    /// <summary>Acts that a door asks for itself, by the story that tries it.</summary>
    public static readonly IReadOnlyDictionary<Act, string> AtDoors = new Dictionary<Act, string>
    {
        [Act.ReadCosts] = "StaffLoansTests.What_a_person_costs_and_the_loan_itself_are_for_its_parties_the_cell_and_the_treasurer",
        [Act.ImportContributions] = "ImportingTests.Lines_arrive_validated_by_who_may_validate_and_by_nobody_else",
        [Act.ReadAllContributions] = "ConfirmingTests.Members_read_what_their_organisation_gives_receives_or_confirms",
        [Act.ConnectTeams] = "TeamsSetupTests.An_administrator_alone_connects_Teams",
        [Act.ReadApproved] = "LiveHubTests.A_page_subscribes_to_the_poles_of_its_reader_only",
    };

    /// <summary>Methods that take an actor and need no act: they answer about the actor alone, or leave out what the actor may not read.</summary>
    public static readonly IReadOnlySet<string> ForAnyone = new HashSet<string>
    {
        "Contributions.Titles",          // leaves out what the actor may not read
        "Contributions.ToValidate",      // nothing, for who may not validate
        "Contributions.CountToValidate",
        "Contributions.OpenMonth",       // about the actor's own organisation
        "Contributions.Page", "DatePolls.Page", "DateOption.Of", "Contributions.ContestedOfMine", // an address; the actor's own lines
        "Conversations.History", "Conversations.Waiting", // the actor's own words
        "Feed.Recent", "Feed.Of", "Waiting.Of", "Waiting.Count", // leave out what the actor may not read
        "Exports.Mine", "Exports.Fetch", // what the actor asked for
        "StaffCosts.Readable", // leaves out what the actor may not read
        "Digests.Titles", // periods, no figures
        "Digests.Remarks", // none, for who reads only what was approved
        "Digests.MayVote", "Digests.MaySeePerson", "Digests.MayOpen", "Digests.WaitingForMe", "Digests.Page", // about the actor; an address
        "Objectives.Titles", "Objectives.Page", // leaves out what the actor may not read; an address
        "StaffLoans.Titles", "StaffLoans.Page", "StaffLoan.Concerns", "StaffLoan.ShowsCost", // leave out what the actor may not read; an address; about the actor
        "Webhooks.Titles", "Webhooks.Page",
        "JobRuns.Titles", "JobRuns.Page", "JobRuns.KeepsHouse", // leave out what the actor may not read; an address; about the actor
        "Findings.Look", "Findings.Pick", "Findings.Behind", // what they look through is guarded where it is kept
        "TeamsSetup.Check", "TeamsSetup.Package", // ConnectTeams, at its door
        "SearchInvokes.Answer", "LogTimeInvokes.Answer", "SmallInvokes.Answer", // doors
        "Members.Mine",   // the actor's own organisations
        "Members.Titles", // leaves out what the actor may not read
        "Members.Page",   // an address
        "Workshops.Titles", // leaves out what the actor may not read
        "Workshops.Page", // an address
        "Occurrence.IsFor", // about the actor
        "Decisions.Titles", "Decisions.Page", "Actions.Titles", "Actions.Page", // leave out what the actor may not read; addresses
        "Decisions.WaitingForMe", // the actor's own voices; nothing for who may not vote
        "Guests.ToDecide", // nothing for who may not decide
        "Offers.Titles", "Offers.Page", "Agreements.Titles", "Agreements.Page",
        "Newsletters.Titles", "Newsletters.Page", // leaves out what the actor may not read; an address
        "Taps.Path",      // an address, for that person alone
        "Cooperations.Titles", "Cooperations.Page", "Bookings.Titles", "Bookings.Page",
        "Tx.Announce",    // the writing itself, inside a command that has asked
    };

    /// <summary>Acts whose commands are not written yet.</summary>
    public static readonly IReadOnlySet<Act> ToCome = new HashSet<Act>
    {
    };

    internal static readonly RateDecision Decision = new(
        "benevolat_usager", "M5", 1, 0, 12.5m, null, null, new DateOnly(2026, 1, 1), "Grille du pôle", "Comité de pilotage", new DateOnly(2025, 12, 10), "PV 12/2025, point 4");

    private static IEnumerable<Guarded> OfMembers =>
    [
        new(Act.ReadPole, "Members.Organisations", (s, a) => s.Get<Members>().Organisations(a), NoForeignId: true),
        new(Act.ReadPole, "Members.People", (s, a) => s.Get<Members>().People(a), NoForeignId: true),
        new(Act.ReadPole, "Members.Belongings", (s, a) => s.Get<Members>().Belongings(a), NoForeignId: true),
        new(Act.ReadPole, "Members.Mandates", (s, a) => s.Get<Members>().Mandates(a), NoForeignId: true),
        new(Act.ReadPole, "Members.Acting", (s, a) => s.Get<Members>().Acting(a), NoForeignId: true),
        new(Act.ReadPole, "Members.NotActing", (s, a) => s.Get<Members>().NotActing(a), NoForeignId: true),
        new(Act.ReadPole, "Members.CountActing", (s, a) => s.Get<Members>().CountActing(a), NoForeignId: true),
        new(Act.ReadPole, "Members.Portray", (s, a) => s.Get<Members>().Portray(a, s.Cast.Amina.PersonId)),
        new(Act.ReadPole, "Members.ProfileOf", (s, a) => s.Get<Members>().ProfileOf(a, s.Cast.Organisation("Elips"))),
        new(Act.ReadPole, "Members.Directory", (s, a) => s.Get<Members>().Directory(a, new(), byTerritory: false), NoForeignId: true),
        new(Act.ReadPole, "Members.CountOrganisations", (s, a) => s.Get<Members>().CountOrganisations(a, new()), NoForeignId: true),
        new(Act.ReadPole, "Members.Said", (s, a) => s.Get<Members>().Said(a), NoForeignId: true),
        new(Act.ReadPole, "Members.NotBelonging", (s, a) => s.Get<Members>().NotBelonging(a), NoForeignId: true),
        new(Act.DescribeOrganisation, "Members.Describe", (s, a) => s.Get<Members>().Describe(a, s.Cast.Organisation("Re-Sources"), Members.Profile.Unsaid, null)),
        new(Act.ManageMembers, "Members.Describe", (s, a) => s.Get<Members>().Describe(a, s.Cast.Organisation("Elips"), Members.Profile.Unsaid, null)),
        new(Act.ReadPole, "Members.Candidacies", (s, a) => s.Get<Members>().Candidacies(a, new()), NoForeignId: true),
        new(Act.ProposeMember, "Members.Propose", (s, a) => s.Get<Members>().Propose(a, s.Name("Candidate"), "association", "membre", "Elle répare"), NoForeignId: true),
        new(Act.ProposeMember, "Members.Support", async (s, a) => await s.Get<Members>().Support(a, await s.Get<Members>().Propose(s.Entitled, s.Name("Candidate"), "association", "membre", "Elle répare"))),
        new(Act.ManageMembers, "Members.Decide", async (s, a) => await s.Get<Members>().Decide(a, await s.Get<Members>().Propose(s.Entitled, s.Name("Candidate"), "association", "membre", "Elle répare"), true, "CA")),
        new(Act.ManageMembers, "Members.HandOver", async (s, a) => await s.Get<Members>().HandOver(a, new(await s.Person(), s.Cast.Organisation("Elips"), s.Name("Suite"), null, "benevole", s.Today))),
        new(Act.ManageMembers, "Members.Import", (s, a) => s.Get<Members>().Import(a, "organisation;type;circle;person;email;role\n" + s.Name("Arrivée") + ";association;membre;;;"), NoForeignId: true),
        new(Act.ManageMembers, "Members.Export", (s, a) => s.Get<Members>().Export(a), NoForeignId: true),
        new(Act.ManageMembers, "Members.AddOrganisation", (s, a) => s.Get<Members>().AddOrganisation(a, s.Name("Nouvelle"), "association", "membre", s.Today), NoForeignId: true),
        new(Act.ManageMembers, "Members.EndMembership", async (s, a) => await s.Get<Members>().EndMembership(a, await s.Membership(), s.Today)),
        new(Act.ManageMembers, "Members.AddPerson", (s, a) => s.Get<Members>().AddPerson(a, new(s.Name("Paul"), null, s.Cast.Organisation("Elips"), "member", "benevole", s.Today))),
        new(Act.ManageMembers, "Members.EndMandate", async (s, a) => await s.Get<Members>().EndMandate(a, await s.Mandate(), s.Today)),
        new(Act.ManageMembers, "Members.GiveAddress", async (s, a) => await s.Get<Members>().GiveAddress(a, await s.Person(), s.Name("p").Replace(' ', '.') + "@elips.test")),
        new(Act.AppointAdministrator, "Members.AddPerson", (s, a) => s.Get<Members>().AddPerson(a, new(s.Name("Ada"), null, s.Cast.Organisation("Elips"), "administrator", "benevole", s.Today))),
        new(Act.AppointAdministrator, "Members.EndMandate", async (s, a) => await s.Get<Members>().EndMandate(a, await s.Mandate("administrator"), s.Today)),
    ];

    private static IEnumerable<Guarded> OfShowcase =>
    [
        new(Act.ReadPole, "Showcase.Setting", (s, a) => s.Get<Showcase>().Setting(a), NoForeignId: true),
        new(Act.ReadPole, "Showcase.Shown", (s, a) => s.Get<Showcase>().Shown(a), NoForeignId: true),
        new(Act.OpenShowcase, "Showcase.Open", (s, a) => s.Get<Showcase>().Open(a, "Le pôle", false), NoForeignId: true),
        new(Act.OpenShowcase, "Showcase.Close", (s, a) => s.Get<Showcase>().Close(a), NoForeignId: true),
        new(Act.DescribeOrganisation, "Showcase.Show", (s, a) => s.Get<Showcase>().Show(a, a.OrganisationId ?? s.Cast.Organisation("Elips"), true), NoForeignId: true),
    ];

    private static IEnumerable<Guarded> OfDeliveries =>
    [
        .. JobRights.All,
        .. JobRights.OfWebhooks,
        new(Act.ReadDeliveries, "Deliveries.GivenUp", (s, a) => s.Get<Deliveries>().GivenUp(a), NoForeignId: true),
        new(Act.ReadDeliveries, "Deliveries.Queued", (s, a) => s.Get<Deliveries>().Queued(a), NoForeignId: true),
        new(Act.RetryDelivery, "Deliveries.RetryAll", (s, a) => s.Get<Deliveries>().RetryAll(a, "nobody"), NoForeignId: true),
        new(Act.RetryDelivery, "Channels.ProbeNow", (s, a) => s.Get<Channels>().ProbeNow(a, "mail"), NoForeignId: true),
        new(Act.RetryDelivery, "Deliveries.Retry", async (s, a) => await s.Get<Deliveries>().Retry(a, await s.ParkedDelivery())),
    ];

    private static IEnumerable<Guarded> OfNewsletters =>
    [
        new(Act.ReadPole, "Newsletters.List", (s, a) => s.Get<Newsletters>().List(a), NoForeignId: true),
        new(Act.ReadPole, "Newsletters.One", async (s, a) => await s.Get<Newsletters>().One(a, await SentLetter(s))),
        new(Act.WriteNewsletter, "Newsletters.Draft", (s, a) => s.Get<Newsletters>().Draft(a), NoForeignId: true),
        new(Act.WriteNewsletter, "Newsletters.Edit", async (s, a) => await s.Get<Newsletters>().Edit(a, await s.Get<Newsletters>().Draft(s.Entitled), s.Name("Lettre"), "Texte")),
        new(Act.WriteNewsletter, "Newsletters.Send", async (s, a) => await s.Get<Newsletters>().Send(a, await s.Get<Newsletters>().Draft(s.Entitled))),
        new(Act.WriteNewsletter, "Newsletters.Subscribers", (s, a) => s.Get<Newsletters>().Subscribers(a), NoForeignId: true),
        new(Act.ReadDigests, "Digests.ApprovedBetween", (s, a) => s.Get<Digests>().ApprovedBetween(a, s.Today, s.Today), NoForeignId: true),
    ];

    private static async Task<string> SentLetter(Stage stage)
    {
        var id = await stage.Get<Newsletters>().Draft(stage.Entitled);
        await stage.Get<Newsletters>().Send(stage.Entitled, id);
        return id;
    }

    private static IEnumerable<Guarded> OfRates =>
    [
        new(Act.AdoptRates, "Rates.Adopt", (s, a) => s.Get<Rates>().Adopt(a, Decision), NoForeignId: true),
        new(Act.ReadDigests, "Rates.History", (s, a) => s.Get<Rates>().History(a), NoForeignId: true),
    ];
}
