namespace Ptce.Workspace;

/// <summary>"on met Julie à disposition de Valoprest": a person is lent on paper, not in a chat; the papers are explained, the pages shown.</summary>
/// <remarks>Prêt de main-d'œuvre à but non lucratif, Code du travail L8241-2: the employee's agreement, the agreement of the two employers, the rider to the contract.</remarks>
public sealed class StaffLoanMatter : Matter
{
    public override string Code => Intents.StaffLoanAgreement;

    public override Task<Turned> Open(Talk talk, Pending heard)
    {
        var (say, r) = (talk.Say, heard.Reading);
        var facts = new List<Fact>();
        if (r.Person is { } person) facts.Add(new(say["conversation.fact.person"], person.Name));
        if (r.OrgFrom is { } from) facts.Add(new(say["conversation.fact.given_by"], from.Name));
        if (r.OrgTo is { } to) facts.Add(new(say["conversation.fact.received_by"], to.Name));
        if ((r.MinutesPerOccurrence ?? r.TotalMinutes) is { } minutes)
            facts.Add(new(say["conversation.fact.duration"], r.Recurrence is "weekly" or "monthly" ? $"{say.Duration(minutes)}, {say[$"offers.{r.Recurrence}"]}" : say.Duration(minutes)));
        if (OfferWords.Days(say, r.DateFrom, r.DateTo, talk.Today) is { Length: > 0 } when) facts.Add(new(say["conversation.fact.when"], when));
        facts.AddRange(Enumerable.Range(1, 3).Select(n => new Fact(say["conversation.fact.document", n], say[$"conversation.staff_document_{n}"])));
        return Task.FromResult(new Turned(new(say["conversation.staff_loan"], new(heard.Sentence, facts, [], Note: say["conversation.staff_loan_cost"])
        {
            Links = [new(say["conversation.staff_loans"], $"{talk.Home}/mises-a-disposition")],
        })));
    }
}
