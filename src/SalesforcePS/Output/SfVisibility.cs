namespace SalesforcePS;

/// <summary>Who sees a file that is linked to a record.</summary>
public enum SfVisibility
{
    /// <summary>All users who see the record.</summary>
    AllUsers,

    /// <summary>Of those, the internal users.</summary>
    InternalUsers,

    /// <summary>Of those, the users with whom the file is shared.</summary>
    SharedUsers,
}
