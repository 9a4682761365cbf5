using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.ControllerRuntime.Work.InProcess;
using CloudletK8s.TestKit.Buses;

namespace CloudletK8s.ControllerRuntime.Tests.Work;

public sealed class InProcessBusSuite : WorkBusSuite
{
    protected override Task<IBusUnderTest> Open(WorkHandler handler) => Task.FromResult<IBusUnderTest>(new Running(handler));

    private sealed class Running : IBusUnderTest
    {
        private readonly CancellationTokenSource _stopping = new();
        private readonly InProcessBus _bus = new(new(), TimeProvider.System, new Random(1));
        private readonly Task _running;

        public Running(WorkHandler handler) => _running = _bus.Run(handler, _stopping.Token);

        public IWorkBus Bus => _bus;

        public async ValueTask DisposeAsync()
        {
            await _stopping.CancelAsync();
            await _running;
            _bus.Dispose();
            _stopping.Dispose();
        }
    }
}
