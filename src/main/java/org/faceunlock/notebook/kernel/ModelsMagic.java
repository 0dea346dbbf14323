package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.faceunlock.models.FetchListener;
import org.faceunlock.models.Fetcher;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.RemoteFile;
import org.faceunlock.models.Source;

/** Lists models and fetches them, as the command {@code models} does. */
final class ModelsMagic implements Magic {
    private static final String FETCH = "fetch";

    @Override
    public Optional<Object> run(String arguments, MagicSession session) throws Exception {
        List<String> words = PathArguments.words(arguments);
        ModelStore store = ModelStore.ofUser();
        if (words.isEmpty() || words.equals(List.of("list"))) {
            store.catalogue().entries().forEach(entry -> System.out.println(entry.name() + ": " + entry.purpose() + "; "
                    + store.files(entry.name()).stream().map(file -> file.state().describe()).distinct()
                            .collect(Collectors.joining(", "))));
            return Optional.empty();
        }
        List<String> names = ModelCatalogue.withoutGroups(words.subList(1, words.size()));
        if (!words.get(0).equals(FETCH) || names.isEmpty()) {
            throw new IllegalArgumentException("expected \"list\", or \"fetch\" and names such as "
                    + ModelCatalogue.REAL + ", found " + arguments);
        }
        names.forEach(store.catalogue()::get); // an unknown one is an error before any is fetched
        return session.call(() -> {
            names.forEach(name -> store.fetch(name, Optional.empty(), new Fetcher(Source.all(), new Bar())));
            return Optional.empty();
        });
    }

    /** A line a file, rewritten while bytes arrive. */
    private static final class Bar implements FetchListener {
        private static final int CELLS = 24;
        private OptionalLong total = OptionalLong.empty();
        private String name = "";
        private int shown = -1;

        @Override
        public void present(RemoteFile file) {
            System.out.println(file.fileName() + ": already there");
        }

        @Override
        public void asking(RemoteFile file, Source source) {
            System.out.print("\r" + file.fileName() + ": asking " + source.place(file) + " ");
        }

        @Override
        public void started(RemoteFile file, long from, OptionalLong bytes) {
            name = file.fileName();
            total = bytes;
            shown = -1;
        }

        @Override
        public void advanced(long received) {
            int cells = total.isPresent() ? (int) (CELLS * received / Math.max(1, total.getAsLong())) : 0;
            if (cells != shown) {
                shown = cells;
                System.out.print("\r" + name + ": " + "#".repeat(cells) + ".".repeat(CELLS - cells));
            }
        }

        @Override
        public void unavailable(String reason) {
            System.out.println("\r" + reason);
        }

        @Override
        public void finished(RemoteFile file) {
            System.out.println("\r" + file.fileName() + ": fetched and checked (" + file.size() + ")");
        }
    }
}
