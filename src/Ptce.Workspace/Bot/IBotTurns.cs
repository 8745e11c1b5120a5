using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>The engine behind the door: who answers what. The door knows the protocol, the engine knows the business.</summary>
public interface IBotTurns
{
    /// <summary>
    /// Called before an ordinary activity is acknowledged. False: this (conversation.id, activity.id) was here before, it is acknowledged and
    /// forgotten. Who keeps the activity in the store here can take its turn after a crash.
    /// </summary>
    /// <remarks>Invokes, and what expects its replies at once, do not pass here: each wants an answer, a repeated one too, so their handlers are idempotent.</remarks>
    Task<bool> Accept(Activity activity, CancellationToken stop);

    /// <summary>Takes one activity; those of a conversation one after the other, in the order they came.</summary>
    /// <returns>The answer to an invoke or to what expects its replies; null for an invoke that nobody here knows (501), and for everything else.</returns>
    Task<InvokeAnswer?> Turn(Activity activity, CancellationToken stop);
}

/// <summary>What an invoke is answered with, in the very response.</summary>
/// <param name="Status">HTTP status.</param>
public sealed record InvokeAnswer(int Status, JsonElement? Body = null)
{
    private const string Message = "application/vnd.microsoft.activity.message";
    private const string Error = "application/vnd.microsoft.error";

    public static InvokeAnswer Ok(object body) => new(200, JsonSerializer.SerializeToElement(body, WireJson.Options));

    /// <summary>To an activity that expects its replies at once.</summary>
    public static InvokeAnswer Replies(IReadOnlyList<Activity> activities) => Ok(new { activities });

    /// <summary>To adaptiveCard/action: this card takes the place of the one that was clicked, for the person who clicked.</summary>
    public static InvokeAnswer Card(JsonElement card) => Ok(new { statusCode = 200, type = Attachment.AdaptiveCard, value = card });

    /// <summary>To adaptiveCard/action: a sentence beside the card.</summary>
    public static InvokeAnswer Say(string text) => Ok(new { statusCode = 200, type = Message, value = text });

    /// <summary>To adaptiveCard/action: the card stays and shows the sentence. HTTP 200, because Teams hides the sentence under any other.</summary>
    /// <param name="statusCode">400, 403 or 500.</param>
    public static InvokeAnswer Fault(int statusCode, string code, string message) => Ok(new { statusCode, type = Error, value = new { code, message } });
}
