using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Custom fields as their metadata declares them.</summary>
internal sealed class SourceField(SourceValueSets valueSets, HashSet<string> objectNames)
{
    private const string AutoNumberType = "AutoNumber";
    private const int FormulaTextLength = 1300;

    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        [AutoNumberType] = FieldType.String,
        ["Checkbox"] = FieldType.Boolean,
        ["Currency"] = FieldType.Currency,
        ["Date"] = FieldType.Date,
        ["DateTime"] = FieldType.DateTime,
        ["Email"] = FieldType.Email,
        ["EncryptedText"] = FieldType.EncryptedString,
        ["Hierarchy"] = FieldType.Reference,
        ["Html"] = FieldType.TextArea,
        ["Location"] = FieldType.Location,
        ["LongTextArea"] = FieldType.TextArea,
        ["Lookup"] = FieldType.Reference,
        ["MasterDetail"] = FieldType.Reference,
        ["MetadataRelationship"] = FieldType.Reference,
        ["MultiselectPicklist"] = FieldType.MultiPicklist,
        ["Number"] = FieldType.Double,
        ["Percent"] = FieldType.Percent,
        ["Phone"] = FieldType.Phone,
        ["Picklist"] = FieldType.Picklist,
        ["Summary"] = FieldType.Double,
        ["Text"] = FieldType.String,
        ["TextArea"] = FieldType.TextArea,
        ["Time"] = FieldType.Time,
        ["Url"] = FieldType.Url,
    };

    /// <summary>Several where the field is put together from parts.</summary>
    public IEnumerable<SObjectField> Read(SourceComponent component, string objectName)
    {
        var element = component.Element;
        element.AllowOnly(SourceFieldElements.Known);
        SourceNames.Check(element, component.Name);
        var typeName = element.RequiredText("type");
        if (!Types.TryGetValue(typeName, out var type))
            throw element.Mistake($"the emulator does not support fields of type {typeName}", SourceFiles.Remedy);
        if (typeName == "MetadataRelationship" && !element.RequiredText("referenceTo").EndsWith("__mdt", StringComparison.OrdinalIgnoreCase))
        {
            // Objects and fields are no records here: what refers to them holds their API name.
            type = FieldType.String;
        }
        if (type == FieldType.Location)
            return SourceLocation.Read(component);
        return [element.Has("formula") || typeName == "Summary"
            ? Computed(component, objectName, type, typeName)
            : Stored(component, type, typeName)];
    }

    private SObjectField Stored(SourceComponent component, FieldType type, string typeName)
    {
        var element = component.Element;
        var isAutoNumber = typeName == AutoNumberType;
        var reference = type == FieldType.Reference ? SourceReference.Read(component, typeName, objectNames) : null;
        var picklist = valueSets.Read(element, type);
        var length = Length(element, type, typeName);
        var (defaultValue, defaultFormula) = SourceDefault.Read(element, type, picklist.Values);
        var isRequired = reference?.IsRequired ?? element.Flag("required");
        return new SObjectField
        {
            Name = component.Name,
            Label = Label(component),
            Type = type,
            Length = length,
            Precision = Precision(element, type),
            Scale = Scale(element, type),
            Digits = FieldTypeDefaults.Digits(type),
            Custom = true,
            Createable = !isAutoNumber,
            Updateable = !isAutoNumber && reference?.IsFixed != true,
            Filterable = CustomFieldTraits.IsFilterable(type, length),
            Groupable = !isAutoNumber && CustomFieldTraits.IsGroupable(type, length),
            Sortable = CustomFieldTraits.IsSortable(type, length),
            Nillable = type != FieldType.Boolean && !isRequired && !isAutoNumber,
            DefaultedOnCreate = isAutoNumber || type == FieldType.Boolean || defaultValue is not null || defaultFormula is not null,
            DefaultValue = defaultValue,
            DefaultFormula = defaultFormula,
            Unique = element.Flag("unique"),
            CaseSensitive = element.Flag("caseSensitive"),
            ExternalId = element.Flag("externalId"),
            IdLookup = element.Flag("externalId"),
            AutoNumber = isAutoNumber,
            AutoNumberFormat = isAutoNumber ? SourceAutoNumber.Read(element) : null,
            RestrictedPicklist = picklist.IsRestricted,
            PicklistValues = picklist.Values,
            ControllingField = picklist.ControllingField,
            ReferenceTo = reference?.Targets ?? [],
            RelationshipName = reference?.RelationshipName,
            ChildRelationshipName = reference?.ChildRelationshipName,
            DeleteRule = reference?.DeleteRule ?? DeleteRule.SetNull,
            RelationshipOrder = reference?.Order,
            IsHierarchy = typeName == "Hierarchy",
            ReadOfMasterSuffices = element.Flag("writeRequiresMasterRead"),
            InlineHelpText = element.Text("inlineHelpText"),
            HtmlFormatted = typeName == "Html",
            VisibleLines = element.Number("visibleLines"),
            MaskType = element.Text("maskType"),
            Mask = MaskOf(element),
        };
    }

    private static SObjectField Computed(SourceComponent component, string objectName, FieldType type, string typeName)
    {
        var element = component.Element;
        var rollUp = typeName == "Summary" ? SourceRollUp.Read(element, objectName) : null;
        var isText = type == FieldType.String;
        return new SObjectField
        {
            Name = component.Name,
            Label = Label(component),
            Type = type,
            Length = isText ? FormulaTextLength : FieldTypeDefaults.Length(type),
            Precision = Precision(element, type),
            Scale = Scale(element, type),
            Custom = true,
            Filterable = true,
            // Of formulas an org groups by checkboxes and dates alone.
            Groupable = rollUp is null && type is (FieldType.Boolean or FieldType.Date),
            Sortable = true,
            Nillable = type != FieldType.Boolean,
            Calculated = true,
            Formula = rollUp is null
                ? new Formula(element.RequiredText("formula"), FormulaUse.Field, element.File)
                {
                    BlankIsZero = element.Text("formulaTreatBlanksAs") != "BlankAsBlank",
                }
                : null,
            RollUp = rollUp,
            InlineHelpText = element.Text("inlineHelpText"),
        };
    }

    private static string Label(SourceComponent component) => component.Element.Text("label") ?? SchemaFileField.LabelFrom(component.Name);

    private static int Length(SourceElement element, FieldType type, string typeName) => typeName switch
    {
        "Text" => element.Within("length", 1, 255, absent: 255),
        "LongTextArea" or "Html" => element.Within("length", 256, 131_072, absent: 32_768),
        "EncryptedText" => element.Within("length", 1, 175, absent: 175),
        AutoNumberType => 30,
        _ => FieldTypeDefaults.Length(type),
    };

    private static int Precision(SourceElement element, FieldType type) =>
        FieldTypeDefaults.IsDecimal(type) ? element.Within("precision", 1, 18, absent: 18) : 0;

    private static int Scale(SourceElement element, FieldType type) =>
        FieldTypeDefaults.IsDecimal(type) ? element.Within("scale", 0, 17, absent: type == FieldType.Currency ? 2 : 0) : 0;

    private static string? MaskOf(SourceElement element) => element.Text("maskChar") switch
    {
        "asterisk" => "*",
        "X" => "X",
        _ => null,
    };
}
