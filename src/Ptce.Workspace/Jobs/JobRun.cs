namespace Ptce.Workspace;

/// <summary>Travail : one run of a job, as the store keeps it.</summary>
/// <param name="Subject">The object of a job on demand; empty for a job of the clock.</param>
/// <param name="StartedBy">"clock", "person", "demand" or "console".</param>
/// <param name="Outcome">"done", "failed", "interrupted"; null while it runs.</param>
/// <param name="Done">How far it is, of about <paramref name="Total"/>; both 0 where it does not say.</param>
/// <param name="Error">A <see cref="JobSaying"/> as JSON.</param>
public sealed record JobRun(
    string Id, string Name, string Subject, string? PoleId, string StartedBy, string? PersonName,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome, long Done, long Total, string? Error)
{
    public const string Succeeded = "done", Failed = "failed", Interrupted = "interrupted";

    public bool Runs => Outcome is null;

    /// <summary>What it did, one note per fact; filled by <see cref="JobRuns"/>.</summary>
    public IReadOnlyList<JobSaying> Did { get; init; } = [];

    public JobSaying? Why => JobSaying.Read(Error);
}

/// <summary>Who or what starts a run.</summary>
/// <param name="By">"clock", "person", "demand" or "console".</param>
/// <param name="AfterCrash">The scheduler starts it again because the process that ran it is dead.</param>
public sealed record JobStart(string Name, string By, string Subject = "", string? PoleId = null, string? PersonId = null, bool AfterCrash = false);

public sealed record JobAsked(string PoleId, string JobName) : Event(PoleId, JobName);
public sealed record JobPaused(string PoleId, string JobName) : Event(PoleId, JobName);
public sealed record JobResumed(string PoleId, string JobName) : Event(PoleId, JobName);

/// <summary>What a job says of itself while it works: the slices' calls are told through it, and know no scheduler.</summary>
public sealed class JobAccount(Func<long, long, Task> progress)
{
    private readonly List<(string? PoleId, JobSaying Note)> _notes = [];

    internal IReadOnlyList<(string? PoleId, JobSaying Note)> Notes => _notes;

    /// <summary>A run that nobody records: a test's, or another program's.</summary>
    public static JobAccount Unkept() => new((_, _) => Task.CompletedTask);

    /// <summary>Something it did, for everyone who sees the run.</summary>
    /// <param name="key">A key of the words; <paramref name="args"/> are numbers, days, periods or plain words, never what somebody wrote.</param>
    public void Did(string key, params object[] args) => DidFor(null, key, args);

    /// <summary>Something it did in one pole, for that pole's eyes.</summary>
    public void DidFor(string? poleId, string key, params object[] args) => _notes.Add((poleId, new(key, args)));

    /// <summary>How far it is; shown live.</summary>
    public Task Progress(long done, long total) => progress(done, total);
}
