namespace SalesforcePS.Emulator.Rights;

/// <summary>The user permissions that change what this org does, by the names that profile metadata has for them.</summary>
internal enum UserPermission
{
    ApiEnabled,

    /// <summary>Bulk jobs may delete past the recycle bin.</summary>
    BulkApiHardDelete,

    /// <summary>May read the records of all objects, whatever the profile says of them.</summary>
    ViewAllData,

    /// <summary>May read and write the records of all objects, whatever the profile says of them.</summary>
    ModifyAllData,
}
