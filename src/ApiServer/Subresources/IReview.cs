using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>A kind that is answered at once and never stored: creating one asks a question.</summary>
internal interface IReview
{
    ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken);
}
