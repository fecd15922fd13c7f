using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Translation;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Querying;

/// <summary>A query with its SQL, made once and used for all its pages.</summary>
internal sealed class PreparedQuery
{
    private readonly Lazy<SqlStatement> rows;
    private readonly Lazy<SqlStatement> childKeys;

    public PreparedQuery(BoundQuery query, bool includeDeleted)
    {
        Query = query;
        Translator = new QueryTranslator(query, includeDeleted);
        rows = new Lazy<SqlStatement>(Translator.Rows);
        childKeys = new Lazy<SqlStatement>(Translator.ChildKeys);
        Children = [.. query.Children.Select(child => new PreparedQuery(child.Query, includeDeleted))];
    }

    public BoundQuery Query { get; }

    /// <exception cref="ApiException">The statement is wrong.</exception>
    public static PreparedQuery Parse(OrgDatabase database, string soql, bool includeDeleted, RequestUser user, DateTimeOffset now)
    {
        database.Surroundings.UserId = user.UserId;
        var source = new SoqlText(soql);
        var tree = SoqlParser.Parse(source);
        return new PreparedQuery(new QueryBinder(Context(database, source, user, now)).Bind(tree), includeDeleted);
    }

    public static BindingContext Context(OrgDatabase database, SoqlText source, RequestUser user, DateTimeOffset now) =>
        new(user.Access.SchemaOf(database.Schema), source, now, user.UserId, new Lazy<QuerySettings>(() => QuerySettingsReader.Read(database, user.UserId)));

    public QueryTranslator Translator { get; }

    public SqlStatement Rows => rows.Value;

    public SqlStatement ChildKeys => childKeys.Value;

    /// <summary>In the order of the query's own list of children.</summary>
    public IReadOnlyList<PreparedQuery> Children { get; }
}
