using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Storage;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Sessions;

/// <summary>Sessions as the database keeps them.</summary>
internal sealed class SessionTable(OrgDatabase database)
{
    /// <summary>
    /// Forgets the sessions that were last used before the moment, and gives the others. Those of users who can no longer
    /// sign in are left where they are: the users may come back.
    /// </summary>
    public IReadOnlyList<Session> Load(UserDirectory users, DateTimeOffset oldest) => database.Write((connection, _) =>
    {
        Create(connection);
        database.Prepare("DELETE FROM _session WHERE last_used <= ?").Bind(1, oldest.ToUnixTimeMilliseconds()).Step();
        using var statement = new PreparedStatement(connection, "SELECT id, user, scope, grant_id, is_password_expired, created, last_used FROM _session");
        var sessions = new List<Session>();
        while (statement.Step())
        {
            if (users.Find((string)statement.Value(1)!) is { } account)
            {
                sessions.Add(new Session((string)statement.Value(0)!, account.Caller, Moment(statement.Integer(5)), Moment(statement.Integer(6)))
                {
                    Scope = statement.Value(2) as string,
                    GrantId = statement.Value(3) as string,
                    IsPasswordExpired = statement.Integer(4) != 0,
                });
            }
        }

        return sessions;
    });

    public void Add(Session session) => database.Write((_, _) => database
        .Prepare("INSERT INTO _session (id, user, scope, grant_id, is_password_expired, created, last_used) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .Bind(1, session.Id).Bind(2, session.User.UserId).Bind(3, session.Scope).Bind(4, session.GrantId)
        .Bind(5, session.IsPasswordExpired ? 1L : 0L).Bind(6, session.Created.ToUnixTimeMilliseconds()).Bind(7, session.LastUsed.ToUnixTimeMilliseconds()).Step());

    public void Save(Session session, DateTimeOffset lastUsed)
    {
        session.LastSaved = lastUsed;
        database.Write((_, _) => database.Prepare("UPDATE _session SET last_used = ? WHERE id = ?")
            .Bind(1, lastUsed.ToUnixTimeMilliseconds()).Bind(2, session.Id).Step());
    }

    public void RenewPassword(string userId) =>
        database.Write((_, _) => database.Prepare("UPDATE _session SET is_password_expired = 0 WHERE user = ?").Bind(1, userId).Step());

    public void Remove(string id) => database.Write((_, _) => database.Prepare("DELETE FROM _session WHERE id = ?").Bind(1, id).Step());

    public void Clear() => database.Write((_, _) => database.Prepare("DELETE FROM _session").Step());

    private static void Create(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS _session (id TEXT PRIMARY KEY, user TEXT, scope TEXT, grant_id TEXT, "
            + "is_password_expired INTEGER, created INTEGER, last_used INTEGER)";
        command.ExecuteNonQuery();
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
