using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

/// <summary>Trees to records and back. What a type needs is worked out when it is first met, property by property.</summary>
public static class RecordBinder
{
    /// <summary>Reads a tree that went through the schema; a member of another type than the record's is left out.</summary>
    public static T Read<T>(TreeObject tree) where T : class => RecordConverter<T>.Instance.ReadObject(tree);

    /// <summary>The tree as Kubernetes would write the record, kind and apiVersion included where the record has them.</summary>
    public static TreeObject Write<T>(T record) where T : class => RecordConverter<T>.Instance.WriteObject(record);

    /// <summary>Whether two records would be written alike; parts that they share are not looked into.</summary>
    public static bool Same<T>(T? one, T? other) where T : class => RecordConverter<T>.Instance.Same(one, other);
}
