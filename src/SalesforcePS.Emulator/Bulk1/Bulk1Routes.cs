using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk1;

internal static class Bulk1Routes
{
    private const string Root = "/services/async";

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org)
    {
        var gate = new Bulk1Gate(org, routes.ServiceProvider.GetRequiredService<ILogger<Bulk1Gate>>());
        var (job, batch, result) = (new JobEndpoint(org), new BatchEndpoint(org), new ResultEndpoint(org));
        var version = routes.MapGroup(Root + "/{version}");
        version.MapPost("job", gate.Open(job.CreateAsync));
        version.MapGet("job/{job}", gate.Open(job.GetAsync));
        version.MapPost("job/{job}", gate.Open(job.ChangeAsync));
        version.MapGet("job/{job}/batch", gate.Open(batch.ListAsync));
        version.MapPost("job/{job}/batch", gate.Open(batch.AddAsync));
        version.MapGet("job/{job}/batch/{batch}", gate.Open(batch.GetAsync));
        version.MapGet("job/{job}/batch/{batch}/request", gate.Open(batch.RequestAsync));
        version.MapGet("job/{job}/batch/{batch}/result", gate.Open(result.GetAsync));
        version.MapGet("job/{job}/batch/{batch}/result/{result}", gate.Open(result.GetFileAsync));
        version.Map("{**path}", gate.Open((context, _) => throw AsyncErrors.UnknownUrl(context.Request.Path)));
    }
}
