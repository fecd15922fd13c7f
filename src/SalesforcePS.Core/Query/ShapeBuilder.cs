using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>
/// Plans the records of a query from its select list, the describe answers and the first row. Only the objects whose fields are
/// selected are described; a path that ends in a parent's Id or Name needs none, for those are text everywhere.
/// </summary>
internal sealed class ShapeBuilder(SchemaCache schema, RecordClassCache classes)
{
    private readonly FieldTypes types = new(schema);

    public async ValueTask<RowShape> BuildAsync(SelectStatement select, string objectName, JsonShape? first, CancellationToken cancellation)
    {
        var root = await schema.GetAsync(objectName, cancellation).ConfigureAwait(false);
        var plan = new ShapePlan();
        if (first is { ObjectType: "AggregateResult" })
            await AddAggregatesAsync(plan, select, root, first, cancellation).ConfigureAwait(false);
        else
        {
            foreach (var item in select.Items)
                await AddAsync(plan, item, root, cancellation).ConfigureAwait(false);
            if (first is not null)
                await AddUnplannedAsync(plan, plan.Root, first, "", root, cancellation).ConfigureAwait(false);
        }
        return plan.Build(classes, first is null || first.ObjectType.Length == 0 ? root.Name : first.ObjectType);
    }

    /// <summary>The shape of rows whose keys are known from themselves alone.</summary>
    public async ValueTask<RowShape> BuildAsync(JsonShape row, CancellationToken cancellation)
    {
        var root = await schema.GetAsync(row.ObjectType, cancellation).ConfigureAwait(false);
        var plan = new ShapePlan();
        await AddUnplannedAsync(plan, plan.Root, row, "", root, cancellation).ConfigureAwait(false);
        return plan.Build(classes, root.Name);
    }

    private async ValueTask AddAsync(ShapePlan plan, SelectItem item, ObjectDescription root, CancellationToken cancellation)
    {
        switch (item)
        {
            case SelectedField field:
                await AddPathAsync(plan, FieldTypes.PathOf(field.Path, root), root, cancellation).ConfigureAwait(false);
                break;
            case SelectedFunction { Argument: { } argument } function when function.Name.ToUpperInvariant() is "TOLABEL" or "CONVERTCURRENCY" or "FORMAT":
                var source = FieldTypes.PathOf(argument, root);
                plan.AddField(
                    function.Alias is { } alias ? [alias] : source,
                    IsText(function) ? FieldType.String : await types.OfAsync(source, root, cancellation).ConfigureAwait(false));
                break;
            case SelectedFunction { Argument: { } set } fields when fields.Name.Equals("FIELDS", StringComparison.OrdinalIgnoreCase):
                foreach (var field in root.Fields.Where(field => IsIn(set, field)))
                    plan.AddField([field.Name], field.Type);
                break;
            case SelectedTypeOf typeOf:
                foreach (var name in typeOf.Fields)
                    plan.AddField([typeOf.Relationship, .. name.Split('.')], FieldType.Unknown);
                break;
            case SelectedChildren { Statement: var children } when root.FindChildObject(children.From) is { } childObject:
                var shape = await BuildAsync(children, childObject, null, cancellation).ConfigureAwait(false);
                plan.AddChildren(children.From, shape);
                break;
        }
    }

    /// <summary>FORMAT() gives a number or a date in the user's locale, which is text.</summary>
    private static bool IsText(SelectedFunction function) => function.Name.Equals("FORMAT", StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(string set, FieldDescription field) => set.ToUpperInvariant() switch
    {
        "CUSTOM" => field.Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase),
        "STANDARD" => !field.Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private async ValueTask AddPathAsync(ShapePlan plan, string[] path, ObjectDescription root, CancellationToken cancellation)
    {
        var type = await types.OfAsync(path, root, cancellation).ConfigureAwait(false);
        plan.AddField(path, type);
    }

    /// <summary>FIELDS(), functions without an alias: what the row has beyond the select list's plain names.</summary>
    private async ValueTask AddUnplannedAsync(
        ShapePlan plan, ShapeNode node, JsonShape row, string prefix, ObjectDescription root, CancellationToken cancellation)
    {
        foreach (var (key, inner) in row.Keys)
        {
            var entry = node.Find(key);
            if (entry is { Parent: { } parent } && inner is not null)
                await AddUnplannedAsync(plan, parent, inner, $"{prefix}{key}.", root, cancellation).ConfigureAwait(false);
            else if (entry is null && inner is { ObjectType.Length: > 0 })
                await AddUnplannedAsync(plan, node.Parent(key), inner, $"{prefix}{key}.", root, cancellation).ConfigureAwait(false);
            else if (entry is null)
                await AddPathAsync(plan, $"{prefix}{key}".Split('.'), root, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask AddAggregatesAsync(
        ShapePlan plan, SelectStatement select, ObjectDescription root, JsonShape first, CancellationToken cancellation)
    {
        var sources = AggregateColumns.SourcesOf(select);
        foreach (var (key, _) in first.Keys)
        {
            var type = sources.GetValueOrDefault(key) switch
            {
                SelectedField field => await types.OfAsync(FieldTypes.PathOf(field.Path, root), root, cancellation).ConfigureAwait(false),
                // Salesforce writes a whole average as 300.0 or as 300.
                SelectedFunction { Name: var name } when name.Equals("AVG", StringComparison.OrdinalIgnoreCase) => FieldType.Double,
                SelectedFunction { Argument: { } argument } function when function.Name.ToUpperInvariant() is "MIN" or "MAX" or "SUM" =>
                    await types.OfAsync(FieldTypes.PathOf(argument, root), root, cancellation).ConfigureAwait(false),
                _ => FieldType.Unknown,
            };
            plan.AddField([key], type);
        }
    }
}
