using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>The records that each user made, changed or looked at last.</summary>
internal sealed class RecentItems(OrgDatabase database)
{
    /// <summary>More are forgotten, the oldest first (REST API guide, view recently viewed items).</summary>
    public const int Most = 200;

    public void Add(RequestUser user, IEnumerable<string> ids) => database.Write((_, _) =>
    {
        foreach (var id in ids)
            database.Prepare("INSERT OR REPLACE INTO _recent (user, id) VALUES (?, ?)").Bind(1, user.UserId).Bind(2, id).Step();
        database.Prepare("DELETE FROM _recent WHERE user = ? AND rowid NOT IN (SELECT rowid FROM _recent WHERE user = ? ORDER BY rowid DESC LIMIT ?)")
            .Bind(1, user.UserId).Bind(2, user.UserId).Bind(3, (long)Most).Step();
        return true;
    });

    /// <summary>The last first, deleted ones left out; those of one type only where there is one.</summary>
    public IReadOnlyList<StoredRecord> List(RequestUser user, RecordReader reader, int limit, SObjectType? only = null) =>
        [.. Ids(user)
            .Select(id => (Id: id, Type: user.Access.SchemaOf(database.Schema).FindByKeyPrefix(SalesforceId.KeyPrefix(id))))
            .Where(item => item.Type is not null && (only is null || item.Type.Name == only.Name))
            .Select(item => reader.Retrieve(item.Type!, Fields(item.Type!), [item.Id])[0])
            .OfType<StoredRecord>()
            .Take(limit)];

    private List<string> Ids(RequestUser user) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT id FROM _recent WHERE user = ? ORDER BY rowid DESC");
        statement.Bind(1, user.UserId);
        var ids = new List<string>();
        while (statement.Step())
            ids.Add((string)statement.Value(0)!);
        return ids;
    });

    private static SObjectField[] Fields(SObjectType type)
    {
        var id = type.FindField(SystemFields.Id)!;
        return type.NameField is { } name ? [id, name] : [id];
    }
}
