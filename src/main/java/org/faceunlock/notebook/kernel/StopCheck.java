package org.faceunlock.notebook.kernel;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where the code of cells looks whether it was interrupted: at the start of every method and wherever it jumps back.
 *
 * <p>The calls are put into the compiled classes before they are loaded. JShell's own local execution does the same
 * from JDK 21 on; before, it relied on {@code Thread.stop}, which later Java versions refuse.
 */
public final class StopCheck {
    private static final String OWNER = Type.getInternalName(StopCheck.class);

    private StopCheck() {
    }

    /** Throws an Error in the thread of an interrupted cell; called by compiled cells alone. */
    public static void check() {
        CellTask.check();
    }

    /** A class file with the calls in it. */
    static byte[] into(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                return new Checked(method);
            }
        }, 0);
        return writer.toByteArray();
    }

    private static final class Checked extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Checked(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        private void callCheck() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            callCheck();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                callCheck();
            }
            super.visitJumpInsn(opcode, target);
        }
    }
}
