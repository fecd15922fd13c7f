using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>Brings each field of the input into the draft, or an error in its place.</summary>
internal sealed class FieldReader(WriteContext context, ReferenceReader references)
{
    public void Read(DraftRecord draft, FieldInput input)
    {
        if (input.Value is ForeignKey key)
        {
            references.ReadForeignKey(draft, input.Name, key);
            return;
        }
        var view = context.ViewOf(draft.Type);
        var seen = view.FindField(input.Name);
        if (seen is null)
            FailUnknown(draft, input.Name);
        else if (seen.Type == FieldType.Id || (draft.IsNew ? seen.Createable : seen.Updateable))
            ReadWriteable(draft, view == draft.Type ? seen : draft.Type.FindField(seen.Name)!, input.Value);
        else
            draft.FailReadOnly(seen);
    }

    private void FailUnknown(DraftRecord draft, string name)
    {
        if (context.Options.UnknownFieldFailsCall)
        {
            throw new ApiException(
                StatusCode.InvalidField,
                $"No such column '{name}' on entity '{draft.Type.Name}'. If you are attempting to use a custom field, be sure to append the "
                    + "'__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.");
        }
        draft.Fail(RecordErrors.NoSuchColumn(draft.Type, name));
    }

    private void ReadWriteable(DraftRecord draft, SObjectField field, object? value)
    {
        // The Id is told beside the fields; repeated among them it says nothing new.
        if (field.Type == FieldType.Id)
            return;
        if (value is null or "")
            Clear(draft, field);
        else if (field.Type == FieldType.Reference && value is string id)
            references.ReadId(draft, field, id);
        else if (!ValueParser.TryParse(field, value, out var column))
            FailType(draft, field, value);
        else
            Check(draft, field, column!);
    }

    private static void Clear(DraftRecord draft, SObjectField field)
    {
        if (field.Type == FieldType.Boolean)
            draft.Fail(RecordErrors.WrongType(field, null));
        else
            draft.Set(field, null);
    }

    private void FailType(DraftRecord draft, SObjectField field, object value)
    {
        if (context.Options.WrongTypeFailsCall)
        {
            var token = value switch { string => "STRING", bool flag => flag ? "TRUE" : "FALSE", long => "NUMBER_INT", _ => "NUMBER_FLOAT" };
            throw new ApiException(
                StatusCode.JsonParserError,
                $"Cannot deserialize instance of {field.Type.ToString().ToLowerInvariant()} from VALUE_{token} value {ValueParser.Text(value)} "
                    + "or request may be missing a required field");
        }
        draft.Fail(RecordErrors.WrongType(field, value));
    }

    private void Check(DraftRecord draft, SObjectField field, object column)
    {
        var checkedColumn = column;
        var error = column switch
        {
            string text when field.IsText => TextCheck.Check(draft.Type, field, text, context.Options.AllowFieldTruncation, out checkedColumn),
            long number when field.Type == FieldType.Int && Exceeds(number, field.Digits) => RecordErrors.NumberOutOfRange(field, number),
            double number when Exceeds(number, field.Precision - field.Scale) || Math.Abs(number) > CompoundValue.Bound(field) => RecordErrors.NumberOutOfRange(field, number),
            _ => null,
        };
        if (error is null)
            draft.Set(field, checkedColumn);
        else
            draft.Fail(error);
    }

    private static bool Exceeds(double number, int digits) => Math.Abs(number) >= Math.Pow(10, digits);
}
