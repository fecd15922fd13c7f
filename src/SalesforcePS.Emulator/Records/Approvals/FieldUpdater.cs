using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Runs the field updates of an approval process. Fields keep to their types, and required ones need a value, but no validation rule is asked.</summary>
internal sealed class FieldUpdater(WriteContext context, ApprovalInstance instance)
{
    private readonly RowWriter rows = new(context.Database);
    private readonly DraftCompletion completion = new(context);
    private readonly UniqueCheck unique = new(new RecordLookup(context.Database));

    public void Run(IReadOnlyList<FieldUpdate> updates)
    {
        foreach (var update in updates)
            Run(update);
    }

    private void Run(FieldUpdate update)
    {
        var draft = new DraftRecord(instance.Type, instance.RecordKey, instance.RecordId, isNew: false);
        Set(draft, update.Field, ValueOf(update));
        if (draft.IsValid)
            completion.Complete(draft);
        if (draft.IsValid)
            unique.Check(draft);
        if (!draft.IsValid)
            throw new ApprovalRefusedException(draft.Errors[0]);
        rows.Write(draft);
    }

    private void Set(DraftRecord draft, SObjectField field, object? value)
    {
        var column = field.Type == FieldType.Boolean ? value ?? 0L : value;
        if (column is string text && field.IsText && TextCheck.Check(draft.Type, field, text, context.Options.AllowFieldTruncation, out column) is { } error)
            draft.Fail(error);
        else
            draft.Set(field, column);
    }

    private object? ValueOf(FieldUpdate update) => update.Operation switch
    {
        FieldUpdateOperation.Literal => update.Column,
        FieldUpdateOperation.Formula => Evaluate(update),
        FieldUpdateOperation.LookupValue => Find(update.Lookup!),
        FieldUpdateOperation.NextValue => Neighbour(update.Field, 1),
        FieldUpdateOperation.PreviousValue => Neighbour(update.Field, -1),
        _ => null,
    };

    private object? Evaluate(FieldUpdate update)
    {
        try
        {
            return FormulaValue.ToColumn(update.Field, update.Formula!.Evaluate(new FormulaScope(Record(), Prior: null, context.Sight)));
        }
        catch (FormulaValueException exception)
        {
            throw new ApprovalRefusedException(ApprovalErrors.ValueMissing(update.Name, exception.Message));
        }
    }

    private string Find(FieldUpdateTarget target)
    {
        var id = target.Kind switch
        {
            FieldUpdateTargetKind.User => new UserLookup(context).IdOf(target.Name),
            FieldUpdateTargetKind.Queue => QueueId(target.Name),
            _ => instance.Type.RecordTypes.First(recordType => recordType.DeveloperName == target.Name).Id,
        };
        return id ?? throw new ApprovalRefusedException(ApprovalErrors.UnknownTarget(target.Kind == FieldUpdateTargetKind.User ? "user" : "queue", target.Name));
    }

    private string? QueueId(string name)
    {
        var groups = context.Schema.Find("Group")!;
        return context.Sight.FindBy(groups, groups.FindField("DeveloperName")!, name)?.Column(groups.FindField(SystemFields.Id)!) as string;
    }

    /// <summary>The first and the last value of a picklist have no neighbour on one side, and stay.</summary>
    private object? Neighbour(SObjectField field, int distance)
    {
        var values = field.PicklistValues.Where(value => value.Active).Select(value => value.Value).ToList();
        var stored = Record().Column(field);
        var index = values.FindIndex(value => value.Equals(stored as string, StringComparison.OrdinalIgnoreCase));
        return index < 0 || index + distance < 0 || index + distance >= values.Count ? stored : values[index + distance];
    }

    private FormulaRecord Record() => context.Sight.Record(instance.Type, instance.RecordKey);
}
