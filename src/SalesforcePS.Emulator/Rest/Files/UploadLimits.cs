using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Files;

/// <summary>Bytes of the files of one multipart body (REST API guide, insert or update blob data).</summary>
internal static class UploadLimits
{
    public const long Collection = 500L * 1024 * 1024;

    private const long Version = 2L * 1024 * 1024 * 1024;

    public static long Of(SObjectType type) => type.Name == "ContentVersion" ? Version : Collection;
}
