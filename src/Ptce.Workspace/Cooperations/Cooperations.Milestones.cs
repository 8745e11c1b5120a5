namespace Ptce.Workspace;

/// <summary>Étape : something to reach by a day.</summary>
public sealed record Milestone(string Id, DateOnly Day, string Title, DateOnly? ReachedOn);

public sealed partial class Cooperations
{
    public const int MostMilestones = 50;

    /// <summary>Its milestones, in the order of their days.</summary>
    public async Task<IReadOnlyList<Milestone>> Milestones(Actor actor, string id)
    {
        var cooperation = await One(actor, id);
        return await db.Read<Milestone>("select id, day, title, reached_on from cooperation_milestones where cooperation_id = @Id order by day, id", new { cooperation.Id });
    }

    /// <summary>Sets a milestone.</summary>
    /// <exception cref="Refused">No title, too many of them, a day out of range; the cooperation was withdrawn.</exception>
    public Task SetMilestone(Actor actor, string id, DateOnly day, string? title)
    {
        actor.Must(Act.LogCooperation);
        var words = Text(title, "milestone", LongestTitle) ?? throw new Refused("milestone", "cooperations.milestone_missing");
        var today = actor.Today(clock);
        Refused.If(day < today.AddYears(-FurthestYears) || day > today.AddYears(FurthestYears), "by", "cooperations.too_far", FurthestYears);
        return db.Write(actor.PoleId, async tx =>
        {
            await OwnStanding(tx, actor, id);
            Refused.If(await tx.One<long>("select count(*) from cooperation_milestones where cooperation_id = @id", new { id }) >= MostMilestones, "milestone", "cooperations.too_many_milestones", MostMilestones);
            await tx.Execute("insert into cooperation_milestones (id, cooperation_id, day, title) values (@milestone, @id, @day, @words)", new { milestone = Ids.New(), id, day, words });
            await tx.Announce(actor, new MilestoneSet(actor.PoleId, id, words));
        });
    }

    /// <summary>Says that a milestone was reached today, or was not after all. Twice is once.</summary>
    public Task ReachMilestone(Actor actor, string id, string milestoneId, bool reached = true)
    {
        actor.Must(Act.LogCooperation);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            var milestone = await tx.MaybeOne<Milestone>("select id, day, title, reached_on from cooperation_milestones where id = @milestoneId and cooperation_id = @id", new { milestoneId, id }) ?? throw new NotHere();
            var today = reached ? actor.Today(clock) : (DateOnly?)null;
            if (await tx.Execute($"update cooperation_milestones set reached_on = @today, reached_by = @PersonId where id = @milestoneId and reached_on is {(reached ? "" : "not ")}null",
                new { today, actor.PersonId, milestoneId }) == 0) return;
            await tx.Announce(actor, reached ? new MilestoneReached(actor.PoleId, id, milestone.Title) : new CooperationChanged(actor.PoleId, id));
        });
    }

    /// <summary>Takes a milestone away. Twice is once.</summary>
    public Task DropMilestone(Actor actor, string id, string milestoneId)
    {
        actor.Must(Act.LogCooperation);
        return db.Write(actor.PoleId, async tx =>
        {
            await Own(tx, actor, id);
            await tx.Execute("update milestone_photos set removed_at = @Now, removed_by = @PersonId where milestone_id = @milestoneId and cooperation_id = @id and removed_at is null", new { tx.Now, actor.PersonId, milestoneId, id });
            if (await tx.Execute("delete from cooperation_milestones where id = @milestoneId and cooperation_id = @id", new { milestoneId, id }) == 1)
                await tx.Announce(actor, new CooperationChanged(actor.PoleId, id));
        });
    }
}
