namespace Ptce.Workspace;

/// <summary>Thumbs under the bot's messages, and what Teams asks of a sign-in that we do not need.</summary>
public sealed class SmallInvokes(Db db, TimeProvider clock) : IAnswerInvokes
{
    private static readonly string[] Reactions = ["like", "dislike"];

    public IReadOnlyCollection<string> Names { get; } = ["message/submitAction", "signin/verifyState", "signin/tokenExchange"];

    public async Task<InvokeAnswer?> Answer(Actor? actor, Activity activity, Say say, CancellationToken stop)
    {
        // What was written with the thumb is not kept: it may say anything about anyone.
        if (activity.Value.Text("actionName") is "feedback" && activity.Value.Text("actionValue", "reaction") is { } reaction && Reactions.Contains(reaction)) await Count(reaction);
        // The bot asks nobody to sign in: there is nothing to exchange, and Teams takes an empty answer for done.
        return InvokeAnswer.Ok(new { });
    }

    /// <summary>How many thumbs went up and down since that day.</summary>
    public async Task<(long Likes, long Dislikes)> Since(DateOnly day)
    {
        var counted = (await db.Read<(string Reaction, long Number)>("select reaction, cast(sum(number) as bigint) from bot_feedback where day >= @day group by reaction", new { day })).ToDictionary(c => c.Reaction, c => c.Number);
        return (counted.GetValueOrDefault("like"), counted.GetValueOrDefault("dislike"));
    }

    private Task<int> Count(string reaction) => db.Write(null, tx => tx.Execute("""
        insert into bot_feedback (day, reaction, number) values (@day, @reaction, 1)
        on conflict (day, reaction) do update set number = bot_feedback.number + 1
        """, new { day = Zones.Day(clock.GetUtcNow(), "UTC"), reaction }));
}
