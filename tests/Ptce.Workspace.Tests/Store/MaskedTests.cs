namespace Ptce.Workspace.Tests;

public sealed class MaskedTests
{
    [Theory]
    [InlineData("550 5.1.1 <amina@val-horizon.test>: unknown", "550 5.1.1 <…@val-horizon.test>: unknown")]
    [InlineData("a.b+c@d.test, e@f.test", "…@d.test, …@f.test")]
    [InlineData("nobody here", "nobody here")]
    public void The_log_names_no_mailbox(string said, string logged) => Assert.Equal(logged, Masked.Text(said));
}
