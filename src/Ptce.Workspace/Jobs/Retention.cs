namespace Ptce.Workspace;

/// <summary>Section <c>Retention</c>: how many days things are kept that nobody needs for ever.</summary>
/// <param name="Sentences">What was typed; the line it became stays.</param>
/// <param name="Messages">The dialogue with the bot, which holds the same sentences.</param>
/// <param name="Deliveries">What was delivered; what is stuck stays until a person decides.</param>
/// <param name="Runs">Runs of jobs; the last of each job stays, however old.</param>
public sealed record RetentionSettings(int Sentences = 30, int Messages = 30, int Deliveries = 90, int Runs = 400)
{
    public static RetentionSettings From(IConfiguration configuration)
    {
        int Days(string name, int usual) => Math.Max(1, configuration.GetValue($"Retention:{name}", usual));
        var usual = new RetentionSettings();
        return new(Days("Sentences", usual.Sentences), Days("Messages", usual.Messages), Days("Deliveries", usual.Deliveries), Days("Runs", usual.Runs));
    }
}

/// <summary>Oubli : each night, what has served its time is forgotten, and counted. Lines, hours, values, digests and events are never among it.</summary>
public sealed class Retention(
    Contributions contributions, Conversations conversations, SignInLinks links, Guests guests, Deliveries deliveries, JobRuns runs, IConfiguration configuration)
{
    public async Task Forget(JobAccount account)
    {
        var keep = RetentionSettings.From(configuration);
        Told(account, "jobs.did.forgot_sentences", await contributions.ForgetSentences(keep.Sentences));
        Told(account, "jobs.did.forgot_messages", await conversations.Forget(keep.Messages));
        Told(account, "jobs.did.forgot_links", await links.Forget());
        Told(account, "jobs.did.forgot_guests", await guests.ForgetAddresses());
        Told(account, "jobs.did.forgot_deliveries", await deliveries.Forget(keep.Deliveries));
        Told(account, "jobs.did.forgot_runs", await runs.ForgetOlder(keep.Runs));
    }

    private static void Told(JobAccount account, string key, long forgotten)
    {
        if (forgotten > 0) account.Did(key, forgotten);
    }
}
