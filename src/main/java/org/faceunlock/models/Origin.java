package org.faceunlock.models;

import java.net.URI;
import java.util.Objects;

/** Where a file is published: at an address of its own, or inside a package. */
public sealed interface Origin {

    /** The place of the file below a mirror. */
    String mirrorPath();

    /** An https address. */
    record Web(URI address) implements Origin {

        public Web {
            if (!"https".equals(address.getScheme()) || address.getHost() == null) {
                throw new IllegalArgumentException("address: expected https://host/path, found " + address);
            }
        }

        /** The address without its scheme, {@code host/path}. */
        @Override
        public String mirrorPath() {
            return address.getHost() + address.getRawPath();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * An entry of a package of the npm registry.
     *
     * @param entry its full name in the archive, such as {@code package/model/a.bin}
     */
    record Packed(NpmPackage npm, String entry) implements Origin {

        public Packed {
            Objects.requireNonNull(npm, "npm");
            Objects.requireNonNull(entry, "entry");
        }

        /** {@code npm/NAME@VERSION/ENTRY}. */
        @Override
        public String mirrorPath() {
            return "npm/" + npm + "/" + entry;
        }

        @Override
        public String toString() {
            return "the npm package " + npm;
        }
    }
}
