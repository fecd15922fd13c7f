namespace SalesforcePS.Pipeline;

/// <summary>How the verbose stream speaks of transports.</summary>
internal static class TransportNames
{
    /// <summary>Why an automatic choice fell on this one.</summary>
    public static string Reason(SfApi chosen, string option) => $"{Of(chosen)}: -{option} asks for it.";

    private static string Of(SfApi transport) => transport switch
    {
        SfApi.Bulk => "Bulk 2.0",
        SfApi.Bulk1 => "Bulk 1.0",
        _ => transport.ToString().ToUpperInvariant(),
    };
}
