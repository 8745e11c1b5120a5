using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Ptce.Workspace.Tests;

/// <summary>Every act × every role × the other pole's ids, over every command: <see cref="RightsTable"/>.</summary>
public abstract class RightsTests(On on) : CastTest(on)
{
    public static TheoryData<Act> Acts => [.. Enum.GetValues<Act>()];

    private Stage Stage => new(Get<IServiceProvider>(), Cast);

    [Theory, MemberData(nameof(Acts))]
    public async Task Each_role_does_what_its_rights_say_and_no_more(Act act)
    {
        var stage = Stage;
        foreach (var row in RightsTable.All.Where(r => r.Act == act))
            foreach (var role in Enum.GetValues<Roles>())
            {
                var actor = stage.With(role);
                var before = await DoneBy(actor);
                var thrown = await Try(row, stage, actor);
                if (actor.May(act) || (row.Or is { } or && actor.May(or)))
                {
                    Assert.True(thrown is null, $"{row.Command} as {role}: {thrown}");
                }
                else
                {
                    Assert.True(thrown is NotAllowed, $"{row.Command} as {role}: {thrown?.ToString() ?? "it was done"}");
                    Assert.Equal(before, await DoneBy(actor));
                }
            }
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task What_is_of_another_pole_is_not_there_whatever_the_role(Act act)
    {
        var stage = Stage;
        foreach (var row in RightsTable.All.Where(r => r.Act == act))
        {
            var thrown = await Try(row, stage, stage.Abroad);
            Assert.True(row.NoForeignId ? thrown is null : thrown is NotHere, $"{row.Command} from the other pole: {thrown?.ToString() ?? "it was done"}");
        }
        Assert.Equal(0, await Db.One<long>("select count(*) from events where pole_id = @Id and actor_id = @PersonId", new { Cast.Pole.Id, Cast.Zora.PersonId }));
    }

    [Fact]
    public void Every_act_has_its_roles_and_its_commands()
    {
        var tried = RightsTable.All.Select(r => r.Act).Concat(RightsTable.AtDoors.Keys).Concat(RightsTable.ToCome).ToHashSet();
        Assert.Equal([], Enum.GetValues<Act>().Except(tried));
        Assert.Empty(RightsTable.ToCome.Intersect(RightsTable.All.Select(r => r.Act)));
        foreach (var act in Enum.GetValues<Act>()) Assert.NotEqual(Roles.None, Rights.Of(act));
        foreach (var story in RightsTable.AtDoors.Values)
            Assert.Contains(typeof(RightsTests).Assembly.GetTypes(), type => type.Name == story.Split('.')[0] && type.GetMethod(story.Split('.')[1]) is not null);
    }

    [Fact]
    public void Every_method_that_takes_an_actor_is_tried()
    {
        var tried = RightsTable.All.Select(r => r.Command).Concat(RightsTable.ForAnyone).ToHashSet();
        var commands = typeof(Actor).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsNested: false } && !typeof(PageModel).IsAssignableFrom(type) && !typeof(Hub).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [var first, ..] && first.ParameterType == typeof(Actor) && method.Name is not "Equals" && !method.IsSpecialName)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToHashSet();
        Assert.Empty(commands.Except(tried));
        Assert.Empty(tried.Except(commands)); // a row for what is gone
    }

    private static async Task<Exception?> Try(Guarded row, Stage stage, Actor actor)
    {
        try
        {
            await row.Try(stage, actor);
            return null;
        }
        catch (Exception e) { return e; }
    }

    private Task<long> DoneBy(Actor actor) => Db.One<long>("select count(*) from events where actor_id = @PersonId", new { actor.PersonId });
}

public sealed class RightsOnSqlite() : RightsTests(On.Sqlite);

public sealed class RightsOnPostgres() : RightsTests(On.Postgres);
