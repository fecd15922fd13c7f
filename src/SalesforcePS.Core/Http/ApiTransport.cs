using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Http;

/// <summary>
/// The one door to Salesforce. An attempt is the request and the reading of its answer together, so that an answer
/// cut off in the middle is retried by the same rule as a refused one.
/// </summary>
internal sealed class ApiTransport(HttpClient http, RetryPolicy retry, ApiUsage usage, ITokenSource? tokens = null)
{
    // Renewing on these would loop: the token is good, the app or the session type is not (salesforce-api 1.5).
    private static readonly string[] NotCuredByRenewal =
        ["Connected app is not attached to Agent", "This session is not valid for use with the REST API"];

    /// <summary>What every call of the session says of its client (call options header); null for nothing.</summary>
    public string? ClientName { get; init; }

    /// <summary>The calls that are to be left to the org; null for none.</summary>
    public ApiReserve? Reserve { get; init; }

    /// <summary>Sends, repeats as the request's safety allows, renews the session once, and reads the answer.</summary>
    /// <exception cref="SalesforceException">Salesforce refused, or could not be reached.</exception>
    public async Task<T> SendAsync<T>(
        ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var attempts = request.Attempts ?? new AttemptHistory();
        try
        {
            if (!request.Authenticated)
                return await RepeatAsync(request, null, read, attempts, cancellation).ConfigureAwait(false);
            var token = await tokens!.GetAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await RepeatAsync(request, token, read, attempts, cancellation).ConfigureAwait(false);
            }
            catch (AuthenticationException expired) when (IsCuredByRenewal(expired))
            {
                var renewed = await tokens.RenewAsync(token, cancellation).ConfigureAwait(false);
                return await RepeatAsync(request, renewed, read, attempts, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception broken) when (request.Safety != RequestSafety.Read && attempts.LostAnswer is not null && !IsCancelled(broken, cancellation))
        {
            throw attempts.OutcomeUnknown(request.Safety);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException or TimeoutException
            || (broken is TaskCanceledException && !IsCancelled(broken, cancellation)))
        {
            throw new ConnectionException($"Salesforce could not be reached: {broken.Message}", broken);
        }
    }

    /// <summary>The same for calls whose answer is read, if at all, for its effect.</summary>
    /// <exception cref="SalesforceException">Salesforce refused, or could not be reached.</exception>
    public Task SendAsync(ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task> read, CancellationToken cancellation) =>
        SendAsync<object?>(
            request,
            async (response, cancel) =>
            {
                await read(response, cancel).ConfigureAwait(false);
                return null;
            },
            cancellation);

    private ValueTask<T> RepeatAsync<T>(
        ApiRequest request, AccessToken? token, Func<HttpResponseMessage, CancellationToken, Task<T>> read, AttemptHistory attempts, CancellationToken cancellation) =>
        retry.ExecuteAsync(
            request.Safety,
            async cancel =>
            {
                using var deadline = retry.StartAttempt(request.Deadline, cancel);
                try
                {
                    return await AttemptAsync(request, token, read, deadline.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException late) when (deadline.HasPassed)
                {
                    var timeout = new TimeoutException($"No complete answer came within {request.Deadline.TotalMinutes} minutes.", late);
                    attempts.Note(timeout);
                    throw timeout;
                }
                catch (Exception failed)
                {
                    attempts.Note(failed);
                    throw;
                }
            },
            cancellation);

    private async ValueTask<T> AttemptAsync<T>(
        ApiRequest request, AccessToken? token, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        if (!request.CompletesWork)
            Reserve?.Check(usage);
        using var message = request.Create(token);
        if (token is not null)
            message.Headers.Authorization = new("Bearer", token.Value);
        // SOAP says it in its envelope.
        if (token is not null && ClientName is { } client && request.Kind != ApiCallKind.Soap)
            message.Headers.Add("Sforce-Call-Options", $"client={client}");
        usage.CountCall(request.Kind);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        usage.ReadLimitInfo(response);
        if (response.IsSuccessStatusCode)
            return await read(response, cancellation).ConfigureAwait(false);
        var error = await ErrorReader.ReadAsync(response, cancellation).ConfigureAwait(false);
        retry.Note(error, response);
        throw error;
    }

    private static bool IsCancelled(Exception exception, CancellationToken cancellation) =>
        exception is OperationCanceledException && cancellation.IsCancellationRequested;

    private static bool IsCuredByRenewal(AuthenticationException expired) =>
        expired.ErrorCode is SalesforceErrors.InvalidSession or SalesforceErrors.InvalidBulkSession or SalesforceErrors.UnexplainedUnauthorized
        && !NotCuredByRenewal.Any(text => expired.Message.Contains(text, StringComparison.OrdinalIgnoreCase));
}
