namespace SalesforcePS.Core.Rest;

/// <summary>An answer as it came.</summary>
/// <param name="MediaType">Such as <c>application/json</c>; null where the answer has no content.</param>
/// <param name="Charset">The name of a text's encoding; null where it is not told, which means UTF-8.</param>
public sealed record RestAnswer(string? MediaType, string? Charset, byte[] Body);
