using System.Globalization;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Http;

/// <summary>What a run leaves of the org's daily API calls: a number of calls, or a share of the allocation.</summary>
public sealed class ApiReserve
{
    private readonly string text;
    private readonly double number;
    private readonly bool isShare;

    private ApiReserve(string text, double number, bool isShare) => (this.text, this.number, this.isShare) = (text, number, isShare);

    /// <summary>Reads <c>500</c> or <c>10%</c>.</summary>
    /// <exception cref="SalesforceException">The text is neither (<c>INVALID_PARAMETER</c>).</exception>
    public static ApiReserve Parse(string text)
    {
        var trimmed = text.Trim();
        var isShare = trimmed.EndsWith('%');
        var isNumber = double.TryParse(
            isShare ? trimmed[..^1] : trimmed, isShare ? NumberStyles.AllowDecimalPoint : NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && (!isShare || number < 100)
            ? new ApiReserve(trimmed, number, isShare)
            : throw new SalesforceException($"'{text}' is no reserve of API calls: give a number such as 500, or a percentage below 100 such as 10%.") { ErrorCode = "INVALID_PARAMETER" };
    }

    /// <summary>Before a call. As long as the org has not told its count, nothing is held back.</summary>
    /// <exception cref="RequestLimitException">Fewer calls would be left than are to be (<c>API_CALLS_RESERVED</c>).</exception>
    internal void Check(ApiUsage usage)
    {
        if (usage is not { OrgLimit: { } limit, OrgUsedByNow: { } used })
            return;
        var reserved = isShare ? (int)Math.Ceiling(limit * number / 100) : number;
        if (limit - used - 1 < reserved)
            throw new RequestLimitException(string.Create(
                CultureInfo.InvariantCulture,
                $"The org has used {used} of its {limit} API calls of 24 hours, and {this} are to be left, so no further call was made. Go on later, use larger batches or Bulk, or lower the reserve."))
            {
                ErrorCode = SalesforceErrors.ReserveReached,
            };
    }

    public override string ToString() => text;
}
