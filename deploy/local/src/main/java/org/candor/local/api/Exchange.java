package org.candor.local.api;

/**
 * A request that was answered.
 *
 * @param user empty for somebody without a token
 * @param path with its query
 */
public record Exchange(String user, String method, String path, int status) {

    /** True when something was changed, and that is acknowledged. */
    public boolean isAcknowledgedChange() {
        return !method.equals("GET") && status < 300;
    }

    /** True when something was shown to somebody with a name. */
    public boolean isRead() {
        return method.equals("GET") && status < 300 && !user.isEmpty();
    }
}
