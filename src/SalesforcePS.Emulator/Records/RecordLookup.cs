using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Finds records by id and by external id on the writer's connection.</summary>
internal sealed class RecordLookup(OrgDatabase database)
{
    private readonly Dictionary<string, RecordState> states = [];

    /// <summary>Records of one call often share a parent, so what is found is kept for the length of the call.</summary>
    public RecordState StateOfParent(SObjectType type, string id)
    {
        if (!states.TryGetValue(id, out var state))
        {
            state = StateOf(type, id);
            states.Add(id, state);
        }
        return state;
    }

    public RecordState StateOf(SObjectType type, string id)
    {
        if (!SalesforceId.TryGetKey(id, out var key))
            return RecordState.Missing;
        var statement = database.Prepare(
            $"SELECT \"{SystemFields.IsDeleted}\" FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?");
        if (!statement.Bind(1, key).Step())
            return RecordState.Missing;
        var state = statement.Integer(0) == 0 ? RecordState.Live : RecordState.Deleted;
        statement.Reset();
        return state;
    }

    /// <summary>Ids of the live records with this value, not more than a handful.</summary>
    public List<string> FindBy(SObjectType type, SObjectField field, object value) => Ids(database.Prepare(Sql(type, field)).Bind(1, value));

    /// <summary>Finds Ids by a value of the field, whoever runs it.</summary>
    public static string Sql(SObjectType type, SObjectField field) =>
        $"SELECT \"Id\" FROM {SqlName.Quote(type.Name)} WHERE {SqlName.Quote(field.Column)} = ? AND \"{SystemFields.IsDeleted}\" = 0 LIMIT 5";

    public static List<string> Ids(PreparedStatement statement)
    {
        var ids = new List<string>();
        while (statement.Step())
            ids.Add((string)statement.Value(0)!);
        return ids;
    }
}
