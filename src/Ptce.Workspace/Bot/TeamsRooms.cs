namespace Ptce.Workspace;

/// <summary>Channels and group chats where the pole may post: those in which one of its people has named the bot.</summary>
public sealed class TeamsRooms(Db db)
{
    /// <param name="Id">The conversation's.</param>
    /// <param name="Kind">"channel" or "groupChat".</param>
    public sealed record Room(string Id, string Kind, string Name);

    /// <summary>Something posted, or on its way.</summary>
    public sealed record Posted
    {
        /// <summary>Null where Teams names none.</summary>
        public string? Room { get; init; }
        public required string ByName { get; init; }
        public DateTimeOffset PostedAt { get; init; }

        /// <summary>The message; null while it is on its way, or when nobody knows whether it arrived.</summary>
        public string? ActivityId { get; init; }
    }

    private const string Rooms = """
        select c.id, c.kind, r.name from teams_rooms r join teams_conversations c on c.id = r.conversation_id
        where r.pole_id = @PoleId and c.blocked_at is null
        """;

    /// <summary>The rooms of the actor's pole, the one heard last first.</summary>
    public async Task<IReadOnlyList<Room>> Of(Actor actor)
    {
        actor.Must(Act.PlanMeetings);
        return await db.Read<Room>($"{Rooms} order by r.heard_at desc limit 50", new { actor.PoleId });
    }

    /// <summary>Posts a meeting's minutes in a room, through the outbox; the same minutes in the same room on the same day are posted once.</summary>
    /// <exception cref="NotHere">No such room of the actor's pole.</exception>
    public Task Post(Actor actor, string occurrenceId, string roomId)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var meeting = await Workshops.Standing(tx, actor, occurrenceId);
            if (await tx.MaybeOne<Room>($"{Rooms} and c.id = @roomId", new { actor.PoleId, roomId }) is null) throw new NotHere();
            var before = await tx.MaybeOne<string>("select id from teams_posts where pole_id = @PoleId and occurrence_id = @Id and conversation_id = @roomId and posted_at > @since",
                new { actor.PoleId, meeting.Id, roomId, since = tx.Now.AddDays(-1) });
            if (before is not null) return;
            var id = Ids.New();
            await tx.Execute("insert into teams_posts (id, pole_id, conversation_id, occurrence_id, posted_by, posted_at) values (@id, @PoleId, @roomId, @occurrenceId, @PersonId, @Now)",
                new { id, actor.PoleId, roomId, occurrenceId, actor.PersonId, tx.Now });
            await tx.Owe(TeamsPosts.TheChannel, "minutes", id, actor.PoleId, dedupe: $"post-{id}");
        });
    }

    /// <summary>Where a meeting's minutes were posted, newest first.</summary>
    public Task<IReadOnlyList<Posted>> PostedOf(Actor actor, string occurrenceId)
    {
        actor.Must(Act.ReadPole);
        return db.Read<Posted>("""
            select r.name as room, n.name as by_name, p.posted_at, p.activity_id
            from teams_posts p join people n on n.id = p.posted_by left join teams_rooms r on r.conversation_id = p.conversation_id and r.pole_id = p.pole_id
            where p.pole_id = @PoleId and p.occurrence_id = @occurrenceId order by p.posted_at desc limit 20
            """, new { actor.PoleId, occurrenceId });
    }

    private sealed record Known(string Name, DateTimeOffset HeardAt);

    /// <summary>A person of the pole has named the bot here.</summary>
    /// <returns>Whether Teams should be asked what the room is called: nobody has said, or not for a day.</returns>
    internal Task<bool> Heard(Activity activity, Actor actor) => db.Write(null, async tx =>
    {
        var (id, name) = (TeamsAddresses.Whole(activity.Conversation!.Id!), Name(activity.ChannelData?.Team?.Name, activity.ChannelData?.Channel?.Name ?? activity.Conversation.Name));
        var known = await tx.MaybeOne<Known>("select name, heard_at from teams_rooms where conversation_id = @id and pole_id = @PoleId", new { id, actor.PoleId });
        await tx.Execute("""
            insert into teams_rooms (conversation_id, pole_id, name, heard_at) values (@id, @PoleId, @name, @Now)
            on conflict (conversation_id, pole_id) do update set name = case when excluded.name = '' then teams_rooms.name else excluded.name end, heard_at = excluded.heard_at
            """, new { id, actor.PoleId, name, tx.Now });
        return name is "" && (known is null or { Name: "" } || known.HeardAt < tx.Now.AddDays(-1));
    });

    /// <summary>Teams has said what the room is called.</summary>
    internal Task<int> Called(string conversationId, string name) => db.Write(null, tx => tx.Execute(
        "update teams_rooms set name = @name where conversation_id = @id", new { id = TeamsAddresses.Whole(conversationId), name }));

    /// <summary>"Coopérative · Projets"; empty when nothing is known.</summary>
    internal static string Name(string? team, string? room) => string.Join(" · ", new[] { team, room }.Where(n => !string.IsNullOrWhiteSpace(n)));
}

/// <summary>The minutes of a meeting were posted where several read them.</summary>
public sealed record MinutesPosted(string PoleId, string OccurrenceId, string Room) : Event(PoleId, OccurrenceId);
