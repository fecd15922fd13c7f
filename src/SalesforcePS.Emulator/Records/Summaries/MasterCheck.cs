using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Summaries;

/// <summary>
/// A write that changes a roll-up summary saves the master too, and masters above it: their validation rules can refuse it (Apex
/// Developer Guide, "Triggers and Order of Execution").
/// </summary>
internal sealed class MasterCheck(WriteContext context)
{
    private readonly OrgDatabase database = context.Database;
    private readonly SummaryLinks links = SummaryLinks.Of(context.Schema);
    private readonly ValidationCheck validation = new(context);

    public bool Concerns(SObjectType type) => links.AreFrom(type);

    /// <summary>The masters that the record has, and those that it is about to get.</summary>
    public IReadOnlyList<MasterState> Remember(DraftRecord draft)
    {
        var states = new List<MasterState>();
        if (!draft.IsNew)
            RememberMasters(draft.Type, draft.Key, states);
        foreach (var link in links.From(draft.Type))
            Remember(link.Master, draft[link.Reference] as string, states);
        return states;
    }

    /// <summary>Deletes records or brings them back, unless a rule of a master is against it.</summary>
    public RecordError? Run(IEnumerable<(SObjectType Type, long Key)> records, Action write)
    {
        var concerned = records.Where(record => Concerns(record.Type)).ToList();
        if (concerned.Count == 0)
        {
            write();
            return null;
        }

        RecordError? error = null;
        database.WriteUnlessRefused(() =>
        {
            var states = new List<MasterState>();
            foreach (var (type, key) in concerned)
                RememberMasters(type, key, states);
            write();
            error = Check(states);
            return error is null;
        });
        return error;
    }

    /// <summary>The first rule that fails on a master whose summaries are no longer what they were.</summary>
    public RecordError? Check(IEnumerable<MasterState> before) => before
        .Where(state => Summaries(state.Type, state.Key) is { } now && !now.SequenceEqual(state.Summaries))
        .SelectMany(state => validation.Errors(state.Type, state.Key, state.Prior))
        .Select(RecordErrors.OfMaster)
        .FirstOrDefault();

    private void RememberMasters(SObjectType type, long key, List<MasterState> states)
    {
        foreach (var link in links.From(type))
            Remember(link.Master, context.Sight.Column(type, link.Reference, key) as string, states);
    }

    private void Remember(SObjectType type, string? id, List<MasterState> states)
    {
        if (id is null || !SalesforceId.TryGetKey(id, out var key) || states.Exists(state => state.Type == type && state.Key == key) || Summaries(type, key) is not { } summaries)
            return;
        states.Add(new MasterState(type, key, summaries, validation.Prior(type, key)));
        RememberMasters(type, key, states);
    }

    /// <summary>Null where there is no such record, or it is deleted.</summary>
    private object?[]? Summaries(SObjectType type, long key)
    {
        var fields = type.Fields.Where(field => field.RollUp is not null).ToArray();
        var statement = database.Prepare(
            $"SELECT {string.Join(", ", fields.Select(field => SqlName.Quote(field.Column)))} FROM {SqlName.Quote(type.Name)} "
            + $"WHERE \"{SqlName.Key}\" = ? AND \"{SystemFields.IsDeleted}\" = 0");
        var values = statement.Bind(1, key).Step() ? fields.Select((_, index) => statement.Value(index)).ToArray() : null;
        statement.Reset();
        return values;
    }
}
