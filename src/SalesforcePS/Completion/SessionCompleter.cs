using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Sessions;

namespace SalesforcePS.Completion;

/// <summary>The base of completers that know the org. They ask it only where the cache is cold, and for two seconds at most.</summary>
public abstract class SessionCompleter : IArgumentCompleter
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        // A variable's value comes in PowerShell's wrapping.
        LanguagePrimitives.TryConvertTo(fakeBoundParameters["Session"], out SfSession? named);
        var session = named ?? (fakeBoundParameters["Session"] is string name ? RunspaceSessions.Find(name) : null) ?? RunspaceSessions.Current;
        if (session is null || session.IsClosed)
            return [];
        return CompletionWord.Matches(Names(session.Connection, fakeBoundParameters), wordToComplete);
    }

    private protected abstract IEnumerable<string> Names(SalesforceConnection connection, IDictionary boundParameters);

    /// <summary>Nothing where the org does not answer in time: completion never holds up the prompt.</summary>
    private protected static T? Ask<T>(Func<CancellationToken, ValueTask<T>> ask)
    {
        using var timeout = new CancellationTokenSource(LongestWait);
        try
        {
            return Task.Run(async () => await ask(timeout.Token).ConfigureAwait(false), timeout.Token).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is SalesforceException or OperationCanceledException)
        {
            return default;
        }
    }
}
