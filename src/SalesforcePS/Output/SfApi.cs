namespace SalesforcePS;

/// <summary>The transports.</summary>
public enum SfApi
{
    /// <summary>The module chooses, and says why in the verbose stream.</summary>
    Auto,

    /// <summary>SOAP partner API: 200 records to a request.</summary>
    Soap,

    /// <summary>REST API: queries, and records in collections of 200 to a request.</summary>
    Rest,

    /// <summary>Bulk API 2.0.</summary>
    Bulk,

    /// <summary>Bulk API 1.0: batch sizes, serial mode.</summary>
    Bulk1,
}
