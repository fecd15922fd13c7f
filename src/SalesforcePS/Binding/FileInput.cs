using SalesforcePS.Core.Files;

namespace SalesforcePS.Binding;

/// <summary>One file that is to be uploaded, as the pipeline or the parameters name it.</summary>
/// <param name="Source">What went in: it is the target of errors, and comes back with the result.</param>
internal sealed record FileInput(object Source, string Name, FileContent Content)
{
    public string? ParentId { get; init; }

    public string? Id { get; init; }

    public string? ContentDocumentId { get; init; }

    public string? Description { get; init; }

    public string? ContentType { get; init; }

    public string? OwnerId { get; init; }
}
