using System.Security.AccessControl;
using System.Security.Principal;

namespace SalesforcePS.Binding;

/// <summary>Tells whether others than the owner can read a file.</summary>
internal static class FileExposure
{
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static bool IsReadableByOthers(string path) =>
        OperatingSystem.IsWindows() ? IsReadableByEveryone(path) : (File.GetUnixFileMode(path) & OthersRead) != 0;

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static bool IsReadableByEveryone(string path)
    {
        SecurityIdentifier[] groups =
        [
            new(WellKnownSidType.WorldSid, null),
            new(WellKnownSidType.AuthenticatedUserSid, null),
            new(WellKnownSidType.BuiltinUsersSid, null),
        ];
        return new FileInfo(path).GetAccessControl()
            .GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
            .Cast<FileSystemAccessRule>()
            .Any(rule => rule.AccessControlType == AccessControlType.Allow
                && rule.FileSystemRights.HasFlag(FileSystemRights.ReadData)
                && groups.Contains(rule.IdentityReference));
    }
}
