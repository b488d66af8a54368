package org.candor.local.display;

import java.util.ArrayList;
import java.util.List;

/** A terminal that understands as much as the display says: up, clear the line, next line. */
final class Screen {

    private Screen() {}

    /** What stands on the screen after all that was written. */
    static String after(String written) {
        List<String> lines = new ArrayList<>();
        int row = 0;
        for (String part : written.split("(?<=\n)")) {
            String text = part;
            while (text.startsWith("\u001b[")) {
                int end = text.indexOf(text.contains("A") && text.indexOf('A') < text.indexOf('K') ? 'A' : 'K');
                if (text.charAt(end) == 'A') {
                    row -= Integer.parseInt(text.substring(2, end));
                }
                text = text.substring(end + 1);
            }
            if (row == lines.size()) {
                lines.add("");
            }
            lines.set(row++, text.stripTrailing());
        }
        return String.join("\n", lines);
    }
}
