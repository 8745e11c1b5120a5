namespace Ptce.Workspace;

/// <summary>"On revient à « 2h hier au cotech » ?": what was set aside for something else, offered again once that is finished.</summary>
/// <remarks>A yes takes it up again, which is the <see cref="Conversations"/>' own affair; anything else is heard as if nothing waited.</remarks>
public sealed class AsideMatter : Matter
{
    internal const string Name = "aside";

    public override string Code => Name;

    protected override string Drop => "conversation.leave_it";

    protected override string Presents(Talk talk, Pending pending) => talk.Say["conversation.back_to", Conversations.Quoted(pending.Aside!)];

    protected override Card Card(Talk talk, Pending pending) => new("", [], []);

    protected override IReadOnlyList<Choice> Acts(Talk talk, Pending pending) => [new(talk.Say["conversation.go_back"], talk.Say["conversation.yes"], Primary: true)];
}
