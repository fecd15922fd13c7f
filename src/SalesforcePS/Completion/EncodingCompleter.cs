using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SalesforcePS.Binding;

namespace SalesforcePS.Completion;

/// <summary>Completes PowerShell's names of encodings, and the code page that files of Windows programs are most often in.</summary>
public sealed class EncodingCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionWord.Matches(EncodingArgumentAttribute.Names.Append("windows-1252"), wordToComplete);
}
