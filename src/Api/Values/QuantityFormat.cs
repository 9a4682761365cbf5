namespace CloudletK8s.Api.Values;

/// <summary>The family of suffixes that a quantity was written with and is printed with.</summary>
public enum QuantityFormat
{
    /// <summary>n u m k M G T P E.</summary>
    DecimalSI,

    /// <summary>Ki Mi Gi Ti Pi Ei.</summary>
    BinarySI,

    /// <summary>e6, E-3.</summary>
    DecimalExponent,
}
