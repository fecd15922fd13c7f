namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>A summary of a field has its type and size; only a count is always a whole number.</summary>
internal static class SourceRollUps
{
    public static void GiveTypes(Dictionary<string, SObjectType> types)
    {
        // A summary may sum up another one, which then must have its type first.
        bool isDone;
        do
        {
            isDone = true;
            foreach (var type in types.Values.ToList())
            {
                var fields = type.Fields.Select(field => Typed(field, types)).ToList();
                if (fields.SequenceEqual(type.Fields))
                    continue;
                types[type.Name] = type.With(fields, type.Rules);
                isDone = false;
            }
        }
        while (!isDone);
    }

    private static SObjectField Typed(SObjectField field, Dictionary<string, SObjectType> types)
    {
        if (field.RollUp is not { Field: { } name } rollUp || types.GetValueOrDefault(rollUp.Child)?.FindField(name) is not { } summarized)
            return field;
        return (field.Type, field.Precision, field.Scale) == (summarized.Type, summarized.Precision, summarized.Scale)
            ? field
            : field with { Type = summarized.Type, Precision = summarized.Precision, Scale = summarized.Scale };
    }
}
