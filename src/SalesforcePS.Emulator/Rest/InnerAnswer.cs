namespace SalesforcePS.Emulator.Rest;

internal sealed record InnerAnswer(int Status, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => Status < StatusCodes.Status400BadRequest;
}
