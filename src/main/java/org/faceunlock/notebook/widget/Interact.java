package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Controls above, and below them what a function makes of their values, computed anew with every change.
 *
 * <p>What the function returns is rendered; what it prints or shows comes before it; what it throws stands in its
 * place, and the controls go on working. A function that returns null shows only what it printed. It runs first when
 * the controls are shown, then on the thread of the kernel's cells, one call at a time.
 */
public final class Interact extends WidgetBox {
    private final Output result;
    private final Supplier<?> function;
    private Optional<WidgetSession> session = Optional.empty();

    /** A function of three values. */
    @FunctionalInterface
    public interface Function3<A, B, C, R> {
        R apply(A a, B b, C c);
    }

    /** A function of four values. */
    @FunctionalInterface
    public interface Function4<A, B, C, D, R> {
        R apply(A a, B b, C c, D d);
    }

    private Interact(List<? extends ValueWidget<?>> controls, Output result, Supplier<?> function) {
        super(ModelKind.control("VBox"), Stream.concat(controls.stream(), Stream.of(result)).toList());
        this.result = result;
        this.function = function;
    }

    /** A function that reads the controls itself. */
    public static Interact of(List<? extends ValueWidget<?>> controls, Supplier<?> function) {
        Interact interact = new Interact(controls, new Output(), function);
        controls.forEach(control -> control.observe(value -> interact.compute()));
        return interact;
    }

    /** A function of one control. */
    public static <A> Interact of(ValueWidget<A> a, Function<? super A, ?> function) {
        return of(List.of(a), () -> function.apply(a.value()));
    }

    /** A function of two controls. */
    public static <A, B> Interact of(ValueWidget<A> a, ValueWidget<B> b,
            BiFunction<? super A, ? super B, ?> function) {
        return of(List.of(a, b), () -> function.apply(a.value(), b.value()));
    }

    /** A function of three controls. */
    public static <A, B, C> Interact of(ValueWidget<A> a, ValueWidget<B> b, ValueWidget<C> c,
            Function3<? super A, ? super B, ? super C, ?> function) {
        return of(List.of(a, b, c), () -> function.apply(a.value(), b.value(), c.value()));
    }

    /** A function of four controls. */
    public static <A, B, C, D> Interact of(ValueWidget<A> a, ValueWidget<B> b, ValueWidget<C> c, ValueWidget<D> d,
            Function4<? super A, ? super B, ? super C, ? super D, ?> function) {
        return of(List.of(a, b, c, d), () -> function.apply(a.value(), b.value(), c.value(), d.value()));
    }

    @Override
    void opening(WidgetSession onPage) {
        synchronized (this) {
            session = Optional.of(onPage);
        }
        compute();
    }

    private void compute() {
        Optional<WidgetSession> shown;
        synchronized (this) {
            shown = session;
        }
        shown.ifPresent(page -> result.outputs(outputs(page)));
    }

    private List<CellOutput> outputs(WidgetSession page) {
        try (OutputCapture capture = OutputCapture.begin()) {
            try {
                Object value = function.get();
                if (value != null) {
                    capture.add(page.render(value));
                }
            } catch (Throwable t) {
                capture.add(page.link().failure(t));
            }
            return capture.outputs();
        }
    }
}
