namespace SalesforcePS.Emulator.Searching.Syntax;

/// <summary>Which fields are searched.</summary>
internal enum SearchGroup
{
    All,
    Name,
    Email,
    Phone,
    Sidebar,
}
