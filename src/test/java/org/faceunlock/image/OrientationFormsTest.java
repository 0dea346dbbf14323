package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds orientation, in every form that a file may say it in, to what Pillow 12.3.0 makes of the same bytes: the table
 * has what {@code ImageOps.exif_transpose(Image.open(file))} came to on the files that {@link OrientationForms} writes.
 */
class OrientationFormsTest {

    private static final Map<String, byte[]> FORMS = OrientationForms.all();

    /** 1 to 8: turned as that tag says; raises: Pillow gives up, and here the photo stays as it is stored. */
    private static final String PILLOW = """
            jpeg 6 in two parts = 6
            jpeg 6 then 3 = 6
            jpeg II 00 2a = 6
            jpeg II 2b 00 = 1
            jpeg MM 00 2b = 6
            jpeg MM 00 2c = 1
            jpeg MM 2a 00 = 6
            jpeg broken then 6 = 1
            jpeg count 0 = 1
            jpeg count far too many = 6
            jpeg count one too few = 1
            jpeg count one too many = 6
            jpeg cut within the entry = 1
            jpeg directory further on = 6
            jpeg double = 6
            jpeg empty then 6 = 6
            jpeg exif after the scan = 1
            jpeg exif in segment 2 = 1
            jpeg float 6.5 = 1
            jpeg header cut = 1
            jpeg label 00 FF = 1
            jpeg label in lower case = 1
            jpeg label of five = 1
            jpeg label twice = 6
            jpeg long8 = 6
            jpeg no byte order = 1
            jpeg no value = 1
            jpeg nothing = 1
            jpeg offset 0 = 1
            jpeg offset beyond the end = 1
            jpeg offset of 4 GB = 1
            jpeg other field first = 6
            jpeg rational 6 = 6
            jpeg rational 6.5 = 1
            jpeg second directory only = 1
            jpeg short big-endian = 6
            jpeg short little-endian = 6
            jpeg signed rational = 6
            jpeg tag twice = 3
            jpeg three values = 6
            jpeg two values = 6
            jpeg type 1 = 1
            jpeg type 11 = 6
            jpeg type 13 = 6
            jpeg type 14 = 1
            jpeg type 2 = 1
            jpeg type 4 = 6
            jpeg type 6 = 6
            jpeg type 7 = 1
            jpeg type 8 = 6
            jpeg type 9 = 6
            jpeg unknown type before = 6
            jpeg value 0 = 1
            jpeg value 9 = 1
            jpeg value beyond the end after = 6
            jpeg value beyond the end before = 1
            jpeg without next offset = 6
            jpeg xmp 16 bits a letter = 1
            jpeg xmp after another packet = 6
            jpeg xmp attribute = 6
            jpeg xmp element = 6
            jpeg xmp exif prefix = 1
            jpeg xmp extended only = 1
            jpeg xmp first of two = 6
            jpeg xmp other prefix = 1
            jpeg xmp single quotes = 1
            jpeg xmp space before the value = 1
            jpeg xmp under another label = 1
            jpeg xmp value 66 = 6
            jpeg xmp value 9 = 1
            jpeg xmp with broken exif = 1
            jpeg xmp with empty exif = 6
            jpeg xmp with exif 0 = 1
            jpeg xmp with exif 1 = 1
            jpeg xmp with exif of bytes = 1
            jpeg xmp with exif of something else = 6
            png exif = 6
            png exif 3 then 6 = 6
            png exif after the picture = 6
            png exif in text = 6
            png exif with label = 6
            png profile = 6
            png profile 6 and exif 3 = 3
            png profile deflated = 6
            png profile in APP1 = 1
            png profile of no digits = raises
            png xmp = 6
            png xmp 6 and exif 1 = 1
            png xmp after the picture = 6
            png xmp damaged = 1
            png xmp deflated = 6
            png xmp in plain text = 6
            tiff byte = 1
            tiff long = 6
            tiff short = 6
            tiff xmp of bytes = 6
            tiff xmp undefined = 6
            webp exif = 6
            webp exif twice = 6
            webp exif with label = 6
            webp exif without flag = 1
            webp xmp = 6
            webp xmp 3 and exif 6 = 6
            webp xmp without flag = 1
            """;

    @ParameterizedTest
    @MethodSource("forms")
    void aPhotoIsTurnedAsPillowTurnsIt(String form, String pillow) {
        Orientation expected = Orientation.ofTag(pillow.equals("raises") ? 1 : Integer.parseInt(pillow));
        RgbImage plain = PhotoReader.DEFAULT.read(OrientationForms.plain(form), "plain");
        assertThat(PhotoReader.DEFAULT.read(FORMS.get(form), form)).isEqualTo(expected.upright(plain));
    }

    @Test
    void everyFormHasItsAnswer() {
        assertThat(table().keySet()).isEqualTo(FORMS.keySet()).hasSizeGreaterThan(100);
    }

    private static Object[][] forms() {
        return table().entrySet().stream().map(row -> new Object[] {row.getKey(), row.getValue()})
                .toArray(Object[][]::new);
    }

    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        PILLOW.lines().map(line -> line.split(" = ")).forEach(row -> table.put(row[0], row[1]));
        return table;
    }
}
