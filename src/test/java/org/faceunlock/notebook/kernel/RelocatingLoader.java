package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * All classes of the class path once more, some of them with gson moved into a package of JJava's, as the shading of
 * the JJava distribution does; gson itself is there under both names.
 */
final class RelocatingLoader extends ClassLoader {
    private static final String FROM = "com/google/gson/";
    private static final String TO = "org/dflib/jjava/shaded/" + FROM;

    private final ClassLoader classPath = RelocatingLoader.class.getClassLoader();
    private final Predicate<String> shaded;

    /**
     * Makes a loader.
     *
     * @param shaded the classes, by their names, that are rewritten to use the moved gson
     */
    RelocatingLoader(Predicate<String> shaded) {
        super(ClassLoader.getPlatformClassLoader());
        this.shaded = shaded;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/');
        boolean moved = path.startsWith(TO);
        String file = (moved ? FROM + path.substring(TO.length()) : path) + ".class";
        try (InputStream in = classPath.getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] read = in.readAllBytes();
            byte[] bytes = moved || shaded.test(name) ? rewritten(read) : read;
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static byte[] rewritten(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                return internalName.startsWith(FROM) ? TO + internalName.substring(FROM.length()) : internalName;
            }
        }), 0);
        return writer.toByteArray();
    }
}
