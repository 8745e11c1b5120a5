namespace Ptce.Workspace.Tests;

/// <summary>Hears the steps of one store, in the thread that takes them: what it throws is what the step meets.</summary>
public sealed class StepsOf : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Db _db;
    private readonly Action<string> _hear;
    private readonly IDisposable _subscription;

    public StepsOf(Db db, Action<string> hear)
    {
        (_db, _hear) = (db, hear);
        _subscription = Db.Steps.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> step)
    {
        if (step.Value == _db) _hear(step.Key);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscription.Dispose();
}
