package org.faceunlock.notebook.widget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.display.Renderings;

/**
 * The widgets of one kernel: opens models on the page, carries state both ways, restores all after a reload.
 *
 * <p>Nothing that a callback throws gets out of here: it is shown below the widget, as is what the callback prints.
 * A model stays until it is closed. Safe for use by many threads; messages from the page come one at a time.
 */
public final class WidgetSession {
    private final Frontend link;
    private final Renderings renderings;
    private final Map<String, Model> models = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<Model, Output> notices = Collections.synchronizedMap(new LinkedHashMap<>());

    /** A session without widgets; values that are no widgets are rendered by {@code renderings}. */
    public WidgetSession(Frontend link, Renderings renderings) {
        this.link = link;
        this.renderings = renderings;
    }

    /** The forms of a value; a widget is opened, with a place below it for what its callbacks print or throw. */
    public MimeBundle render(Object value) {
        return value instanceof Widget widget ? Renderings.guarded(widget, () -> view(widget))
                : renderings.render(value);
    }

    /** Puts a value where the program is: below the widget whose callback runs, else into the cell's output. */
    public void show(Object value) {
        MimeBundle bundle = render(value);
        if (bundle.isEmpty()) {
            return;
        }
        Optional<OutputCapture> capture = OutputCapture.current();
        if (capture.isPresent()) {
            capture.get().add(bundle);
        } else {
            link.display(bundle, UUID.randomUUID().toString());
        }
    }

    /** The kernel's side, for outputs that are replaced while a cell runs. */
    public Frontend link() {
        return link;
    }

    /** How many models are on the page; each costs memory there and here until it is closed. */
    public int openModels() {
        return models.size();
    }

    /** Closes every widget, as before running a notebook anew. */
    public void closeAll() {
        List.copyOf(models.values()).forEach(this::close);
    }

    /** Answers what a page says on the control target; empty for anything but a request for all states. */
    public Optional<CommMessage> control(CommMessage message) {
        Object method = CommCodec.parse(message).get(Protocol.METHOD);
        if (!Protocol.REQUEST_STATES.equals(method)) {
            return Optional.empty();
        }
        synchronized (models) {
            return Optional.of(CommCodec.allStates(models));
        }
    }

    private MimeBundle view(Widget widget) {
        Output below = new Output();
        VBox shown = new VBox(widget, below);
        open(shown);
        widget.andAllInside().forEach(inside -> notices.put(inside, below));
        return MimeBundle.html(widget.snapshot(), widget.toString()).with(Protocol.VIEW_TYPE, Map.of(
                "version_major", Protocol.VIEW_MAJOR, "version_minor", Protocol.VIEW_MINOR, "model_id", shown.id()));
    }

    /** Opens a model and, before it, the ones that it refers to; does nothing for one that is open. */
    void open(Model model) {
        if (model.isOpen()) {
            return;
        }
        model.opening(this);
        openReferred(model.state());
        String id = link.open(CommCodec.opening(model.state()), listener(model));
        model.opened(this, id);
        models.put(id, model);
    }

    private void openReferred(Map<String, Object> state) {
        List.of("children", "layout", "style").forEach(key -> {
            Object value = state.get(key);
            if (value instanceof Model one) {
                open(one);
            }
            CommCodec.listAt(value).stream().filter(Model.class::isInstance).map(Model.class::cast).forEach(this::open);
        });
    }

    void update(Model model, Map<String, Object> changes) {
        openReferred(changes);
        link.send(model.id(), CommCodec.state(Protocol.UPDATE, changes));
    }

    void close(Model model) {
        String id = model.id();
        models.remove(id);
        notices.remove(model);
        model.forgotten();
        link.close(id);
    }

    private CommListener listener(Model model) {
        return new CommListener() {
            @Override
            public void received(CommMessage data) {
                onMessage(model, data);
            }

            @Override
            public void closed() {
                models.values().remove(model);
                notices.remove(model);
                model.forgotten();
            }
        };
    }

    private void onMessage(Model model, CommMessage message) {
        try (OutputCapture capture = OutputCapture.begin()) {
            try {
                Map<String, Object> data = CommCodec.parse(message);
                switch (String.valueOf(data.get(Protocol.METHOD))) {
                    case Protocol.UPDATE -> updated(model, CommCodec.objectAt(data.get(Protocol.STATE)));
                    case Protocol.REQUEST_STATE ->
                            link.send(model.id(), CommCodec.state(Protocol.UPDATE, model.state()));
                    case Protocol.CUSTOM -> model.custom(CommCodec.objectAt(data.get(Protocol.CONTENT)));
                    default -> { }
                }
            } catch (Throwable t) {
                capture.add(link.failure(t));
            }
            notice(model, capture.outputs());
        }
    }

    private void updated(Model model, Map<String, Object> changes) {
        Map<String, Object> echo = new LinkedHashMap<>(changes);
        echo.keySet().removeIf(key -> !model.has(key) || !model.isEchoed(key));
        if (!echo.isEmpty()) {
            link.send(model.id(), CommCodec.state(Protocol.ECHO_UPDATE, echo));
        }
        model.receive(changes);
    }

    private void notice(Model model, List<CellOutput> outputs) {
        Output below = notices.get(model);
        if (below != null) {
            below.outputs(outputs);
        }
    }
}
