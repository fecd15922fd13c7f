using SalesforcePS.Core.Schema;

namespace SalesforcePS;

/// <summary>A value of a picklist.</summary>
public sealed class SfPicklistValue
{
    private readonly PicklistValue value;

    internal SfPicklistValue(PicklistValue value) => this.value = value;

    /// <summary>The API name, which records hold.</summary>
    public string Value => value.Value;

    /// <summary>What people see.</summary>
    public string Label => value.Label;

    /// <summary>False for a value that records may have and that is not offered any more.</summary>
    public bool IsActive => value.Active;

    public bool IsDefault => value.DefaultValue;

    public override string ToString() => Value;
}
