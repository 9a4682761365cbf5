using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Batch.V1.Cron;
using CloudletK8s.TestKit.Rules;

namespace CloudletK8s.Api.Tests.Batch;

public class CronJobGiven
{
    private const string Hourly = """
        {'metadata':{'name':'tick','namespace':'default'},
         'spec':{'schedule':'0 * * * *','jobTemplate':{'spec':{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':'i','imagePullPolicy':'Always','terminationMessagePolicy':'File'}]}}}}}}
        """;

    private readonly RuledKind<CronJob> _cronJobs = new();

    [Fact]
    public void Gets_its_defaults_but_its_template_none()
    {
        var spec = _cronJobs.Created(Hourly).Object("spec")!;

        Assert.Equal("Allow", spec.Text("concurrencyPolicy"));
        Assert.False(spec.Flag("suspend"));
        Assert.Equal(3, spec.Whole("successfulJobsHistoryLimit"));
        Assert.Equal(1, spec.Whole("failedJobsHistoryLimit"));
        Assert.False(spec.Object("jobTemplate", "spec")!.Has("completions"));
        Assert.Empty(_cronJobs.ErrorsOfCreating(Hourly));
    }

    [Theory]
    [InlineData("* * * *", "expected exactly 5 fields, found 4: [* * * *]")]
    [InlineData("60 * * * *", "end of range (60) above maximum (59): 60")]
    [InlineData("* * 0 * *", "beginning of range (0) below minimum (1): 0")]
    [InlineData("5-3 * * * *", "beginning of range (5) beyond end of range (3): 5-3")]
    [InlineData("*/0 * * * *", "step of range should be a positive number: */0")]
    [InlineData("x * * * *", "failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax")]
    [InlineData("1-2-3 * * * *", "too many hyphens: 1-2-3")]
    [InlineData("@often", "unrecognized descriptor: @often")]
    [InlineData("@every 5", "failed to parse duration @every 5: time: missing unit in duration \"5\"")]
    public void Refuses_a_schedule(string schedule, string error) => Assert.Equal(
        [$"spec.schedule: Invalid value: \"{schedule}\": {error.Replace("\\", "\\\\")}"],
        _cronJobs.ErrorsOfCreating(Hourly, "{'spec':{'schedule':'" + schedule + "'}}"));

    [Theory]
    [InlineData("{'spec':{'timeZone':'Mars/Base'}}", "spec.timeZone: Invalid value: \"Mars/Base\": unknown time zone Mars/Base")]
    [InlineData("{'spec':{'timeZone':''}}", "spec.timeZone: Invalid value: \"\": timeZone must be nil or non-empty string")]
    [InlineData("{'spec':{'timeZone':'Local'}}", "spec.timeZone: Invalid value: \"Local\": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")]
    [InlineData("{'spec':{'schedule':'TZ=UTC 0 * * * *'}}", "spec.schedule: Invalid value: \"TZ=UTC 0 * * * *\": cannot use TZ or CRON_TZ in schedule, use timeZone field instead")]
    [InlineData("{'spec':{'concurrencyPolicy':'Queue'}}", "spec.concurrencyPolicy: Unsupported value: \"Queue\": supported values: \"Allow\", \"Forbid\", \"Replace\"")]
    [InlineData("{'spec':{'jobTemplate':{'spec':{'manualSelector':true}}}}", "spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: \"nil\", \"false\"")]
    [InlineData("{'spec':{'startingDeadlineSeconds':-1}}", "spec.startingDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0")]
    public void Is_refused(string change, string error) => Assert.Equal([error], _cronJobs.ErrorsOfCreating(Hourly, change));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Etc/UTC")]
    [InlineData("UTC")]
    public void Knows_the_zones_of_the_world(string zone) => Assert.Empty(_cronJobs.ErrorsOfCreating(Hourly, "{'spec':{'timeZone':'" + zone + "'}}"));

    [Fact]
    public void Leaves_room_for_the_names_of_its_jobs()
    {
        var name = new string('a', 53);

        Assert.Equal([$"metadata.name: Invalid value: \"{name}\": must be no more than 52 characters"], _cronJobs.ErrorsOfCreating(Hourly, "{'metadata':{'name':'" + name + "'}}"));
    }

    [Theory]
    [InlineData("0 * * * *", "2024-03-31T00:30:00Z", "UTC", "2024-03-31T01:00:00Z")]
    [InlineData("30 2 * * *", "2024-03-30T23:00:00Z", "Europe/Berlin", "2024-04-01T00:30:00Z")]
    [InlineData("0 9 * * mon-fri", "2024-12-13T12:00:00Z", "UTC", "2024-12-16T09:00:00Z")]
    [InlineData("0 0 13 * 5", "2024-12-01T00:00:00Z", "UTC", "2024-12-06T00:00:00Z")]
    [InlineData("0 0 29 2 *", "2024-03-01T00:00:00Z", "UTC", "2028-02-29T00:00:00Z")]
    [InlineData("5/20 * * * *", "2024-03-01T00:05:00Z", "UTC", "2024-03-01T00:25:00Z")]
    [InlineData("@every 90m", "2024-03-01T00:05:00Z", "UTC", "2024-03-01T01:35:00Z")]
    [InlineData("@weekly", "2024-12-11T00:00:00Z", "UTC", "2024-12-15T00:00:00Z")]
    [InlineData("0 0 30 2 *", "2024-12-11T00:00:00Z", "UTC", null)]
    public void Knows_its_next_time(string text, string after, string zone, string? expected)
    {
        Assert.True(CronSchedule.TryParse(text, out var schedule, out _));

        var next = schedule.Next(DateTimeOffset.Parse(after, null), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, null), next);
    }
}
