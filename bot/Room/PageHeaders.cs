namespace VpBot.Room;

/// <summary>The headers of every answer: nothing is stored, nothing is loaded from elsewhere, only Teams may show it in a frame.</summary>
internal static class PageHeaders
{
    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app, RoomSettings settings)
    {
        var policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
            + $"frame-ancestors {string.Join(' ', settings.FrameAncestors)}";
        var https = settings.Address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            headers.XContentTypeOptions = "nosniff";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["X-Robots-Tag"] = "noindex";
            if (https)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return next(context);
        });
    }
}
