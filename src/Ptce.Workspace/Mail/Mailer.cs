using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Brings a letter to the mail server; in Development without one, to a folder.</summary>
public sealed class Mailer(MailSettings settings, MailFolder? folder = null)
{
    /// <summary>False when no server is set: what needs mail is then not offered.</summary>
    public bool Sends => settings.Host is not null || folder is not null;

    /// <param name="id">Becomes the Message-ID, so that a letter sent twice is recognised as one.</param>
    /// <exception cref="ChannelDown">The server does not answer, hangs up, or takes nobody's mail.</exception>
    /// <exception cref="CannotReach">It refuses this mail for good.</exception>
    /// <exception cref="SmtpException">It refuses this mail for now.</exception>
    public async Task Send(Letter letter, string id, CancellationToken stop)
    {
        using var message = Message(letter, id);
        using var server = Server();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.PatienceSeconds));
        try { await server.SendMailAsync(message, patience.Token); }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ChannelDown(new("deliveries.cause.mail_silent", $"{settings.Host}, {settings.PatienceSeconds} s"));
        }
        catch (SmtpException refused) when (MailRefusal.Of(refused, settings) is { } meant) { throw meant; }
    }

    private SmtpClient Server()
    {
        if (settings.Host is not null)
        {
            return new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.UseTls,
                Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
            };
        }
        if (folder is null) throw new ChannelDown(new("deliveries.cause.mail_not_set"));
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.Path };
    }

    private MailMessage Message(Letter letter, string id)
    {
        var from = new MailAddress(settings.From ?? "ptce@localhost.localdomain");
        var message = new MailMessage(from, new MailAddress(letter.To, OneLine(letter.Name), Encoding.UTF8))
        {
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{id}@{from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated"; // no out-of-office answers, RFC 3834
        message.Headers["Content-Language"] = letter.Language;
        message.AlternateViews.Add(Part(letter.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(letter.Html, MediaTypeNames.Text.Html));
        if (letter.Calendar is var (method, calendar)) message.AlternateViews.Add(Part(calendar, $"text/calendar; method={method}"));
        if (letter.Unsubscribe is { } way)
        {
            message.Headers["List-Unsubscribe"] = $"<{way}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"; // RFC 8058
        }
        return message;
    }

    private static AlternateView Part(string text, string type)
    {
        var part = AlternateView.CreateAlternateViewFromString(text, new ContentType(type) { CharSet = "utf-8" });
        part.TransferEncoding = TransferEncoding.QuotedPrintable; // legible in the file and to filters
        return part;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
