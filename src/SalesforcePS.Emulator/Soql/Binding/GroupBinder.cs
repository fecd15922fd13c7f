using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The select list of a query with aggregates or GROUP BY; all that it names must be grouped or aggregated.</summary>
internal sealed class GroupBinder
{
    private readonly BindingContext context;
    private readonly QueryScope scope;
    private readonly List<BoundExpression> columns = [];
    private readonly bool hasSubtotals;
    private int unnamed;

    public GroupBinder(BindingContext context, QueryScope scope, GroupClause? clause)
    {
        this.context = context;
        this.scope = scope;
        hasSubtotals = clause is { Kind: not GroupKind.Plain };
        Groups = clause is null ? [] : [.. clause.Expressions.Select(Grouped)];
        Subtotals = clause is null || !hasSubtotals ? [] : SubtotalBinder.Bind(context, clause, Groups);
    }

    public IReadOnlyList<BoundExpression> Groups { get; }

    /// <summary>For each level of rows the groups that it runs over; none without ROLLUP and CUBE.</summary>
    public IReadOnlyList<IReadOnlySet<BoundExpression>> Subtotals { get; }

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
                    throw context.Source.Malformed(item.Position, "Grouped queries cannot select subqueries or TYPEOF expressions");
            }
        }
    }

    /// <summary>An operand of the select list or of HAVING.</summary>
    public BoundExpression Operand(Expression expression) => Operand(expression, string.Empty);

    public BoundExpression Ordered(Expression expression) => Operand(expression, "Ordered ");

    private BoundExpression Operand(Expression expression, string role)
    {
        if (expression is FunctionExpression { Function.Kind: FunctionKind.Grouping } grouping)
            return Grouping(grouping, role);
        var text = expression is FieldExpression field ? field.Path.ToString() : expression is FunctionExpression function ? function.Function.Name : string.Empty;
        return Require(scope.Expressions.Bind(expression), expression.Position, text, role);
    }

    private BoundGrouping Grouping(FunctionExpression grouping, string role) => hasSubtotals
        ? new BoundGrouping(Operand(grouping.Arguments[0], role))
        : throw context.Source.Malformed(grouping.Position, "GROUPING() needs GROUP BY ROLLUP or GROUP BY CUBE");

    /// <summary>Functions of what is grouped or aggregated are so too.</summary>
    private BoundExpression Require(BoundExpression expression, int position, string name, string role)
    {
        if (expression is BoundAggregate)
            return expression;
        if (Groups.FirstOrDefault(group => AreSame(group, expression)) is { } group)
            return group;
        switch (expression)
        {
            case BoundLabel label:
                Require(label.Field, position, name, role);
                return label;
            case BoundFormat format:
                Require(format.Value, position, name, role);
                return format;
            // A date field may be grouped in place of functions of it, a dateTime field may not.
            case BoundDateFunction { Argument: { Type: FieldType.Date } argument } date:
                Require(argument, position, name, role);
                return date;
            default:
                throw context.Source.Malformed(position, $"{(role.Length == 0 ? "Field" : role + "field")} must be grouped or aggregated: {name}");
        }
    }

    private BoundExpression Grouped(Expression expression)
    {
        var bound = scope.Expressions.Bind(expression);
        return bound switch
        {
            BoundAggregate aggregate => throw context.Source.Malformed(expression.Position, $"unexpected token: '{aggregate.Function}'"),
            BoundField { Definition.Groupable: false } field => throw CannotBeGrouped($"field '{field.Name}'"),
            BoundFormat or BoundDistance => throw CannotBeGrouped($"{((FunctionExpression)expression).Function.Name}()"),
            _ => bound,
        };

        ApiException CannotBeGrouped(string what) => context.Source.Malformed(expression.Position, $"{what} can not be grouped in a query call");
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
        BoundLabel label => label.Field.Name,
        _ => $"expr{unnamed++}",
    };

    private static bool AreSame(BoundExpression one, BoundExpression other) => (one, other) switch
    {
        (BoundTypeName left, BoundTypeName right) => left.Table == right.Table,
        (BoundLabel left, BoundLabel right) => left.Field == right.Field,
        (BoundDateFunction left, BoundDateFunction right) =>
            left.Function == right.Function && left.Argument == right.Argument && left.Zone == right.Zone,
        _ => one == other,
    };
}
