package org.faceunlock.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.models.ModelCatalogue;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names that a model parameter may have, for help texts and for saying so early. */
final class ModelNames implements Iterable<String>, ITypeConverter<String> {

    private final List<String> names =
            Stream.concat(ModelCatalogue.published().names().stream(), Stream.of(ModelCatalogue.REAL)).toList();

    @Override
    public Iterator<String> iterator() {
        return names.iterator();
    }

    @Override
    public String convert(String value) {
        if (!names.contains(value)) {
            throw new TypeConversionException("there is no model '" + value + "'; the catalogue has "
                    + String.join(", ", names));
        }
        return value;
    }
}
