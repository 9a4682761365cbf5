using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <summary>What is known beforehand of the variables "request" and "namespaceObject".</summary>
internal static class AdmissionTypes
{
    private static readonly CelType Texts = CelType.ListOf(CelType.Text);
    private static readonly CelType Labels = CelType.MapOf(CelType.Text, CelType.Text);

    private static readonly CelType Kind = Object("kubernetes.GroupVersionKind", ("group", CelType.Text), ("version", CelType.Text), ("kind", CelType.Text));

    private static readonly CelType Resource =
        Object("kubernetes.GroupVersionResource", ("group", CelType.Text), ("version", CelType.Text), ("resource", CelType.Text));

    private static readonly CelType User = Object(
        "kubernetes.UserInfo",
        ("username", CelType.Text), ("uid", CelType.Text), ("groups", Texts), ("extra", CelType.MapOf(CelType.Text, Texts)));

    private static readonly CelType Condition = Object(
        "kubernetes.NamespaceCondition",
        ("status", CelType.Text), ("type", CelType.Text), ("lastTransitionTime", CelType.Timestamp), ("message", CelType.Text), ("reason", CelType.Text));

    private static readonly CelType Metadata = Object(
        "kubernetes.NamespaceMetadata",
        ("name", CelType.Text), ("generateName", CelType.Text), ("namespace", CelType.Text), ("labels", Labels), ("annotations", Labels),
        ("UID", CelType.Text), ("creationTimestamp", CelType.Timestamp), ("deletionGracePeriodSeconds", CelType.Int),
        ("deletionTimestamp", CelType.Timestamp), ("generation", CelType.Int), ("resourceVersion", CelType.Text), ("finalizers", Texts));

    public static CelType Request { get; } = Object(
        "kubernetes.AdmissionRequest",
        ("kind", Kind), ("resource", Resource), ("subResource", CelType.Text), ("requestKind", Kind), ("requestResource", Resource),
        ("requestSubResource", CelType.Text), ("name", CelType.Text), ("namespace", CelType.Text), ("operation", CelType.Text),
        ("userInfo", User), ("dryRun", CelType.Bool), ("options", CelType.Dyn));

    public static CelType Namespace { get; } = Object(
        "kubernetes.Namespace",
        ("metadata", Metadata),
        ("spec", Object("kubernetes.NamespaceSpec", ("finalizers", Texts))),
        ("status", Object("kubernetes.NamespaceStatus", ("conditions", CelType.ListOf(Condition)), ("phase", CelType.Text))));

    private static CelType Object(string name, params (string Name, CelType Type)[] fields) =>
        CelType.Object(name, () => fields.ToDictionary(field => field.Name, field => field.Type));
}
