namespace Ptce.Workspace;

/// <summary>The slices, one line each: what the web host and the console verbs both stand on.</summary>
public static class Slices
{
    public static void AddSlices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStore(configuration);
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Channels>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Actors>();
        services.AddSingleton<People>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Site>();
        services.AddSingleton<Poles>();
        services.AddSingleton<Members>();
        services.AddSingleton<Contributions>();
        services.AddSingleton<EvidenceFiles>();
        services.AddSingleton<LineEvidence>();
        services.AddSingleton<StaffLoans>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<StaffLoans>());
        services.AddSingleton<Rates>();
        services.AddSingleton<SecurityCeilings>();
        services.AddSingleton<Digests>();
        services.AddSingleton<DigestJson>();
        services.AddSingleton<Packs>();
        services.AddSingleton<StaffCosts>();
        services.AddSingleton<DeclaredFigures>();
        services.AddSingleton<DeclaredTexts>();
        services.AddSingleton<Expenditures>();
        services.AddSingleton<Objectives>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Objectives>());
        services.AddSingleton<Exports>();
        services.AddSingleton<Workshops>();
        services.AddSingleton<Proceedings>();
        services.AddSingleton<Yields>();
        services.AddSingleton<Voting>();
        services.AddSingleton<Decisions>();
        services.AddSingleton<Minutes>();
        services.AddSingleton<Actions>();
        services.AddSingleton<AgendaBrings>();
        services.AddSingleton<DatePolls>();
        services.AddSingleton<Guests>();
        services.AddSingleton<SchoolHolidays>();
        services.AddSingleton<IWriteNotices, ActionDueNotice>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Decisions>());
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Actions>());
        services.AddSingleton<Conversations>();
        services.AddSingleton<TeamsAccounts>();
        services.AddSingleton<TeamsAddresses>();
        services.AddSingleton<TeamsCards>();
        services.AddSingleton<TeamsRooms>().AddSingleton<RoomNames>();
        services.AddSingleton<Acknowledged>();
        services.AddConversations();
        services.AddSingleton<Waiting>();
        services.AddSingleton<Feed>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Contributions>());
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Digests>());
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Members>());
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Workshops>());
        services.AddSingleton<Taps>();
        services.AddSingleton<Notices>();
        services.AddSingleton<IBringElsewhere>(s => s.GetRequiredService<Notices>());
        services.AddSingleton<IReachPeople, MailReach>();
        services.AddSingleton<TeamsReach>().AddSingleton<IReachPeople>(s => s.GetRequiredService<TeamsReach>());
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<ITakeTaps, Unsubscribing>();
        services.AddSingleton<ITakeTaps, Answering>();
        services.AddSingleton<ITakeTaps, Confirming>();
        services.AddSingleton<ITakeTaps, Agreeing>();
        services.AddSingleton<ITakeTaps, DateAnswering>();
        foreach (var topic in new[] { MeetingNotices.Invitation, MeetingNotices.Reminder, MeetingNotices.Change })
            services.AddSingleton<IWriteNotices>(s => ActivatorUtilities.CreateInstance<MeetingNotices>(s, topic));
        services.AddSingleton<Newsletters>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Newsletters>());
        services.AddNotices<NewsletterNotice>();
        services.AddNotices<PreparationNotice>();
        services.AddNotices<FacilitationNotice>();
        services.AddNotices<LinesWaiting>();
        services.AddNotices<LineToConfirm>();
        services.AddNotices<DailyAsk>();
        services.AddNotices<MatchNotices>();
        services.AddNotices<AgreementNotices>();
        services.AddNotices<OfferNotices>();
        services.AddNotices<ExpiredOffers>();
        services.AddNotices<SavedSearches>();
        services.AddNotices<FoundMatches>();
        services.AddNotices<BookingNotices>();
        services.AddNotices<DigestNotices>();
        services.AddNotices<DateNotices>();
        services.AddSingleton<Offers>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Offers>());
        services.AddSingleton<Bookings>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Bookings>());
        services.AddSingleton<Cooperations>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Cooperations>());
        services.AddSingleton<Photos>();
        services.AddSingleton<Showcase>();
        services.AddSingleton<Purchases>();
        services.AddSingleton<Agreements>();
        services.AddSingleton<Observatory>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<JobRuns>());
        services.AddSingleton<Backups>();
        services.AddSingleton<Retention>();
        services.AddSingleton<Diagnostics>();
        services.AddSingleton<Webhooks>();
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Webhooks>());
        services.AddSingleton<INameSubjects>(s => s.GetRequiredService<Agreements>());
    }

    /// <summary>A slice that writes notices, and has a call of its own for the schedule.</summary>
    private static void AddNotices<T>(this IServiceCollection services) where T : class, IWriteNotices
    {
        services.AddSingleton<T>();
        services.AddSingleton<IWriteNotices>(s => s.GetRequiredService<T>());
    }
}
