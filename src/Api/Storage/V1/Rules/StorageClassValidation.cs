using System.Text;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Storage.V1.Rules;

internal static class StorageClassValidation
{
    private const int MaxParameters = 512;
    private const int MaxParameterBytes = 256 * 1024;

    private static readonly EnumField ReclaimPolicies = EnumField.OfTexts("Delete", "Retain");
    private static readonly EnumField BindingModes = EnumField.Of<StorageClass>("volumeBindingMode");

    public static void Validate(StorageClass record, FieldErrors errors)
    {
        var provisioner = record.Provisioner ?? "";
        if (provisioner.Length == 0)
            errors.Required(FieldPath.Root("provisioner"));
        else
            errors.Invalid(FieldPath.Root("provisioner"), provisioner.ToLowerInvariant(), QualifiedNames.Name(provisioner.ToLowerInvariant()));

        ValidateParameters(record.Parameters, FieldPath.Root("parameters"), errors);
        if (record.ReclaimPolicy is { Length: > 0 } policy && !ReclaimPolicies.Has(policy))
            errors.NotSupported(FieldPath.Root("reclaimPolicy"), policy, ReclaimPolicies.Values);
        if (record.VolumeBindingMode is not { } mode)
            errors.Required(FieldPath.Root("volumeBindingMode"));
        else if (!BindingModes.Has(mode))
            errors.NotSupported(FieldPath.Root("volumeBindingMode"), mode, BindingModes.Values);
        ValidateTopologies(record.AllowedTopologies ?? [], FieldPath.Root("allowedTopologies"), errors);
    }

    private static void ValidateParameters(IReadOnlyDictionary<string, string>? parameters, FieldPath path, FieldErrors errors)
    {
        if (parameters is null)
            return;

        if (parameters.Count > MaxParameters)
        {
            errors.TooLong(path, MaxParameters);
            return;
        }

        var size = 0L;
        foreach (var (key, value) in parameters)
        {
            if (key.Length == 0)
                errors.Invalid(path, key, "field can not be empty.");
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
        }

        if (size > MaxParameterBytes)
            errors.TooLong(path, MaxParameterBytes);
    }

    private static void ValidateTopologies(IReadOnlyList<TopologySelectorTerm> terms, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < terms.Count; i++)
        {
            var at = path.Index(i).Child("matchLabelExpressions");
            var sets = ValidateTopology(terms[i].MatchLabelExpressions ?? [], at, errors);
            if (!seen.Add(sets))
                errors.Duplicate(at, "");
        }
    }

    /// <returns>What the term allows, written so that equal terms give equal texts.</returns>
    private static string ValidateTopology(IReadOnlyList<TopologySelectorLabelRequirement> requirements, FieldPath path, FieldErrors errors)
    {
        var sets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < requirements.Count; i++)
        {
            var key = requirements[i].Key ?? "";
            var values = requirements[i].Values ?? [];
            if (values.Count == 0)
                errors.Required(path.Index(i).Child("values"));

            var known = new SortedSet<string>(StringComparer.Ordinal);
            for (var v = 0; v < values.Count; v++)
            {
                if (!known.Add(values[v]))
                    errors.Duplicate(path.Index(i).Child("values").Index(v), values[v]);
            }

            errors.Invalid(path.Index(i).Child("key"), key, QualifiedNames.Name(key));
            if (!sets.TryAdd(key, string.Join('\n', known)))
                errors.Duplicate(path.Index(i).Child("key"), key);
        }

        return string.Join("\n\n", sets.Select(pair => $"{pair.Key}\n{pair.Value}"));
    }
}
