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
        FunctionExpression { Function.Kind: FunctionKind.Distance } distance => new DistanceBinder(context, fields).Bind(distance),
        FunctionExpression { Function.Kind: FunctionKind.Conversion } conversion => Conversion(conversion),
        FunctionExpression function => throw context.Source.Malformed(function.Position, $"{function.Function.Name}() is not allowed here"),
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

    private BoundExpression Conversion(FunctionExpression conversion)
    {
        var name = conversion.Function.Name;
        if (name == SoqlFunction.ConvertTimezone)
            throw context.Source.Malformed(conversion.Position, "convertTimezone() can be used only inside of a date function");
        var argument = Bind(conversion.Arguments[0]);
        if (name == SoqlFunction.Format)
            return IsFormattable(argument) ? new BoundFormat(argument, context.Settings.Value) : throw NotFor(conversion);
        if (name == SoqlFunction.ToLabel)
            return argument is BoundField { Definition.IsText: true } field ? new BoundLabel(field) : throw NotFor(conversion);
        // The org has one currency, which is every user's, so there is nothing to convert.
        return argument is BoundField { Type: FieldType.Currency } ? argument : throw NotFor(conversion);
    }

    private ApiException NotFor(FunctionExpression function) =>
        context.Source.Malformed(function.Position, $"{function.Function.Name}() does not take {Name(function.Arguments[0])}");

    /// <summary>Text stays as it is.</summary>
    private static bool IsFormattable(BoundExpression expression) =>
        expression is BoundField { Definition.HasColumn: true, Type: not FieldType.Base64 } or BoundAggregate;

    private BoundDateFunction DateFunction(FunctionExpression date)
    {
        var argument = date.Arguments[0];
        var zone = default(TimeZoneInfo);
        if (argument is FunctionExpression { Function.Name: SoqlFunction.ConvertTimezone } conversion)
        {
            argument = conversion.Arguments[0];
            zone = context.Settings.Value.Zone;
        }
        if (argument is not FieldExpression path)
            throw context.Source.Malformed(argument.Position, $"{date.Function.Name}() does not take the result of a function");
        var field = fields.ResolveField(path.Path);
        var needsTime = date.Function.Name is "HOUR_IN_DAY" or BoundDateFunction.DayOnly;
        if (field.Type != FieldType.DateTime && (field.Type != FieldType.Date || needsTime))
            throw context.Source.Malformed(date.Position, $"{date.Function.Name}() does not take the field {field.Name}");
        if (zone is not null && field.Type != FieldType.DateTime)
            throw context.Source.Malformed(argument.Position, $"convertTimezone() does not take the field {field.Name}");
        var isFiscal = date.Function.Name.StartsWith("FISCAL_", StringComparison.Ordinal);
        return new BoundDateFunction(date.Function.Name, field, zone, isFiscal ? context.Settings.Value.FiscalYear : FiscalYear.Calendar);
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
