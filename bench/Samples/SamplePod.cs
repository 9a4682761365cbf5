using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Cloudlet.Bench;

namespace CloudletK8s.Bench.Samples;

/// <summary>The pod of about 3 kB that everything here is measured with, in its forms.</summary>
internal static class SamplePod
{
    public const string Namespace = "default";

    public static KindInfo Kind { get; } = BuiltInKinds.Of<Pod>();

    /// <summary>As a client sends it.</summary>
    public static byte[] Sent(string name = "checkout", int revision = 1) => PodManifest.For(Namespace, name, revision);

    public static TreeObject Decoded(string name = "checkout", int revision = 1) =>
        JsonTreeReader.Read(Sent(name, revision), Kind.Schema, DecodeOptions.Default).Tree ?? throw new InvalidOperationException("the sample is no pod");

    /// <summary>As it is validated and stored, but for what the server adds.</summary>
    public static TreeObject Defaulted(string name = "checkout", int revision = 1)
    {
        var tree = Decoded(name, revision);
        ObjectDefaults.Apply(tree, Kind.Schema);
        return tree;
    }

    public static byte[] Stored(string name = "checkout") => JsonTreeWriter.WriteForStore(Defaulted(name)).Json;
}
