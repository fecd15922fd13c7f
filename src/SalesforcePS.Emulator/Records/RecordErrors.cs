using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using static SalesforcePS.Emulator.Records.StatusCode;

namespace SalesforcePS.Emulator.Records;

/// <summary>The errors of single records, in the words of an org: clients match on them.</summary>
internal static class RecordErrors
{
    public static RecordError AllOrNone() => new(
        AllOrNoneRolledBack, "Record rolled back because not all records were valid and the request was using AllOrNone header", []);

    public static RecordError BadId(string id) => new(MalformedId, $"bad id {id}", []);

    public static RecordError Circular(SObjectField field) => new(
        CircularDependency, $"attempt to violate hierarchy constraints: {field.Name} would lead back to the record itself", [field.Name]);

    public static RecordError Deleted(params string[] fields) => new(EntityIsDeleted, "entity is deleted", fields);

    public static RecordError DuplicateExternalIdInCall(SObjectField field, string value) =>
        new(DuplicateValue, $"Duplicate external id specified: {value}", [field.Name]);

    public static RecordError DuplicateValueOf(SObjectField field, string id) => new(
        DuplicateValue,
        $"duplicate value found: {field.Name} duplicates value on record with id: {id[..SalesforceId.ShortLength]}",
        []);

    public static RecordError Duplicates(DuplicateFinding finding) => new(DuplicatesDetected, "Use one of these records?", []) { Duplicates = finding };

    public static RecordError Email(SObjectField field, string value) =>
        new(InvalidEmailAddress, $"{field.Label}: invalid email address: {value}", [field.Name]);

    public static RecordError EntityNotWriteable(SObjectType type, string operation) =>
        new(CannotWriteEntity, $"entity type cannot be {operation}: {type.Label}", []);

    public static RecordError FileTooLarge(SObjectField field, long largest) =>
        new(FileSizeLimitExceeded, FormattableString.Invariant($"{field.Label}: the file is larger than {largest} bytes"), [field.Name]);

    public static RecordError ForeignKeyAmbiguous(SObjectField field, IReadOnlyList<string> ids) => SeveralMatches(field, ids);

    public static RecordError ForeignKeyNotFound(SObjectField keyField, string value, string typeName) => new(
        InvalidField, $"Foreign key external ID: {value} not found for field {keyField.Name} in entity {typeName}", []);

    public static RecordError IdInInsert() => new(InvalidFieldForInsertUpdate, "cannot specify Id in an insert call", [SystemFields.Id]);

    public static RecordError IdMissing() => new(MissingArgument, "Id not specified in an update call", []);

    public static RecordError LastAdministrator() => new(CannotDisableLastAdmin, "an org must have at least one active administrator", []);

    public static RecordError NoAccess() => new(InsufficientAccess, "insufficient access rights on object id", []);

    public static RecordError NoAccessTo(SObjectField field) =>
        new(InsufficientAccessOnCrossReference, "insufficient access rights on cross-reference id", [field.Name]);

    public static RecordError Locked(IReadOnlyList<string> ids) => new(
        UnableToLockRow,
        FormattableString.Invariant($"unable to obtain exclusive access to this record or {ids.Count} records: {string.Join(",", ids)}"),
        []);

    public static RecordError MalformedIdIn(SObjectField field, string value) =>
        new(MalformedId, $"{field.Label}: id value of incorrect type: {value}", [field.Name]);

    public static RecordError WrongTypeOfId(SObjectField field, string value) =>
        new(FieldIntegrityException, $"{field.Label}: id value of incorrect type: {value}", [field.Name]);

    public static RecordError NoSuchColumn(SObjectType type, string name) =>
        new(InvalidField, $"No such column '{name}' on sobject of type {type.Name}", []) { IsOfRequest = true };

    public static RecordError NoSuchRecord(params string[] fields) => new(InvalidCrossReferenceKey, "invalid cross reference id", fields);

    public static RecordError NotInRecycleBin() => new(UndeleteFailed, "Entity is not in the recycle bin", []);

    public static RecordError NotInRecycleBinToEmpty() => new(InvalidIdField, "Entity is not in the recycle bin", []);

    public static RecordError NothingToUpdate() => new(NotFound, "The requested resource does not exist", []);

    public static RecordError NumberOutOfRange(SObjectField field, object value) => new(
        NumberOutsideValidRange,
        $"{field.Label}: value outside of valid range on numeric field: {ValueParser.Text(value)}",
        [field.Name]);

    public static RecordError OfMaster(RecordError error) => new(
        error.StatusCode,
        $"There were custom validation error(s) encountered while saving the affected record(s). The first validation error encountered was \"{error.Message}\".",
        []);

    public static RecordError OwnDeactivation() => new(FieldIntegrityException, "users cannot deactivate themselves", ["IsActive"]);

    public static RecordError ReadOnly(IReadOnlyList<string> fields) => new(
        InvalidFieldForInsertUpdate,
        $"Unable to create/update fields: {string.Join(", ", fields)}. Please check the security settings of this field "
            + "and verify that it is read/write for your profile or permission set.",
        fields);

    public static RecordError RequiredMissing(IReadOnlyList<string> fields) =>
        new(RequiredFieldMissing, $"Required fields are missing: [{string.Join(", ", fields)}]", fields);

    /// <summary>This message has the label of the page layout, where describe has "Account Rating" for "Rating".</summary>
    public static RecordError RestrictedPicklist(SObjectType type, SObjectField field, string value)
    {
        var prefix = $"{type.Label} ";
        var label = field.Label.StartsWith(prefix, StringComparison.Ordinal) ? field.Label[prefix.Length..] : field.Label;
        return new(InvalidOrNullForRestrictedPicklist, $"{label}: bad value for restricted picklist field: {value}", [field.Name]);
    }

    public static RecordError RecordTypeOfAnother(SObjectField field, string id) => new(
        InvalidCrossReferenceKey, $"{field.Label}: this ID value isn't valid for the user: {id}", [field.Name]);

    public static RecordError SeveralMatches(SObjectField field, IReadOnlyList<string> ids) => new(
        DuplicateExternalId, $"{field.Label}: more than one record found for external id field: [{string.Join(", ", ids)}]", [field.Name])
    {
        MatchingIds = ids,
    };

    public static RecordError StillReferenced(string name, IReadOnlyList<(SObjectType Child, string Name)> by)
    {
        var groups = by.GroupBy(reference => reference.Child)
            .Select(group => $"the following {group.Key.LabelPlural.ToLowerInvariant()}.: {string.Join(", ", group.Select(reference => reference.Name))}\n");
        return new(
            DeleteFailed,
            $"Your attempt to delete {name} could not be completed because it is associated with {string.Concat(groups)}",
            []);
    }

    public static RecordError TooLong(SObjectField field, string value) =>
        new(StringTooLong, $"{field.Label}: data value too large: {value} (max length={field.Length})", [field.Name]);

    public static RecordError Unspecified(SObjectField field) => new(MissingArgument, $"{field.Name} not specified", []);

    public static RecordError WrongType(SObjectField field, object? value) => new(
        InvalidTypeOnFieldInRecord,
        $"{field.Label}: value not of required type: {ValueParser.Text(value)}",
        [field.Name]);
}
