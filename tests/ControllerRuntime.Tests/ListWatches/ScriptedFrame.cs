using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

/// <param name="Frame">Null: the connection breaks here.</param>
internal sealed record ScriptedFrame(ApiFrame? Frame)
{
    public static ScriptedFrame Break { get; } = new((ApiFrame?)null);

    public static ScriptedFrame Gone { get; } = Refusal(410, "Expired");

    public static ScriptedFrame Object(string type, string name, int revision, string uid = "1") => new(new ApiFrame(type, Json.Object(Item(name, revision, uid))));

    public static ScriptedFrame Bookmark(int revision, bool endsInitialEvents = false) => new(new ApiFrame("BOOKMARK", Json.Object(
        $$$$"""{"metadata":{"resourceVersion":"{{{{revision}}}}","annotations":{"k8s.io/initial-events-end":"{{{{(endsInitialEvents ? "true" : "")}}}}"}}}""")));

    public static ScriptedFrame Refusal(int code, string reason) => new(new ApiFrame("ERROR", Status(code, reason).Body));

    public static ApiAnswer Status(int code, string reason) =>
        new(code, Json.Object($$"""{"kind":"Status","status":"Failure","message":"scripted","reason":"{{reason}}","code":{{code}}}"""));

    public static ApiAnswer List(int revision, string next, params string[] items) => new(200, Json.Object(
        $$$"""{"metadata":{"resourceVersion":"{{{revision}}}","continue":"{{{next}}}"},"items":[{{{string.Join(',', items)}}}]}"""));

    public static string Item(string name, int revision, string uid = "1") =>
        $$$"""{"metadata":{"name":"{{{name}}}","namespace":"default","uid":"{{{uid}}}","resourceVersion":"{{{revision}}}"}}""";
}
