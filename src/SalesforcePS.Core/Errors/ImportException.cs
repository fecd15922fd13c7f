namespace SalesforcePS.Core.Errors;

/// <summary>An import cannot begin or go on. What has been sent by then is in the result files, or in the journal where one is kept.</summary>
public sealed class ImportException : SalesforceException
{
    public ImportException(ImportProblem problem, string message, Exception? innerException = null) : base(message, innerException) =>
        (Problem, ErrorCode) = (problem, problem switch
        {
            ImportProblem.Column => "IMPORT_COLUMN",
            ImportProblem.File => "IMPORT_FILE",
            ImportProblem.ResultsExist => "IMPORT_RESULTS_EXIST",
            _ => "IMPORT_JOURNAL",
        });

    public ImportProblem Problem { get; }
}
