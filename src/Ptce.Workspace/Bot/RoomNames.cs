namespace Ptce.Workspace;

/// <summary>What Teams calls the channels and group chats where the bot was named. A message carries ids alone; Teams tells the names when it is asked.</summary>
public sealed class RoomNames(TeamsRooms rooms, Connector connector)
{
    private const int MostNamed = 3; // of the people of a chat without a name, as Teams itself shows it

    /// <summary>Asks once the answer is on its way: nobody waits for a name. Where Teams does not say, the next mention asks again.</summary>
    public async Task Learn(Activity activity, CancellationToken stop)
    {
        var name = activity.IsChannel ? await OfChannel(activity, stop) : await OfPeople(activity.Address(), stop);
        if (name is not "") await rooms.Called(activity.Conversation!.Id!, name);
    }

    private async Task<string> OfChannel(Activity activity, CancellationToken stop)
    {
        if (activity.ChannelData?.Team?.Id is not { Length: > 0 } team) return "";
        var channel = TeamsAddresses.Whole(activity.Conversation!.Id!);
        var channels = await connector.Channels(activity.Address(), team, stop);
        return TeamsRooms.Name(await connector.TeamName(activity.Address(), team, stop), channels.FirstOrDefault(c => c.Id == channel)?.Name);
    }

    private async Task<string> OfPeople(ConversationAddress chat, CancellationToken stop)
    {
        var names = (await connector.Members(chat, stop)).Members.Select(m => m.Name).OfType<string>().Order(StringComparer.CurrentCulture).ToList();
        return string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" +{names.Count - MostNamed}" : "");
    }
}
