using IheRegistry.Store.Tests.Documents;

// The test runner loads this assembly as a library; only tests that need a process of their own start it: verb, then arguments.
return args switch
{
    ["lock", var folder] => DocumentProcess.Lock(folder),
    ["submit", var folder, var count] => await DocumentProcess.SubmitAsync(folder, int.Parse(count)),
    ["submit-on", var folder, var count] => await DocumentProcess.SubmitOnAsync(folder, int.Parse(count)),
    _ => 2,
};
