namespace SalesforcePS.Core.Soql;

/// <summary>Reads the select list and the object of a query. What it cannot make out it leaves to Salesforce to refuse.</summary>
internal sealed class SelectReader
{
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
        var from = Current.In(soql).ToString();
        return new SelectStatement(items, from[(from.LastIndexOf('.') + 1)..]);
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
        var argument = at - inner == 2 && tokens[inner].Kind == SoqlTokenKind.Name ? tokens[inner].In(soql).ToString() : null;
        return new SelectedFunction(name, argument, ReadAlias());
    }

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

    private string TakeText() => tokens[at++].In(soql).ToString();

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
