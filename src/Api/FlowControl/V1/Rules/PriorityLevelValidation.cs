using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.FlowControl.V1.Rules;

internal static class PriorityLevelValidation
{
    private const int MostQueues = 10_000_000;

    /// <summary>As many bits of a request's hash as choose its queues.</summary>
    private const int HashBits = 60;

    public static void Validate(string name, PriorityLevelConfigurationSpec spec, FieldPath path, FieldErrors errors)
    {
        if (name == "exempt" != (spec.Type == "Exempt"))
            errors.Invalid(path.Child("type"), spec.Type ?? "", "type must be 'Exempt' if and only if name is 'exempt'");

        switch (spec.Type)
        {
            case "Exempt":
                if (spec.Limited is not null)
                    errors.Forbidden(path.Child("limited"), "must be nil if the type is not Limited");
                if (spec.Exempt is not null)
                    ValidateShares(spec.Exempt.NominalConcurrencyShares, spec.Exempt.LendablePercent, path.Child("exempt"), errors);
                break;
            case "Limited":
                if (spec.Exempt is not null)
                    errors.Forbidden(path.Child("exempt"), "must be nil if the type is Limited");
                if (spec.Limited is null)
                    errors.Required(path.Child("limited"), "must not be empty when type is Limited");
                else
                    ValidateLimited(spec.Limited, path.Child("limited"), errors);
                break;
            default:
                errors.NotSupported(path.Child("type"), spec.Type ?? "", ["Exempt", "Limited"]);
                break;
        }
    }

    private static void ValidateShares(int? shares, int? lendable, FieldPath path, FieldErrors errors)
    {
        if (shares < 0)
            errors.Invalid(path.Child("nominalConcurrencyShares"), shares, "must be a non-negative integer");
        if (lendable is < 0 or > 100)
            errors.Invalid(path.Child("lendablePercent"), lendable, "must be between 0 and 100, inclusive");
    }

    private static void ValidateLimited(LimitedPriorityLevelConfiguration limited, FieldPath path, FieldErrors errors)
    {
        ValidateShares(limited.NominalConcurrencyShares, null, path, errors);
        ValidateResponse(limited.LimitResponse ?? new(), path.Child("limitResponse"), errors);
        ValidateShares(null, limited.LendablePercent, path, errors);
        if (limited.BorrowingLimitPercent < 0)
            errors.Invalid(path.Child("borrowingLimitPercent"), limited.BorrowingLimitPercent, "if specified, must be a non-negative integer");
    }

    private static void ValidateResponse(LimitResponse response, FieldPath path, FieldErrors errors)
    {
        switch (response.Type)
        {
            case "Reject":
                if (response.Queuing is not null)
                    errors.Forbidden(path.Child("queuing"), "must be nil if limited.limitResponse.type is not Limited");
                break;
            case "Queue":
                if (response.Queuing is null)
                    errors.Required(path.Child("queuing"), "must not be empty if limited.limitResponse.type is Limited");
                else
                    ValidateQueuing(response.Queuing, path.Child("queuing"), errors);
                break;
            default:
                errors.NotSupported(path.Child("type"), response.Type ?? "", ["Queue", "Reject"]);
                break;
        }
    }

    private static void ValidateQueuing(QueuingConfiguration queuing, FieldPath path, FieldErrors errors)
    {
        if (queuing.QueueLengthLimit <= 0)
            errors.Invalid(path.Child("queueLengthLimit"), queuing.QueueLengthLimit, "must be positive");

        if (queuing.Queues <= 0)
            errors.Invalid(path.Child("queues"), queuing.Queues, "must be positive");
        else if (queuing.Queues > MostQueues)
            errors.Invalid(path.Child("queues"), queuing.Queues, $"must not be greater than {MostQueues}");

        if (queuing.HandSize <= 0)
        {
            errors.Invalid(path.Child("handSize"), queuing.HandSize, "must be positive");
        }
        else if (queuing.HandSize > queuing.Queues)
        {
            errors.Invalid(path.Child("handSize"), queuing.HandSize, $"should not be greater than queues ({queuing.Queues})");
        }
        else if (RequiredBits(queuing.Queues, queuing.HandSize) > HashBits)
        {
            errors.Invalid(
                path.Child("handSize"),
                queuing.HandSize,
                $"required entropy bits of deckSize {queuing.Queues} and handSize {queuing.HandSize} should not be greater than {HashBits}");
        }
    }

    private static int RequiredBits(int queues, int hand) => (int)Math.Ceiling(Math.Log2(queues) * hand);
}
