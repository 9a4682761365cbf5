using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Volumes;

/// <summary>A finalizer that holds an object as long as somebody uses it.</summary>
internal static class Protection
{
    public static Plan Decide<T>(T obj, string finalizer, bool isUsed, Func<T, ObjectMeta, T> withMetadata) where T : class, IApiObject
    {
        var metadata = obj.Metadata!;
        var isHeld = metadata.Finalizers?.Contains(finalizer) == true;
        if (metadata.DeletionTimestamp is null)
            return isHeld ? Plan.Nothing : Plan.Of(new Write.Update<T>(withMetadata(obj, metadata with { Finalizers = [.. metadata.Finalizers ?? [], finalizer] })));

        return isHeld && !isUsed
            ? Plan.Of(new Write.Update<T>(withMetadata(obj, metadata with { Finalizers = [.. metadata.Finalizers!.Where(one => one != finalizer)] })) { Settled = true })
            : Plan.Nothing;
    }
}
