namespace CloudletK8s.ApiServer.Printing;

/// <param name="Priority">0: always shown; 1: only with `-o wide`.</param>
internal sealed record TableColumn(string Name, string Type, string Description, int Priority = 0, string Format = "")
{
    public static TableColumn NameOf { get; } = new("Name", "string", "The name of the object, unique within its namespace.", 0, "name");

    public static TableColumn Age { get; } = Text("Age", "How long ago the object was created.");

    public static TableColumn Text(string name, string description) => new(name, "string", description);

    public static TableColumn Whole(string name, string description) => new(name, "integer", description);

    public static TableColumn Flag(string name, string description) => new(name, "boolean", description);

    public static TableColumn Wide(string name, string description, string type = "string") => new(name, type, description, 1);
}
