package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The cells that were run since the kernel started, as a console asks for them. For one thread. */
final class History {
    private static final int SESSION = 1;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int count, String code) {
    }

    void add(int count, String code) {
        entries.add(new Entry(count, code));
    }

    /** The reply's content: the last n cells, those from start up to stop,
            or those that match a pattern with * and ?. */
    JsonObject answer(JsonObject request) {
        int last = Json.number(request, "n", entries.size());
        List<Entry> found = switch (Json.string(request, "hist_access_type", "tail")) {
            case "range" -> matching(entry -> entry.count() >= Json.number(request, "start", 0)
                    && entry.count() < Json.number(request, "stop", Integer.MAX_VALUE));
            case "search" -> tail(matching(pattern(Json.string(request, "pattern", "*"))), last);
            default -> tail(entries, last);
        };
        boolean withOutput = Json.flag(request, "output", false);
        List<List<Object>> rows = new ArrayList<>();
        for (Entry entry : found) {
            List<Object> input = new ArrayList<>(List.of(SESSION, entry.count()));
            List<Object> code = new ArrayList<>();
            code.add(entry.code());
            code.add(null); // outputs are not kept
            input.add(withOutput ? code : entry.code());
            rows.add(input);
        }
        return Json.object("status", "ok", "history", rows);
    }

    private List<Entry> matching(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    private static List<Entry> tail(List<Entry> all, int last) {
        return all.subList(Math.max(0, all.size() - Math.max(0, last)), all.size());
    }

    private static Predicate<Entry> pattern(String glob) {
        String[] literal = glob.split("[*?]", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(literal[0]));
        int at = literal[0].length();
        for (int i = 1; i < literal.length; i++) {
            regex.append(glob.charAt(at) == '*' ? ".*" : ".").append(Pattern.quote(literal[i]));
            at += 1 + literal[i].length();
        }
        Predicate<String> matches = Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
        return entry -> matches.test(entry.code());
    }
}
