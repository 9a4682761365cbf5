using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Reconcilers.Scales;

/// <param name="Scale">Null: it was refused.</param>
internal sealed record ScaleAnswer(Scale? Scale, Status? Refusal);
