namespace CloudletK8s.Api.Cel.Types;

/// <summary>What a call does. The arguments have the types of its signature.</summary>
internal delegate object? CelFunction(CelRun run, object?[] arguments);
