namespace Ptce.Workspace;

/// <summary>What a sentence asks for: the codes of a reading's <see cref="Reading.Intent"/>.</summary>
public static class Intents
{
    public const string LogTime = "log_time";
    public const string LogLoan = "log_loan";
    public const string PostOffer = "post_offer";
    public const string PostNeed = "post_need";
    public const string StaffLoanAgreement = "staff_loan_agreement";
    public const string LogCooperation = "log_cooperation";
    public const string Rsvp = "rsvp";
    public const string CorrectLast = "correct_last";
    public const string CancelLast = "cancel_last";
    public const string CancelEntry = "cancel_entry";
    public const string QueryTotal = "query_total";
    public const string QueryNextEvent = "query_next_event";
    public const string Refuse = "refuse";
    public const string None = "none";
}

/// <summary>Small talk found in a sentence, alone or at its beginning: the codes of <see cref="Reading.SmallTalk"/>.</summary>
public static class SmallTalks
{
    public const string Greeting = "greeting";
    public const string Thanks = "thanks";
    public const string Bye = "bye";
    public const string Help = "help";
    public const string LinkCode = "link_code";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Cancel = "cancel";
}
