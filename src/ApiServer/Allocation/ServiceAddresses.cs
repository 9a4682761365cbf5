using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>The cluster IPs of services, one for each of their families.</summary>
internal sealed class ServiceAddresses(IReadOnlyList<(string Family, TakenValues Values)> ranges, string reserved)
{
    /// <summary>The addresses that a spec holds.</summary>
    public static IEnumerable<string> Of(TreeObject? spec)
    {
        if (spec is null || !ServiceTypes.NeedsClusterIP(spec))
            return [];

        var all = spec.List("clusterIPs")?.Texts() ?? (spec.Text("clusterIP") is { } only ? [only] : []);
        return all.Where(address => address.Length > 0 && address != ServiceTypes.None);
    }

    public TakenValues Values(string address) => ranges.FirstOrDefault(range => range.Family == FamilyOf(address)).Values ?? ranges[0].Values;

    public async ValueTask Reserve(ServiceWork work, CancellationToken cancellationToken)
    {
        var had = Of(work.Old).ToHashSet();
        if (ServiceTypes.NeedsClusterIP(work.Spec) && work.Spec.Text("clusterIP") != ServiceTypes.None)
            await Fill(work, had, cancellationToken);

        foreach (var address in had.Except(Of(work.Spec)))
            work.Reservation.WillDrop(Values(address), address);
    }

    public async ValueTask Repair(IReadOnlyDictionary<string, Owner> used, CancellationToken cancellationToken)
    {
        // Both families share one resource, so the rows of both are looked through at once.
        foreach (var (_, values) in ranges)
            await values.Repair(used, cancellationToken);
    }

    private async ValueTask Fill(ServiceWork work, HashSet<string> had, CancellationToken cancellationToken)
    {
        var given = Of(work.Spec).ToList();
        var families = work.Spec.List("ipFamilies")?.Texts().ToList() ?? [];
        var addresses = new List<string>();
        for (var i = 0; i < Math.Max(families.Count, 1); i++)
        {
            if (i < given.Count)
            {
                if (!had.Contains(given[i]))
                    await TakeGiven(work, given, given[i], cancellationToken);
                addresses.Add(given[i]);
            }
            else
            {
                addresses.Add(await TakeAny(work, i < families.Count ? families[i] : ranges[0].Family, cancellationToken));
            }
        }

        work.Spec.Set("clusterIP", addresses[0]);
        work.Spec.Set("clusterIPs", TreeList.OfTexts(addresses));
    }

    private async ValueTask TakeGiven(ServiceWork work, List<string> all, string address, CancellationToken cancellationToken)
    {
        var values = Values(address);
        var refusal = address == reserved && work.Owner is not { Namespace: "default", Name: "kubernetes" }
            ? values.Range.Taken
            : await values.Take(address, work.Owner, work.DryRun, cancellationToken);
        if (refusal is not null)
        {
            var errors = new FieldErrors();
            errors.Invalid(FieldPath.Root("spec").Child("clusterIPs"), (IReadOnlyList<string>)all, $"failed to allocate IP {address}: {refusal}");
            throw ApiErrors.Invalid("", "Service", work.Owner.Name, errors.All);
        }

        if (!work.DryRun)
            work.Reservation.Took(values, address);
    }

    private async ValueTask<string> TakeAny(ServiceWork work, string family, CancellationToken cancellationToken)
    {
        var values = ranges.FirstOrDefault(range => range.Family == family).Values
            ?? throw ApiErrors.Internal($"failed to allocate a serviceIP: {family} is not configured on this cluster");
        var address = await values.TakeAny(work.Owner, value => value == reserved, work.DryRun, cancellationToken)
            ?? throw ApiErrors.Internal($"failed to allocate a serviceIP: {values.Range.Full}");
        if (!work.DryRun)
            work.Reservation.Took(values, address);
        return address;
    }

    private static string FamilyOf(string address) => address.Contains(':') ? "IPv6" : "IPv4";
}
