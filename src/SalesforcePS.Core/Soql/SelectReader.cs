namespace SalesforcePS.Core.Soql;

/// <summary>Reads the select list and the object of a query. What it cannot make out it leaves to Salesforce to refuse.</summary>
internal sealed class SelectReader
{
    private static readonly string[] AfterFrom = ["USING", "WHERE", "WITH", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FOR", "UPDATE", "ALL"];

    private readonly string soql;
    private readonly List<SoqlToken> tokens;
    private int at;

    private SelectReader(string soql, List<SoqlToken> tokens) => (this.soql, this.tokens) = (soql, tokens);

    /// <summary>Null where the text is not a SELECT statement.</summary>
    public static SelectStatement? Read(string soql) => new SelectReader(soql, SoqlLexer.Read(soql)).ReadStatement();

    private SoqlToken Current => tokens[at];

    private bool AtEnd => Current.Kind == SoqlTokenKind.End;

    private bool Accept(string word)
    {
        if (!Current.Is(soql, word))
            return false;
        at++;
        return true;
    }

    private SelectStatement? ReadStatement()
    {
        if (!Accept("SELECT"))
            return null;
        var items = new List<SelectItem>();
        while (!AtEnd && !Current.Is(soql, "FROM"))
        {
            if (Accept(","))
                continue;
            if (ReadItem() is { } item)
                items.Add(item);
        }
        if (!Accept("FROM") || Current.Kind != SoqlTokenKind.Name)
            return null;
        var from = TakeText();
        var aliases = ReadAliases();
        return new SelectStatement([.. items.Select(aliases.Resolve)], from[(from.LastIndexOf('.') + 1)..], aliases);
    }

    private SelectItem? ReadItem()
    {
        if (Current.Is(soql, "("))
            return ReadSubquery();
        if (Accept("TYPEOF"))
            return ReadTypeOf();
        if (Current.Kind != SoqlTokenKind.Name)
        {
            at++;
            return null;
        }
        var name = TakeText();
        if (!Accept("("))
            return new SelectedField(name, ReadAlias());
        var inner = at;
        SkipToClosing();
        return new SelectedFunction(name, FieldIn(tokens[inner..at]), ReadAlias());
    }

    /// <summary>The one field in a function's brackets, however deep: <c>FORMAT(convertCurrency(Amount))</c> is about Amount.</summary>
    private string? FieldIn(List<SoqlToken> inner)
    {
        var names = inner.Where((token, i) => token.Kind == SoqlTokenKind.Name && !(i + 1 < inner.Count && inner[i + 1].Is(soql, "("))).ToList();
        return names is [var only] ? only.In(soql).ToString() : null;
    }

    /// <summary><c>FROM Contact c, c.Account AS a</c>.</summary>
    private FieldAliases ReadAliases()
    {
        var aliases = new FieldAliases();
        if (ReadAliasOfObject() is { } root)
            aliases.Add(root, "");
        while (Accept(",") && Current.Kind == SoqlTokenKind.Name)
        {
            var path = TakeText();
            if (ReadAliasOfObject() is { } alias)
                aliases.Add(alias, path);
        }
        return aliases;
    }

    private string? ReadAliasOfObject() =>
        (Accept("AS") || !Array.Exists(AfterFrom, word => Current.Is(soql, word))) && Current.Kind == SoqlTokenKind.Name ? TakeText() : null;

    private SelectedChildren? ReadSubquery()
    {
        at++;
        var statement = ReadStatement();
        SkipToClosing();
        return statement is null ? null : new SelectedChildren(statement);
    }

    private SelectedTypeOf ReadTypeOf()
    {
        var relationship = TakeText();
        var fields = new List<string>();
        var inList = false;
        while (!AtEnd && !Accept("END"))
        {
            if (Accept("THEN") || Accept("ELSE"))
                inList = true;
            else if (Accept("WHEN"))
                inList = false;
            else
            {
                if (inList && Current.Kind == SoqlTokenKind.Name)
                    fields.Add(Current.In(soql).ToString());
                at++;
            }
        }
        return new SelectedTypeOf(relationship, [.. fields.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private string? ReadAlias() => Current.Kind == SoqlTokenKind.Name && !Current.Is(soql, "FROM") ? TakeText() : null;

    private string TakeText() => AtEnd ? "" : tokens[at++].In(soql).ToString();

    /// <summary>Moves behind the bracket that closes the one already open.</summary>
    private void SkipToClosing()
    {
        for (var depth = 1; !AtEnd && depth > 0; at++)
        {
            if (Current.Is(soql, "("))
                depth++;
            else if (Current.Is(soql, ")"))
                depth--;
        }
    }
}
