using System.Net.Mail;

namespace Ptce.Workspace;

/// <summary>What a mail server's no means: nobody's mail goes, this person's never goes, or this one must wait (RFC 5321 §4.2, RFC 3463).</summary>
internal static class MailRefusal
{
    /// <returns>Null for a no that holds only for now: the delivery is tried again by itself.</returns>
    public static Exception? Of(SmtpException refused, MailSettings settings)
    {
        var said = Said(refused);
        return (int)refused.StatusCode switch
        {
            -1 => new ChannelDown(new("deliveries.cause.mail_away", $"{settings.Host}: {said}")),      // no reply at all: refused, hung up, no trust
            421 => new ChannelDown(new("deliveries.cause.mail_away", $"{settings.Host}: {said}")),
            530 or 534 or 535 or 538 or 454 => new ChannelDown(new("deliveries.cause.mail_sign_in", said)),
            // 5.7: the server's policy, not this mailbox; a person can mend it, so that the tries go on.
            >= 500 when !said.Contains("5.7.", StringComparison.Ordinal) => new CannotReach(new("deliveries.cause.mail_refused", said)),
            _ => null,
        };
    }

    private static string Said(SmtpException refused)
    {
        Exception deepest = refused;
        while (deepest.InnerException is { } inner) deepest = inner;
        return deepest.Message;
    }
}
