namespace CloudletK8s.ApiServer.CustomResources.Conversion;

/// <summary>What a conversion webhook sent back is not what it was sent, in another version.</summary>
public sealed class ConversionMistakeException(string message) : Exception(message);
