using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The select list of a query with aggregates or GROUP BY; all that it names must be grouped or aggregated.</summary>
internal sealed class GroupBinder
{
    private readonly BindingContext context;
    private readonly QueryScope scope;
    private readonly List<BoundExpression> columns = [];
    private int unnamed;

    public GroupBinder(BindingContext context, QueryScope scope, GroupClause? clause)
    {
        this.context = context;
        this.scope = scope;
        if (clause is { Kind: not GroupKind.Plain })
            throw context.NotExecuted($"GROUP BY {clause.Kind.ToString().ToUpperInvariant()}", clause.Position);
        Groups = clause is null ? [] : [.. clause.Expressions.Select(Grouped)];
    }

    public IReadOnlyList<BoundExpression> Groups { get; }

    public RowShape Shape { get; } = new([], -1);

    public IReadOnlyList<BoundExpression> Columns => columns;

    public void Bind(IReadOnlyList<SelectItem> items)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case ExpressionItem expression:
                    var bound = Operand(expression.Expression);
                    Add(expression.Alias ?? Name(bound), bound);
                    break;
                case FieldsItem fields:
                    foreach (var field in scope.Root.Targets[0].Fields)
                        Add(field.Name, Require(scope.Root.FindField(field.Name)!, fields.Position, field.Name, string.Empty));
                    break;
                default:
                    throw context.NotExecuted("a subquery or TYPEOF in a query with aggregates", item.Position);
            }
        }
    }

    /// <summary>An operand of the select list or of HAVING.</summary>
    public BoundExpression Operand(Expression expression) => Operand(expression, string.Empty);

    public BoundExpression Ordered(Expression expression) => Operand(expression, "Ordered ");

    private BoundExpression Operand(Expression expression, string role)
    {
        var bound = scope.Expressions.Bind(expression);
        var text = expression is FieldExpression field ? field.Path.ToString() : expression is FunctionExpression function ? function.Function.Name : string.Empty;
        return bound is BoundAggregate ? bound : Require(bound, expression.Position, text, role);
    }

    private BoundExpression Require(BoundExpression expression, int position, string name, string role)
    {
        if (Groups.FirstOrDefault(group => AreSame(group, expression)) is { } group)
            return group;
        throw context.Source.Malformed(position, $"{(role.Length == 0 ? "Field" : role + "field")} must be grouped or aggregated: {name}");
    }

    private BoundExpression Grouped(Expression expression)
    {
        var bound = scope.Expressions.Bind(expression);
        return bound switch
        {
            BoundAggregate aggregate => throw context.Source.Malformed(expression.Position, $"unexpected token: '{aggregate.Function}'"),
            BoundField { Definition.Groupable: false } field => throw context.Source.Malformed(
                expression.Position, $"field '{field.Name}' can not be grouped in a query call"),
            _ => bound,
        };
    }

    private void Add(string name, BoundExpression expression)
    {
        if (Shape.Items.Any(item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw new ApiException("MALFORMED_QUERY", $"duplicate alias: {name}");
        Shape.Add(new FieldItem(name, expression.Type, columns.Count));
        columns.Add(expression);
    }

    private string Name(BoundExpression expression) => expression switch
    {
        BoundField field => field.Name,
        BoundTypeName => BoundTypeName.Name,
        _ => $"expr{unnamed++}",
    };

    private static bool AreSame(BoundExpression one, BoundExpression other) => (one, other) switch
    {
        (BoundTypeName left, BoundTypeName right) => left.Table == right.Table,
        (BoundDateFunction left, BoundDateFunction right) => left.Function == right.Function && left.Argument == right.Argument,
        _ => one == other,
    };
}
