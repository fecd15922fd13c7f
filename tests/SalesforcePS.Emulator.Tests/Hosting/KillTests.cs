using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Hosting;

/// <summary>An emulator with a database file is killed while several clients write and a bulk job runs.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rows = 100_000;
    private const int Writers = 4;

    /// <summary>Rows of the job after which the emulator is killed; each time in the middle of it.</summary>
    private static readonly int[] Kills = [5_000, 35_000, 65_000];

    private readonly string folder = Directory.CreateTempSubdirectory("kill").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WhatWasAnswered_IsThereOnce()
    {
        var answered = new ConcurrentBag<(string Id, string Name)>();
        string? token = null, job = null;
        foreach (var rows in Kills)
        {
            using var emulator = await StartAsync();
            token ??= await emulator.SignInAsync();
            emulator.Use(token);
            job ??= await StartJobAsync(emulator);
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(emulator, $"{rows}-{writer}", answered)).ToArray();
            await WaitAsync(emulator, job, processed => processed >= rows);
            emulator.Kill();
            await Task.WhenAll(writers);
        }

        using var restarted = await StartAsync();
        restarted.Use(token!);
        await WaitAsync(restarted, job!, processed => processed >= Rows);
        var names = await NamesAsync(restarted);

        Assert.NotEmpty(answered);
        Assert.Equal(names.Count, names.Select(record => record.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(names.Count, names.Select(record => record.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Superset(answered.ToHashSet(), names.ToHashSet());
        Assert.Equal(Rows, names.Count(record => record.Name.StartsWith("bulk-", StringComparison.Ordinal)));
        var results = await restarted.Client.GetStringAsync($"/services/data/v68.0/jobs/ingest/{job}/successfulResults");
        Assert.Equal(Rows + 1, results.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Count());
    }

    private Task<EmulatorProcess> StartAsync() =>
        EmulatorProcess.StartReadyAsync("--database", Path.Combine(folder, "org.db"), "--bulk-delay-ms", "0");

    private static async Task<string> StartJobAsync(EmulatorProcess emulator)
    {
        var id = (await emulator.SendAsync(HttpMethod.Post, "jobs/ingest", """{"object":"Account","operation":"insert"}""")).GetProperty("id").GetString()!;
        var csv = new StringBuilder("Name\n");
        for (var row = 0; row < Rows; row++)
            csv.Append(CultureInfo.InvariantCulture, $"bulk-{row}\n");
        await emulator.SendAsync(HttpMethod.Put, $"jobs/ingest/{id}/batches", csv.ToString(), "text/csv");
        await emulator.SendAsync(HttpMethod.Patch, $"jobs/ingest/{id}", """{"state":"UploadComplete"}""");
        return id;
    }

    private static async Task WaitAsync(EmulatorProcess emulator, string job, Predicate<int> isReached)
    {
        while (true)
        {
            var info = await emulator.SendAsync(HttpMethod.Get, $"jobs/ingest/{job}");
            Assert.NotEqual("Failed", info.GetProperty("state").GetString());
            if (isReached(info.GetProperty("numberRecordsProcessed").GetInt32()))
                return;
        }
    }

    /// <summary>Creates accounts until nobody answers any more, and notes those that were answered.</summary>
    private static async Task WriteAsync(EmulatorProcess emulator, string prefix, ConcurrentBag<(string, string)> answered)
    {
        try
        {
            for (var call = 0; ; call++)
            {
                var names = Enumerable.Range(0, 20).Select(index => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{call}-{index}")).ToArray();
                var body = JsonSerializer.Serialize(new { records = names.Select(name => new { attributes = new { type = "Account" }, Name = name }) });
                var results = await emulator.SendAsync(HttpMethod.Post, "composite/sobjects", body);
                foreach (var (result, name) in results.EnumerateArray().Zip(names))
                    answered.Add((result.GetProperty("id").GetString()!, name));
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed: of this call nothing is known.
        }
    }

    private static async Task<List<(string Id, string Name)>> NamesAsync(EmulatorProcess emulator)
    {
        var found = new List<(string, string)>();
        for (var path = "query?q=SELECT+Id,Name+FROM+Account"; path is not null;)
        {
            var page = await emulator.SendAsync(HttpMethod.Get, path);
            foreach (var record in page.GetProperty("records").EnumerateArray())
                found.Add((record.GetProperty("Id").GetString()!, record.GetProperty("Name").GetString()!));
            path = page.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString()!["/services/data/v68.0/".Length..] : null;
        }

        return found;
    }
}
