namespace CloudletK8s.Reconcilers.Tests.Simulation;

internal sealed class WorkerKilledException() : Exception("the worker was killed");
