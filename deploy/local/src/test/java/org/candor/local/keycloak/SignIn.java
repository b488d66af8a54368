package org.candor.local.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person at the pages of Keycloak, in a browser behind a proxy that speaks TLS. */
final class SignIn {

    static final String PASSWORD = "kc-form-login";
    static final String NEW_PASSWORD = "kc-passwd-update-form";
    static final String SECOND_FACTOR = "kc-totp-settings-form";

    private static final Pattern FORM = Pattern.compile("<form[^>]*>");
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\"[^>]*value=\"([^\"]+)\"");
    private static final int MOST_PAGES = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final String keycloak;
    private final String username;
    private final String password;
    private final String next;

    SignIn(String keycloak, String username, String password, String next) {
        this.keycloak = keycloak;
        this.username = username;
        this.password = password;
        this.next = next;
    }

    /** The forms that were filled in, by their ids. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Where the browser stands in the end: at the page that asked, or still at a form that was filled in before. */
    String from(String address) throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(reachable(address)));
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String elsewhere = page.headers().firstValue("Location").orElse("");
            if (elsewhere.startsWith("https://app.example.org/")) {
                return elsewhere;
            } else if (!elsewhere.isEmpty()) {
                page = send(HttpRequest.newBuilder(reachable(elsewhere)));
            } else {
                Matcher form = FORM.matcher(page.body());
                if (!form.find() || asked.contains(attribute(form.group(), "id"))) {
                    return page.uri().toString();
                }
                page = fill(form.group(), page.body());
            }
        }
        throw new IllegalStateException("no end of pages after " + asked);
    }

    private HttpResponse<String> fill(String form, String page) throws Exception {
        String id = attribute(form, "id");
        asked.add(id);
        Map<String, String> fields = switch (id) {
            case PASSWORD -> Map.of("username", username, "password", password);
            case NEW_PASSWORD -> Map.of("password-new", next, "password-confirm", next);
            case SECOND_FACTOR -> secondFactor(page);
            default -> throw new IllegalStateException("Keycloak asks for " + id);
        };
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(reachable(attribute(form, "action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static Map<String, String> secondFactor(String page) throws Exception {
        Matcher secret = SECRET.matcher(page);
        if (!secret.find()) {
            throw new IllegalStateException("no secret on the page of the second factor");
        }
        return Map.of("totp", code(secret.group(1)), "totpSecret", secret.group(1), "userLabel", "telephone");
    }

    /** RFC 6238 with SHA-256, as the realm says. */
    private static String code(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        request.header("X-Forwarded-Proto", "https");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }

    /** Past the proxy that is not there. */
    private URI reachable(String address) {
        return URI.create(address.replaceFirst("^https?://[^/]+", keycloak));
    }
}
