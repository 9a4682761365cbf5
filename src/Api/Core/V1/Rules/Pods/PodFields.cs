using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The enumerated fields of pod specs.</summary>
internal static class PodFields
{
    public static readonly EnumField RestartPolicy = EnumField.AsDeclared<PodSpec>("restartPolicy");
    public static readonly EnumField DnsPolicy = EnumField.OfTexts("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
    public static readonly EnumField PreemptionPolicy = EnumField.AsDeclared<PodSpec>("preemptionPolicy");
    public static readonly EnumField TerminationMessagePolicy = EnumField.AsDeclared<Container>("terminationMessagePolicy");
    public static readonly EnumField ImagePullPolicy = EnumField.Of<Container>("imagePullPolicy");
    public static readonly EnumField PortProtocol = EnumField.Of<ContainerPort>("protocol");
    public static readonly EnumField HttpScheme = EnumField.Of<HTTPGetAction>("scheme");
    public static readonly EnumField MountPropagation = EnumField.Of<VolumeMount>("mountPropagation");
    public static readonly EnumField RecursiveReadOnly = EnumField.OfTexts("Disabled", "Enabled", "IfPossible");
    public static readonly EnumField ProcMount = EnumField.AsDeclared<SecurityContext>("procMount");
    public static readonly EnumField ProfileType = EnumField.OfTexts("Localhost", "RuntimeDefault", "Unconfined");
    public static readonly EnumField FsGroupChangePolicy = EnumField.Of<PodSecurityContext>("fsGroupChangePolicy");
    public static readonly EnumField SupplementalGroupsPolicy = EnumField.Of<PodSecurityContext>("supplementalGroupsPolicy");
    public static readonly EnumField SELinuxChangePolicy = EnumField.OfTexts("MountOption", "Recursive");
    public static readonly EnumField WhenUnsatisfiable = EnumField.Of<TopologySpreadConstraint>("whenUnsatisfiable");
    public static readonly EnumField NodeInclusionPolicy = EnumField.Of<TopologySpreadConstraint>("nodeAffinityPolicy");
    public static readonly EnumField TolerationOperator = EnumField.OfTexts("Equal", "Exists");
    public static readonly EnumField TaintEffect = EnumField.AsDeclared<Toleration>("effect");
    public static readonly EnumField ResizeResource = EnumField.OfTexts("cpu", "memory");
    public static readonly EnumField ResizeRestartPolicy = EnumField.OfTexts("NotRequired", "RestartContainer");
    public static readonly EnumField InitRestartPolicy = EnumField.OfTexts("Always");
    public static readonly EnumField OperatingSystem = EnumField.OfTexts("linux", "windows");
}
