namespace SalesforcePS;

/// <summary>What those who see a record may do with a file that is linked to it.</summary>
public enum SfShareType
{
    /// <summary>They may see it.</summary>
    Viewer,

    /// <summary>They may see and change it.</summary>
    Collaborator,

    /// <summary>Whoever may change the record may change the file.</summary>
    Inferred,
}
