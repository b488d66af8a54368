package org.candor.notification.document;

import org.candor.kit.document.Documents;

/** A page that anybody may read: no script, no cookie, nothing loaded, readable on a telephone and by a screen reader. */
public final class PublicPage {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { margin: 0; font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: #1a1a1a; background: #fff; }
            header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; }
            header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; border-bottom: 3px solid #14375e; }
            header p { margin: 0; font-weight: 600; color: #14375e; }
            h1 { font-size: 1.75rem; line-height: 1.25; color: #14375e; margin: 1rem 0; }
            h2 { font-size: 1.25rem; line-height: 1.35; color: #14375e; margin: 1.75rem 0 .5rem; }
            a { color: #0b4a8f; text-decoration: underline; text-underline-offset: .15em; }
            a:focus-visible { outline: 3px solid #8a5a00; outline-offset: 2px; }
            ul { padding-left: 1.4rem; }
            .call { border-left: 6px solid #14375e; background: #eef3f8; padding: .75rem 1rem; margin: 1.25rem 0; font-size: 1.125rem; }
            .call strong { white-space: nowrap; }
            .quiet, footer { color: #4a4a4a; font-size: .9375rem; }
            .drill { border: 3px solid #8c1d18; color: #8c1d18; font-weight: 700; padding: .5rem 1rem; }
            .skip { position: absolute; left: -999rem; }
            .skip:focus { position: static; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #b9c2cc; }
            dt { font-weight: 700; color: #14375e; margin-top: 1.25rem; }
            dd { margin: .25rem 0 0; }
            caption { text-align: left; font-weight: 700; padding: .75rem 0 .25rem; }
            @media print { .skip, nav { display: none; } }
            """;

    private PublicPage() {}

    /** @param body landmarks {@code main} and, where wanted, {@code header} and {@code footer}; well-formed */
    public static String html(String title, Words words, String body) {
        return "<!DOCTYPE html>\n<html lang=\"" + words.tag() + "\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>"
                + Documents.escape(title) + "</title><style>" + STYLE + "</style></head><body>" + body
                + "</body></html>\n";
    }
}
