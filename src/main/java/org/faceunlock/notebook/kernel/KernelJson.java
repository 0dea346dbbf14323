package org.faceunlock.notebook.kernel;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;

/**
 * JSON objects of the library that the kernel was built with, from and to text.
 *
 * <p>The JJava distribution moves gson into a package of its own, so no class file here may name a gson type in a call
 * to the kernel: the type is taken from the kernel's methods, and those are called by reflection.
 */
final class KernelJson {
    private static final Class<?> OBJECT = method(CommMsgCommand.class, "getData").getReturnType();

    private KernelJson() {
    }

    /** The text of the data of a comm message, whichever of the three kinds it is. */
    static String dataOf(Object commCommand) {
        return String.valueOf(call(method(commCommand.getClass(), "getData"), commCommand));
    }

    /** Puts the entries of a JSON object into the data of a comm_open that is to be sent. */
    static void fill(Object commCommand, String json) {
        Object data = call(method(commCommand.getClass(), "getData"), commCommand);
        Set<?> entries = (Set<?>) call(method(OBJECT, "entrySet"), parse(json));
        Method add = Arrays.stream(OBJECT.getMethods()).filter(m -> m.getName().equals("add")).findFirst()
                .orElseThrow();
        for (Object entry : entries) {
            Map.Entry<?, ?> pair = (Map.Entry<?, ?>) entry;
            call(add, data, pair.getKey(), pair.getValue());
        }
    }

    /** Sends a comm_msg; no buffers are null to the kernel, for an empty list leaves its message unfinished. */
    static void send(Comm comm, String json, List<byte[]> buffers) {
        call(method(Comm.class, "send", OBJECT, Map.class, List.class), comm, parse(json), null,
                buffers.isEmpty() ? null : buffers);
    }

    private static Object parse(String json) {
        try {
            Class<?> gson = Class.forName(OBJECT.getName().replace("JsonObject", "Gson"), true,
                    OBJECT.getClassLoader());
            return call(method(gson, "fromJson", String.class, Class.class), gson.getConstructor().newInstance(), json,
                    OBJECT);
        } catch (ReflectiveOperationException e) {
            throw strange(e);
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw strange(e);
        }
    }

    private static Object call(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (ReflectiveOperationException e) {
            throw strange(e);
        }
    }

    private static IllegalStateException strange(ReflectiveOperationException e) {
        return new IllegalStateException("the kernel is not built as JJava 1.0-a6 is: " + e
                + "; use the kernel that comes with this project", e);
    }
}
