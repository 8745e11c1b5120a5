namespace Ptce.Workspace;

/// <summary>The pole's rules of voting, and who belongs to which college. Whoever opens a vote takes them from here and freezes them.</summary>
public sealed class Voting(Db db)
{
    public const int LongestCollege = 60; // characters
    public const int MostColleges = 10;

    private sealed record Member(string OrganisationId, string CollegeId);

    /// <summary>The rules in force; <see cref="VotingRules.Usual"/> until someone has set others.</summary>
    public async Task<VotingRules> Rules(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<string>("select rules from voting_rules where pole_id = @PoleId", new { actor.PoleId }) is { } json ? FrozenRules.Read(json) : VotingRules.Usual;
    }

    /// <summary>The college of each organisation that has one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CollegeOf(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return (await db.Read<Member>("select organisation_id, college_id from college_members where pole_id = @PoleId", new { actor.PoleId })).ToDictionary(m => m.OrganisationId, m => m.CollegeId);
    }

    /// <summary>Sets the rules. A college that keeps its name keeps its members; votes already open stay under theirs.</summary>
    /// <exception cref="Refused">As <see cref="VotingRules.Checked"/>; a college without a name, or two of one name.</exception>
    public Task SetRules(Actor actor, VotingRules rules)
    {
        actor.Must(Act.SetVotingRules);
        Refused.If(rules.Colleges.Any(c => c.Name is "" or { Length: > LongestCollege }) || rules.Colleges.Count > MostColleges
            || rules.Colleges.DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Count() != rules.Colleges.Count, "weights", "voting.refused.names");
        rules.Checked();
        return db.Write(actor.PoleId, async tx =>
        {
            var (before, _) = await Standing(tx, actor.PoleId);
            var named = before.Colleges.ToDictionary(c => c.Name, c => c.Id, StringComparer.OrdinalIgnoreCase);
            var after = rules with { Colleges = [.. rules.Colleges.Select(c => c with { Id = named.GetValueOrDefault(c.Name) ?? Ids.New() })] };
            await tx.Execute("""
                insert into voting_rules (pole_id, rules, set_at, set_by) values (@PoleId, @json, @Now, @PersonId)
                on conflict (pole_id) do update set rules = excluded.rules, set_at = excluded.set_at, set_by = excluded.set_by
                """, new { actor.PoleId, json = FrozenRules.Write(after), tx.Now, actor.PersonId });
            var left = before.Colleges.Select(c => c.Id).Except(after.Colleges.Select(c => c.Id)).ToArray();
            if (left.Length > 0) await tx.Execute("delete from college_members where pole_id = @PoleId and college_id in @left", new { actor.PoleId, left });
            await tx.Announce(actor, new VotingRulesSet(actor.PoleId));
        });
    }

    /// <summary>Puts an organisation of the pole into a college, or out of all. Twice is once.</summary>
    /// <exception cref="NotHere">No such organisation or college in the pole.</exception>
    public Task SetCollege(Actor actor, string organisationId, string? collegeId)
    {
        actor.Must(Act.SetVotingRules);
        return db.Write(actor.PoleId, async tx =>
        {
            if (await tx.One<long>("select count(*) from memberships where pole_id = @PoleId and organisation_id = @organisationId", new { actor.PoleId, organisationId }) == 0) throw new NotHere();
            var (rules, _) = await Standing(tx, actor.PoleId);
            if (collegeId is not null && rules.Colleges.All(c => c.Id != collegeId)) throw new NotHere();
            var changed = collegeId is null
                ? await tx.Execute("delete from college_members where pole_id = @PoleId and organisation_id = @organisationId", new { actor.PoleId, organisationId })
                : await tx.Execute("""
                    insert into college_members (pole_id, organisation_id, college_id) values (@PoleId, @organisationId, @collegeId)
                    on conflict (pole_id, organisation_id) do update set college_id = excluded.college_id where college_members.college_id <> excluded.college_id
                    """, new { actor.PoleId, organisationId, collegeId });
            if (changed == 1) await tx.Announce(actor, new VotingRulesSet(actor.PoleId));
        });
    }

    /// <summary>The rules and the colleges as they stand, inside a command that opens a vote.</summary>
    internal static async Task<(VotingRules Rules, IReadOnlyDictionary<string, string> CollegeOf)> Standing(Tx tx, string poleId)
    {
        var json = await tx.MaybeOne<string>("select rules from voting_rules where pole_id = @poleId", new { poleId });
        var members = await tx.Read<Member>("select organisation_id, college_id from college_members where pole_id = @poleId", new { poleId });
        return (json is null ? VotingRules.Usual : FrozenRules.Read(json), members.ToDictionary(m => m.OrganisationId, m => m.CollegeId));
    }
}
