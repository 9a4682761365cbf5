using CloudletK8s.Store.Tests.Tables;

// The test runner never calls this: it is the child process of the tests that kill one.
if (args is not [WriterProcess.Verb, var directory])
    throw new ArgumentException($"Run the tests with 'dotnet test'. As a child process: {WriterProcess.Verb} DIRECTORY");

await WriterProcess.WriteUntilKilled(directory);
