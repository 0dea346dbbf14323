package org.faceunlock.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.MtcnnTflite;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;

/**
 * The weights of the three networks that find faces, and what they are called.
 *
 * @param name {@code mtcnn} for the published ones, {@code demo} for those that come with the library
 */
public record DetectorWeights(String name, StateDict pNet, StateDict rNet, StateDict oNet) {

    /** Take the published weights if the store has them, else the shipped ones. */
    public static final String AUTO = "auto";

    /** What {@link #of} takes. */
    public static final List<String> CHOICES = List.of(AUTO, ShippedWeights.NAME, ModelCatalogue.MTCNN);

    /**
     * The weights of a choice; nothing is downloaded.
     *
     * @param choice one of {@link #CHOICES}
     * @throws MissingModelException if published ones are asked for by name and were not fetched
     */
    public static DetectorWeights of(String choice, ModelStore store) {
        if (!CHOICES.contains(choice)) {
            throw new IllegalArgumentException("detector: expected one of %s, found \"%s\"".formatted(CHOICES, choice));
        }
        boolean published = choice.equals(ModelCatalogue.MTCNN)
                || choice.equals(AUTO) && store.has(ModelCatalogue.MTCNN);
        return published ? published(store) : shipped();
    }

    /** The SHA-256 of the numbers of all three, the same from whatever files they came. */
    public String sha256() {
        Map<String, StateTensor> all = new LinkedHashMap<>();
        Map.of("pnet.", pNet, "rnet.", rNet, "onet.", oNet).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(net -> net.getValue().tensors().forEach((key, tensor) -> all.put(net.getKey() + key, tensor)));
        return new StateDict(name, all).sha256();
    }

    private static DetectorWeights published(ModelStore store) {
        if (store.files(ModelCatalogue.MTCNN).get(0).expected().fileName().equals(MtcnnTflite.PNET.fileName())) {
            return new DetectorWeights(ModelCatalogue.MTCNN, tflite(MtcnnTflite.PNET, store),
                    tflite(MtcnnTflite.RNET, store), tflite(MtcnnTflite.ONET, store));
        }
        return new DetectorWeights(ModelCatalogue.MTCNN,
                CheckpointFile.read(store.require(ModelCatalogue.MTCNN, "pnet.pt")),
                CheckpointFile.read(store.require(ModelCatalogue.MTCNN, "rnet.pt")),
                CheckpointFile.read(store.require(ModelCatalogue.MTCNN, "onet.pt")));
    }

    private static StateDict tflite(MtcnnTflite network, ModelStore store) {
        return network.read(store.require(ModelCatalogue.MTCNN, network.fileName()));
    }

    private static DetectorWeights shipped() {
        return new DetectorWeights(ShippedWeights.NAME, ShippedWeights.read("pnet.pt"), ShippedWeights.read("rnet.pt"),
                ShippedWeights.read("onet.pt"));
    }
}
