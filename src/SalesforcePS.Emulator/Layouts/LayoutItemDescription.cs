using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>Writes the items of one layout and numbers them for the Tab key.</summary>
internal sealed class LayoutItemDescription(DescribeWriter writer, SObjectType type)
{
    private int tabOrder;

    public void Write(LayoutItem item, bool isPage = true)
    {
        var field = item.Field is null ? null : type.FindField(item.Field);
        // Who owns a record is changed on a page of its own.
        var isWriteable = isPage && item.Behavior != LayoutBehavior.Readonly && field is not null && field.Name != SystemFields.OwnerId;
        IReadOnlyList<SObjectField> parts = field is null ? [] : LayoutFields.PartsOf(type, field);
        writer.Flag("editableForNew", isWriteable && (field!.Createable || parts.Any(part => part.Createable)));
        writer.Flag("editableForUpdate", isWriteable && (field!.Updateable || parts.Any(part => part.Updateable)));
        writer.Text("label", field is null ? item.ComponentName ?? "" : PageLabels.Of(type, field));
        if (field is not null)
            WriteComponents(field, parts);
        else
            writer.Items("layoutComponents", item.ComponentType is null ? [] : (string[])[item.ComponentType], kind => WriteOther(kind, item.ComponentName));
        writer.Flag("placeholder", field is null && item.ComponentType is null);
        writer.Flag("required", isPage && item.Behavior == LayoutBehavior.Required && field is not null);
        if (writer.IsRest)
            writer.Text("uiBehavior", isPage && field is not null ? item.Behavior.ToString() : null);
    }

    private void WriteComponents(SObjectField field, IReadOnlyList<SObjectField> parts)
    {
        // The moment stands behind the user, with a comma between them.
        var moment = field.Name switch
        {
            SystemFields.CreatedById => type.FindField(SystemFields.CreatedDate),
            SystemFields.LastModifiedById => type.FindField(SystemFields.LastModifiedDate),
            _ => null,
        };
        SObjectField?[] components = moment is null ? [field] : [field, null, moment];
        writer.Items("layoutComponents", components, component =>
        {
            if (component is null)
                WriteOther("Separator", ", ");
            else if (parts.Count > 0)
                WriteCompound(component, parts);
            else
                WriteField(component);
        });
    }

    private void WriteCompound(SObjectField field, IReadOnlyList<SObjectField> parts)
    {
        writer.SubType("FieldLayoutComponent");
        if (writer.IsRest)
        {
            writer.Items("components", parts, WriteField);
            WriteDetails(field);
        }

        writer.Number("displayLines", LayoutFields.DisplayLines(field));
        if (writer.IsRest)
            writer.Text("fieldType", FieldTypeNames.Of(field.Type));
        writer.Number("tabOrder", ++tabOrder);
        writer.Text("type", "Field");
        writer.Text("value", field.Name);
        // In the WSDL what is special of the type comes last.
        if (!writer.IsRest)
        {
            writer.Items("components", parts, WriteField);
            writer.Text("fieldType", FieldTypeNames.Of(field.Type));
        }
    }

    private void WriteField(SObjectField field)
    {
        WriteDetails(field);
        writer.Number("displayLines", LayoutFields.DisplayLines(field));
        writer.Number("tabOrder", ++tabOrder);
        writer.Text("type", "Field");
        writer.Text("value", field.Name);
    }

    private void WriteOther(string kind, string? value)
    {
        if (writer.IsRest)
            writer.Text("details", null);
        writer.Number("displayLines", 1);
        writer.Number("tabOrder", ++tabOrder);
        writer.Text("type", kind);
        writer.Text("value", value);
    }

    private void WriteDetails(SObjectField field)
    {
        if (writer.IsRest)
            writer.Item("details", () => FieldDescription.Write(writer, type, field));
    }
}
