using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Rest.Records;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>/composite/tree/X: records with their children, created as a whole, one level of all trees after the other.</summary>
internal sealed class TreeEndpoint(EmulatedOrg org)
{
    public async Task CreateAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        using var body = await RestBody.ReadAsync(context);
        var nodes = new TreeReader(RestCall.Of(context).User.Access.SchemaOf(org.Schema)).Read(body.Root, type);
        if (RepeatedIn(nodes) is { Count: > 0 } repeated)
        {
            await WriteAsync(context, [.. repeated.Select(node => (node, TreeErrors.Repeated()))]);
            return;
        }

        List<(TreeNode Node, SaveResult Result)> results = [];
        org.WriteUnlessRefused(() =>
        {
            results = Create(context, nodes);
            return results.TrueForAll(result => result.Result.Success);
        });
        var refused = results.Where(result => !result.Result.Success).ToList();
        await WriteAsync(context, refused.Count > 0 ? refused : results);
    }

    private static List<TreeNode> RepeatedIn(IReadOnlyList<TreeNode> nodes) =>
        [.. nodes.GroupBy(node => node.ReferenceId, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).SelectMany(group => group)];

    /// <summary>The nodes come level by level, so a parent has its Id before its children are written.</summary>
    private List<(TreeNode Node, SaveResult Result)> Create(HttpContext context, IReadOnlyList<TreeNode> nodes)
    {
        var (user, options) = (RestCall.Of(context).User, RestOptions.Read(context.Request));
        var results = new List<(TreeNode, SaveResult)>();
        var ids = new Dictionary<TreeNode, string>();
        foreach (var level in nodes.GroupBy(node => node.Level))
        {
            var members = level.ToList();
            var saved = org.Writer.Create(user, members.ConvertAll(node => node.ToInput(ids)), options);
            results.AddRange(members.Zip(saved));
            if (saved.Any(result => !result.Success))
                break;
            foreach (var (node, result) in members.Zip(saved))
                ids.Add(node, result.Id!);
        }

        return results;
    }

    private static Task WriteAsync(HttpContext context, List<(TreeNode Node, SaveResult Result)> results)
    {
        var hasErrors = results.Exists(result => !result.Result.Success);
        return JsonResponse.WriteAsync(context, hasErrors ? StatusCodes.Status400BadRequest : StatusCodes.Status201Created, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("hasErrors", hasErrors);
            writer.WriteStartArray("results");
            foreach (var (node, result) in results)
                Write(writer, node, result);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, TreeNode node, SaveResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("referenceId", node.ReferenceId);
        if (result.Success)
            writer.WriteString("id", result.Id);
        else
            JsonResultWriter.WriteErrors(writer, result.Errors);
        writer.WriteEndObject();
    }
}
