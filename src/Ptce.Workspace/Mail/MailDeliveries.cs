namespace Ptce.Workspace;

/// <summary>What a slice writes when a mail of its topic is due. It reads the present state, so that nothing outdated is sent.</summary>
public interface IWriteLetters
{
    /// <summary>The topic of the deliveries it answers for, unique.</summary>
    string Topic { get; }

    /// <returns>Null when there is nothing left to say, or nobody to say it to.</returns>
    Task<Letter?> Write(Delivery owed);
}

/// <summary>The channel "mail": asks the slice for the letter, and sends it.</summary>
public sealed class MailDeliveries(IEnumerable<IWriteLetters> writers, NoticeLetters notices, Mailer mailer, MailFolder? folder = null) : IPayDeliveries
{
    private readonly Dictionary<string, IWriteLetters> _writers = writers.ToDictionary(w => w.Topic);

    public string Channel => "mail";

    public async Task Pay(Delivery owed, CancellationToken stop)
    {
        if (await Letter(owed) is not { } letter) return;
        await mailer.Send(letter, owed.Id, stop);
        folder?.Written(owed.SubjectId, letter);
    }

    private Task<Letter?> Letter(Delivery owed) =>
        _writers.TryGetValue(owed.Topic, out var writer) ? writer.Write(owed)
        : notices.Knows(owed.Topic) ? notices.Write(owed)
        : throw new InvalidOperationException($"Nobody writes letters about {owed.Topic}.");
}

public static class Mail
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = MailSettings.Read(configuration);
        services.AddSingleton(settings);
        if (environment.IsDevelopment() && settings.Host is null) services.AddSingleton<MailFolder>();
        services.AddSingleton<Mailer>();
        services.AddSingleton<NoticeLetters>();
        services.AddSingleton<IWriteLetters, NewsletterOutside>();
        services.AddSingleton<IWriteLetters, NewsletterJoining>();
        foreach (var topic in new[] { GuestLetters.Invitation, GuestLetters.Reminder, GuestLetters.Change })
            services.AddSingleton<IWriteLetters>(s => ActivatorUtilities.CreateInstance<GuestLetters>(s, topic));
        services.AddSingleton<IPayDeliveries, MailDeliveries>();
    }
}
