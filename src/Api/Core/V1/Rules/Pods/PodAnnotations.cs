namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Annotations that mean something to Kubernetes.</summary>
internal static class PodAnnotations
{
    public const string Mirror = "kubernetes.io/config.mirror";
    public const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";
    public const string SeccompPod = "seccomp.security.alpha.kubernetes.io/pod";
    public const string SeccompContainerPrefix = "container.seccomp.security.alpha.kubernetes.io/";
    public const string AppArmorPrefix = "container.apparmor.security.beta.kubernetes.io/";
    public const string LocalhostPrefix = "localhost/";
    public const string RuntimeDefault = "runtime/default";
    public const string Unconfined = "unconfined";

    public static bool IsAppArmor(string key) => key.StartsWith(AppArmorPrefix, StringComparison.Ordinal);

    public static bool IsSeccompContainer(string key) => key.StartsWith(SeccompContainerPrefix, StringComparison.Ordinal);

    /// <summary>Has the key any meaning here?</summary>
    public static bool IsSpecial(string key) => key is Mirror or DeletionCost or SeccompPod || IsAppArmor(key) || IsSeccompContainer(key);
}
