namespace Ptce.Workspace;

public sealed partial class StaffLoans : INameSubjects
{
    /// <summary>The pole's loans that the actor may read, latest first: the parties read their own, the cell and the treasurer all. 200 at most.</summary>
    public Task<IReadOnlyList<StaffLoan>> List(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.Read<StaffLoan>($"select {Columns} from {Tables} where l.pole_id = @PoleId and {Readable(actor)} order by l.from_day desc, l.id desc limit 200",
            new { actor.PoleId, actor.PersonId, actor.OrganisationId });
    }

    /// <exception cref="NotHere">No such loan in the actor's pole, or not for the actor's eyes.</exception>
    public async Task<StaffLoan> One(Actor actor, string id)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<StaffLoan>($"select {Columns} from {Tables} where l.id = @id and l.pole_id = @PoleId and {Readable(actor)}",
            new { id, actor.PoleId, actor.PersonId, actor.OrganisationId }) ?? throw new NotHere();
    }

    private static string Readable(Actor actor) => actor.May(Act.ManageMembers) || actor.May(Act.ReadCosts)
        ? "1 = 1" : "(l.person_id = @PersonId or l.lender_id = @OrganisationId or l.user_id = @OrganisationId)";

    /// <summary>The months of a loan the caller has read by <see cref="One"/>, latest first.</summary>
    public Task<IReadOnlyList<LoanMonth>> Months(StaffLoan loan) => db.Read<LoanMonth>("""
        select substr(d.day, 1, 7) as month, count(*) as days, cast(sum(c.minutes) as bigint) as minutes, cast(sum(case when c.state = 'draft' then 1 else 0 end) as bigint) as drafts
        from staff_loan_days d join contributions c on c.id = d.contribution_id
        where d.loan_id = @Id and c.state <> 'cancelled'
        group by substr(d.day, 1, 7) order by 1 desc
        """, new { loan.Id });

    /// <summary>"mise à disposition de Nadia Roux à Elips".</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(Actor actor, IReadOnlyCollection<string> ids, Say say)
    {
        if (ids.Count == 0 || !actor.May(Act.ReadPole)) return new Dictionary<string, string>();
        var loans = await db.Read<StaffLoan>($"select {Columns} from {Tables} where l.pole_id = @PoleId and l.id in @ids and {Readable(actor)}",
            new { actor.PoleId, actor.PersonId, actor.OrganisationId, ids });
        return loans.ToDictionary(l => l.Id, l => say["lending.title", l.PersonName, l.UserName]);
    }

    public string Page(Actor actor, string id) => $"/p/{actor.PoleSlug}/mises-a-disposition/{id}";
}
