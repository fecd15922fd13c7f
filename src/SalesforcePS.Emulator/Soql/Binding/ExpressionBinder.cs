using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed class ExpressionBinder(BindingContext context, FieldResolver fields)
{
    public BoundExpression Bind(Expression expression) => expression switch
    {
        FieldExpression field => fields.Resolve(field.Path),
        FunctionExpression { Function.Kind: FunctionKind.Aggregate } aggregate => Aggregate(aggregate),
        FunctionExpression { Function.Kind: FunctionKind.Date } date => DateFunction(date),
        FunctionExpression function => throw context.NotExecuted($"{function.Function.Name}()", function.Position),
        _ => throw context.NotExecuted("an expression of several fields", expression.Position),
    };

    private BoundAggregate Aggregate(FunctionExpression aggregate)
    {
        var function = aggregate.Function.Name;
        if (aggregate.Arguments.Count == 0)
            throw context.Source.Malformed(aggregate.Position, "COUNT() must be the only element in the select list");
        if (aggregate.Arguments[0] is FunctionExpression { Function.Kind: FunctionKind.Aggregate or FunctionKind.Grouping } nested)
            throw context.Source.Malformed(nested.Position, $"unexpected token: '{nested.Function.Name}'");
        var argument = Bind(aggregate.Arguments[0]);
        var type = ResultType(function, argument.Type);
        return type is { } result && argument is not BoundTypeName
            ? new BoundAggregate(function, argument, result)
            : throw context.Source.Malformed(
                aggregate.Position, $"field {Name(aggregate.Arguments[0])} does not support aggregate operator {function}");
    }

    private BoundDateFunction DateFunction(FunctionExpression date)
    {
        var argument = date.Arguments[0];
        // The emulator's users live in UTC, so converting to their time zone changes nothing.
        if (argument is FunctionExpression { Function.Name: "convertTimezone" } conversion)
            argument = conversion.Arguments[0];
        if (argument is not FieldExpression path)
            throw context.NotExecuted($"{date.Function.Name}() of a function", argument.Position);
        var field = fields.ResolveField(path.Path);
        var needsTime = date.Function.Name is "HOUR_IN_DAY" or BoundDateFunction.DayOnly;
        if (field.Type != FieldType.DateTime && (field.Type != FieldType.Date || needsTime))
            throw context.Source.Malformed(date.Position, $"{date.Function.Name}() does not take the field {field.Name}");
        return new BoundDateFunction(date.Function.Name, field);
    }

    /// <summary>Null where the field's type does not have the function (SOQL reference, "Support for Field Types in Aggregate Functions").</summary>
    private static FieldType? ResultType(string function, FieldType type) => function switch
    {
        "COUNT" or "COUNT_DISTINCT" => IsCountable(type) ? FieldType.Int : null,
        "AVG" => IsNumber(type) ? FieldType.Double : null,
        "SUM" => IsNumber(type) ? type : null,
        _ => IsComparable(type) ? type : null,
    };

    private static bool IsNumber(FieldType type) =>
        type is FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent;

    private static bool IsCountable(FieldType type) => type is not (FieldType.Boolean or FieldType.TextArea or FieldType.MultiPicklist
        or FieldType.Base64 or FieldType.Address or FieldType.Location or FieldType.EncryptedString or FieldType.Time);

    private static bool IsComparable(FieldType type) => IsCountable(type) && type is not FieldType.AnyType;

    private static string Name(Expression expression) => expression is FieldExpression field ? field.Path.ToString() : "of a function";
}
