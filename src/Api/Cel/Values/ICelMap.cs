using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>A value with members: a map, or an object with fields.</summary>
internal interface ICelMap
{
    int Count { get; }

    IEnumerable<object> Keys { get; }

    bool TryGet(object key, [MaybeNullWhen(true)] out object? value);
}
