using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

internal static class DeleteCollectionVerb
{
    /// <summary>Deletions of one request that wait for the store together, so that they share its commits.</summary>
    private const int Concurrency = 64;

    public static async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var options = DeleteOptionsBody.Read(scope.Request);
        var page = await ListVerb.Page(scope, cancellationToken);
        var deleted = new StoredObject?[page.Objects.Count];
        await Parallel.ForAsync(0, deleted.Length, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken }, One);
        return new VerbResult.List(scope.Resource, page with { Objects = [.. deleted.OfType<StoredObject>()] });

        async ValueTask One(int index, CancellationToken cancelled)
        {
            try
            {
                (deleted[index], _) = await DeleteVerb.Delete(scope, page.Objects[index].Key, options, writer, cancelled);
            }
            catch (ApiException e) when (e.Code == 404)
            {
                // Somebody else was faster; that is what was asked for.
            }
        }
    }
}
