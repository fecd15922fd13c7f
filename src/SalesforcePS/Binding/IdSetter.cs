using System.Collections;
using System.Management.Automation;
using SalesforcePS.Core.Records;

namespace SalesforcePS.Binding;

/// <summary>Sets the Id of an object that was written, for <c>-PassThru</c>: where it has one, or as a property added to it.</summary>
internal static class IdSetter
{
    public static void Set(object source, string? id)
    {
        switch (source is PSObject wrapped ? wrapped.BaseObject : source)
        {
            case IDictionary { IsReadOnly: false } table:
                table["Id"] = id;
                break;
            case SalesforceRecord record when RecordView.TrySet(record, "Id", id):
                break;
            default:
                SetProperty(PSObject.AsPSObject(source), id);
                break;
        }
    }

    private static void SetProperty(PSObject target, string? id)
    {
        if (target.Properties["Id"] is { IsSettable: true } property)
            property.Value = id;
        else
            target.Properties.Add(new PSNoteProperty("Id", id));
    }
}
