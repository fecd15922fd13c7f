using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Security;

namespace SalesforcePS.Binding;

/// <summary>
/// A script that takes new refresh tokens. A token may come while the caller's runspace is busy with the very request that needs it, so
/// the script has a runspace of its own, and the variables that it names with $using:, as they were when it was given.
/// </summary>
internal sealed class TokenScript
{
    private const string Using = "using:";

    private readonly string text;
    private readonly string location;
    private readonly List<SessionStateVariableEntry> variables;

    public TokenScript(ScriptBlock script, SessionState state)
    {
        var usings = script.Ast.FindAll(ast => ast is UsingExpressionAst, searchNestedScriptBlocks: true).Cast<UsingExpressionAst>().ToList();
        text = WithoutUsing(script.Ast, usings);
        location = state.Path.CurrentFileSystemLocation.Path;
        variables =
        [
            .. usings.Select(expression => UsingExpressionAst.ExtractUsingVariable(expression).VariablePath.UserPath)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(name => new SessionStateVariableEntry(name, state.PSVariable.GetValue(name), null)),
            new SessionStateVariableEntry("ErrorActionPreference", ActionPreference.Stop, null),
        ];
    }

    public async Task RunAsync(SecureString token, CancellationToken cancellation)
    {
        var state = InitialSessionState.CreateDefault();
        state.Variables.Add(variables);
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(location);
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        using var stop = cancellation.Register(shell.Stop);
        shell.AddScript(text).AddArgument(token);
        await Task.Factory.FromAsync(shell.BeginInvoke(), shell.EndInvoke).ConfigureAwait(false);
        if (shell.HadErrors)
            throw shell.Streams.Error[0].Exception;
    }

    /// <summary>The script as a call of itself, in which $using:name is $name.</summary>
    private static string WithoutUsing(Ast script, IEnumerable<UsingExpressionAst> usings)
    {
        var body = script.Extent.Text;
        foreach (var expression in usings.OrderByDescending(expression => expression.Extent.StartOffset))
        {
            var at = body.IndexOf(Using, expression.Extent.StartOffset - script.Extent.StartOffset, StringComparison.OrdinalIgnoreCase);
            body = body.Remove(at, Using.Length);
        }
        // A script block that was made of text has no braces of its own.
        return script.Parent is ScriptBlockExpressionAst ? $"& {body} $args[0]" : $"& {{{body}\n}} $args[0]";
    }
}
