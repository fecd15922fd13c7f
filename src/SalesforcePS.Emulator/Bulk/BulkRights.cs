using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>What only some users may do with the Bulk API.</summary>
internal static class BulkRights
{
    public const string HardDeleteDenied = "hardDelete operation requires special user profile permission, please contact your system administrator";

    public static bool Allow(RequestUser user, BulkOperation operation) =>
        operation != BulkOperation.HardDelete || user.Access.Has(UserPermission.BulkApiHardDelete);
}
