using CloudletK8s.Api.Kinds;

namespace CloudletK8s.Api.Tests.Kinds;

public class BuiltInKindsGiven
{
    [Fact]
    public void Are_all_records_that_say_so() => Assert.Equal(
        typeof(BuiltInKinds).Assembly.GetTypes().Where(type => type.IsDefined(typeof(KindAttribute), inherit: false)).Select(type => type.FullName).Order(),
        BuiltInKinds.All.Select(kind => kind.Record!.FullName).Order());
}
