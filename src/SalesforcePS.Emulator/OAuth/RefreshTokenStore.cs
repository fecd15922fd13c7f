using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>The refresh tokens of the org, in its database. Those that rotation replaced are remembered: their use is a sign of theft.</summary>
internal sealed class RefreshTokenStore
{
    private const string Prefix = "5Aep861";

    private readonly OrgDatabase database;
    private readonly SessionStore sessions;

    public RefreshTokenStore(OrgDatabase database, SessionStore sessions)
    {
        this.database = database;
        this.sessions = sessions;
        database.Write((connection, _) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS _refresh_token (token TEXT PRIMARY KEY, grant_id TEXT, user TEXT, scope TEXT, is_replaced INTEGER)";
            return command.ExecuteNonQuery();
        });
    }

    public RefreshToken Create(string userId, string scope) => Add(new RefreshToken(NewToken(), RandomText.Create(16), userId, scope));

    /// <summary>The token that is valid; null where there is none.</summary>
    public RefreshToken? Find(string token) => database.Write((_, _) => Read(token) is (var found, false) ? found : null);

    /// <summary>
    /// The token that is valid after this use: another one where they rotate. A token that was replaced before revokes
    /// all that came of its sign-in. Null where it is not valid.
    /// </summary>
    public RefreshToken? Use(string token, bool isRotating)
    {
        var reused = "";
        var valid = database.Write((_, _) =>
        {
            if (Read(token) is not var (known, isReplaced))
                return null;
            if (isReplaced)
                reused = known.GrantId;
            if (isReplaced || !isRotating)
                return isReplaced ? null : known;
            database.Prepare("UPDATE _refresh_token SET is_replaced = 1 WHERE token = ?").Bind(1, token).Step();
            return Add(known with { Token = NewToken() });
        });
        if (reused.Length > 0)
            Revoke(reused);
        return valid;
    }

    /// <summary>Ends the refresh tokens and the sessions of a sign-in.</summary>
    public void Revoke(string grantId)
    {
        database.Write((_, _) => database.Prepare("DELETE FROM _refresh_token WHERE grant_id = ?").Bind(1, grantId).Step());
        sessions.RemoveGrant(grantId);
    }

    private RefreshToken Add(RefreshToken token)
    {
        database.Write((_, _) => database.Prepare("INSERT INTO _refresh_token VALUES (?, ?, ?, ?, 0)")
            .Bind(1, token.Token).Bind(2, token.GrantId).Bind(3, token.UserId).Bind(4, token.Scope).Step());
        return token;
    }

    private (RefreshToken Token, bool IsReplaced)? Read(string token)
    {
        var statement = database.Prepare("SELECT grant_id, user, scope, is_replaced FROM _refresh_token WHERE token = ?").Bind(1, token);
        if (!statement.Step())
            return null;
        var found = new RefreshToken(token, (string)statement.Value(0)!, (string)statement.Value(1)!, (string)statement.Value(2)!);
        var isReplaced = statement.Integer(3) != 0;
        statement.Reset();
        return (found, isReplaced);
    }

    private static string NewToken() => Prefix + RandomText.Create(80);
}
