using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

internal sealed class WithParser(TokenReader reader, ConditionParser conditions)
{
    private const string VisibilityContext = "RecordVisibilityContext";

    private static readonly string[] Modes = ["SECURITY_ENFORCED", "USER_MODE", "SYSTEM_MODE"];
    private static readonly string[] Selectors = ["AT", "ABOVE", "BELOW", "ABOVE_OR_BELOW"];

    public IReadOnlyList<WithClause> Parse()
    {
        var clauses = new List<WithClause>();
        for (var position = reader.Current.Position; reader.AcceptKeyword("WITH"); position = reader.Current.Position)
            clauses.Add(Clause(position));
        return clauses;
    }

    private WithClause Clause(int position)
    {
        if (Array.Find(Modes, word => reader.Current.IsKeyword(word)) is { } mode)
        {
            reader.Next();
            return new WithClause(mode, null, [], position);
        }
        if (reader.Current.IsKeyword("DATA") && reader.Following.IsKeyword("CATEGORY"))
        {
            reader.Next();
            reader.Next();
            return new WithClause("DATA CATEGORY", null, DataCategories(), position);
        }
        if (reader.Current.IsKeyword(VisibilityContext) && reader.Following.IsSymbol("("))
        {
            reader.Next();
            reader.Nested(() => reader.CommaSeparated(conditions.Comparison));
            return new WithClause(VisibilityContext, null, [], position);
        }
        return new WithClause(string.Empty, conditions.Comparison(), [], position);
    }

    private List<DataCategoryFilter> DataCategories()
    {
        var filters = new List<DataCategoryFilter>();
        do
        {
            var group = reader.ExpectName().Text;
            if (Array.Find(Selectors, word => reader.Current.IsKeyword(word)) is not { } selector)
                throw reader.Unexpected();
            reader.Next();
            filters.Add(new DataCategoryFilter(group, selector, Categories()));
        }
        while (reader.AcceptKeyword("AND"));
        return filters;
    }

    private List<string> Categories()
    {
        if (!reader.AcceptSymbol("("))
            return [reader.ExpectName().Text];
        var names = reader.CommaSeparated(() => reader.ExpectName().Text);
        reader.ExpectSymbol(")");
        return names;
    }
}
