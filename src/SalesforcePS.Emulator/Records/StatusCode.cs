namespace SalesforcePS.Emulator.Records;

/// <summary>The status codes of the partner WSDL that this org gives.</summary>
internal static class StatusCode
{
    public const string AllOrNoneRolledBack = "ALL_OR_NONE_OPERATION_ROLLED_BACK";
    public const string AlreadyInProcess = "ALREADY_IN_PROCESS";
    public const string CannotDisableLastAdmin = "CANNOT_DISABLE_LAST_ADMIN";
    public const string CannotUpdateConvertedLead = "CANNOT_UPDATE_CONVERTED_LEAD";
    public const string CannotWriteEntity = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
    public const string CircularDependency = "CIRCULAR_DEPENDENCY";
    public const string DeleteFailed = "DELETE_FAILED";
    public const string DuplicateExternalId = "DUPLICATE_EXTERNAL_ID";
    public const string DuplicatesDetected = "DUPLICATES_DETECTED";
    public const string DuplicateValue = "DUPLICATE_VALUE";
    public const string EntityIsDeleted = "ENTITY_IS_DELETED";
    public const string EntityIsLocked = "ENTITY_IS_LOCKED";
    public const string FieldCustomValidationException = "FIELD_CUSTOM_VALIDATION_EXCEPTION";
    public const string FieldFilterValidationException = "FIELD_FILTER_VALIDATION_EXCEPTION";
    public const string FieldIntegrityException = "FIELD_INTEGRITY_EXCEPTION";
    public const string FileSizeLimitExceeded = "FILE_SIZE_LIMIT_EXCEEDED";
    public const string InsufficientAccess = "INSUFFICIENT_ACCESS_OR_READONLY";
    public const string InsufficientAccessOnCrossReference = "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY";
    public const string InvalidCrossReferenceKey = "INVALID_CROSS_REFERENCE_KEY";
    public const string InvalidEmailAddress = "INVALID_EMAIL_ADDRESS";
    public const string InvalidField = "INVALID_FIELD";
    public const string InvalidFieldForInsertUpdate = "INVALID_FIELD_FOR_INSERT_UPDATE";
    public const string InvalidIdField = "INVALID_ID_FIELD";
    public const string InvalidOperation = "INVALID_OPERATION";
    public const string InvalidOrNullForRestrictedPicklist = "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST";
    public const string InvalidSessionId = "INVALID_SESSION_ID";
    public const string InvalidStatus = "INVALID_STATUS";
    public const string InvalidType = "INVALID_TYPE";
    public const string InvalidTypeOnFieldInRecord = "INVALID_TYPE_ON_FIELD_IN_RECORD";
    public const string JsonParserError = "JSON_PARSER_ERROR";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string MalformedId = "MALFORMED_ID";
    public const string ManagerNotDefined = "MANAGER_NOT_DEFINED";
    public const string MergeFailed = "MERGE_FAILED";
    public const string MissingArgument = "MISSING_ARGUMENT";
    public const string NoApplicableProcess = "NO_APPLICABLE_PROCESS";
    public const string NotFound = "NOT_FOUND";
    public const string NumberOutsideValidRange = "NUMBER_OUTSIDE_VALID_RANGE";
    public const string RequiredFieldMissing = "REQUIRED_FIELD_MISSING";
    public const string StringTooLong = "STRING_TOO_LONG";
    public const string UnableToLockRow = "UNABLE_TO_LOCK_ROW";
    public const string UndeleteFailed = "UNDELETE_FAILED";
}
