package org.faceunlock.notebook.kernel;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.WrongMethodTypeException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The variables and methods that cells have declared, by the names that {@link LateBinding} gives their uses.
 *
 * <p>A use that was compiled for another type than that of the newest declaration gets its value converted as an
 * assignment or a cast would; where that cannot be, it throws and says what changed. Safe for use by many threads.
 */
final class CellMembers {
    private static final Lookup LOOKUP = MethodHandles.lookup();
    private final Map<String, List<MutableCallSite>> uses = new ConcurrentHashMap<>();

    /** What a newly loaded class declares is from now on what its names mean. */
    void add(Class<?> wrapper) throws IllegalAccessException {
        Lookup lookup = MethodHandles.privateLookupIn(wrapper, LOOKUP);
        for (Field field : variables(wrapper)) {
            bind("get:" + field.getName(), lookup.unreflectGetter(field));
            bind("set:" + field.getName(), lookup.unreflectSetter(field));
        }
        for (Method method : wrapper.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                bind("call:" + method.getName(), lookup.unreflect(method).asFixedArity());
            }
        }
    }

    /** The variables that a wrapper declares. */
    static List<Field> variables(Class<?> wrapper) {
        return Arrays.stream(wrapper.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && !field.isSynthetic()).toList();
    }

    CallSite link(String name, MethodType type) {
        return uses.getOrDefault(name, List.of()).stream().filter(use -> use.type().equals(type)).findFirst()
                .map(use -> new ConstantCallSite(use.dynamicInvoker()))
                .orElseThrow(() -> new NoSuchMethodError(name + type));
    }

    private void bind(String name, MethodHandle newest) {
        List<MutableCallSite> known = uses.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>());
        boolean isNew = known.stream().noneMatch(use -> use.type().equals(newest.type()));
        for (MutableCallSite use : known) {
            if (!name.startsWith("call:") || use.type().parameterList().equals(newest.type().parameterList())) {
                use.setTarget(as(use.type(), newest, name));
            }
        }
        if (isNew) {
            known.add(new MutableCallSite(newest));
        }
        MutableCallSite.syncAll(known.toArray(MutableCallSite[]::new));
    }

    private static MethodHandle as(MethodType type, MethodHandle newest, String name) {
        try {
            return newest.asType(type);
        } catch (WrongMethodTypeException e) {
            return refusal(type, name.substring(name.indexOf(':') + 1) + " has another type than when this code was"
                    + " run: run its cell again");
        }
    }

    private static MethodHandle refusal(MethodType type, String message) {
        try {
            MethodHandle make = LOOKUP.findConstructor(IllegalStateException.class,
                    MethodType.methodType(void.class, String.class)).bindTo(message);
            MethodHandle thrower = MethodHandles.throwException(type.returnType(), IllegalStateException.class);
            return MethodHandles.dropArguments(MethodHandles.foldArguments(thrower, make), 0, type.parameterList());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
