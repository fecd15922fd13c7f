using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>USING SCOPE: the scopes that describe lists for the object (SOQL reference, "USING SCOPE").</summary>
internal static class ScopeBinder
{
    public static BoundCondition? Limit(BindingContext context, BoundTable root, ScopeClause clause, BoundCondition? where)
    {
        if (Is("everything"))
            return where;
        if (!Is("mine") || root.FindField(SystemFields.OwnerId) is not { } owner)
            throw context.Source.Fault("INVALID_QUERY_SCOPE", clause.Position, $"Scope '{clause.Name}' is not supported for entity '{root.EntityName}'");
        var mine = new BoundComparison(owner, ComparisonOperator.Equal, new BoundScalar(context.UserId));
        return where is null ? mine : new BoundLogical(true, [mine, where]);

        bool Is(string name) => clause.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
