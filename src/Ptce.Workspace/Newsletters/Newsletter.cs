namespace Ptce.Workspace;

/// <summary>Lettre du pôle: news of a period, drafted from what happened, edited and sent by a person.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="State">"draft" or "sent".</param>
public sealed record Newsletter(string Id, string PoleId, string PoleName, string Title, string Body, string Language, DateOnly FromDay, DateOnly ToDay, string State, DateTimeOffset? SentAt, string? SentByName)
{
    public const string Draft = "draft", Sent = "sent";
}

/// <summary>Someone outside the pole who receives the letter.</summary>
public sealed record Subscriber(string Id, string Email, DateTimeOffset JoinedAt);

public sealed record NewsletterDrafted(string PoleId, string NewsletterId) : Event(PoleId, NewsletterId);

public sealed record NewsletterEdited(string PoleId, string NewsletterId) : Event(PoleId, NewsletterId);

public sealed record NewsletterSent(string PoleId, string NewsletterId, long Outsiders) : Event(PoleId, NewsletterId);
