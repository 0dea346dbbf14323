package org.faceunlock.models;

import java.util.List;
import java.util.Optional;

/**
 * The models that can be had from their publishers, in the order in which they are listed. Immutable.
 *
 * <p>None is carried by the project: other people's weights are fetched by each user from where they are published.
 *
 * @param entries the models, no two of one name
 */
public record ModelCatalogue(List<ModelEntry> entries) {

    /** The three networks of the MTCNN cascade: {@code pnet.pt}, {@code rnet.pt}, {@code onet.pt}. */
    public static final String MTCNN = "mtcnn";
    /** InceptionResnetV1 trained on VGGFace2: one file. */
    public static final String VGGFACE2 = "vggface2";
    /** InceptionResnetV1 trained on CASIA-WebFace: one file, whose checksum the user must supply. */
    public static final String CASIA_WEBFACE = "casia-webface";

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

    /** What facenet-pytorch publishes. */
    public static ModelCatalogue published() {
        return new ModelCatalogue(List.of(mtcnn(), vggface2(), casiaWebface()));
    }

    public List<String> names() {
        return entries.stream().map(ModelEntry::name).toList();
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
        return new ModelEntry(MTCNN, "finds faces and their landmarks", "MIT (facenet-pytorch)", List.of(
                RemoteFile.of(DATA + "pnet.pt", "mtcnn/pnet.pt", 28_570,
                        "a2a71925e0b9996a42f63e47efc1ca19043e69558b5c523b978d611dfae49c8f"),
                RemoteFile.of(DATA + "rnet.pt", "mtcnn/rnet.pt", 403_147,
                        "bbb937de72efc9ef83b186c49f5f558467a1d7e3453a8ece0d71a886633f6a86"),
                RemoteFile.of(DATA + "onet.pt", "mtcnn/onet.pt", 1_559_269,
                        "165bfbe42940416ccfb977545cf0e976d5bf321f67083ae2aaaa5c764280118d")));
    }

    private static ModelEntry vggface2() {
        String file = "20180402-114759-vggface2.pt";
        return new ModelEntry(VGGFACE2, "embeds faces, trained on VGGFace2",
                "MIT (facenet-pytorch); VGGFace2 itself is for research",
                List.of(RemoteFile.of(RELEASE + file, "vggface2/" + file, 111_898_327,
                        "281cebca8662831adb987a874bdcb36e73f5b1c6dc5ee5878f305e985625d99b")));
    }

    private static ModelEntry casiaWebface() {
        String file = "20180408-102900-casia-webface.pt";
        return new ModelEntry(CASIA_WEBFACE, "embeds faces, trained on CASIA-WebFace",
                "MIT (facenet-pytorch); CASIA-WebFace itself is for research",
                List.of(RemoteFile.unchecked(RELEASE + file, "casia-webface/" + file)));
    }
}
