package org.faceunlock.cli;

import org.faceunlock.models.Sha256;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A checksum as a user types it. */
final class Sha256Converter implements ITypeConverter<Sha256> {

    @Override
    public Sha256 convert(String value) {
        try {
            return new Sha256(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
