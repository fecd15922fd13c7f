using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Describe;

internal static class FieldDescription
{
    private const int BytesPerCharacter = 3;

    public static void Write(DescribeWriter writer, SObjectType type, SObjectField field)
    {
        var controlling = field.ControllingField is null ? null : type.FindField(field.ControllingField);
        writer.Flag("aggregatable", IsAggregatable(field));
        writer.Flag("aiPredictionField", false);
        writer.Flag("autoNumber", field.AutoNumber);
        writer.Number("byteLength", ByteLength(field));
        writer.Flag("calculated", field.Calculated);
        writer.Optional("calculatedFormula", field.Calculated ? field.Formula?.Text : null);
        writer.Flag("cascadeDelete", field.DeleteRule == DeleteRule.Cascade);
        writer.Flag("caseSensitive", field.CaseSensitive);
        writer.Optional("compoundFieldName", field.CompoundFieldName);
        writer.Optional("controllerName", field.ControllingField);
        writer.Flag("createable", field.Createable);
        writer.Flag("custom", field.Custom);
        writer.Any("defaultValue", IsPicklist(field) ? null : field.DefaultValue);
        writer.Optional("defaultValueFormula", field.DefaultFormula?.Text);
        writer.Flag("defaultedOnCreate", field.DefaultedOnCreate);
        writer.Flag("dependentPicklist", field.ControllingField is not null);
        writer.Flag("deprecatedAndHidden", false);
        writer.Number("digits", field.Digits);
        writer.Flag("displayLocationInDecimal", field.DisplayLocationInDecimal);
        writer.Flag("encrypted", field.Type == FieldType.EncryptedString);
        writer.Flag("externalId", field.ExternalId);
        writer.Optional("extraTypeInfo", ExtraTypeInfo(field));
        writer.Flag("filterable", field.Filterable);
        writer.Optional("filteredLookupInfo", null);
        writer.Flag("formulaTreatNullNumberAsZero", field.Formula?.BlankIsZero == true);
        writer.Flag("groupable", field.Groupable);
        writer.Flag("highScaleNumber", false);
        writer.Flag("htmlFormatted", field.HtmlFormatted);
        writer.Flag("idLookup", field.IdLookup);
        writer.Optional("inlineHelpText", field.InlineHelpText);
        writer.Text("label", field.Label);
        writer.Number("length", field.Length);
        writer.Optional("mask", field.Mask);
        writer.Optional("maskType", field.MaskType);
        writer.Text("name", field.Name);
        writer.Flag("nameField", field.NameField);
        writer.Flag("namePointing", field.IsPolymorphic);
        writer.Flag("nillable", field.Nillable);
        writer.Flag("permissionable", field.Permissionable);
        writer.Items("picklistValues", field.PicklistValues, value => WritePicklistValue(writer, value, ValidFor.Of(value, controlling)));
        writer.Flag("polymorphicForeignKey", field.IsPolymorphic);
        writer.Number("precision", field.Precision);
        writer.Flag("queryByDistance", field.Type is FieldType.Address or FieldType.Location);
        writer.Optional("referenceTargetField", null);
        writer.Values("referenceTo", field.ReferenceTo);
        writer.Optional("relationshipName", field.RelationshipName);
        writer.OptionalNumber("relationshipOrder", field.RelationshipOrder);
        writer.Flag("restrictedDelete", field.DeleteRule == DeleteRule.Restrict);
        writer.Flag("restrictedPicklist", field.RestrictedPicklist);
        writer.Number("scale", field.Scale);
        writer.Flag("searchPrefilterable", field.Type == FieldType.Reference);
        writer.Text("soapType", FieldTypeNames.SoapTypeOf(field.Type, writer.IsRest));
        writer.Flag("sortable", field.Sortable);
        writer.Text("type", FieldTypeNames.Of(field.Type));
        writer.Flag("unique", field.Unique);
        writer.Flag("updateable", field.Updateable);
        writer.Flag("writeRequiresMasterRead", field.ReadOfMasterSuffices);
    }

    public static void WritePicklistValue(DescribeWriter writer, PicklistValue value, string? validFor)
    {
        writer.Flag("active", value.Active);
        writer.Flag("defaultValue", value.IsDefault);
        writer.Text("label", value.Label);
        writer.Optional("validFor", validFor);
        writer.Text("value", value.Value);
    }

    private static string? ExtraTypeInfo(SObjectField field) => field switch
    {
        { HtmlFormatted: true, Formula: null } => "richtextarea",
        { Type: FieldType.TextArea } => "plaintextarea",
        _ => null,
    };

    private static bool IsPicklist(SObjectField field) =>
        field.Type is FieldType.Picklist or FieldType.MultiPicklist or FieldType.Combobox;

    private static bool IsAggregatable(SObjectField field) =>
        field.Filterable && field.Type is not (FieldType.Boolean or FieldType.MultiPicklist or FieldType.Base64 or FieldType.Address or FieldType.Location);

    private static int ByteLength(SObjectField field) => field.Type switch
    {
        FieldType.Id or FieldType.Reference or FieldType.MultiPicklist => field.Length,
        _ => field.Length * BytesPerCharacter,
    };
}
