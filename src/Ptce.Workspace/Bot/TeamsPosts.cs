namespace Ptce.Workspace;

/// <summary>Pays what the pole posts in its channels and group chats. A POST is not idempotent: what was begun and not ended is left to a person to look at.</summary>
public sealed class TeamsPosts(Db db, TeamsAddresses addresses, Connector connector, Minutes minutes, Actors actors, Poles poles, Site site, TimeProvider clock) : IPayDeliveries
{
    public const string TheChannel = "teams_post";

    public string Channel => TheChannel;

    private sealed record Due(string PoleId, string ConversationId, string OccurrenceId, string PostedBy, DateTimeOffset? BegunAt, string? ActivityId, string? RoomName);

    /// <exception cref="CannotReach">The bot was removed from the room, or nobody knows whether the message arrived.</exception>
    /// <exception cref="NotYet">Teams asks for patience, or is away.</exception>
    public async Task Pay(Delivery owed, CancellationToken stop)
    {
        if (await db.MaybeOne<Due>("""
            select p.pole_id, p.conversation_id, p.occurrence_id, p.posted_by, p.begun_at, p.activity_id, r.name as room_name
            from teams_posts p left join teams_rooms r on r.conversation_id = p.conversation_id and r.pole_id = p.pole_id where p.id = @SubjectId
            """, new { owed.SubjectId }) is not { ActivityId: null } due) return;
        // The count of tries begins anew only when a person retries: they have looked, and want it sent.
        if (due.BegunAt is not null && owed.Attempts > 1) throw new CannotReach(new("deliveries.cause.teams_unknown"));
        if (await poles.ById(due.PoleId) is not { } pole || await actors.Find(due.PostedBy, pole.Slug) is not { } author || await addresses.Room(due.ConversationId) is not { } room)
            throw new CannotReach(new("deliveries.cause.teams_gone"));
        var text = await minutes.Post(author, due.OccurrenceId, new(author.Language), site);
        // In Markdown the end of a line is a space, unless two spaces stand before it.
        var message = new Activity { Type = "message", TextFormat = "markdown", Text = text.ReplaceLineEndings("  \n") };
        await Begun(owed, clock.GetUtcNow());
        var answer = room.ConversationType is "channel"
            ? await connector.CreateThread(room.ServiceUrl, room.TenantId ?? "", room.ConversationId, message, stop)
            : await connector.Send(room, message, stop);
        switch (answer)
        {
            case ConnectorAnswer.Done done:
                await db.Write(due.PoleId, async tx =>
                {
                    await tx.Execute("update teams_posts set activity_id = @id where id = @SubjectId", new { owed.SubjectId, id = done.ActivityId ?? done.Id ?? "" });
                    await tx.Announce(author, new MinutesPosted(due.PoleId, due.OccurrenceId, due.RoomName ?? ""));
                });
                return;
            case ConnectorAnswer.Later { MayHaveArrived: true }:
                throw new CannotReach(new("deliveries.cause.teams_unknown"));
            case ConnectorAnswer.Later later:
                await Begun(owed, null);
                throw new NotYet(clock.GetUtcNow() + later.After);
            default:
                await Begun(owed, null);
                if (answer is ConnectorAnswer.Unreachable or ConnectorAnswer.Gone) await addresses.Block(room.ConversationId);
                throw new CannotReach(new("deliveries.cause.teams_refused", answer.GetType().Name));
        }
    }

    private Task<int> Begun(Delivery owed, DateTimeOffset? at) => db.Write(null, tx => tx.Execute("update teams_posts set begun_at = @at where id = @SubjectId", new { owed.SubjectId, at }));
}
