using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>What a webhook answered.</summary>
/// <param name="Patch">A JSON patch; empty: none.</param>
internal sealed record ReviewAnswer(bool Allowed, TreeObject? Result, byte[] Patch, string PatchType, IReadOnlyList<string> Warnings);
