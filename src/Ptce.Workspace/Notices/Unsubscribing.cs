namespace Ptce.Workspace;

/// <summary>The way out of a theme, from the mail itself: the page's button, or the mail program's own (RFC 8058).</summary>
public sealed class Unsubscribing(Notices notices) : ITakeTaps
{
    public const string ThePurpose = "unsubscribe";

    public string Purpose => ThePurpose;

    public async Task<TapPage?> Show(Tap tap, Actor actor)
    {
        var say = new Say(actor.Language);
        var now = (await notices.Preferences(actor.PersonId)).FirstOrDefault(p => p.Theme == tap.SubjectId);
        return now.Theme is null || now.Channels == Preference.None ? null
            : new(say[$"notices.theme.{tap.SubjectId}"], [], say["notices.stop"], "/moi/avis");
    }

    public async Task<string> Take(Tap tap, Actor actor)
    {
        await notices.Prefer(actor.PersonId, tap.SubjectId, Preference.None);
        var say = new Say(actor.Language);
        return say["notices.stopped", say[$"notices.theme.{tap.SubjectId}"]];
    }
}
