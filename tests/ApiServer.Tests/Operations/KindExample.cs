namespace CloudletK8s.ApiServer.Tests.Operations;

/// <summary>One object of a kind: what else it has than metadata, and what its status may become where that is a resource of its own.</summary>
/// <param name="Path">From the root to the collection; {ns} where the namespace goes.</param>
/// <param name="Status">A merge patch's status; empty where there is none.</param>
/// <param name="Name">Where the kind's own rules say how it is called; {n} makes it unique.</param>
public sealed record KindExample(string Path, string Body, string Status = "", string Name = "thing{n}")
{
    public override string ToString() => Path;
}
