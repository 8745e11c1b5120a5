namespace Ptce.Workspace.Tests;

/// <summary>Waits for what happens by itself, in another thread or process.</summary>
public static class Soon
{
    public static Task True(Func<bool> condition, string? sentence = null) => True(() => Task.FromResult(condition()), sentence);

    public static async Task True(Func<Task<bool>> condition, string? sentence = null, int seconds = 60)
    {
        for (var patience = DateTime.UtcNow.AddSeconds(seconds); !await condition(); await Task.Delay(10))
            Assert.True(DateTime.UtcNow < patience, sentence ?? $"What should happen did not, in {seconds} seconds.");
    }
}
