namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Gathers what is wrong in a folder, so that all of it is told at once.</summary>
internal sealed class SourceProblems(string folder)
{
    private readonly List<string> problems = [];

    public bool Any => problems.Count > 0;

    public void Add(SchemaException problem) => problems.Add(problem.Message);

    public void Catch(Action read)
    {
        try
        {
            read();
        }
        catch (SchemaException problem)
        {
            Add(problem);
        }
    }

    /// <summary>The results of those that can be read.</summary>
    public List<TResult> Collect<TSource, TResult>(IEnumerable<TSource> sources, Func<TSource, IEnumerable<TResult>> read)
    {
        var results = new List<TResult>();
        foreach (var source in sources)
            Catch(() => results.AddRange(read(source)));
        return results;
    }

    /// <exception cref="SchemaException">There is at least one.</exception>
    public void Throw()
    {
        if (Any)
            throw new SchemaException($"The schema folder {folder} cannot be used.\n{string.Join('\n', problems.Distinct(StringComparer.Ordinal))}");
    }
}
