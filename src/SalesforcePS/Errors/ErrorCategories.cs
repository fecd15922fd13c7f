using System.Management.Automation;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Errors;

/// <summary>The one table from Salesforce's codes to PowerShell's categories.</summary>
internal static class ErrorCategories
{
    private static readonly Dictionary<string, ErrorCategory> ByCode = new(StringComparer.Ordinal)
    {
        ["INVALID_FIELD"] = ErrorCategory.InvalidArgument,
        ["INVALID_TYPE"] = ErrorCategory.InvalidArgument,
        ["INVALID_PARAMETER"] = ErrorCategory.InvalidArgument,
        ["MALFORMED_QUERY"] = ErrorCategory.SyntaxError,
        ["MALFORMED_SEARCH"] = ErrorCategory.SyntaxError,
        ["INVALID_REPLICATION_DATE"] = ErrorCategory.InvalidArgument,
        ["HTTPS_REQUIRED"] = ErrorCategory.SecurityError,
        ["UNSUPPORTED_API_VERSION"] = ErrorCategory.InvalidArgument,
        ["FOREIGN_ADDRESS"] = ErrorCategory.SecurityError,
        ["EXCEEDED_ID_LIMIT"] = ErrorCategory.LimitsExceeded,
        ["QUERY_TOO_LONG"] = ErrorCategory.LimitsExceeded,
        ["MISSING_ARGUMENT"] = ErrorCategory.InvalidArgument,
        ["MALFORMED_ID"] = ErrorCategory.InvalidArgument,
        ["NOT_FOUND"] = ErrorCategory.ObjectNotFound,
        ["ENTITY_IS_DELETED"] = ErrorCategory.ObjectNotFound,
        ["INVALID_CROSS_REFERENCE_KEY"] = ErrorCategory.ObjectNotFound,
        ["DUPLICATE_VALUE"] = ErrorCategory.ResourceExists,
        ["DUPLICATES_DETECTED"] = ErrorCategory.ResourceExists,
        ["DUPLICATE_EXTERNAL_ID"] = ErrorCategory.ResourceExists,
        ["INSUFFICIENT_ACCESS_OR_READONLY"] = ErrorCategory.PermissionDenied,
        ["INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"] = ErrorCategory.PermissionDenied,
        ["INSUFFICIENT_ACCESS"] = ErrorCategory.PermissionDenied,
        ["ENTITY_IS_LOCKED"] = ErrorCategory.PermissionDenied,
        ["UNABLE_TO_LOCK_ROW"] = ErrorCategory.ResourceBusy,
        ["UNDELETE_FAILED"] = ErrorCategory.InvalidOperation,
        ["DELETE_FAILED"] = ErrorCategory.InvalidOperation,
        ["ALL_OR_NONE_OPERATION_ROLLED_BACK"] = ErrorCategory.OperationStopped,
        ["NOT_SUPPORTED_BY_BULK"] = ErrorCategory.InvalidArgument,
        ["CONTENT_TYPE_NOT_SUPPORTED"] = ErrorCategory.NotImplemented,
        ["JOB_NOT_DONE"] = ErrorCategory.ResourceUnavailable,
        ["JOB_ABORTED"] = ErrorCategory.OperationStopped,
        ["REFRESH_TOKEN_NOT_KEPT"] = ErrorCategory.WriteError,
        ["API_DISABLED_FOR_ORG"] = ErrorCategory.PermissionDenied,
        ["API_CURRENTLY_DISABLED"] = ErrorCategory.PermissionDenied,
        ["FILE_SIZE_LIMIT_EXCEEDED"] = ErrorCategory.LimitsExceeded,
        ["FILE_TOO_LARGE"] = ErrorCategory.LimitsExceeded,
        ["FILE_UNREADABLE"] = ErrorCategory.ReadError,
        ["STORAGE_LIMIT_EXCEEDED"] = ErrorCategory.QuotaExceeded,
    };

    public static ErrorCategory Of(SalesforceException exception) => exception switch
    {
        AuthenticationException => ErrorCategory.AuthenticationError,
        RequestLimitException => ErrorCategory.LimitsExceeded,
        ConnectionException or OutcomeUnknownException => ErrorCategory.ConnectionError,
        ProtocolException => ErrorCategory.ProtocolError,
        FileNotWrittenException => ErrorCategory.WriteError,
        ImportException { Problem: ImportProblem.Column } => ErrorCategory.InvalidArgument,
        ImportException { Problem: ImportProblem.ResultsExist } => ErrorCategory.ResourceExists,
        ImportException => ErrorCategory.InvalidData,
        _ when ByCode.TryGetValue(exception.ErrorCode, out var category) => category,
        // What Salesforce finds wrong with a record is nearly always its data.
        RecordException => ErrorCategory.InvalidData,
        _ => ErrorCategory.InvalidOperation,
    };
}
