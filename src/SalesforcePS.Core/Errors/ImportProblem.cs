namespace SalesforcePS.Core.Errors;

/// <summary>What is in the way of an import.</summary>
public enum ImportProblem
{
    /// <summary>A column, its mapping or the field it is for.</summary>
    Column,

    /// <summary>A file that cannot be read or written, or that is not what it was.</summary>
    File,

    /// <summary>Result files that would be overwritten.</summary>
    ResultsExist,

    /// <summary>A journal of another import, or a damaged one.</summary>
    Journal,
}
