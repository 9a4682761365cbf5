using System.Reflection;
using Xunit.Sdk;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>Runs a theory with one kubectl: the one on the PATH, or a further version that stands beside it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class KubectlAttribute(string version, params object[] arguments) : DataAttribute
{
    public KubectlAttribute()
        : this("")
    {
    }

    public string Version { get; } = version;

    public object[] Arguments { get; } = arguments;

    public override string? Skip
    {
        get => KubectlProgram.Find(Version) is null ? $"There is no {KubectlProgram.Name(Version)} here." : base.Skip;
        set => base.Skip = value;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Version, .. Arguments]];
}
