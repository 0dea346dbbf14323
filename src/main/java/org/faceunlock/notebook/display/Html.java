package org.faceunlock.notebook.display;

/** Text made safe to stand in HTML, between tags and inside quoted attributes alike. */
public final class Html {
    private Html() {
    }

    /** The text with the five characters that mean something in HTML replaced; a file name may hold any of them. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
