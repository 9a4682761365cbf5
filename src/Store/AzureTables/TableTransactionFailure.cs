using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.AzureTables;

/// <param name="Index">Of the operation that failed; -1 when the service did not say.</param>
internal sealed record TableTransactionFailure(int Index, int Status, string Code, string Message)
{
    private const int PreconditionFailed = 412;

    /// <summary>Null when the failure is not one that the port has a value for.</summary>
    public RefusalReason? Reason => Code switch
    {
        TableErrorCode.EntityAlreadyExists => RefusalReason.AlreadyExists,
        TableErrorCode.ResourceNotFound or TableErrorCode.EntityNotFound => RefusalReason.NotFound,
        TableErrorCode.UpdateConditionNotSatisfied => RefusalReason.Stale,
        _ => Status == PreconditionFailed ? RefusalReason.Stale : null,
    };
}
