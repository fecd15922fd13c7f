using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>Which layout and which picklist values go with each record type.</summary>
internal sealed class RecordTypeMappings(DescribeWriter writer, SObjectType type, string root)
{
    public void Write(IEnumerable<RecordTypeDefinition> recordTypes, Func<RecordTypeDefinition, string> layoutId) =>
        writer.Items("recordTypeMappings", recordTypes, recordType =>
        {
            writer.Flag("active", recordType.Active);
            writer.Flag("available", recordType.Active);
            writer.Flag("defaultRecordTypeMapping", recordType.IsMaster);
            writer.Text("developerName", recordType.DeveloperName);
            writer.Text("layoutId", layoutId(recordType));
            writer.Flag("master", recordType.IsMaster);
            writer.Text("name", recordType.Label);
            writer.Items("picklistsForRecordType", type.Fields.Where(field => field.PicklistValues.Count > 0), field => WritePicklist(recordType, field));
            writer.Text("recordTypeId", recordType.Id);
            if (writer.IsRest)
                writer.Urls([("layout", $"{root}/sobjects/{type.Name}/describe/layouts/{recordType.Id}")]);
        });

    /// <summary>A record type that says nothing of a picklist leaves it all its values.</summary>
    private void WritePicklist(RecordTypeDefinition recordType, SObjectField field)
    {
        writer.Text("picklistName", field.Name);
        var controlling = field.ControllingField is null ? null : type.FindField(field.ControllingField);
        var values = recordType.Values.GetValueOrDefault(field.Name) ?? field.PicklistValues;
        writer.Items("picklistValues", values.Where(value => value.Active), value => FieldDescription.WritePicklistValue(writer, value, ValidFor.Of(value, controlling)));
    }
}
