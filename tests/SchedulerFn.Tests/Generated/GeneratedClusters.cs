using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Builders;
using CloudletK8s.SchedulerFn.Tests.Clusters;
using CloudletK8s.SchedulerFn.Tests.Plain;

namespace CloudletK8s.SchedulerFn.Tests.Generated;

/// <summary>What holds of every cluster, whatever happened in it.</summary>
public sealed class GeneratedClusters
{
    private const int Clusters = 400;
    private const int PodsEach = 12;

    [Fact]
    public void Are_equal_to_ones_built_afresh_from_the_same_objects()
    {
        for (var seed = 0; seed < Clusters; seed++)
        {
            var cluster = Lived(100_000 + seed);
            var fresh = new ClusterState(cluster.State.Compiler);
            foreach (var space in cluster.Plain.Namespaces)
                fresh.Apply(space);
            foreach (var pod in cluster.Plain.Pods.Concat(cluster.Plain.Nominated))
                fresh.Apply(pod);
            foreach (var node in cluster.Plain.Nodes)
                fresh.Apply(node);

            Assert.True(StateText.Of(fresh) == StateText.Of(cluster.State), $"Seed {seed}:\n{cluster.Story}\n{StateText.Of(fresh)}\n---\n{StateText.Of(cluster.State)}");
        }
    }

    [Fact]
    public void Are_never_filled_past_what_they_offer_by_the_engine()
    {
        var full = 0;
        for (var seed = 0; seed < Clusters; seed++)
        {
            var random = new Random(seed);
            var given = new Given(string.Join(';', Enumerable.Range(0, 4).Select(number => $"n{number} cpu={random.Next(1, 4)} mem={random.Next(1, 5)}Gi pods={random.Next(2, 8)} gpu={random.Next(3)}")));
            for (var i = 0; i < 40; i++)
            {
                var pod = given.State.Compiler.Compile(PodText.One($"p{i} cpu={random.Next(1, 10)}00m mem={random.Next(1, 10)}00Mi gpu={random.Next(2)}"));
                if (given.Engine.Schedule(pod) is Placement.Placed placed)
                    given.State.Assume(pod, placed.Node);
                else
                    full++;
            }

            var nodes = given.State.Nodes;
            for (var slot = 0; slot < nodes.Slots; slot++)
            {
                Assert.True(nodes.Pods[slot].Count <= nodes.AllowedPods[slot]);
                for (var resource = 0; resource < nodes.Resources.Count; resource++)
                    Assert.True(nodes.Requested[resource][slot] <= nodes.Allocatable[resource][slot], $"Seed {seed}: {nodes.Resources[resource]} on {nodes.Names[slot]}");
            }
        }

        Assert.True(full > Clusters, "The clusters were never full.");
    }

    [Fact]
    public void Give_each_placed_pod_a_node_that_breaks_no_rule()
    {
        for (var seed = 0; seed < Clusters; seed++)
        {
            var cluster = new TwinCluster(200_000 + seed);
            for (var i = 0; i < PodsEach; i++)
            {
                var pod = cluster.NextPod();
                if (cluster.Engine.Schedule(cluster.State.Compiler.Compile(pod)) is Placement.Placed placed)
                {
                    var node = cluster.Plain.Nodes.Find(one => one.Metadata!.Name == placed.Node)!;
                    Assert.True(PlainFilters.AskAmongNominated(cluster.Plain, pod, node) is null, $"Seed {seed}:\n{cluster.Story}");
                    cluster.Place(pod, placed.Node, placed.Volumes);
                }

                cluster.Change();
            }
        }
    }

    [Fact]
    public void Answer_alike_from_equal_seeds()
    {
        for (var seed = 0; seed < 100; seed++)
            Assert.Equal(Answers(seed), Answers(seed));
    }

    [Fact]
    public void Lose_only_less_important_pods_to_a_preemption_and_then_have_room()
    {
        var preemptions = 0;
        for (var seed = 0; seed < Clusters * 2; seed++)
        {
            var cluster = new TwinCluster(300_000 + seed);
            for (var i = 0; i < 4; i++)
            {
                var pod = cluster.NextPod();
                var info = cluster.State.Compiler.Compile(pod);
                if (cluster.Engine.Schedule(info) is not Placement.Unschedulable { Diagnosis.Preemption: PreemptionOutcome.Proposal proposal })
                    continue;

                preemptions++;
                Assert.NotEmpty(proposal.Victims);
                Assert.All(proposal.Victims, victim => Assert.True(victim.Priority < info.Priority));
                cluster.State.Nominate(info, proposal.Node);
                foreach (var victim in proposal.Victims)
                    cluster.State.RemovePod(victim.Key);
                Assert.Equal(proposal.Node, Assert.IsType<Placement.Placed>(cluster.Engine.Schedule(info)).Node);
                break;
            }
        }

        Assert.True(preemptions > 50, $"There were only {preemptions} preemptions.");
    }

    private static TwinCluster Lived(int seed)
    {
        var cluster = new TwinCluster(seed);
        for (var i = 0; i < PodsEach; i++)
        {
            var pod = cluster.NextPod();
            if (cluster.Engine.Schedule(cluster.State.Compiler.Compile(pod)) is Placement.Placed placed)
                cluster.Place(pod, placed.Node, placed.Volumes);
            cluster.Change();
        }

        return cluster;
    }

    private static string Answers(int seed)
    {
        var cluster = new TwinCluster(seed);
        var answers = new List<string>();
        for (var i = 0; i < PodsEach; i++)
        {
            var pod = cluster.NextPod();
            var placement = cluster.Engine.Schedule(cluster.State.Compiler.Compile(pod));
            answers.Add(placement is Placement.Placed placed ? $"{placed.Node} {string.Join(',', placed.Scores)}" : ((Placement.Unschedulable)placement).Diagnosis.Message);
            if (placement is Placement.Placed there)
                cluster.Place(pod, there.Node, there.Volumes);
            cluster.Change();
        }

        return string.Join('\n', answers);
    }
}
