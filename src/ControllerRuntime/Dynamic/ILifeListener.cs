using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>What a controller makes of the lives of all objects. Called from several threads, and for every turn: it must be quick.</summary>
public interface ILifeListener
{
    /// <summary>What to look at again after this turn.</summary>
    IReadOnlyList<ObjectName> Hear(ObjectLife life);

    /// <summary>What to look at again now that other kinds are served.</summary>
    IReadOnlyList<ObjectName> HearOfKinds() => [];

    /// <summary>Everything that was heard of and could need a look.</summary>
    IReadOnlyList<ObjectName> Everything();
}
