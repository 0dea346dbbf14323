package org.faceunlock.notebook.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random messages, the same for the same seed: cells that throw, print, wait or ask, interrupts at any moment, messages
 * to widgets that are there, closed or never were, completions at any place, floods, and what is no message at all.
 */
final class Storm {
    private static final List<EndlessCell> ENDLESS = List.of(EndlessCell.SLEEP, EndlessCell.BUSY_LOOP,
            EndlessCell.READ_LINE, EndlessCell.PRINT_LINES, EndlessCell.NATIVE_CALLS, EndlessCell.SWALLOWING_LOOP,
            EndlessCell.RECURSION, EndlessCell.STREAM, EndlessCell.TO_STRING, EndlessCell.WAIT,
            EndlessCell.ERROR_LINES);
    private static final List<String> CELLS = List.of("1+1", "System.out.println(\"hello\");", "int n = 3; n * n",
            "new int[100]", "for (int i = 0; i < 2000; i++) System.out.println(i);", "Thread.sleep(30);",
            "new Thread(() -> System.out.println(\"" + Exchange.LATE + "\")).start();", "nonsense();",
            "show(List.of(1, 2));", "");
    private static final String WIDGETS = "import org.faceunlock.notebook.widget.*;\n"
            + "var slider = new IntSlider(\"n\", 0, 9, 1, 0);\nshow(Interact.of(slider, n -> 10 / (n - 5)));";
    private static final List<String> REQUESTS = List.of("kernel_info_request", "history_request",
            "comm_info_request", "is_complete_request", "complete_request", "inspect_request", "nonsense_request");
    private final KernelClient page;
    private final Random random;
    private final List<Exchange> sent = new ArrayList<>();
    private List<Exchange> open = new ArrayList<>();
    private String slider = "none yet";

    Storm(KernelClient page, long seed) {
        this.page = page;
        this.random = new Random(seed);
    }

    /** Sends so many messages, and waits until every request of them is answered; returns what is out of order. */
    List<String> blow(int messages) {
        for (int i = 0; i < messages; i++) {
            one();
            if (random.nextInt(12) == 0) {
                settle(Duration.ofMillis(random.nextInt(300)));
            }
            if (open.size() > 60) {
                calm();
            }
        }
        calm();
        return sent.stream().map(Exchange::disorder).filter(text -> !text.isEmpty()).toList();
    }

    private void one() {
        int kind = random.nextInt(100);
        if (kind < 18) {
            keep(page.execute(any(CELLS)));
        } else if (kind < 30) {
            keep(page.execute(any(List.of(FaultyCell.values())).code()));
        } else if (kind < 38) {
            keep(page.execute(any(ENDLESS).code()));
        } else if (kind < 56) {
            keep(page.interrupt());
        } else if (kind < 60) {
            Exchange shown = page.execute(WIDGETS);
            keep(shown);
            settle(Duration.ofMillis(500));
            shown.contents("comm_open").stream().reduce((one, other) -> other)
                    .ifPresent(opening -> slider = Widgets.id(shown, "IntSliderModel"));
        } else if (kind < 75) {
            widgetMessage();
        } else if (kind < 88) {
            keep(request(any(REQUESTS)));
        } else if (kind < 91) {
            String type = any(REQUESTS);
            random.ints(20, 0, 2).forEach(i -> keep(request(type)));
        } else if (kind < 94) {
            page.input("an answer that nobody waits for");
        } else {
            noMessage();
        }
    }

    private void widgetMessage() {
        String id = any(List.of(slider, slider, "closed"));
        String type = any(List.of("comm_msg", "comm_msg", "comm_msg", "comm_close", "comm_open"));
        Object data = random.nextBoolean() ? Widgets.moved(random.nextInt(12)) : Json.parse("{\"data\":"
                + any(Malformed.DATA) + "}").get("data");
        keep(page.shell(type, "comm_id", id, "target_name", any(List.of("jupyter.widget.control", "jupyter.widget",
                "unknown")), "data", data));
    }

    private Exchange request(String type) {
        if (random.nextInt(4) == 0) {
            return page.send(KernelSockets.Channel.SHELL, KernelClient.message(type,
                    Json.parse(any(Malformed.CONTENTS)), List.of()));
        }
        String code = any(List.of(any(CELLS), "/* 🔓 */ String.val", any(List.of(FaultyCell.values())).code()));
        return page.shell(type, "code", code, "cursor_pos", random.nextInt(code.length() + 2), "detail_level", 0);
    }

    private void noMessage() {
        KernelSockets.Channel channel = any(List.of(KernelSockets.Channel.values()));
        Message cell = KernelClient.cell("throw new AssertionError(\"this must not run\");");
        page.sendFrames(channel, random.nextBoolean()
                ? Malformed.damaged(page.frames(cell), random.nextInt(Malformed.damages()))
                : Malformed.signed(page.key(), cell, random.nextInt(4), random.nextInt(Malformed.parts())));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void keep(Exchange exchange) {
        sent.add(exchange);
        open.add(exchange);
    }

    /** Gives the kernel some time, not more than it needs for what is open. */
    private void settle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!allAnswered() && System.nanoTime() < end) {
            pause();
        }
    }

    /** Interrupts until all that is open is answered, for some of it has no end of its own. */
    private void calm() {
        for (int i = 0; i < 60 && !allAnswered(); i++) {
            keep(page.interrupt());
            settle(Duration.ofSeconds(2));
        }
        open.forEach(one -> one.answered(Duration.ofSeconds(30)));
        open.clear();
    }

    private boolean allAnswered() {
        open = new ArrayList<>(open.stream().filter(one -> !one.isAnswered()).toList());
        return open.isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many of the messages there were of each type. */
    Map<String, Long> counts() {
        return sent.stream().collect(java.util.stream.Collectors.groupingBy(one -> one.sent().type(),
                java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }
}
