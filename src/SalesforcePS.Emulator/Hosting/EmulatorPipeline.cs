using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SalesforcePS.Emulator.Bulk1;
using SalesforcePS.Emulator.Control;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.OAuth;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Files;
using SalesforcePS.Emulator.Rest;
using SalesforcePS.Emulator.Soap;

namespace SalesforcePS.Emulator.Hosting;

/// <summary>Everything that a request passes, in order.</summary>
internal static class EmulatorPipeline
{
    private const long LargestBody = 52_428_800;

    public static WebApplication Build(int port, EmulatedOrg org, AssertionKey? assertionKey)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, port));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<RouteOptions>(routes =>
        {
            routes.SetParameterPolicy<RecordIdConstraint>(RecordIdConstraint.Name);
            routes.SetParameterPolicy<BlobFieldConstraint>(BlobFieldConstraint.Name);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Logging
            .SetMinimumLevel(LogLevel.Warning)
            // A start that fails is told in one line by Program.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var application = builder.Build();
        application.UseMiddleware<RequestLogMiddleware>(org.Requests);
        application.UseMiddleware<RequestRewriteMiddleware>();
        application.UseMiddleware<StandardHeadersMiddleware>();
        application.UseMiddleware<FaultMiddleware>(org.Faults);
        application.UseMiddleware<RestFormatMiddleware>();
        application.UseMiddleware<RestDispatcherMiddleware>();
        application.UseRouting();
        application.UseMiddleware<RestGate>(org);
        application.UseMiddleware<UnknownPathMiddleware>();
        ControlRoutes.Map(application, org);
        OAuthRoutes.Map(application, org, assertionKey);
        RestRoutes.Map(application, org);
        SoapRoutes.Map(application, org);
        Bulk1Routes.Map(application, org);
        return application;
    }

    private static void Configure(KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(IPAddress.Loopback, port);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        // Too long requests reach RequestSize, which refuses them as an org does.
        kestrel.Limits.MaxRequestLineSize = 8 * RequestSize.Largest;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * RequestSize.Largest;
    }
}
