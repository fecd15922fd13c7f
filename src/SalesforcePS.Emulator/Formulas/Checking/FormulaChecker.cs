using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Formulas.Functions;
using SalesforcePS.Emulator.Formulas.Syntax;

namespace SalesforcePS.Emulator.Formulas.Checking;

/// <summary>Resolves names and checks types, as an org does when a formula is saved.</summary>
internal sealed class FormulaChecker(PathResolver paths, FormulaUse use)
{
    /// <summary>A call was found that looks at the record before the write.</summary>
    public bool ReadsPrior { get; private set; }

    public FormulaExpression Check(FormulaNode node) => node switch
    {
        LiteralNode literal => new ConstantExpression(literal.Value, literal.Type),
        ReferenceNode reference => paths.Resolve(reference.Path),
        CallNode call => Check(call),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private CallExpression Check(CallNode node)
    {
        var function = FormulaFunctions.Find(node.Function)
            ?? throw new FormulaException($"the function {node.Function} is not supported by the emulator (character {node.Position + 1})");
        ReadsPrior |= function.ReadsPrior;
        FormulaExpression[] arguments = [.. node.Arguments.Select(Check)];
        return new CallExpression(function.Check(new CheckedCall(node.Function, arguments, use)), arguments, function.Run);
    }
}
