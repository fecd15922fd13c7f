using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Describe;

internal static class SObjectDescription
{
    /// <summary>All of one sObject; the root is the versioned REST path that its URLs start with.</summary>
    public static void Write(DescribeWriter writer, SObjectType type, string root)
    {
        writer.Items<object>("actionOverrides", [], _ => { });
        writer.Flag("activateable", false);
        writer.Text("associateEntityType", null);
        writer.Text("associateParentEntity", null);
        writer.Items("childRelationships", type.ChildRelationships, child => WriteChild(writer, child));
        writer.Flag("compactLayoutable", type.Layoutable);
        writer.Flag("createable", type.Createable);
        writer.Flag("custom", type.Custom);
        writer.Flag("customSetting", type.CustomSetting);
        writer.Flag("deepCloneable", false);
        writer.Text("defaultImplementation", null);
        writer.Flag("deletable", type.Deletable);
        writer.Flag("deprecatedAndHidden", false);
        if (writer.IsRest)
        {
            writer.Text("extendedBy", null);
            writer.Text("extendsInterfaces", null);
        }

        writer.Flag("feedEnabled", false);
        writer.Items("fields", type.Fields, field => FieldDescription.Write(writer, type, field));
        writer.Flag("hasSubtypes", false);
        if (!writer.IsRest)
            writer.Flag("idEnabled", true);
        writer.Text("implementedBy", null);
        writer.Text("implementsInterfaces", null);
        writer.Flag("isInterface", false);
        writer.Flag("isSubtype", false);
        writer.Text("keyPrefix", type.KeyPrefix.Length == 0 ? null : type.KeyPrefix);
        writer.Text("label", type.Label);
        writer.Text("labelPlural", type.LabelPlural);
        writer.Flag("layoutable", type.Layoutable);
        if (writer.IsRest)
        {
            writer.Text("listviewable", null);
            writer.Text("lookupLayoutable", null);
        }

        writer.Flag("mergeable", type.Mergeable);
        writer.Flag("mruEnabled", type.Layoutable);
        writer.Text("name", type.Name);
        writer.Items<object>("namedLayoutInfos", [], _ => { });
        writer.Text("networkScopeFieldName", null);
        writer.Flag("queryable", type.Queryable);
        writer.Items("recordTypeInfos", [.. type.RecordTypes, RecordTypeDefinition.Master], recordType => WriteRecordType(writer, type, recordType, root));
        writer.Flag("replicateable", type.Replicateable);
        writer.Flag("retrieveable", type.Retrieveable);
        writer.Flag("searchLayoutable", type.Searchable);
        writer.Flag("searchable", type.Searchable);
        if (writer.IsRest)
            writer.Text("sobjectDescribeOption", "FULL");
        writer.Items("supportedScopes", [type], all => WriteScope(writer, all));
        writer.Flag("triggerable", type.Createable);
        writer.Flag("undeletable", type.Undeletable);
        writer.Flag("updateable", type.Updateable);
        WriteUrls(writer, type, root);
    }

    private static void WriteChild(DescribeWriter writer, ChildRelationship child)
    {
        writer.Flag("cascadeDelete", child.CascadeDelete);
        writer.Text("childSObject", child.ChildSObject);
        writer.Flag("deprecatedAndHidden", false);
        writer.Text("field", child.Field);
        writer.Values("junctionIdListNames", []);
        writer.Values("junctionReferenceTo", []);
        writer.Optional("relationshipName", child.RelationshipName);
        writer.Flag("restrictedDelete", child.RestrictedDelete);
    }

    private static void WriteRecordType(DescribeWriter writer, SObjectType type, RecordTypeDefinition recordType, string root)
    {
        writer.Flag("active", recordType.Active);
        writer.Flag("available", recordType.Active);
        writer.Flag("defaultRecordTypeMapping", recordType.IsMaster);
        writer.Text("developerName", recordType.DeveloperName);
        writer.Flag("master", recordType.IsMaster);
        writer.Text("name", recordType.Label);
        writer.Text("recordTypeId", recordType.Id);
        if (writer.IsRest)
            writer.Urls([("layout", $"{root}/sobjects/{type.Name}/describe/layouts/{recordType.Id}")]);
    }

    private static void WriteScope(DescribeWriter writer, SObjectType type)
    {
        writer.Text("label", $"All {type.LabelPlural}");
        writer.Text("name", "everything");
    }

    private static void WriteUrls(DescribeWriter writer, SObjectType type, string root)
    {
        if (!writer.IsRest)
        {
            writer.Text("urlDetail", "/{ID}");
            writer.Text("urlEdit", "/{ID}/e");
            writer.Text("urlNew", $"/{type.KeyPrefix}/e");
            return;
        }

        var sobject = $"{root}/sobjects/{type.Name}";
        writer.Urls(
        [
            ("compactLayouts", $"{sobject}/describe/compactLayouts"),
            ("rowTemplate", $"{sobject}/{{ID}}"),
            ("approvalLayouts", $"{sobject}/describe/approvalLayouts"),
            ("uiDetailTemplate", "/{ID}"),
            ("uiEditTemplate", "/{ID}/e"),
            ("listviews", $"{sobject}/listviews"),
            ("describe", $"{sobject}/describe"),
            ("uiNewRecord", $"/{type.KeyPrefix}/e"),
            ("quickActions", $"{sobject}/quickActions"),
            ("layouts", $"{sobject}/describe/layouts"),
            ("sobject", sobject),
        ]);
    }
}
