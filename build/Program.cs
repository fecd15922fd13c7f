using SalesforcePS.Build;
using SalesforcePS.Build.Tasks;

var repository = Repository.Find();
var rest = args.Skip(1).ToArray();
try
{
    return args.FirstOrDefault() switch
    {
        "build" => BuildTask.Run(repository),
        "test" => await TestTask.RunAsync(repository),
        "demo" => await DemoTask.RunAsync(repository, rest),
        "bench" => await BenchTask.RunAsync(repository, rest),
        "package" => PackageTask.Run(repository),
        "help" => HelpTask.Run(repository, rest),
        var other => throw new BuildException($"'{other}' is no task. Tasks are build, test, demo, bench, package, clean."),
    };
}
catch (BuildException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
