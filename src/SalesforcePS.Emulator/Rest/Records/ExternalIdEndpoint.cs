using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>/sobjects/X/ExternalIdField/value.</summary>
internal sealed class ExternalIdEndpoint(EmulatedOrg org, RecordEndpoint records)
{
    public Task ReadAsync(HttpContext context)
    {
        var (type, ids) = Find(context);
        return ids.Count > 1
            ? SaveAnswer.ChoicesAsync(context, type, ids)
            : records.ReadAsync(context, type, ids[0]);
    }

    public async Task UpsertAsync(HttpContext context)
    {
        var (type, field, value) = Target(context);
        using var body = await RestBody.ReadAsync(context);
        var input = WithKey(JsonRecordReader.Read(body.Root, type.Name), field, value);
        var updateOnly = context.Request.Query["updateOnly"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        var user = RestCall.Of(context).User;
        var result = org.Writer.Upsert(user, field.Name, [input], RestOptions.Read(context.Request), updateOnly)[0];
        if (result.Success)
            org.Recent.Add(user, [result.Id!]);
        if (!result.Success)
            await SaveAnswer.RefusedAsync(context, type, result);
        else if (result.Created)
            await SaveAnswer.CreatedAsync(context, type, result, isUpsert: true);
        else
            await SaveAnswer.UpdatedByKeyAsync(context, result);
    }

    public Task DeleteAsync(HttpContext context)
    {
        var (type, ids) = Find(context);
        return ids.Count > 1
            ? SaveAnswer.ChoicesAsync(context, type, ids)
            : records.DeleteAsync(context, type, ids[0]);
    }

    private (SObjectType Type, IReadOnlyList<string> Ids) Find(HttpContext context)
    {
        var (type, field, value) = Target(context);
        var ids = org.Reader.FindBy(type, field, value);
        return ids.Count > 0 ? (type, ids) : throw RestError.NotFound();
    }

    private (SObjectType Type, SObjectField Field, string Value) Target(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var name = RouteTarget.Segment(context, "field");
        var field = type.FindExternalIdField(name) ?? throw RestError.UnknownRecordKey(name);
        return (type, field, RouteTarget.Segment(context, "value"));
    }

    private static RecordInput WithKey(RecordInput input, SObjectField field, string value)
    {
        var isId = field.Type == FieldType.Id;
        if (input.Id is not null)
            throw InBody("Id");
        if (input.Fields.Any(given => given.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)))
            throw InBody(field.Name);
        return isId
            ? input with { Id = value.Length == 0 ? null : value }
            : input with { Fields = [.. input.Fields, new FieldInput(field.Name, value)] };
    }

    private static ApiException InBody(string name) =>
        new("INVALID_FIELD", $"The {name} field should not be specified in the sobject data.") { Fields = [name] };
}
