namespace Ptce.Workspace;

/// <summary>The last message that was turned away at the bot's door for a reason an administrator can mend, since the program started. In memory: it says what is wrong now.</summary>
/// <remarks>What anybody on the internet can bring about by knocking (no token, a forged one) says nothing of our settings, and is not kept.</remarks>
public sealed class TurnedAway(TimeProvider clock)
{
    private static readonly TokenFault[] Ours = [TokenFault.Audience, TokenFault.Expired, TokenFault.NotYetValid, TokenFault.KeysUnavailable, TokenFault.Tenant];

    /// <param name="Tenant">Whose directory it came from, for <see cref="TokenFault.Tenant"/>.</param>
    public sealed record Knock(DateTimeOffset At, TokenFault Fault, string? Tenant);

    private volatile Knock? last;

    public Knock? Last => last;

    public void Note(TokenFault fault, string? tenant = null)
    {
        if (Ours.Contains(fault)) last = new(clock.GetUtcNow(), fault, tenant);
    }
}
