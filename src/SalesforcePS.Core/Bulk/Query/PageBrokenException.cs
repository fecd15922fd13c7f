namespace SalesforcePS.Core.Bulk.Query;

/// <summary>An attempt at a result page broke off; another may follow. It stays inside the engine.</summary>
internal sealed class PageBrokenException(Exception cause) : IOException(cause.Message, cause);
