using System.Globalization;
using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>The ports of services on the nodes, and the one for health checks of load balancers.</summary>
internal sealed class ServicePorts(TakenValues values)
{
    private const string HealthCheck = "healthCheckNodePort";

    public TakenValues Values => values;

    /// <summary>The ports that a spec holds.</summary>
    public static IEnumerable<string> Of(TreeObject? spec)
    {
        if (spec is null)
            yield break;

        if (ServiceTypes.NeedsNodePort(spec))
        {
            foreach (var port in Ports(spec))
            {
                if (port.Whole("nodePort") is { } number and > 0)
                    yield return Text(number);
            }
        }

        if (ServiceTypes.NeedsHealthCheckNodePort(spec) && spec.Whole(HealthCheck) is { } check and > 0)
            yield return Text(check);
    }

    public async ValueTask Reserve(ServiceWork work, CancellationToken cancellationToken)
    {
        var mine = Of(work.Old).ToHashSet();
        var had = mine.ToList();
        if (ServiceTypes.NeedsNodePort(work.Spec))
        {
            await TakeGiven(work, mine, cancellationToken);
            if (work.Spec.Text("type") == "NodePort" || work.Spec.Flag("allocateLoadBalancerNodePorts") != false)
                await FillIn(work, mine, cancellationToken);
        }

        if (ServiceTypes.NeedsHealthCheckNodePort(work.Spec))
            await ReserveHealthCheck(work, mine, cancellationToken);
        foreach (var port in had.Except(Of(work.Spec)))
            work.Reservation.WillDrop(values, port);
    }

    private async ValueTask TakeGiven(ServiceWork work, HashSet<string> mine, CancellationToken cancellationToken)
    {
        var index = -1;
        foreach (var port in Ports(work.Spec))
        {
            index++;
            if (port.Whole("nodePort") is not ({ } number and > 0))
                continue;

            var text = Text(number);
            if (!mine.Add(text))
                continue;

            if (await values.Take(text, work.Owner, work.DryRun, cancellationToken) is { } refusal)
            {
                var errors = new FieldErrors();
                errors.Invalid(FieldPath.Root("spec").Child("ports").Index(index).Child("nodePort"), number, refusal);
                throw ApiErrors.Invalid("", "Service", work.Owner.Name, errors.All);
            }

            Took(work, text);
        }
    }

    private async ValueTask FillIn(ServiceWork work, HashSet<string> mine, CancellationToken cancellationToken)
    {
        foreach (var port in Ports(work.Spec))
        {
            if ((port.Whole("nodePort") ?? 0) > 0)
                continue;

            // The same port in another protocol keeps its number.
            var twin = Ports(work.Spec).FirstOrDefault(other => other.Whole("port") == port.Whole("port")
                && other.Text("protocol") != port.Text("protocol") && (other.Whole("nodePort") ?? 0) > 0);
            if (twin is not null && !Ports(work.Spec).Any(other => other.Whole("nodePort") == twin.Whole("nodePort") && other.Text("protocol") == port.Text("protocol")))
            {
                port.Set("nodePort", twin.Whole("nodePort")!.Value);
                continue;
            }

            var taken = await values.TakeAny(work.Owner, mine.Contains, work.DryRun, cancellationToken)
                ?? throw ApiErrors.Internal($"failed to allocate a nodePort: {values.Range.Full}");
            mine.Add(taken);
            Took(work, taken);
            port.Set("nodePort", long.Parse(taken));
        }
    }

    private async ValueTask ReserveHealthCheck(ServiceWork work, HashSet<string> mine, CancellationToken cancellationToken)
    {
        if (work.Spec.Whole(HealthCheck) is { } wanted and > 0)
        {
            if (!mine.Add(Text(wanted)))
                return;
            if (await values.Take(Text(wanted), work.Owner, work.DryRun, cancellationToken) is { } refusal)
                throw ApiErrors.Internal($"failed to allocate requested HealthCheck NodePort {wanted}: {refusal}");
            Took(work, Text(wanted));
            return;
        }

        var taken = await values.TakeAny(work.Owner, mine.Contains, work.DryRun, cancellationToken)
            ?? throw ApiErrors.Internal($"failed to allocate a HealthCheck NodePort {0}: {values.Range.Full}");
        Took(work, taken);
        work.Spec.Set(HealthCheck, long.Parse(taken));
    }

    private void Took(ServiceWork work, string port)
    {
        if (!work.DryRun)
            work.Reservation.Took(values, port);
    }

    private static IEnumerable<TreeObject> Ports(TreeObject spec) => spec.List("ports")?.Objects() ?? [];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
