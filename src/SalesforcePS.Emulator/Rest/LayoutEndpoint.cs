using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Layouts;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest;

internal sealed class LayoutEndpoint(EmulatedOrg org)
{
    public Task ListAsync(HttpContext context)
    {
        var type = Type(context);
        return JsonDescribeWriter.SendAsync(context, writer => Layouts(context, writer, type).WriteAll([.. type.RecordTypes, RecordTypeDefinition.Master]));
    }

    public Task ReadAsync(HttpContext context)
    {
        var type = Type(context);
        var recordType = RecordType(context, type);
        return JsonDescribeWriter.SendAsync(context, writer => Layouts(context, writer, type).Write(recordType));
    }

    public Task ListCompactAsync(HttpContext context)
    {
        var type = Type(context);
        return JsonDescribeWriter.SendAsync(context, writer => Compact(context, writer, type).WriteAll());
    }

    public Task PrimaryCompactAsync(HttpContext context)
    {
        var type = Type(context);
        return JsonDescribeWriter.SendAsync(context, writer => Compact(context, writer, type).Write(RecordTypeDefinition.Master));
    }

    public Task ReadCompactAsync(HttpContext context)
    {
        var type = Type(context);
        var recordType = RecordType(context, type);
        return JsonDescribeWriter.SendAsync(context, writer => Compact(context, writer, type).Write(recordType));
    }

    private SObjectType Type(HttpContext context) => RouteTarget.Type(context, org.Schema) is { Layoutable: true } type ? type : throw RestError.NotFound();

    private static RecordTypeDefinition RecordType(HttpContext context, SObjectType type) =>
        SalesforceId.TryNormalize(RouteTarget.Segment(context, "recordType"), out var id) && type.FindRecordType(id) is { } recordType ? recordType : throw RestError.NotFound();

    private LayoutDescription Layouts(HttpContext context, DescribeWriter writer, SObjectType type)
    {
        var call = RestCall.Of(context);
        return new LayoutDescription(writer, org.Schema, call.User.Access, type, call.Root);
    }

    private static CompactLayoutDescription Compact(HttpContext context, DescribeWriter writer, SObjectType type) => new(writer, type, RestCall.Of(context).Root);
}
