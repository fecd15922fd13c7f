using System.Collections.Frozen;
using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The actions of approval processes, which name what stands in the workflow file of their object.</summary>
internal sealed class SourceFieldUpdates(SObjectType type, IReadOnlyList<SourceElement> workflows, SourceProblems problems)
{
    // Neither mail is sent nor are there workflow rules that could run again.
    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
        (string[])
        [
            "description", "field", "formula", "fullName", "literalValue", "lookupValue", "lookupValueType", "name", "notifyAssignee", "operation",
            "protected", "reevaluateOnChange",
        ],
        StringComparer.Ordinal);

    public IReadOnlyList<FieldUpdate> Read(SourceElement owner, string name) =>
        owner.Child(name) is { } actions ? problems.Collect(actions.Children("action"), Read) : [];

    private IEnumerable<FieldUpdate> Read(SourceElement action)
    {
        var name = action.RequiredText("name");
        return action.RequiredText("type") switch
        {
            "FieldUpdate" => [Update(action, name)],
            // The emulator sends no mail.
            "Alert" => [],
            var other => throw action.Mistake($"the emulator does not support the action {name} of type {other}", SourceFiles.Remedy),
        };
    }

    private FieldUpdate Update(SourceElement action, string name)
    {
        var update = workflows.SelectMany(workflow => workflow.Children("fieldUpdates")).FirstOrDefault(item => item.Text("fullName") == name)
            ?? throw action.Mistake($"there is no field update {name} in the workflow file of {type.Name}", "Add it, or remove the action");
        update.AllowOnly(Elements);
        var fieldName = update.RequiredText("field");
        if (type.FindField(fieldName) is not { HasColumn: true, Calculated: false, IsComputed: false, AutoNumber: false } field)
            throw update.Mistake($"the field update {name} names the field '{fieldName}', which {type.Name} has not, or which cannot be written", "Name another field");
        var operation = update.RequiredOneOf<FieldUpdateOperation>("operation");
        if (operation is FieldUpdateOperation.NextValue or FieldUpdateOperation.PreviousValue && field.Type != FieldType.Picklist)
            throw update.Mistake($"the field update {name} goes to a {operation} of {field.Name}, which is no picklist", "Use another operation");
        return new FieldUpdate(name, field, operation)
        {
            Column = operation == FieldUpdateOperation.Literal ? Literal(update, name, field) : null,
            Formula = operation == FieldUpdateOperation.Formula ? new Formula(update.RequiredText("formula"), FormulaUse.Field, update.File) : null,
            Lookup = operation == FieldUpdateOperation.LookupValue ? Lookup(update, name, field) : null,
        };
    }

    private static object? Literal(SourceElement update, string name, SObjectField field)
    {
        if (update.Text("literalValue") is not { } text)
            return null;
        return ValueParser.TryParse(field, text, out var column)
            ? column
            : throw update.Mistake($"'{text}' of the field update {name} is no value for the field {field.Name}", $"Write a value of type {field.Type}");
    }

    private FieldUpdateTarget Lookup(SourceElement update, string name, SObjectField field)
    {
        var target = new FieldUpdateTarget(update.RequiredOneOf<FieldUpdateTargetKind>("lookupValueType"), update.RequiredText("lookupValue"));
        if (!field.ReferenceTo.Contains(target.ObjectName))
            throw update.Mistake($"the field update {name} makes the field {field.Name} refer to a {target.Kind}, which it cannot", "Name another field or value");
        return target.Kind != FieldUpdateTargetKind.RecordType || type.RecordTypes.Any(recordType => recordType.DeveloperName == target.Name)
            ? target
            : throw update.Mistake($"the field update {name} names the record type '{target.Name}', which {type.Name} has not", "Name one of its record types");
    }
}
