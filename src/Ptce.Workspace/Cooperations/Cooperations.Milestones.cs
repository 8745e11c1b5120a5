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
            await Photos.RemoveOf(tx, actor, id, milestoneId);
            if (await tx.Execute("delete from cooperation_milestones where id = @milestoneId and cooperation_id = @id", new { milestoneId, id }) == 1)
                await tx.Announce(actor, new CooperationChanged(actor.PoleId, id));
        });
    }
    /// <summary>A cooperation's pictures are of its milestones.</summary>
    async Task<Event> IHavePhotos.ChangePhotos(Actor actor, string id, string? partId)
    {
        actor.Must(Act.LogCooperation);
        if (!MayChange(actor, await One(actor, id))) throw new NotAllowed();
        if ((await Milestones(actor, id)).All(m => m.Id != partId)) throw new NotHere();
        return new CooperationChanged(actor.PoleId, id);
    }
}
