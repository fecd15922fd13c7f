using System.Globalization;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>How large files may be; one that is larger is refused before a byte of it is sent (rest-api "Insert or Update Blob Data").</summary>
internal static class FileLimits
{
    public const string TooLarge = "FILE_TOO_LARGE";

    public const string Unreadable = "FILE_UNREADABLE";

    public const long LargestVersion = 2L * 1024 * 1024 * 1024;

    public const long LargestAttachment = 500L * 1024 * 1024;

    /// <summary>Of all files in a request that carries several.</summary>
    public const long LargestRequest = 50L * 1024 * 1024;

    public static RecordException? Refusal(InputRecord record, long? limit = null)
    {
        var largest = limit ?? (record.ObjectType == FileKind.Version ? LargestVersion : LargestAttachment);
        var length = FileRecord.ContentOf(record).Length;
        return length <= largest ? null : RecordException.From(
            TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The file has {length:N0} bytes, and the largest {record.ObjectType} that can be sent so has {largest:N0}. Nothing of it was sent."),
            FileKind.BodyOf(record.ObjectType));
    }
}
