using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Creates, updates and upserts records with the checks that an org makes.</summary>
internal sealed class RecordWriter(OrgDatabase database, TimeProvider time)
{
    private readonly RowWriter rows = new(database);

    public IReadOnlyList<SaveResult> Create(RequestUser user, IReadOnlyList<RecordInput> records, DmlOptions options) =>
        Write(user, records, options, static (session, type, record) => session.Create(type, record));

    public IReadOnlyList<SaveResult> Update(RequestUser user, IReadOnlyList<RecordInput> records, DmlOptions options) =>
        Write(user, records, options, static (session, type, record) => session.Update(type, record));

    /// <summary>All records must be of one type. <paramref name="updateOnly"/> refuses those that match nothing.</summary>
    public IReadOnlyList<SaveResult> Upsert(
        RequestUser user, string externalIdField, IReadOnlyList<RecordInput> records, DmlOptions options, bool updateOnly = false)
    {
        if (records.Count == 0)
            return [];
        var upserted = TypeOf(user, records[0]);
        var keyField = user.Access.Find(upserted)!.FindExternalIdField(externalIdField) ?? throw new ApiException(
            StatusCode.InvalidField,
            $"Field name provided, {externalIdField} does not match an External ID, Salesforce Id, or indexed field for {upserted.Name}");
        user.Access.RequireUpsertBy(keyField);
        var keys = new UpsertKeys(keyField, records);
        return Write(user, records, options, (session, type, record) =>
        {
            if (type != upserted)
                throw new ApiException(StatusCode.InvalidType, "All records of an upsert call must be of one type");
            return keys.ErrorOf(record) is { } error ? WriteSession.Failed(null, error) : session.Upsert(type, keyField, record, updateOnly);
        });
    }

    private IReadOnlyList<SaveResult> Write(
        RequestUser user,
        IReadOnlyList<RecordInput> records,
        DmlOptions options,
        Func<WriteSession, SObjectType, RecordInput, SaveResult> write) =>
        DmlCall.Run(database, options, () =>
        {
            var session = new WriteSession(WriteContext.Start(database, user, options, time), rows);
            var results = new SaveResult[records.Count];
            for (var i = 0; i < results.Length; i++)
                results[i] = write(session, TypeOf(user, records[i]), records[i]);
            return results;
        });

    private SObjectType TypeOf(RequestUser user, RecordInput record)
    {
        if (string.IsNullOrEmpty(record.Type))
            throw new ApiException(StatusCode.InvalidType, "Must send a concrete entity type.");
        return database.Schema.Find(record.Type) is { } type && user.Access.Find(type) is not null ? type : throw new ApiException(
            StatusCode.InvalidType,
            $"sObject type '{record.Type}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' "
                + "after the entity name. Please reference your WSDL or the describe call for the appropriate names.");
    }
}
