package org.faceunlock.notebook.kernel;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/**
 * The classes that cells were compiled to, and the values of the variables that they declare.
 *
 * <p>JShell compiles a declaration again when something that it uses is declared again, into a new class whose variable
 * would begin at null or 0. Here it gets the value that it had, as long as its type is the same: classes that a cell
 * declares are other types once they are compiled again. For the one thread that uses the shell.
 */
final class SnippetClasses implements LoaderDelegate {
    /** The name of the loader of cells' classes, and of the jars and folders that cells add: the user's code. */
    static final String LOADER = "cells";
    private static final Pattern TYPE = Pattern.compile("(" + LateBinding.WRAPPER + "\\$(\\p{L}\\w*))(?:\\$.*)?");

    private final Loader loader = new Loader(SnippetClasses.class.getClassLoader());
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<String, byte[]> normalForms = new HashMap<>();
    private final Map<String, Field> variables = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> loaded = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> empty = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private Optional<Throwable> failure = Optional.empty();
    private boolean isFirst;

    /** Defines what JShell compiles. */
    static final class Loader extends URLClassLoader {
        private final Map<String, byte[]> files = new HashMap<>();
        private final CellMembers members = new CellMembers();

        Loader(ClassLoader parent) {
            super(LOADER, new URL[0], parent);
        }

        CellMembers members() {
            return members;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            return file == null ? super.findClass(name) : defineClass(name, file, 0, file.length);
        }

        @Override
        protected void addURL(URL url) {
            super.addURL(url);
        }
    }

    @Override
    public void load(ClassBytecodes[] compiled) throws ClassInstallException {
        boolean[] done = new boolean[compiled.length];
        isFirst = false;
        try {
            for (ClassBytecodes one : compiled) {
                loader.files.put(one.name(), prepared(one.bytecodes()));
                normalForms.put(one.name(), LateBinding.normalForm(one.bytecodes()));
            }
            for (int i = 0; i < compiled.length; i++) {
                install(loader.loadClass(compiled[i].name()));
                done[i] = true;
            }
        } catch (Throwable t) {
            failure = Optional.of(t); // JShell itself goes on as if nothing were
            throw new ClassInstallException("load: " + t, done);
        }
    }

    private static byte[] prepared(byte[] classFile) {
        try {
            return LateBinding.into(StopCheck.into(classFile));
        } catch (IndexOutOfBoundsException e) {
            return classFile; // as large as a class may be: can be left behind, not ended
        }
    }

    private void install(Class<?> made) throws IllegalAccessException {
        made.getDeclaredMethods(); // fails here if at all
        classes.put(made.getName(), made);
        loaded.add(made.getName());
        Matcher type = TYPE.matcher(made.getName());
        if (type.matches()) {
            types.put(type.group(2), type.group(1));
        }
        if (LateBinding.WRAPPER.matcher(made.getName()).matches()) {
            List<Field> before = new ArrayList<>();
            for (Field variable : CellMembers.variables(made)) {
                variable.setAccessible(true);
                keepValue(variable).ifPresent(before::add);
            }
            loader.members.add(made);
            for (Field old : before) {
                old.set(null, null); // or it would hold the value for ever
            }
        }
    }

    private Optional<Field> keepValue(Field now) throws IllegalAccessException {
        Optional<Field> before = Optional.ofNullable(variables.put(now.getName(), now));
        Object value = before.isPresent() ? before.get().get(null) : null;
        if (before.filter(old -> isSameType(old, now)).isPresent()) {
            now.set(null, value);
        } else {
            empty.add(now.getName());
            if (value != null) {
                lost.add(now.getName());
            }
        }
        return before.filter(old -> !old.getType().isPrimitive());
    }

    private static boolean isSameType(Field one, Field other) {
        return one.getType() == other.getType() && one.getGenericType().equals(other.getGenericType());
    }

    /** A statement will be compiled; what comes of it comes first, before what depends on it. */
    void beginStatement() {
        isFirst = true;
        loaded.clear();
        accepted.clear();
    }

    /**
     * Whether classes that are loaded already are compiled to the same again, but for line numbers. A statement itself
     * has to have the right ones; a type that is declared again is worth more with the objects that there are of it.
     */
    boolean areSame(ClassBytecodes[] compiled) {
        boolean isStatement = isFirst && Arrays.stream(compiled).allMatch(one ->
                LateBinding.WRAPPER.matcher(one.name()).matches());
        boolean areSame = !isStatement && Arrays.stream(compiled)
                .allMatch(one -> Arrays.equals(normalForms.get(one.name()),
                LateBinding.normalForm(one.bytecodes())));
        if (areSame) {
            isFirst = false;
            Arrays.stream(compiled).map(ClassBytecodes::name).forEach(accepted::add);
        }
        return areSame;
    }

    /** Whether a class was loaded for the statement that was compiled last, which is not so if the old one will do. */
    boolean isLoaded(String name) {
        return loaded.contains(name);
    }

    /** Whether a class goes on as it is, though it was compiled with other line numbers. */
    boolean isAccepted(String name) {
        return accepted.contains(name);
    }

    /** Whether a type that a cell declared has static fields that may have got other values than they began with. */
    boolean hasState(String type) {
        Class<?> declared = classes.get(types.get(type));
        return declared != null && Arrays.stream(declared.getDeclaredFields()).anyMatch(field ->
                Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !field.isEnumConstant()
                        && !(Modifier.isFinal(field.getModifiers()) && (field.getType().isPrimitive()
                        || field.getType() == String.class)));
    }

    /** Why a class could not be loaded, once. */
    Optional<Throwable> takeFailure() {
        Optional<Throwable> taken = failure;
        failure = Optional.empty();
        return taken;
    }

    /** A variable has got a value of its own. */
    void isSet(String variable) {
        empty.remove(variable);
        lost.remove(variable);
    }

    /** Whether a variable has neither been set since its type is what it is, nor kept an older value. */
    boolean isEmpty(String variable) {
        return empty.contains(variable);
    }

    /** Variables that had a value which had to go since the last call. */
    Set<String> takeLost() {
        Set<String> names = new LinkedHashSet<>(lost);
        lost.clear();
        return names;
    }

    /** A variable's value; empty for null, and where there is no such variable. */
    Optional<Object> value(String variable) {
        try {
            Field field = variables.get(variable);
            return field == null ? Optional.empty() : Optional.ofNullable(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives a variable a value of its type. */
    void set(String variable, Object value) {
        try {
            variables.get(variable).set(null, value);
            isSet(variable);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The class that a cell declared, of which a value is an instance, if that has been declared again since. */
    Optional<String> outdatedType(Object value) {
        Class<?> type = value.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        Matcher declared = TYPE.matcher(type.getName());
        boolean isOutdated = type.getClassLoader() == loader && declared.matches()
                && !declared.group(1).equals(types.get(declared.group(2)));
        return isOutdated ? Optional.of(declared.group(2)) : Optional.empty();
    }

    @Override
    public void classesRedefined(ClassBytecodes[] compiled) {
        throw new UnsupportedOperationException("classes are loaded anew");
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        try {
            for (String one : path.split(File.pathSeparator)) {
                loader.addURL(new File(one).toURI().toURL());
            }
        } catch (MalformedURLException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return Optional.ofNullable(classes.get(name)).orElseThrow(() -> new ClassNotFoundException(name));
    }
}
