namespace SalesforcePS.Core.Soql;

/// <summary>The kinds of pieces that the client tells apart.</summary>
internal enum SoqlTokenKind
{
    /// <summary>A name with its path: <c>Account.Owner.Name</c>; also key words.</summary>
    Name,
    Text,
    Number,
    Parameter,
    Symbol,
    End,
}
