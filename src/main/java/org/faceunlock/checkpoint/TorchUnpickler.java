package org.faceunlock.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Unpickler;

/**
 * Runs the few pickle instructions that torch.save writes (protocol 2) and refuses the rest before anything is built.
 * Names resolve against {@link TorchGlobals} alone, never against the library's own registry; steps, stack and texts
 * are bounded, so that a hostile pickle costs no more than tens of megabytes and a fraction of a second. One use each;
 * not thread-safe.
 *
 * <p>Source: Python's pickletools for the instructions, torch/serialization.py for those that occur.
 */
final class TorchUnpickler extends Unpickler {

    /** About 37 steps a tensor: room for eight thousand tensors. */
    private static final int MOST_STEPS = 300_000;
    /** Python's pickler writes lists and dicts in batches of 1000, so twice that and a little nesting. */
    private static final int DEEPEST_STACK = 4096;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_NAME = 256;

    private final ByteBuffer pickle;
    private final Map<String, StorageSpan> storages = new HashMap<>();
    private int steps;

    /** @param pickle little-endian */
    TorchUnpickler(ByteBuffer pickle) {
        this.pickle = pickle;
    }

    /**
     * A Python dict or OrderedDict: its entries under names, in order. Entries under numbers, as optimisers write them,
     * are counted and dropped, since no parameter is called by one; other keys and a name that comes twice are refused.
     * A value may be null, for Python's None.
     */
    static final class Dict {

        final Map<String, Object> entries = new LinkedHashMap<>();
        int numbered;

        private void put(Object key, Object value) {
            if (key instanceof Number) {
                numbered++;
            } else if (!(key instanceof String name)) {
                throw new CheckpointException("has a dict with a key that is neither text nor a number");
            } else if (entries.containsKey(name)) {
                throw new CheckpointException("names " + CheckpointException.quoted(name) + " twice");
            } else {
                entries.put(name, value);
            }
        }
    }

    /** The value of the pickle that starts at the buffer's position, which then is the byte after it. */
    Object load() throws IOException {
        try {
            return load(new InputStream() {
                @Override
                public int read() {
                    return pickle.get() & 0xff;
                }
            });
        } catch (CheckpointException e) {
            throw e;
        } catch (BufferUnderflowException e) {
            throw new CheckpointException("ends in the middle of a pickle; the file is cut short");
        } catch (RuntimeException e) { // how the library meets a program that does not fit together: it trips over it
            throw new CheckpointException("has a damaged pickle: step " + steps + " does not fit those before it");
        }
    }

    /** The storages that the pickle named, whole, by key. */
    Map<String, StorageSpan> storages() {
        return Map.copyOf(storages);
    }

    @Override
    protected Object dispatch(short opcode) throws IOException {
        steps++;
        if (steps > MOST_STEPS) {
            throw new CheckpointException("has a pickle of more than %s steps".formatted(MOST_STEPS));
        }
        if (stack.size() > DEEPEST_STACK) {
            throw new CheckpointException("has a pickle of more than %s open values".formatted(DEEPEST_STACK));
        }
        if ((opcode == Opcodes.PROTO) != (steps == 1)) {
            throw new CheckpointException("has a pickle that does not start with its protocol, once");
        }
        return switch (opcode) {
            case Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2, Opcodes.LONG1, Opcodes.BINFLOAT, Opcodes.NONE,
                    Opcodes.NEWTRUE, Opcodes.NEWFALSE, Opcodes.MARK, Opcodes.EMPTY_TUPLE, Opcodes.TUPLE, Opcodes.TUPLE1,
                    Opcodes.TUPLE2, Opcodes.TUPLE3, Opcodes.EMPTY_LIST, Opcodes.APPEND, Opcodes.BINGET,
                    Opcodes.LONG_BINGET, Opcodes.BINPUT, Opcodes.LONG_BINPUT, Opcodes.REDUCE, Opcodes.BINPERSID ->
                    super.dispatch(opcode);
            case Opcodes.STOP -> stop(opcode);
            default -> {
                own(opcode);
                yield NO_RETURN_VALUE;
            }
        };
    }

    private void own(short opcode) {
        switch (opcode) {
            case Opcodes.PROTO -> protocol();
            case Opcodes.BINUNICODE -> stack.add(text());
            case Opcodes.GLOBAL -> stack.add(TorchGlobals.resolve(line(), line()));
            case Opcodes.EMPTY_DICT -> stack.add(new Dict());
            case Opcodes.SETITEM -> setItem();
            case Opcodes.SETITEMS -> setItems();
            case Opcodes.APPENDS -> appends();
            case Opcodes.BUILD -> build();
            default -> throw new CheckpointException("has pickle instruction 0x%02x, which torch.save does not write"
                    .formatted(opcode & 0xff));
        }
    }

    @Override
    protected Object persistentLoad(Object id) {
        StorageSpan span = StorageSpan.of(id);
        StorageSpan known = storages.putIfAbsent(span.key(), span.whole());
        if (known != null && !known.equals(span.whole())) {
            throw new CheckpointException("storage '%s': described as both %s %s and %s %s".formatted(span.key(),
                    known.total(), known.type(), span.total(), span.type()));
        }
        return span;
    }

    private Object stop(short opcode) throws IOException {
        if (stack.size() != 1) {
            throw new CheckpointException("has a pickle that leaves %s values instead of one".formatted(stack.size()));
        }
        return super.dispatch(opcode);
    }

    private void protocol() {
        int protocol = pickle.get();
        if (protocol != 2) {
            throw new CheckpointException("has a pickle of protocol %s; expected 2, the one torch.save uses unless told"
                    .formatted(protocol));
        }
    }

    private String text() {
        long length = Integer.toUnsignedLong(pickle.getInt());
        if (length > LONGEST_TEXT || length > pickle.remaining()) {
            throw new CheckpointException("has a text of %s bytes where %s are left; the limit is %s".formatted(length,
                    pickle.remaining(), LONGEST_TEXT));
        }
        return decode((int) length);
    }

    private String line() {
        int length = 0;
        while (pickle.get(pickle.position() + length) != '\n') {
            length++;
            if (length > LONGEST_NAME) {
                throw new CheckpointException("asks for a name longer than " + LONGEST_NAME + " bytes");
            }
        }
        String name = decode(length);
        pickle.get();
        return name;
    }

    private String decode(int length) {
        ByteBuffer bytes = pickle.slice(pickle.position(), length);
        pickle.position(pickle.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new CheckpointException("has a text that is not UTF-8");
        }
    }

    private void setItem() {
        Object value = stack.pop();
        Object key = stack.pop();
        ((Dict) stack.peek()).put(key, value);
    }

    private void setItems() {
        List<Object> items = stack.pop_all_since_marker();
        Dict dict = (Dict) stack.peek();
        for (int i = 0; i < items.size(); i += 2) {
            dict.put(items.get(i), items.get(i + 1));
        }
    }

    /** The library's own would trim the list to size each time, which costs the square of its length. */
    private void appends() {
        List<Object> items = stack.pop_all_since_marker();
        @SuppressWarnings("unchecked") // the library makes every list of the stack an ArrayList of objects
        ArrayList<Object> list = (ArrayList<Object>) stack.peek();
        list.addAll(items);
    }

    /** Attributes of an OrderedDict, such as the _metadata of a state dict: no parameters, so dropped. */
    private void build() {
        Object state = stack.pop();
        if (!(state instanceof Dict) || !(stack.peek() instanceof Dict)) {
            throw new CheckpointException("sets attributes of something that is not an OrderedDict");
        }
    }
}
