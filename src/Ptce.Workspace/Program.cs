using Ptce.Workspace;

// No verb: serve. Everything else is in Console/, the same commands through another door.
return await Verbs.Run(args);

/// <summary>The entry point, named so that the tests can start the real host.</summary>
public sealed partial class Program;
