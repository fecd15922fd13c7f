using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>/sobjects/X/id/Relationship: up to five parents in a row, or the children of one relationship.</summary>
internal sealed class RelationshipEndpoint(EmulatedOrg org, RecordEndpoint records)
{
    private const int MostSteps = 5;

    public Task ReadAsync(HttpContext context)
    {
        var (type, id, children) = Follow(context);
        return children is null ? records.ReadAsync(context, type, id) : ReadChildrenAsync(context, children, id);
    }

    public Task UpdateAsync(HttpContext context)
    {
        var (type, id) = FollowToOne(context);
        return records.UpdateAsync(context, type, id);
    }

    public Task DeleteAsync(HttpContext context)
    {
        var (type, id) = FollowToOne(context);
        return records.DeleteAsync(context, type, id);
    }

    private Task ReadChildrenAsync(HttpContext context, ChildRelationship children, string parentId)
    {
        var type = Schema(context).Find(children.ChildSObject)!;
        var fields = RouteTarget.Fields(type, context.Request.Query["fields"].ToString());
        var soql = $"SELECT {string.Join(", ", fields.Select(field => field.Name))} FROM {type.Name} WHERE {children.Field} = '{parentId}'";
        return QueryEndpoint.WriteAsync(context, org.Queries.Query(RestCall.Of(context).User, soql, includeDeleted: false, QueryService.MaximumBatchSize));
    }

    private (SObjectType Type, string Id) FollowToOne(HttpContext context)
    {
        var (type, id, children) = Follow(context);
        return children is null ? (type, id) : throw RestError.MethodNotAllowed(context.Request.Method, "GET,HEAD");
    }

    /// <summary>The record at the end of the parents' path, and the relationship to children where the last step is one.</summary>
    private (SObjectType Type, string Id, ChildRelationship? Children) Follow(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var id = RouteTarget.Id(context, type);
        var path = $"{RouteTarget.Segment(context, "relationship")}/{RouteTarget.Segment(context, "more")}";
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length > MostSteps)
            throw RestError.NotFound();
        for (var index = 0; index < steps.Length; index++)
        {
            if (type.FindRelationship(steps[index]) is { } parent)
                (type, id) = ParentOf(context, type, id, parent);
            else if (index == steps.Length - 1 && type.FindChildRelationship(steps[index]) is { } children && Exists(type, id))
                return (type, id, children);
            else
                throw RestError.NotFound();
        }

        return (type, id, null);
    }

    private (SObjectType Type, string Id) ParentOf(HttpContext context, SObjectType type, string id, SObjectField reference) =>
        org.Reader.Retrieve(type, [reference], [id])[0]?.Values[0] is string parentId
        && Schema(context).FindByKeyPrefix(SalesforceId.KeyPrefix(parentId)) is { } parent
            ? (parent, parentId)
            : throw RestError.NotFound();

    private OrgSchema Schema(HttpContext context) => RestCall.Of(context).User.Access.SchemaOf(org.Schema);

    private bool Exists(SObjectType type, string id) => org.Reader.Retrieve(type, [], [id])[0] is not null;
}
