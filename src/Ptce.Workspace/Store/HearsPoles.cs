using System.Threading.Channels;

namespace Ptce.Workspace;

/// <summary>Hears each commit of the poles, one pole after the other, what came meanwhile once; and at the start, what a stop left behind.</summary>
/// <remarks>What fails is no loss: it is taken up with the pole's next commit, or at the next start.</remarks>
public abstract class HearsPoles(Db db, ILogger log) : BackgroundService
{
    private readonly Channel<string> _news = Channel.CreateUnbounded<string>();

    /// <summary>The poles in which a stop may have left something behind.</summary>
    protected abstract Task<IReadOnlyList<string>> Behind();

    /// <summary>Something happened in a pole.</summary>
    protected abstract Task Hear(string poleId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        db.News += Heard;
        try
        {
            await Try(async () =>
            {
                foreach (var pole in await Behind()) await Try(() => Hear(pole));
            });
            while (await _news.Reader.WaitToReadAsync(stoppingToken))
            {
                var poles = new HashSet<string>();
                while (_news.Reader.TryRead(out var pole)) poles.Add(pole);
                foreach (var pole in poles) await Try(() => Hear(pole));
            }
        }
        catch (OperationCanceledException) { }
        finally { db.News -= Heard; }
    }

    private void Heard(PoleNews news) => _news.Writer.TryWrite(news.PoleId);

    private async Task Try(Func<Task> act)
    {
        try { await act(); }
        catch (Exception e) when (e is not OperationCanceledException) { log.LogWarning("{Who} takes up later what it heard: {Kind}", GetType().Name, e.GetType().Name); }
    }
}
