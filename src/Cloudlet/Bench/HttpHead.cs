namespace CloudletK8s.Cloudlet.Bench;

/// <param name="Length">Null: the body is chunked.</param>
internal readonly record struct HttpHead(int Code, int? Length);
