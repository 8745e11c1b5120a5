namespace Ptce.Workspace;

/// <summary>"on a répondu avec Elips à l'appel d'offres de la CAVF": a cooperation of two members or more.</summary>
public sealed class CooperationMatter : Matter
{
    public override string Code => Intents.LogCooperation;

    public override Task<Turned> Open(Talk talk, Pending heard) => Task.FromResult(new Turned(new(talk.Say["conversation.no_cooperations_yet"])));
}
