using System.Text.Json;

namespace SalesforcePS.Emulator.Querying.Explaining;

internal static class ExplanationWriter
{
    private const string Unindexed = "Not considering filter for optimization because unindexed";

    public static void Write(Utf8JsonWriter writer, Explanation explanation, string soql)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("plans");
        foreach (var plan in explanation.Plans)
            WritePlan(writer, explanation, plan);
        writer.WriteEndArray();
        writer.WriteString("sourceQuery", soql);
        writer.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter writer, Explanation explanation, QueryPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteNumber("cardinality", plan.Cardinality);
        WriteTexts(writer, "fields", plan.Fields);
        writer.WriteString("leadingOperationType", plan.LeadingOperationType);
        writer.WriteStartArray("notes");
        foreach (var field in plan.Notes)
        {
            writer.WriteStartObject();
            writer.WriteString("description", Unindexed);
            WriteTexts(writer, "fields", [field]);
            writer.WriteString("tableEnumOrId", explanation.SObject);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WritePropertyName("relativeCost");
        writer.WriteRawValue(DoubleText.Format(plan.RelativeCost));
        writer.WriteNumber("sobjectCardinality", explanation.Cardinality);
        writer.WriteString("sobjectType", explanation.SObject);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
