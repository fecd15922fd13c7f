using System.Globalization;
using System.Management.Automation;
using SalesforcePS.Core.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Errors;

/// <summary>Makes every error record of the module. The error id is the name of its message.</summary>
internal static class ErrorRecords
{
    /// <summary>A record that was refused, or whose outcome is not known. The target is the input object.</summary>
    public static ErrorRecord Record(SalesforceException exception, string operation, object input)
    {
        var (id, message) = exception switch
        {
            OutcomeUnknownException => (nameof(Messages.OutcomeUnknown), Messages.OutcomeUnknown),
            RecordException => (nameof(Messages.RecordRefused), Messages.RecordRefused),
            _ => (Kind(exception), "{0}: {1}"),
        };
        return Create(exception, id, input, Format(message, operation, exception.Message));
    }

    /// <summary>A record that a dry run found to be refused.</summary>
    public static ErrorRecord Foreseen(SalesforceException exception, string operation, object input) =>
        Create(exception, nameof(Messages.RecordWouldBeRefused), input, Format(Messages.RecordWouldBeRefused, operation, exception.Message));

    /// <summary>An Id for which no record came. The target is the Id.</summary>
    public static ErrorRecord NoRecord(SalesforceException exception, object target) =>
        Create(exception, exception switch
        {
            RecordException { ErrorCode: "ENTITY_IS_DELETED" } => nameof(Messages.RecordDeleted),
            RecordException { ErrorCode: "NOT_FOUND" } => nameof(Messages.RecordNotFound),
            _ => Kind(exception),
        }, target, null);

    /// <summary>A request as a whole was refused or failed.</summary>
    public static ErrorRecord Request(SalesforceException exception, object? target) =>
        Create(exception, Kind(exception), target, exception is RefreshTokenNotKeptException ? Format(Messages.RefreshTokenNotKept, exception.Message) : null);

    public static ErrorRecord NotConnected() =>
        new(new InvalidOperationException(Messages.NotConnected), nameof(Messages.NotConnected), ErrorCategory.ConnectionError, null)
        {
            ErrorDetails = new ErrorDetails(Messages.NotConnected) { RecommendedAction = "Connect-Sf" },
        };

    public static ErrorRecord SessionClosed(SfSession session) =>
        new(new InvalidOperationException(Format(Messages.SessionClosed, session)), nameof(Messages.SessionClosed), ErrorCategory.ConnectionError, session);

    public static ErrorRecord Input(string id, string message, object? target, params object?[] arguments) =>
        new(new PSArgumentException(Format(message, arguments)), id, ErrorCategory.InvalidArgument, target);

    /// <summary>A name that stands for nothing.</summary>
    public static ErrorRecord Missing(string id, string message, object target, params object?[] arguments) =>
        new(new ItemNotFoundException(Format(message, arguments)), id, ErrorCategory.ObjectNotFound, target);

    public static ErrorRecord Emulator(string id, string message, object? target, params object?[] arguments) =>
        new(new InvalidOperationException(Format(message, arguments)), id, ErrorCategory.ResourceUnavailable, target);

    /// <summary>The time to wait for a job is over; the job is not.</summary>
    public static ErrorRecord JobNotDone(SfJob job, int seconds) =>
        new(new TimeoutException(Format(Messages.JobNotDone, job.Id, job.State, seconds)), nameof(Messages.JobNotDone), ErrorCategory.OperationTimeout, job);

    public static ErrorRecord FileExists(string path) =>
        new(new IOException(Format(Messages.FileExists, path)), nameof(Messages.FileExists), ErrorCategory.ResourceExists, path);

    public static ErrorRecord FileNotWritten(Exception cause, string path) =>
        new(new IOException(Format(Messages.FileNotWritten, path, cause.Message), cause), nameof(Messages.FileNotWritten), ErrorCategory.WriteError, path);

    public static ErrorRecord FileNotReadable(Exception cause, string path, object target) =>
        new(new IOException(Format(Messages.FileNotReadable, path, cause.Message), cause), nameof(Messages.FileNotReadable), ErrorCategory.ReadError, target);

    public static ErrorRecord AttachmentNotFound(string id, object target) =>
        new(new ItemNotFoundException(Format(Messages.AttachmentNotFound, id)), nameof(Messages.AttachmentNotFound), ErrorCategory.ObjectNotFound, target);

    private static ErrorRecord Create(SalesforceException exception, string id, object? target, string? message)
    {
        var record = new ErrorRecord(exception, id, ErrorCategories.Of(exception), target);
        var remedy = Remedy(exception, record.CategoryInfo.Category);
        if (message is not null || remedy is not null)
            record.ErrorDetails = new ErrorDetails(message ?? exception.Message) { RecommendedAction = remedy ?? "" };
        return record;
    }

    private static string Kind(SalesforceException exception) => exception switch
    {
        AuthenticationException => nameof(Messages.SignInRefused),
        RefreshTokenNotKeptException => nameof(Messages.RefreshTokenNotKept),
        RequestLimitException { IsReserveReached: true } => nameof(Messages.ApiCallsReserved),
        RequestLimitException => nameof(Messages.RequestLimitExceeded),
        ConnectionException => nameof(Messages.ConnectionFailed),
        ProtocolException => nameof(Messages.AnswerMalformed),
        FileNotWrittenException => nameof(Messages.FileNotWritten),
        OutcomeUnknownException => nameof(Messages.OutcomeUnknown),
        ImportException { Problem: ImportProblem.Column } => nameof(Messages.ImportColumnInvalid),
        ImportException { Problem: ImportProblem.File } => nameof(Messages.ImportFileInvalid),
        ImportException { Problem: ImportProblem.ResultsExist } => nameof(Messages.ImportResultsExist),
        ImportException => nameof(Messages.ImportJournalMismatch),
        _ => nameof(Messages.RequestRefused),
    };

    private static string? Remedy(SalesforceException exception, ErrorCategory category) => Remedies.Of(exception) ?? exception switch
    {
        AuthenticationException => Messages.SignInRemedy,
        RequestLimitException { IsReserveReached: true } => Messages.ApiCallsReservedRemedy,
        RequestLimitException => Messages.RequestLimitRemedy,
        _ => category == ErrorCategory.PermissionDenied ? Messages.PermissionRemedy : null,
    };

    private static string Format(string message, params object?[] arguments) => string.Format(CultureInfo.CurrentCulture, message, arguments);
}
