using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>What a verb answers, before it is encoded as the client wants it.</summary>
public abstract record VerbResult
{
    /// <summary>An object as it is stored: its bytes can be sent as they are.</summary>
    public sealed record Stored(int Code, ServedResource Resource, StoredObject Object) : VerbResult;

    /// <summary>An object that is not stored, or not so.</summary>
    /// <param name="Kind">What the tree is; Status objects and scales have kinds of their own.</param>
    public sealed record Made(int Code, TreeObject Object, KindInfo? Kind) : VerbResult;

    /// <summary>Nothing to send but the code.</summary>
    public sealed record Empty(int Code) : VerbResult;

    public sealed record List(ServedResource Resource, ListPage Page) : VerbResult;

    public sealed record Watch(ServedResource Resource, WatchPlan Plan) : VerbResult;
}
