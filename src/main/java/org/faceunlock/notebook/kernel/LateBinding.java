package org.faceunlock.notebook.kernel;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets compiled cells find one another's variables and methods by name, when they run: always the newest of that name.
 *
 * <p>JShell wraps each declaration in a class of its own, and one that is declared again in another class. Code
 * compiled before would go on with the old class: a callback would call the method as it was before it was edited. So
 * each such access becomes an {@code invokedynamic} that names no class, called {@code get:x}, {@code set:x} or
 * {@code call:f}; {@link CellMembers} answers it. A method that calls itself does so as ever.
 */
public final class LateBinding {
    /** Classes that JShell wraps declarations in; what is declared inside follows behind another dollar sign. */
    static final Pattern WRAPPER = Pattern.compile("REPL[./]\\$JShell\\$[0-9A-Z_]+");
    /** Not of the user's making, and private. */
    private static final String ASSERTIONS = "$assertionsDisabled";
    private static final Handle LINK = new Handle(Opcodes.H_INVOKESTATIC, Type.getInternalName(LateBinding.class),
            "link", MethodType.methodType(CallSite.class, Lookup.class, String.class, MethodType.class)
                    .toMethodDescriptorString(), false);

    private LateBinding() {
    }

    /** Answers an access for the first time; called by the Java virtual machine alone. */
    public static CallSite link(Lookup caller, String name, MethodType type) {
        return ((SnippetClasses.Loader) caller.lookupClass().getClassLoader()).members().link(name, type);
    }

    /** A class file with late accesses. */
    static byte[] into(byte[] classFile) {
        return rewritten(classFile, 0);
    }

    /** The same for two class files that differ in nothing but line numbers and the classes that members stand in. */
    static byte[] normalForm(byte[] classFile) {
        return rewritten(classFile, ClassReader.SKIP_DEBUG);
    }

    private static byte[] rewritten(byte[] classFile, int options) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new Late(super.visitMethod(access, name, descriptor, signature, exceptions),
                        reader.getClassName());
            }
        }, options);
        return writer.toByteArray();
    }

    private static final class Late extends MethodVisitor {
        private final String self;

        Late(MethodVisitor method, String self) {
            super(Opcodes.ASM9, method);
            this.self = self;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (name.equals(ASSERTIONS) || !WRAPPER.matcher(owner).matches()) {
                super.visitFieldInsn(opcode, owner, name, descriptor);
            } else if (opcode == Opcodes.GETSTATIC) {
                visitInvokeDynamicInsn("get:" + name, "()" + descriptor, LINK);
            } else {
                visitInvokeDynamicInsn("set:" + name, "(" + descriptor + ")V", LINK);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(self) || !WRAPPER.matcher(owner).matches()) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else {
                visitInvokeDynamicInsn("call:" + name, descriptor, LINK);
            }
        }
    }
}
