namespace SalesforcePS.Core.Search;

/// <summary>The fields that a search looks into.</summary>
public enum SearchScope
{
    All,
    Name,
    Email,
    Phone,
    Sidebar,
}
