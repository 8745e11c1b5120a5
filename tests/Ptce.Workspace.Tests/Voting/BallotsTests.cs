namespace Ptce.Workspace.Tests;

/// <summary>The counting of votes, by the formula of domain.md §5.3.</summary>
public sealed class BallotsTests
{
    private static readonly College[] Five =
    [
        new("f", "Fondateurs", 3000), new("s", "Salariés", 2000), new("c", "Clients", 2000), new("p", "Prestataires", 2000), new("l", "Collectivités locales", 1000),
    ];

    private static VotingRules ByCollege => VotingRules.Usual with { Colleges = Five };

    private static IEnumerable<Voice> Votes(string? college, int yes, int no, int abstain = 0, int silent = 0, Attending attending = Attending.Present) =>
        Enumerable.Range(0, yes + no + abstain + silent).Select(n =>
            new Voice($"{college}{attending}{n}", college, attending, n < yes ? Stance.Yes : n < yes + no ? Stance.No : n < yes + no + abstain ? Stance.Abstain : null));

    private static List<Voice> Worked => [.. Votes("f", 2, 0), .. Votes("s", 1, 3), .. Votes("c", 3, 0), .. Votes("p", 0, 1), .. Votes("l", 5, 5)];

    [Fact]
    public void The_worked_vote_of_five_colleges_comes_to_sixty_percent_and_is_adopted()
    {
        var outcome = Ballots.Of(ByCollege.Checked(), Worked);
        Assert.Equal(new Share(60, 100), outcome.Result);
        Assert.True(outcome.Adopted);
        Assert.Equal([30m, 5m, 20m, 0m, 5m], outcome.Colleges.Select(c => c.Brings.Percent));
        Assert.Equal((11L, 9L, 20L), (outcome.All.Yes, outcome.All.No, outcome.All.Base));
    }

    [Fact]
    public void A_college_without_a_vote_is_left_out_or_counts_for_nothing_as_the_pole_has_said()
    {
        List<Voice> voices = [.. Worked.Where(v => v.CollegeId != "p"), .. Votes("p", 0, 0, silent: 4)];
        var dropped = Ballots.Of(ByCollege, voices);
        Assert.Equal(new Share(75, 100), dropped.Result); // .60 ÷ .80
        Assert.Equal(["Prestataires"], dropped.Left);
        var zero = Ballots.Of(ByCollege with { Empty = EmptyCollege.Zero }, voices);
        Assert.Equal(new Share(60, 100), zero.Result);
        Assert.Equal(["Prestataires"], zero.Left);
        Assert.Equal(Share.None, Ballots.Of(ByCollege, [.. Votes("f", 0, 0, silent: 3)]).Result);
    }

    [Fact]
    public void Where_the_majority_of_a_college_moves_its_whole_weight_a_tie_moves_none()
    {
        var outcome = Ballots.Of(ByCollege with { Voice = CollegeVoice.Whole }, Worked);
        Assert.Equal(new Share(50, 100), outcome.Result); // founders .3 and clients .2; five to five moves nothing
        Assert.False(outcome.Adopted);
        Assert.True(Ballots.Of(ByCollege with { Voice = CollegeVoice.Whole }, [.. Worked, .. Votes("l", 1, 0, attending: Attending.Represented)]).Adopted);
    }

    [Theory]
    [InlineData(MajorityBase.Members, 20, false)]               // 6 of 20
    [InlineData(MajorityBase.Present, 12, false)]               // 6 of 12: half is not more than half
    [InlineData(MajorityBase.PresentAndRepresented, 14, false)]
    [InlineData(MajorityBase.Voters, 11, true)]                 // 6 of 11
    [InlineData(MajorityBase.Expressed, 10, true)]              // 6 of 10
    public void The_base_decides_among_whom_the_yes_are_a_majority(MajorityBase @base, int among, bool adopted)
    {
        List<Voice> voices = [.. Votes(null, 6, 4, 1, 1), .. Votes(null, 0, 0, silent: 2, attending: Attending.Represented), .. Votes(null, 0, 0, silent: 6, attending: Attending.Absent)];
        var outcome = Ballots.Of(VotingRules.Usual with { Base = @base }, voices);
        Assert.Equal((among, adopted), ((int)outcome.All.Base, outcome.Adopted));
    }

    [Fact]
    public void Two_thirds_are_two_thirds_and_no_rounding_decides()
    {
        var rules = VotingRules.Usual with { Threshold = new(2, 3), Strictly = false };
        Assert.True(Ballots.Of(rules, [.. Votes(null, 2, 1)]).Adopted);
        Assert.True(Ballots.Of(rules, [.. Votes(null, 200, 100)]).Adopted);
        Assert.False(Ballots.Of(rules, [.. Votes(null, 199, 100)]).Adopted);
        Assert.True(Ballots.Of(VotingRules.Usual with { Threshold = Share.Whole, Strictly = false }, [.. Votes(null, 7, 0, 2)]).Adopted);
        Assert.Equal(66.7m, new Share(2, 3).Percent);
    }

    [Fact]
    public void Without_the_quorum_nothing_is_adopted_and_who_votes_from_afar_takes_part()
    {
        var rules = VotingRules.Usual with { Quorum = Share.Half };
        List<Voice> voices = [.. Votes(null, 4, 0), .. Votes(null, 0, 0, silent: 5, attending: Attending.Absent)];
        var outcome = Ballots.Of(rules, voices);
        Assert.Equal((5L, 4L, false, false), (outcome.QuorumNeeded, outcome.Taking, outcome.HasQuorum, outcome.Adopted));
        voices[^1] = voices[^1] with { Said = Stance.No };
        Assert.True(Ballots.Of(rules, voices).Adopted);
        Assert.False(Ballots.Of(VotingRules.Usual, []).Adopted);
        Assert.False(Ballots.Of(VotingRules.Usual, [.. Votes(null, 0, 0, 3)]).Adopted);
    }

    [Fact]
    public void One_person_carries_no_more_absent_voices_than_the_limit()
    {
        var (carried, beyond) = Proxies.Within(2, [("a", "x"), ("b", "x"), ("c", "x"), ("d", "y"), ("a", "y")]);
        Assert.Equal(["a:x", "b:x", "d:y"], carried.Select(c => $"{c.Key}:{c.Value}"));
        Assert.Equal(["c"], beyond);
        Assert.Equal(["a"], Proxies.Within(0, [("a", "x")]).Beyond);
    }

    [Fact]
    public void Rules_that_the_law_does_not_take_are_refused()
    {
        Assert.Equal("weights", Why(ByCollege with { Colleges = [.. Five.Take(4)] }).Field);                                                    // 90 %
        Assert.Equal("voting.refused.colleges", Why(ByCollege with { Colleges = [new("a", "A", 5000), new("b", "B", 5000)] }).Key);             // two
        Assert.Equal("voting.refused.weight", Why(ByCollege with { Colleges = [new("a", "A", 6000), new("b", "B", 2000), new("c", "C", 2000)] }).Key); // 60 %
        Assert.Equal("voting.refused.weight", Why(ByCollege with { Colleges = [new("a", "A", 4500), new("b", "B", 4600), new("c", "C", 900)] }).Key);  // 9 %
        Assert.Equal("threshold", Why(VotingRules.Usual with { Threshold = Share.None }).Field);
        Assert.Equal("threshold", Why(VotingRules.Usual with { Threshold = Share.Whole }).Field);
        Assert.Equal("proxies", Why(VotingRules.Usual with { MostProxies = 21 }).Field);

        static Refused Why(VotingRules rules) => Assert.Throws<Refused>(() => rules.Checked());
    }

    [Fact]
    public void A_result_is_a_part_of_the_whole_and_never_falls_with_one_more_yes()
    {
        var chance = new Random(1947_09_10);
        for (var round = 0; round < 500; round++)
        {
            var rules = ByCollege with
            {
                Base = (MajorityBase)chance.Next(5),
                Empty = EmptyCollege.Zero,
                Voice = (CollegeVoice)chance.Next(2),
            };
            var voices = Enumerable.Range(0, 1 + chance.Next(30)).Select(n => new Voice($"{n}", Five[chance.Next(5)].Id, (Attending)chance.Next(3), chance.Next(4) is var c && c < 3 ? (Stance)c : null)).ToList();
            var before = Ballots.Of(rules, voices);
            Assert.InRange(before.Result.Percent, 0m, 100m);
            var no = voices.FindIndex(v => v.Said == Stance.No);
            if (no < 0) continue;
            voices[no] = voices[no] with { Said = Stance.Yes };
            Assert.True(Ballots.Of(rules, voices).Result >= before.Result);
        }
    }
}
