package org.faceunlock.cli;

import java.util.Iterator;
import java.util.List;
import org.faceunlock.torch.store.ModelCatalogue;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The published models that embed, for help texts and for saying so early. */
final class EmbedderNames implements Iterable<String>, ITypeConverter<String> {

    private final List<String> names = List.of(ModelCatalogue.VGGFACE2, ModelCatalogue.CASIA_WEBFACE);

    @Override
    public Iterator<String> iterator() {
        return names.iterator();
    }

    @Override
    public String convert(String value) {
        if (!names.contains(value)) {
            throw new TypeConversionException("there is no model '%s' that embeds; there is %s, or --checkpoint FILE"
                    .formatted(value, String.join(", ", names)));
        }
        return value;
    }
}
