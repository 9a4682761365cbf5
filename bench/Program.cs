using BenchmarkDotNet.Running;

// In this process: the default toolchain builds a project for every run, which takes longer than most of what is measured here.
const string InProcess = "--inProcess";
var all = args.Contains(InProcess) ? args : [.. args, InProcess];
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(all);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
