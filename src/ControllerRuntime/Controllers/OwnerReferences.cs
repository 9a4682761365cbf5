using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>Who owns whom.</summary>
public static class OwnerReferences
{
    /// <summary>The owner that manages the object; null: nobody does.</summary>
    public static OwnerReference? Controller(IApiObject obj)
    {
        var owners = obj.Metadata?.OwnerReferences;
        for (var i = 0; i < owners?.Count; i++)
        {
            if (owners[i].Controller == true)
                return owners[i];
        }

        return null;
    }

    public static bool IsControlledBy(IApiObject obj, IApiObject owner) =>
        Controller(obj) is { } controller && controller.Uid == owner.Metadata?.Uid;

    /// <summary>What a child carries that is made for this owner.</summary>
    public static OwnerReference ToController<T>(T owner) where T : class, IApiObject
    {
        var kind = BuiltInKinds.Of<T>();
        return new()
        {
            ApiVersion = kind.ApiVersion,
            Kind = kind.Kind,
            Name = owner.Metadata?.Name,
            Uid = owner.Metadata?.Uid,
            Controller = true,
            BlockOwnerDeletion = true,
        };
    }
}
