using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Retrieving;

/// <summary>What came for one Id: the record, or why there is none (<c>ENTITY_IS_DELETED</c>, <c>NOT_FOUND</c>, <c>MALFORMED_ID</c>, ...).</summary>
public sealed record RetrievedRecord(RecordRequest Request, SalesforceRecord? Record, SalesforceException? Error);
