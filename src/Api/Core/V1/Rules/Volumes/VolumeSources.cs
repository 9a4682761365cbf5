using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>Lets a volume have one source: the first counts, every further one is an error.</summary>
internal struct VolumeSources(FieldPath path, FieldErrors errors)
{
    public int Count { get; private set; }

    /// <summary>The source when it is the first that was given.</summary>
    public T? Take<T>(T? source, string name) where T : class
    {
        if (source is null)
            return null;

        if (Count++ == 0)
            return source;

        errors.Forbidden(path.Child(name), "may not specify more than 1 volume type");
        return null;
    }
}
