using System.Runtime.CompilerServices;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>What an object takes out of quotas; worked out once for each revision of it.</summary>
internal sealed record CountedObject(TreeObject Tree, Dictionary<string, Quantity> Usage)
{
    private static readonly ConditionalWeakTable<object, CountedObject> Known = [];

    public static CountedObject Of<T>(T obj) where T : class, IApiObject => Known.GetValue(obj, static key => Count((T)key));

    public bool IsIn(ResourceQuotaSpec quota, bool isPod) => QuotaScopes.Match(quota, isPod, Tree);

    private static CountedObject Count<T>(T obj) where T : class, IApiObject
    {
        var tree = RecordBinder.Write(obj);
        return new(tree, QuotaUsage.Of(BuiltInKinds.Of<T>(), tree));
    }
}
