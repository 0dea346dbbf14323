package org.faceunlock.network;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;

/**
 * A network while it is trained, by {@link AdamW}. Holds native memory until closed; for one thread.
 */
public final class TrainingNetwork implements AutoCloseable {

    /** What is to be made small, computed of the network's outputs for one batch. */
    @FunctionalInterface
    public interface Loss {
        /**
         * A scalar that depends on the outputs; arrays it needs on the way belong to {@code scope}, plain numbers too:
         * what DJL makes of the 30 in {@code x.mul(30)} may be collected before the gradient asks for it.
         */
        NDArray of(NDList outputs, NDManager scope);
    }

    private final Map<String, ScriptTensor> tensors;
    private final Model model;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final ParameterStore store;
    private final AdamW optimizer;

    private TrainingNetwork(NetworkDefinition definition, ParameterSource start) {
        LayerBuilder layers = new LayerBuilder(NetworkForm.PLAIN, start, false);
        Script script = layers.finish(definition.describe(layers), List.of());
        tensors = script.tensors();
        TorchEngine.start();
        model = Model.newInstance(definition.getClass().getSimpleName(), TorchEngine.NAME);
        try {
            model.load(new ByteArrayInputStream(TorchScriptArchive.write(script)), Map.of("trainParam", "true"));
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new IllegalStateException("libtorch cannot load the network made of " + start, e);
        }
        store = new ParameterStore(model.getNDManager(), false);
        optimizer = new AdamW(model.getNDManager());
        takeParameters();
    }

    /** P-Net, with the inputs and outputs of {@link Network#pNet}. */
    public static TrainingNetwork pNet(ParameterSource start) {
        return new TrainingNetwork(new PNet(), start);
    }

    /** R-Net, with the inputs and outputs of {@link Network#rNet}. */
    public static TrainingNetwork rNet(ParameterSource start) {
        return new TrainingNetwork(new RNet(), start);
    }

    /** O-Net, with the inputs and outputs of {@link Network#oNet}. */
    public static TrainingNetwork oNet(ParameterSource start) {
        return new TrainingNetwork(new ONet(), start);
    }

    /**
     * InceptionResnetV1 without dropout, so that equal batches give equal parameters: embeddings {@code [N, 512]}, and
     * {@code [N, numbers]} that a linear map makes of them.
     *
     * @param width share of the published channel counts
     * @param map name of the map's layer
     * @param numbers how many the map gives; 0 for no map
     */
    public static TrainingNetwork inceptionResnetV1(double width, String map, int numbers, ParameterSource start) {
        InceptionResnetV1 embedder = new InceptionResnetV1(width, 0).withoutDropout();
        return new TrainingNetwork(layers -> {
            Activation embedding = embedder.describe(layers).get(0); // [N, 512]
            return numbers == 0 ? List.of(embedding)
                    : List.of(embedding, layers.linear(embedding, map, numbers)); // [N, numbers]
        }, start);
    }

    private void takeParameters() {
        Map<String, NDArray> byAttribute = new LinkedHashMap<>();
        for (Parameter parameter : model.getBlock().getParameters().values()) {
            byAttribute.put(parameter.getName(), parameter.getArray());
        }
        tensors.forEach((name, tensor) -> {
            NDArray array = byAttribute.get(Script.attributeName(name));
            array.setRequiresGradient(tensor.trained());
            parameters.put(name, array);
        });
    }

    /**
     * Moves the parameters one step down the loss of one batch.
     *
     * @return the loss before the step; when it is not finite, nothing was moved
     */
    public double step(FloatTensor input, Loss loss, double rate) {
        return ShutdownGuard.call(() -> move(input, loss, rate));
    }

    private double move(FloatTensor input, Loss loss, double rate) {
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDArray x = scope.create(FloatBuffer.wrap(input.array()), shape(input), DataType.FLOAT32);
            float value = backward(x, loss, scope);
            if (Float.isFinite(value)) {
                update(rate);
            }
            return value;
        }
    }

    private float backward(NDArray x, Loss loss, NDManager scope) {
        try (GradientCollector gradients = Engine.getEngine(TorchEngine.NAME).newGradientCollector()) {
            NDList outputs = model.getBlock().forward(store, new NDList(x), true);
            outputs.attach(scope);
            NDArray value = loss.of(outputs, scope);
            gradients.backward(value);
            return value.getFloat();
        }
    }

    private void update(double rate) {
        optimizer.nextStep();
        parameters.forEach((name, array) -> {
            if (tensors.get(name).trained()) {
                optimizer.update(name, array, rate);
            }
        });
    }

    private static Shape shape(FloatTensor tensor) {
        return new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
    }

    /** The parameters as they are now, under their names in the network's definition. */
    public StateDict states(String source) {
        Map<String, StateTensor> states = new LinkedHashMap<>();
        parameters.forEach((name, array) ->
                states.put(name, StateTensor.of(array.toFloatArray(), tensors.get(name).values().shape())));
        return new StateDict(source, states);
    }

    /**
     * The parameters and what the optimiser remembers: all that {@link #resume} needs to go on as if nothing had
     * happened.
     */
    public StateDict snapshot() {
        Map<String, StateTensor> states = new LinkedHashMap<>(states("snapshot").tensors());
        states.putAll(optimizer.states());
        return new StateDict("snapshot", states);
    }

    /** Takes up the optimiser's memory of a snapshot; its parameters are those that the network was started with. */
    public void resume(StateDict snapshot) {
        parameters.forEach((name, array) -> {
            if (tensors.get(name).trained()) {
                optimizer.resume(name, array, snapshot);
            }
        });
    }

    @Override
    public void close() {
        model.close();
    }
}
