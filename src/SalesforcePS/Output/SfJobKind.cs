namespace SalesforcePS;

/// <summary>The kinds of bulk jobs.</summary>
public enum SfJobKind
{
    /// <summary>A Bulk 2.0 job that writes.</summary>
    Bulk2Ingest,

    /// <summary>A Bulk 2.0 job that reads.</summary>
    Bulk2Query,

    /// <summary>A job of Bulk 1.0, of either direction.</summary>
    Bulk1,
}
