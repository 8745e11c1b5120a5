namespace Ptce.Workspace.Tests;

/// <summary>What a test needs from the machine and does not find: skipped with the reason at a desk, a failure where CI=true.</summary>
public static class Absent
{
    /// <param name="sentence">What is missing, and what would bring it.</param>
    public static void Skip(string sentence)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(sentence);
        Assert.Skip(sentence);
    }
}
