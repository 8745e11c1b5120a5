using static Ptce.Workspace.Roles;

namespace Ptce.Workspace;

/// <summary>Every act a person can do in a pole. A command names the one it is.</summary>
public enum Act
{
    ReadPole,
    ReadApproved,
    LogContribution,
    LogForOthers,
    ConfirmContribution,
    ValidateContribution,
    AddEvidence,
    LendStaff,
    ReadCosts,
    ReadAllContributions,
    ImportContributions,
    AdoptRates,
    CompileDigest,
    OpenReview,
    ApproveDigest,
    ReadDigests,
    RemarkOnDigest,
    SetPacks,
    ReportProgress,
    ReadStaffCosts,
    ManageMembers,
    OpenShowcase,
    DescribeOrganisation,
    ProposeMember,
    AppointAdministrator,
    PostOffer,
    ManageOffers,
    AskMatch,
    SignAgreement,
    OpenBooking,
    Book,
    ManageBookings,
    LogCooperation,
    ManageCooperations,
    ReadDeliveries,
    RetryDelivery,
    WriteNewsletter,
    ReadJobs,
    RunJob,
    PauseJob,
    ReadDiagnostic,
    ManageWebhooks,
    ConnectTeams,
    PlanMeetings,
    AnswerInvitation,
    ProposePoint,
    WorkInGroup,
    WriteMinutes,
    SetVotingRules,
    ProposeDecision,
    RunDecision,
    CastVote,
    AgreeAction,
}

/// <summary>Who may do what: the whole table, on one page. Commands ask here, never a page alone.</summary>
public static class Rights
{
    private const Roles Cell = Coordinator | Administrator;
    private const Roles Anyone = Member | Coordinator | Committee | Treasurer | Administrator;

    private static readonly Dictionary<Act, Roles> Table = new()
    {
        [Act.ReadApproved] = Anyone | Observer,
        [Act.ReadPole] = Anyone,
        [Act.LogContribution] = Anyone,
        [Act.LogForOthers] = Coordinator,                         // one logs one's own time; the coordinator also writes and corrects for others
        [Act.ConfirmContribution] = Anyone,                       // and only for one's own organisation: decided in the slice
        [Act.ReadAllContributions] = Cell | Committee | Treasurer, // members read the lines of their organisation
        [Act.ValidateContribution] = Coordinator | Treasurer,
        [Act.LendStaff] = Anyone,                                 // as one of its parties: decided in the slice
        [Act.ReadCosts] = Treasurer,                              // what a named person costs; the employer reads it too: decided in the slice
        [Act.AddEvidence] = Anyone,                               // to lines one may read; takes back one's own: decided in the slice
        [Act.ImportContributions] = Cell | Treasurer,
        [Act.AdoptRates] = Treasurer | Committee,
        [Act.CompileDigest] = Cell | Treasurer,
        [Act.ReadDigests] = Anyone,
        [Act.RemarkOnDigest] = Anyone,
        [Act.SetPacks] = Treasurer | Administrator,
        [Act.ReportProgress] = Cell | Treasurer,                  // objectives, and what reports tell in words
        [Act.ReadStaffCosts] = Treasurer,                         // and the person's own organisation, for its own: decided in the slice
        [Act.OpenReview] = Coordinator | Treasurer,
        [Act.ApproveDigest] = Committee,
        [Act.ManageMembers] = Cell,
        [Act.ProposeMember] = Anyone,                             // in the name of one's own organisation; the cell notes the decision
        [Act.DescribeOrganisation] = Anyone,                      // one's own: decided in the slice
        [Act.OpenShowcase] = Administrator,                       // each organisation puts itself there: decided in the slice
        [Act.AppointAdministrator] = Administrator,               // or a coordinator could make themselves one
        [Act.PostOffer] = Anyone,                                 // for one's own organisation: decided in the slice
        [Act.ManageOffers] = Cell,                                // for any organisation of the pole
        [Act.AskMatch] = Anyone,                                  // and says yes or no for one's own organisation only
        [Act.SignAgreement] = Anyone,                             // for one's own organisation: decided in the slice
        [Act.OpenBooking] = Anyone,                               // of one's own organisation: decided in the slice
        [Act.Book] = Anyone,                                      // for one's own organisation
        [Act.ManageBookings] = Cell,                              // of any organisation of the pole
        [Act.LogCooperation] = Anyone,                            // of one's own organisation: decided in the slice
        [Act.ManageCooperations] = Cell,                          // of any organisations of the pole
        [Act.ReadDeliveries] = Cell,
        [Act.RetryDelivery] = Cell,
        [Act.WriteNewsletter] = Cell,
        [Act.ReadJobs] = Cell,                                    // the jobs of the house for administrators only: decided in the slice
        [Act.RunJob] = Cell,
        [Act.ReadDiagnostic] = Cell,                              // the page; it names no person
        [Act.ManageWebhooks] = Administrator,
        [Act.PauseJob] = Administrator,                           // of the whole installation, for a job serves every pole
        [Act.ConnectTeams] = Administrator,                       // the installation's own affair, whatever the pole
        [Act.PlanMeetings] = Cell,
        [Act.WriteMinutes] = Anyone,                              // of meetings one takes part in: decided in the slice
        [Act.SetVotingRules] = Cell,                              // what the statutes say, written down
        [Act.ProposeDecision] = Anyone,                           // in meetings one takes part in
        [Act.RunDecision] = Cell | Committee,                     // opens, notes a show of hands, closes
        [Act.CastVote] = Anyone,                                  // with one's own voice, one's organisation's, or one carried by proxy
        [Act.AgreeAction] = Anyone,                               // in meetings one takes part in; ends one's own
        [Act.ProposePoint] = Anyone,                              // one's own points; the cell orders all
        [Act.WorkInGroup] = Anyone,                               // joins and leaves oneself; leads one's own group: decided in the slice
        [Act.AnswerInvitation] = Anyone,                          // for oneself; the cell answers for anyone
    };

    public static Roles Of(Act act) => Table[act];

    public static bool May(this Actor actor, Act act) => (actor.Roles & Table[act]) != 0;

    /// <exception cref="NotAllowed">None of the actor's roles in this pole covers the act.</exception>
    public static void Must(this Actor actor, Act act)
    {
        if (!actor.May(act)) throw new NotAllowed();
    }
}
