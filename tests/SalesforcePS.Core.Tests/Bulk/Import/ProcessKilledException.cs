namespace SalesforcePS.Core.Tests.Bulk.Import;

/// <summary>Stands for the end of the process: nothing is repeated after it, and no request gets through any more.</summary>
internal sealed class ProcessKilledException : Exception;
