using System.Collections.Concurrent;

namespace Ptce.Workspace;

/// <summary>Development without a mail server: letters become .eml files, and their links can be shown on the page that asked.</summary>
public sealed class MailFolder
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _links = [];

    public MailFolder(StoreSettings store) => Path = Directory.CreateDirectory(System.IO.Path.Combine(store.Folder, "mail")).FullName;

    public string Path { get; }

    public void Written(string subjectId, Letter letter)
    {
        if (letter.Act is { } act) Of(subjectId).TrySetResult(act.Href);
    }

    /// <summary>The link of the letter about this object, once it is written; null when none came in time.</summary>
    public async Task<string?> Link(string subjectId, TimeSpan patience)
    {
        var link = Of(subjectId).Task;
        return await Task.WhenAny(link, Task.Delay(patience)) == link ? await link : null;
    }

    private TaskCompletionSource<string> Of(string subjectId) =>
        _links.GetOrAdd(subjectId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
