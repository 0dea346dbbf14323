package org.faceunlock.network;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.faceunlock.checkpoint.StateDict;

/**
 * A network ready to run on the processor. Holds native memory until closed; safe to use from several threads.
 */
public final class Network implements AutoCloseable {

    /** Length of an embedding, whatever the width of the network. */
    public static final int EMBEDDING_SIZE = 512;

    private final Model model;
    private final Block block;
    private final NDManager manager;
    private final ParameterStore parameters;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private Network(Model model) {
        this.model = model;
        this.block = model.getBlock();
        this.manager = model.getNDManager();
        this.parameters = new ParameterStore(manager, false);
    }

    /** P-Net: box regression {@code [N, 4, h', w']}, probabilities {@code [N, 2, h', w']} of {@code [N, 3, h, w]}. */
    public static Network pNet(StateDict states) {
        return load(new PNet(), new CheckpointParameters(states), NetworkForm.FOLDED, List.of());
    }

    /** R-Net: box regression {@code [N, 4]}, probabilities {@code [N, 2]} of {@code [N, 3, 24, 24]}. */
    public static Network rNet(StateDict states) {
        return load(new RNet(), new CheckpointParameters(states), NetworkForm.FOLDED, List.of());
    }

    /**
     * O-Net: regression {@code [N, 4]}, landmarks {@code [N, 10]}, probabilities {@code [N, 2]} of {@code [N, 3, 48,
     * 48]}.
     */
    public static Network oNet(StateDict states) {
        return load(new ONet(), new CheckpointParameters(states), NetworkForm.FOLDED, List.of());
    }

    /** InceptionResnetV1: embeddings {@code [N, 512]} of unit length of {@code [N, 3, 160, 160]}. */
    public static Network inceptionResnetV1(StateDict states, NetworkForm form) {
        return load(InceptionResnetV1.fitting(states, false), new CheckpointParameters(states), form, List.of());
    }

    /** The width of the InceptionResnetV1 that these parameters are for, as a share of the published channel counts. */
    public static double inceptionResnetV1Width(StateDict states) {
        return InceptionResnetV1.fitting(states, false).width();
    }

    /** dlib's face network: embeddings {@code [N, 128]} of unit length of {@code [N, 3, 150, 150]}. */
    public static Network dlibResnet(StateDict states, NetworkForm form) {
        return load(new DlibResnet(), new CheckpointParameters(states), form, List.of());
    }

    /** InceptionResnetV1 with its classifier: logits {@code [N, classes]}; the file says how many classes. */
    public static Network inceptionResnetV1Classifier(StateDict states, NetworkForm form) {
        return load(InceptionResnetV1.fitting(states, true), new CheckpointParameters(states), form, List.of());
    }

    /**
     * A network with the parameters of a source.
     *
     * @param taps names of inner layers to give out after the outputs
     * @throws IllegalArgumentException if the source lacks a parameter or has one of another shape
     */
    static Network load(NetworkDefinition definition, ParameterSource source, NetworkForm form, List<String> taps) {
        return load(definition, source, form, taps, PackedConvolutions.work());
    }

    static Network load(NetworkDefinition definition, ParameterSource source, NetworkForm form, List<String> taps,
            boolean packed) {
        LayerBuilder layers = new LayerBuilder(form, source, packed);
        Script script = layers.finish(definition.describe(layers), taps);
        TorchEngine.start();
        Model model = Model.newInstance(definition.getClass().getSimpleName(), TorchEngine.NAME);
        try {
            model.load(new ByteArrayInputStream(TorchScriptArchive.write(script)));
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new IllegalStateException("libtorch cannot load the network made of " + source, e);
        }
        if (script.packing().isPresent()) {
            ShutdownGuard.call(() -> IValueUtils.runMethod((PtSymbolBlock) model.getBlock(), Script.PACK));
        }
        return new Network(model);
    }

    /**
     * Runs the network.
     *
     * @param input as the network's factory method says
     * @return the outputs, in the order of the network's factory method
     * @throws IllegalStateException if it was closed
     */
    public List<FloatTensor> run(FloatTensor input) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("network: expected one in use, found a closed one; load it again");
            }
            return ShutdownGuard.call(() -> forward(input));
        } finally {
            use.readLock().unlock();
        }
    }

    private List<FloatTensor> forward(FloatTensor input) {
        try (NDManager scope = manager.newSubManager()) {
            long[] shape = Arrays.stream(input.shape()).asLongStream().toArray();
            NDArray x = scope.create(FloatBuffer.wrap(input.array()), new Shape(shape), DataType.FLOAT32);
            NDList outputs = block.forward(parameters, new NDList(x), false);
            outputs.attach(scope);
            List<FloatTensor> tensors = new ArrayList<>(outputs.size());
            for (NDArray output : outputs) {
                int[] size = Arrays.stream(output.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
                tensors.add(FloatTensor.wrap(output.toFloatArray(), size));
            }
            return tensors;
        }
    }

    /** Waits for what is running, as native memory must not go while it is read, then frees the memory. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            model.close();
        } finally {
            use.writeLock().unlock();
        }
    }
}
