using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Describe;

internal static class GlobalDescription
{
    private const int MaximumBatchSize = 200;

    public static void Write(DescribeWriter writer, OrgSchema schema, string root)
    {
        writer.Text("encoding", "UTF-8");
        writer.Number("maxBatchSize", MaximumBatchSize);
        writer.Items("sobjects", schema.Types, type => WriteSObject(writer, type, root));
    }

    /// <summary>The short form, which REST also gives at /sobjects/X.</summary>
    public static void WriteSObject(DescribeWriter writer, SObjectType type, string root)
    {
        writer.Flag("activateable", false);
        writer.Text("associateEntityType", null);
        writer.Text("associateParentEntity", null);
        writer.Flag("createable", type.Createable);
        writer.Flag("custom", type.Custom);
        writer.Flag("customSetting", type.CustomSetting);
        writer.Flag("deepCloneable", false);
        writer.Flag("deletable", type.Deletable);
        writer.Flag("deprecatedAndHidden", false);
        writer.Flag("feedEnabled", false);
        writer.Flag("hasSubtypes", false);
        if (!writer.IsRest)
            writer.Flag("idEnabled", true);
        writer.Flag("isInterface", false);
        writer.Flag("isSubtype", false);
        writer.Text("keyPrefix", type.KeyPrefix.Length == 0 ? null : type.KeyPrefix);
        writer.Text("label", type.Label);
        writer.Text("labelPlural", type.LabelPlural);
        writer.Flag("layoutable", type.Layoutable);
        writer.Flag("mergeable", type.Mergeable);
        writer.Flag("mruEnabled", type.Layoutable);
        writer.Text("name", type.Name);
        writer.Flag("queryable", type.Queryable);
        writer.Flag("replicateable", type.Replicateable);
        writer.Flag("retrieveable", type.Retrieveable);
        writer.Flag("searchable", type.Searchable);
        writer.Flag("triggerable", type.Createable);
        writer.Flag("undeletable", type.Undeletable);
        writer.Flag("updateable", type.Updateable);
        if (writer.IsRest)
        {
            var sobject = $"{root}/sobjects/{type.Name}";
            writer.Urls([("rowTemplate", $"{sobject}/{{ID}}"), ("describe", $"{sobject}/describe"), ("sobject", sobject)]);
        }
    }
}
