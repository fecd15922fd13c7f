using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Holds a journal against the import that wants to take it up.</summary>
internal static class JournalCheck
{
    /// <exception cref="ImportException">It is the journal of another import.</exception>
    public static void RequireSame(string journal, JournalHeader then, JournalHeader now)
    {
        var difference = true switch
        {
            _ when then.Version != now.Version => "was written by another version of this module",
            _ when then.Path != now.Path => $"is of the file '{then.Path}'",
            _ when then.Length != now.Length || then.Modified != now.Modified => $"is of '{then.Path}' as it was before it was changed",
            _ when then.OrganizationId != now.OrganizationId => $"is of an import into the org {then.OrganizationId}, and this session is with {now.OrganizationId}",
            _ when then.ObjectType != now.ObjectType || then.Operation != now.Operation => $"is of an import '{then.Operation}' of {then.ObjectType}",
            _ when then.SuccessPath != now.SuccessPath || then.ErrorPath != now.ErrorPath => $"is of an import whose results go to '{then.SuccessPath}'",
            _ when then.Arguments != now.Arguments => "is of an import with another mapping, external id, delimiter, encoding, -ClearBlank or -Validate",
            _ => null,
        };
        if (difference is not null)
            throw new ImportException(
                ImportProblem.Journal, $"The journal '{journal}' {difference}: it cannot be taken up. Run the command that began it, or give another -StatePath for a new import.");
    }
}
