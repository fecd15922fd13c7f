namespace SalesforcePS.Core.Records;

/// <summary>
/// A row that came out of Salesforce. Its class is made at run time with one property per selected field. Every property is an
/// <see cref="object"/>: PowerShell would turn <c>$null</c> into an empty string on its way into a string property, and a cleared field
/// into one left alone.
/// </summary>
public abstract class SalesforceRecord
{
#pragma warning disable CA1051 // Fields on purpose: PowerShell lists public properties, and the emitted classes read the array directly.
    /// <summary>The values in the order of the schema's names.</summary>
    protected internal readonly object?[] values;

    /// <summary>The names and the object these values belong to.</summary>
    protected internal readonly RecordSchema schema;
#pragma warning restore CA1051

    protected SalesforceRecord(RecordSchema schema, object?[] values) => (this.schema, this.values) = (schema, values);

    /// <summary>The Id where it was selected, so that a record in a string is something to look up; else the object's name.</summary>
    public override string ToString() =>
        schema.IndexOf("Id") is var index and >= 0 && values[index] is string id ? id : schema.ObjectType;
}
