using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SalesforcePS.Sessions;

namespace SalesforcePS.Completion;

/// <summary>Completes the names of the runspace's sessions.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from session in RunspaceSessions.All
        where session.Name?.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase) == true
        select new CompletionResult(CompletionWord.Quote(session.Name!, wordToComplete), session.Name, CompletionResultType.ParameterValue, session.ToString());
}
