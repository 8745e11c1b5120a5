namespace Ptce.Workspace;

/// <summary>Everything the pole can be told or asked in words, one line each. What is not here is answered as not understood.</summary>
public static class ConversationMatters
{
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Conversations>();
        services.AddSingleton<Matter, TimeMatter>();
        services.AddSingleton<Matter, LoanMatter>();
        services.AddSingleton<Matter, StaffLoanMatter>();
        services.AddSingleton<Matter, OfferMatter>();
        services.AddSingleton<Matter, NeedMatter>();
        services.AddSingleton<Matter, CooperationMatter>();
        services.AddSingleton<RsvpMatter>();
        services.AddSingleton<Matter>(all => all.GetRequiredService<RsvpMatter>());
        services.AddSingleton<Matter, CorrectMatter>();
        services.AddSingleton<Matter, CancelLastMatter>();
        services.AddSingleton<Matter, CancelEntryMatter>();
        services.AddSingleton<Matter, TotalMatter>();
        services.AddSingleton<Matter, NextEventMatter>();

        // Errands, and the buttons of cards about one thing.
        services.AddSingleton<Matter, WeekMatter>();
        services.AddSingleton<Matter, SomeoneMatter>();
        services.AddSingleton<Matter, AsideMatter>();
        services.AddSingleton<Matter, SearchMatter>();
        services.AddSingleton<PointMatter>();
        services.AddSingleton<Matter>(all => all.GetRequiredService<PointMatter>());
        services.AddSingleton<Matter, AgendaItemMatter>();
        services.AddSingleton<Matter, OwnMatter>();
        services.AddSingleton<Matter, ToConfirmMatter>();
        services.AddSingleton<Matter, ToApproveMatter>();
        services.AddSingleton<Matter, LineMatter>();
        services.AddSingleton<Matter, MeetingMatter>();
        services.AddSingleton<Matter, DatesMatter>();
        services.AddSingleton<Matter, DigestMatter>();
        services.AddSingleton<Matter, ReplyMatter>();
        services.AddSingleton<Matter, MatchMatter>();
        services.AddSingleton<Matter, AgreementMatter>();
    }
}
