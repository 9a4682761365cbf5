using CloudletK8s.Api.Conversions;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Conversions;

public class AutoscalerOfEitherVersion
{
    private const string V2 =
        """
        {"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","metadata":{"name":"a","annotations":{"own":"1"}},
         "spec":{"scaleTargetRef":{"kind":"Deployment","name":"web","apiVersion":"apps/v1"},"minReplicas":1,"maxReplicas":5,
          "metrics":[
           {"type":"Pods","pods":{"metric":{"name":"rps","selector":{"matchLabels":{"a":"b"}}},"target":{"type":"AverageValue","averageValue":"10"}}},
           {"type":"Object","object":{"describedObject":{"kind":"Service","name":"s","apiVersion":"v1"},"target":{"type":"Value","value":"2"},"metric":{"name":"hits"}}},
           {"type":"External","external":{"metric":{"name":"queue"},"target":{"type":"AverageValue","averageValue":"30"}}},
           {"type":"Resource","resource":{"name":"memory","target":{"type":"AverageValue","averageValue":"1Gi"}}},
           {"type":"ContainerResource","containerResource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":60},"container":"main"}},
           {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":70}}}],
          "behavior":{"scaleDown":{"stabilizationWindowSeconds":60,"policies":[{"type":"Pods","value":1,"periodSeconds":15}]}}},
         "status":{"currentReplicas":2,"desiredReplicas":3,
          "currentMetrics":[{"type":"Resource","resource":{"name":"cpu","current":{"averageValue":"300m","averageUtilization":30}}}],
          "conditions":[{"type":"AbleToScale","status":"True","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}
        """;

    [Fact]
    public void In_v1_shows_the_cpu_target_and_keeps_the_rest_in_annotations()
    {
        var v1 = KindConversions.Convert(Json.Object(V2), AutoscalerConversion.V1);

        Assert.Equal(
            """{"scaleTargetRef":{"kind":"Deployment","name":"web","apiVersion":"apps/v1"},"minReplicas":1,"maxReplicas":5,"targetCPUUtilizationPercentage":70}""",
            Json.Text(v1.Object("spec")));
        Assert.Equal("""{"currentReplicas":2,"desiredReplicas":3,"currentCPUUtilizationPercentage":30}""", Json.Text(v1.Object("status")));

        var annotations = v1.Object("metadata", "annotations")!;
        Assert.Equal("1", annotations.Text("own"));
        Assert.Equal(
            """{"ScaleUp":null,"ScaleDown":{"StabilizationWindowSeconds":60,"SelectPolicy":null,"Policies":[{"Type":"Pods","Value":1,"PeriodSeconds":15}]}}""",
            annotations.Text("autoscaling.alpha.kubernetes.io/behavior"));
        Assert.Equal(
            """[{"type":"Resource","resource":{"name":"cpu","currentAverageUtilization":30,"currentAverageValue":"300m"}}]""",
            annotations.Text("autoscaling.alpha.kubernetes.io/current-metrics"));
        Assert.StartsWith(
            """[{"type":"Pods","pods":{"metricName":"rps","targetAverageValue":"10","selector":{"matchLabels":{"a":"b"}}}},{"type":"Object","object":{"target":{"kind":"Service","name":"s","apiVersion":"v1"},"metricName":"hits","targetValue":"2"}},""",
            annotations.Text("autoscaling.alpha.kubernetes.io/metrics"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_back_from_v1_as_it_was()
    {
        var original = Json.Object(V2);

        var back = KindConversions.Convert(KindConversions.Convert(original, AutoscalerConversion.V1), AutoscalerConversion.V2);

        Assert.Equal(Json.Text(original), Json.Text(back));
    }

    [Fact]
    public void Of_v1_without_any_target_goes_for_eighty_percent_of_cpu()
    {
        var v2 = KindConversions.Convert(
            Json.Object("{'kind':'HorizontalPodAutoscaler','apiVersion':'autoscaling/v1','metadata':{'name':'a'},'spec':{'maxReplicas':3}}"),
            AutoscalerConversion.V2);

        Assert.Equal(
            """[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]""",
            Json.Text(v2.Object("spec")!["metrics"]));
    }

    [Fact]
    public void With_an_annotation_that_is_no_json_is_converted_without_it()
    {
        var v2 = KindConversions.Convert(
            Json.Object("{'kind':'HorizontalPodAutoscaler','apiVersion':'autoscaling/v1','metadata':{'name':'a','annotations':{'autoscaling.alpha.kubernetes.io/metrics':'['}},'spec':{'maxReplicas':3,'targetCPUUtilizationPercentage':5}}"),
            AutoscalerConversion.V2);

        Assert.False(v2.Object("metadata")!.Has("annotations"));
        Assert.Equal(1, v2.Object("spec")!.List("metrics")!.Count);
    }
}
