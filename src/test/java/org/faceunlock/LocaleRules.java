package org.faceunlock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that would be written in the digits of the machine's locale: conversions such as %d and %.2f in a text
 * that is not an argument of a call with Locale.ROOT. A whole number is written by %s as well, whatever the locale.
 */
final class LocaleRules {

    private static final Pattern CONVERSION = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[defgtEGT]");
    private static final Pattern SAFE_CALL = Pattern.compile(
            "(?:format|printf|Formatter)\\(\\s*Locale\\.ROOT|(?:setting\\.|return )line\\(");

    private LocaleRules() {
    }

    static List<String> localised(List<SourceFile> files) {
        List<String> found = new ArrayList<>();
        for (SourceFile file : files) {
            String code = SourceFile.COMMENT_OR_STRING.matcher(file.text())
                    .replaceAll(match -> " ".repeat(match.group().length()));
            boolean[] safe = safe(code);
            Matcher literal = SourceFile.COMMENT_OR_STRING.matcher(file.text());
            while (literal.find()) {
                String text = literal.group();
                if (text.startsWith("\"") && !safe[literal.start()] && CONVERSION.matcher(text.replace("%%", ""))
                        .find()) {
                    found.add(file.path() + " writes " + text + " in the digits of the locale; use Locale.ROOT, or %s");
                }
            }
        }
        return found;
    }

    /** For each letter of the code whether it stands within the parentheses of a call that names the locale. */
    private static boolean[] safe(String code) {
        boolean[] safe = new boolean[code.length()];
        Matcher call = SAFE_CALL.matcher(code);
        while (call.find()) {
            int at = code.indexOf('(', call.start());
            for (int open = 0; at < code.length(); at++) {
                open += code.charAt(at) == '(' ? 1 : code.charAt(at) == ')' ? -1 : 0;
                safe[at] = true;
                if (open == 0) {
                    break;
                }
            }
        }
        return safe;
    }
}
