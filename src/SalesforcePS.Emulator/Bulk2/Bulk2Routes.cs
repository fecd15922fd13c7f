using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk2;

internal static class Bulk2Routes
{
    public static void Map(IEndpointRouteBuilder jobs, EmulatedOrg org)
    {
        MapIngest(jobs.MapGroup("ingest"), org);
        MapQuery(jobs.MapGroup("query"), org);
    }

    private static void MapIngest(RouteGroupBuilder jobs, EmulatedOrg org)
    {
        var ingest = new IngestEndpoint(org);
        jobs.MapPost("", ingest.CreateAsync);
        jobs.MapGet("", ingest.ListAsync);
        jobs.MapGet("{job}", ingest.GetAsync);
        jobs.MapPatch("{job}", ingest.ChangeAsync);
        jobs.MapDelete("{job}", ingest.DeleteAsync);
        jobs.MapPut("{job}/batches", new UploadEndpoint(org).PutAsync);

        var results = new IngestResultEndpoint(org);
        jobs.MapGet("{job}/successfulResults", results.SuccessfulAsync);
        jobs.MapGet("{job}/failedResults", results.FailedAsync);
        jobs.MapGet("{job}/unprocessedrecords", results.UnprocessedAsync);
    }

    private static void MapQuery(RouteGroupBuilder jobs, EmulatedOrg org)
    {
        var query = new QueryJobEndpoint(org);
        jobs.MapPost("", query.CreateAsync);
        jobs.MapGet("", query.ListAsync);
        jobs.MapGet("{job}", query.GetAsync);
        jobs.MapPatch("{job}", query.AbortAsync);
        jobs.MapDelete("{job}", query.DeleteAsync);

        var results = new QueryResultEndpoint(org);
        jobs.MapGet("{job}/results", results.PageAsync);
        jobs.MapGet("{job}/resultPages", results.PagesAsync);
    }
}
