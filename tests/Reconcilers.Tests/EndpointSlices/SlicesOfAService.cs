using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.EndpointSlices;

namespace CloudletK8s.Reconcilers.Tests.EndpointSlices;

public sealed class SlicesOfAService
{
    private static readonly Service s_service = new()
    {
        Metadata = new() { Name = "web", Namespace = "shop", Uid = "s1" },
        Spec = new()
        {
            ClusterIP = "10.96.0.9",
            IpFamilies = ["IPv4"],
            Selector = new Dictionary<string, string> { ["app"] = "web" },
            Ports = [new() { Name = "http", Port = 80, Protocol = "TCP", TargetPort = IntOrString.Of(8080) }],
        },
    };

    [Fact]
    public void Hold_a_hundred_endpoints_each()
    {
        var slices = Applied([], Decide(s_service, Pods(250), []));

        Assert.Equal([100, 100, 50], slices.Select(slice => slice.Endpoints!.Count).OrderDescending());
        Assert.Equal(3, slices.Select(slice => slice.Metadata!.Name).Distinct().Count());
    }

    [Fact]
    public void Are_left_alone_when_they_are_right()
    {
        var slices = Applied([], Decide(s_service, Pods(250), []));

        Assert.Empty(Decide(s_service, Pods(250), slices).Steps);
    }

    [Fact]
    public void Take_a_new_endpoint_into_the_one_that_it_fills_best()
    {
        var slices = Applied([], Decide(s_service, Pods(150), []));

        var plan = Decide(s_service, Pods(151), slices);

        var update = Assert.IsType<Write.Update<EndpointSlice>>(Assert.Single(Assert.Single(plan.Steps).Writes));
        Assert.Equal(51, update.Object.Endpoints!.Count);
    }

    [Fact]
    public void Change_only_where_an_endpoint_has_changed()
    {
        var slices = Applied([], Decide(s_service, Pods(250), []));
        var pods = Pods(250);
        pods[7] = pods[7] with { Status = pods[7].Status! with { Conditions = [new() { Type = "Ready", Status = "False" }] } };

        var update = Assert.IsType<Write.Update<EndpointSlice>>(Assert.Single(Assert.Single(Decide(s_service, pods, slices).Steps).Writes));

        Assert.Single(update.Object.Endpoints!, endpoint => endpoint.Conditions!.Ready == false);
    }

    [Fact]
    public void Are_not_repacked_when_pods_leave()
    {
        var slices = Applied([], Decide(s_service, Pods(200), []));

        var left = Applied(slices, Decide(s_service, [.. Pods(200).Where((_, i) => i % 2 == 0)], slices));

        Assert.Equal(2, left.Count);
        Assert.Equal(100, left.Sum(slice => slice.Endpoints!.Count));
    }

    [Fact]
    public void Stand_apart_for_two_families()
    {
        var service = s_service with { Spec = s_service.Spec! with { IpFamilies = ["IPv4", "IPv6"] } };
        List<Pod> pods = [.. Pods(2).Select((pod, i) => pod with { Status = pod.Status! with { PodIPs = [new() { Ip = pod.Status.PodIP }, new() { Ip = $"fd00::{i + 1}" }] } })];

        var slices = Applied([], Decide(service, pods, []));

        Assert.Equal(["IPv4", "IPv6"], slices.Select(slice => slice.AddressType).Order());
        Assert.All(slices, slice => Assert.Equal(2, slice.Endpoints!.Count));
        Assert.Single(Applied(slices, Decide(s_service, pods, slices)));
    }

    [Fact]
    public void Of_a_former_service_of_the_name_are_given_up()
    {
        var former = Applied([], Decide(s_service, Pods(1), []));
        var service = s_service with { Metadata = s_service.Metadata! with { Uid = "s2" } };

        var slices = Applied(former, Decide(service, Pods(1), former));

        Assert.Equal("s2", Assert.Single(Assert.Single(slices).Metadata!.OwnerReferences!).Uid);
        Assert.NotEqual(former[0].Metadata!.Name, slices[0].Metadata!.Name);
    }

    [Fact]
    public void Are_not_made_for_a_service_that_is_leaving()
    {
        var service = s_service with { Metadata = s_service.Metadata! with { DeletionTimestamp = DateTimeOffset.UnixEpoch } };

        Assert.Empty(Decide(service, Pods(3), []).Steps);
    }

    [Fact]
    public void Ask_for_the_same_names_whoever_decides()
    {
        var one = Applied([], Decide(s_service, Pods(250), []));
        var other = Applied([], Decide(s_service, Pods(250), []));

        Assert.Equal(one.Select(slice => slice.Metadata!.Name), other.Select(slice => slice.Metadata!.Name));
    }

    private static Plan Decide(Service service, IReadOnlyList<Pod> pods, IReadOnlyList<EndpointSlice> slices) => EndpointSlicePlan.Decide(new(
        service, pods, slices, static _ => new Node(),
        new("web", service.Metadata!.Uid!, name => slices.Any(slice => slice.Metadata!.Name == name))));

    private static List<EndpointSlice> Applied(IReadOnlyList<EndpointSlice> slices, Plan plan)
    {
        var result = slices.ToDictionary(slice => slice.Metadata!.Name!);
        foreach (var write in plan.Steps.SelectMany(step => step.Writes))
        {
            switch (write)
            {
                case Write.Create<EndpointSlice> create:
                    result.Add(create.Object.Metadata!.Name!, create.Object);
                    break;
                case Write.Update<EndpointSlice> update:
                    result[update.Object.Metadata!.Name!] = update.Object;
                    break;
                case Write.Delete<EndpointSlice> delete:
                    result.Remove(delete.Object.Metadata!.Name!);
                    break;
            }
        }

        return [.. result.Values];
    }

    private static List<Pod> Pods(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Pod
        {
            Metadata = new() { Name = $"web-{i:D4}", Namespace = "shop", Uid = $"p{i}", Labels = new Dictionary<string, string> { ["app"] = "web" } },
            Spec = new() { NodeName = "n" },
            Status = new() { Phase = "Running", PodIP = $"10.0.{i / 200}.{(i % 200) + 1}", Conditions = [new() { Type = "Ready", Status = "True" }] },
        }),
    ];
}
