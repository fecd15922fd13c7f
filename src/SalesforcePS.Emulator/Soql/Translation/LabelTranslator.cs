using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>Puts labels in the place of picklist values.</summary>
internal sealed class LabelTranslator(SqlScope scope)
{
    /// <summary>Stands before a label, so that it is not taken for a value in its turn.</summary>
    private const string Done = "\u0001";

    public string Translate(BoundLabel label, string column)
    {
        var labels = label.Labels.ToArray();
        if (labels.Length == 0)
            return column;
        return label.Field.Type == FieldType.MultiPicklist ? Several(labels, column) : One(labels, column);
    }

    private string One(PicklistValue[] labels, string column)
    {
        var cases = labels.Select(value => $"WHEN {scope.Parameter(value.Value)} THEN {scope.Parameter(value.Label)}");
        return $"(CASE {column} {string.Join(' ', cases)} ELSE {column} END COLLATE NOCASE)";
    }

    private string Several(PicklistValue[] labels, string column)
    {
        var text = $"';' || {column} || ';'";
        foreach (var value in labels)
            text = $"replace({text}, {scope.Parameter($";{value.Value};")}, {scope.Parameter($";{Done}{value.Label};")})";
        return $"(trim(replace({text}, {scope.Parameter(Done)}, ''), ';') COLLATE NOCASE)";
    }
}
