package org.faceunlock.image;

import static org.faceunlock.image.SamplePhotos.gradient;
import static org.faceunlock.image.SamplePhotos.insert;
import static org.faceunlock.image.SamplePhotos.join;
import static org.faceunlock.image.SamplePhotos.segment;
import static org.faceunlock.image.SamplePhotos.withChunk;
import static org.faceunlock.image.SamplePhotos.withSegment;
import static org.faceunlock.image.SamplePhotos.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Photos that say in every form, sound and broken, that they are to be turned; most say 6, a quarter turn. */
final class OrientationForms {

    static final byte[] JPEG = write(gradient(48, 32), "jpeg");
    static final byte[] PNG = write(gradient(24, 16), "png");

    private static final int ORIENTATION = 274;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String ATTRIBUTE = "<x:xmpmeta><rdf:Description tiff:Orientation=\"6\"/></x:xmpmeta>";
    private static final String ELEMENT = "<x:xmpmeta><tiff:Orientation>6</tiff:Orientation></x:xmpmeta>";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private OrientationForms() {
        types();
        directories();
        headers();
        segments();
        xmp();
        pngs();
        webps();
        tiffs();
    }

    static Map<String, byte[]> all() {
        return new OrientationForms().files;
    }

    /** The same picture without a word about its orientation. */
    static byte[] plain(String form) {
        return switch (form.split(" ")[0]) {
            case "jpeg" -> JPEG;
            case "png" -> PNG;
            case "webp" -> SamplePhotos.WEBP;
            default -> SamplePhotos.tiff(gradient(24, 16), 1);
        };
    }

    /** Writes the files into a folder, so that another program can be asked about them. */
    public static void main(String[] folder) throws IOException {
        Path place = Files.createDirectories(Path.of(folder[0]));
        for (Map.Entry<String, byte[]> form : all().entrySet()) {
            Files.write(place.resolve(form.getKey()), form.getValue());
            Files.write(place.resolve(form.getKey() + ".plain"), plain(form.getKey()));
        }
    }

    private void types() {
        exif("short big-endian", directory(1, entry(ORIENTATION, 3, 1, 0, 6, 0, 0)));
        exif("short little-endian", SamplePhotos.exif(6, ByteOrder.LITTLE_ENDIAN));
        int[][] values = {{1, 6, 0, 0, 0}, {2, '6', 0, 0, 0}, {4, 0, 0, 0, 6}, {6, 6, 0, 0, 0}, {7, 6, 0, 0, 0},
            {8, 0, 6, 0, 0}, {9, 0, 0, 0, 6}, {11, 0x40, 0xc0, 0, 0}, {13, 0, 0, 0, 6}, {14, 0, 6, 0, 0}};
        for (int[] value : values) {
            exif("type " + value[0], directory(1, entry(ORIENTATION, value[0], 1, Arrays.copyOfRange(value, 1, 5))));
        }
        exif("float 6.5", directory(1, entry(ORIENTATION, 11, 1, 0x40, 0xd0, 0, 0)));
        exif("rational 6", join(directory(1, entry(ORIENTATION, 5, 1, 0, 0, 0, 26)), bytes(0, 0, 0, 6, 0, 0, 0, 1)));
        exif("rational 6.5", join(directory(1, entry(ORIENTATION, 5, 1, 0, 0, 0, 26)), bytes(0, 0, 0, 13, 0, 0, 0, 2)));
        exif("signed rational",
                join(directory(1, entry(ORIENTATION, 10, 1, 0, 0, 0, 26)), bytes(0, 0, 0, 6, 0, 0, 0, 1)));
        exif("double", join(directory(1, entry(ORIENTATION, 12, 1, 0, 0, 0, 26)), bytes(0x40, 0x18, 0, 0, 0, 0, 0, 0)));
        exif("long8", join(directory(1, entry(ORIENTATION, 16, 1, 0, 0, 0, 26)), bytes(0, 0, 0, 0, 0, 0, 0, 6)));
        exif("two values", directory(1, entry(ORIENTATION, 3, 2, 0, 6, 0, 3)));
        exif("three values", join(directory(1, entry(ORIENTATION, 3, 3, 0, 0, 0, 26)), bytes(0, 6, 0, 3, 0, 3)));
        exif("no value", directory(1, entry(ORIENTATION, 3, 0, 0, 6, 0, 0)));
        exif("value 0", directory(1, entry(ORIENTATION, 3, 1, 0, 0, 0, 0)));
        exif("value 9", directory(1, entry(ORIENTATION, 3, 1, 0, 9, 0, 0)));
    }

    private void directories() {
        byte[] six = entry(ORIENTATION, 3, 1, 0, 6, 0, 0);
        byte[] three = entry(ORIENTATION, 3, 1, 0, 3, 0, 0);
        byte[] make = entry(271, 2, 4, 'J', 'v', 'a', 0);
        byte[] beyond = entry(271, 2, 40, 0, 0, 0x40, 0);
        exif("count one too many", directory(2, six));
        exif("count far too many", directory(900, six));
        exif("count one too few", directory(1, make, six));
        exif("count 0", directory(0, six));
        exif("other field first", directory(2, make, six));
        exif("tag twice", directory(2, six, three));
        exif("value beyond the end before", directory(2, beyond, six));
        exif("value beyond the end after", directory(2, six, beyond));
        exif("unknown type before", directory(2, entry(271, 99, 1, 0, 0, 0x40, 0), six));
        exif("cut within the entry", Arrays.copyOf(directory(1, six), 19));
        exif("without next offset", Arrays.copyOf(directory(1, six), 22));
        exif("second directory only", join(patched(directory(1, make), 22, 0, 0, 0, 26),
                Arrays.copyOfRange(directory(1, six), 8, 26)));
        exif("offset beyond the end", patched(directory(1, six), 4, 0, 0, 1, 0));
        exif("offset of 4 GB", patched(directory(1, six), 4, 0xff, 0xff, 0xff, 0xf0));
        exif("offset 0", patched(directory(1, six), 4, 0, 0, 0, 0));
        exif("directory further on", join(patched(Arrays.copyOf(directory(1), 8), 4, 0, 0, 0, 20),
                join(new byte[12], Arrays.copyOfRange(directory(1, six), 8, 26))));
    }

    private void headers() {
        byte[] six = SamplePhotos.exif(6, ByteOrder.BIG_ENDIAN);
        jpeg("label 00 FF", withSegment(JPEG, 0xe1, "Exif\0\u00ff", six));
        jpeg("label of five", withSegment(JPEG, 0xe1, "Exif\0", six));
        jpeg("label in lower case", withSegment(JPEG, 0xe1, "exif\0\0", six));
        jpeg("label twice", withSegment(JPEG, 0xe1, EXIF + EXIF, six));
        exif("MM 2a 00", patched(six, 2, 0x2a, 0));
        exif("II 00 2a", patched(SamplePhotos.exif(6, ByteOrder.LITTLE_ENDIAN), 2, 0, 0x2a));
        exif("MM 00 2b", patched(six, 2, 0, 0x2b));
        exif("II 2b 00", patched(SamplePhotos.exif(6, ByteOrder.LITTLE_ENDIAN), 2, 0x2b, 0));
        exif("MM 00 2c", patched(six, 2, 0, 0x2c));
        exif("no byte order", patched(six, 0, 'X', 'X'));
        exif("header cut", Arrays.copyOf(six, 6));
        exif("nothing", new byte[0]);
    }

    private void segments() {
        byte[] six = SamplePhotos.exif(6, ByteOrder.BIG_ENDIAN);
        byte[] three = SamplePhotos.exif(3, ByteOrder.BIG_ENDIAN);
        jpeg("6 then 3", withSegment(withSegment(JPEG, 0xe1, EXIF, three), 0xe1, EXIF, six));
        jpeg("empty then 6", withSegment(withSegment(JPEG, 0xe1, EXIF, six), 0xe1, EXIF, new byte[0]));
        jpeg("broken then 6", withSegment(withSegment(JPEG, 0xe1, EXIF, six), 0xe1, EXIF, patched(six, 0, 'X')));
        jpeg("6 in two parts", withSegment(withSegment(JPEG, 0xe1, EXIF, Arrays.copyOfRange(six, 12, 26)), 0xe1, EXIF,
                Arrays.copyOf(six, 12)));
        jpeg("exif after the scan", insert(JPEG, JPEG.length - 2, segment(0xe1, join(EXIF.getBytes(), six))));
        jpeg("exif in segment 2", withSegment(JPEG, 0xe2, EXIF, six));
    }

    private void xmp() {
        byte[] one = SamplePhotos.exif(1, ByteOrder.BIG_ENDIAN);
        byte[] make = directory(1, entry(271, 2, 4, 'J', 'v', 'a', 0));
        xmp("attribute", ATTRIBUTE, JPEG);
        xmp("element", ELEMENT, JPEG);
        xmp("single quotes", ATTRIBUTE.replace('"', '\''), JPEG);
        xmp("space before the value", ATTRIBUTE.replace("=\"", "=\" "), JPEG);
        xmp("value 9", ATTRIBUTE.replace('6', '9'), JPEG);
        xmp("value 66", ATTRIBUTE.replace("6", "66"), JPEG);
        xmp("other prefix", ATTRIBUTE.replace("tiff:", "t:"), JPEG);
        xmp("exif prefix", ATTRIBUTE.replace("tiff:", "exif:"), JPEG);
        xmp("first of two", ATTRIBUTE + ELEMENT.replace('6', '3'), JPEG);
        xmp("16 bits a letter", new String(ATTRIBUTE.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
                JPEG);
        xmp("after another packet", ATTRIBUTE, withSegment(JPEG, 0xe1, XMP, ATTRIBUTE.replace('6', '3').getBytes()));
        xmp("with exif 1", ATTRIBUTE, withSegment(JPEG, 0xe1, EXIF, one));
        xmp("with exif 0", ATTRIBUTE, withSegment(JPEG, 0xe1, EXIF, patched(one, 18, 0, 0)));
        xmp("with exif of bytes", ATTRIBUTE,
                withSegment(JPEG, 0xe1, EXIF, directory(1, entry(ORIENTATION, 1, 1, 3, 0, 0, 0))));
        xmp("with exif of something else", ATTRIBUTE, withSegment(JPEG, 0xe1, EXIF, make));
        xmp("with empty exif", ATTRIBUTE, withSegment(JPEG, 0xe1, EXIF, new byte[0]));
        xmp("with broken exif", ATTRIBUTE, withSegment(JPEG, 0xe1, EXIF, patched(one, 0, 'X')));
        jpeg("xmp under another label", withSegment(JPEG, 0xe1, XMP.replace("1.0", "2.0"), ATTRIBUTE.getBytes()));
        jpeg("xmp extended only",
                withSegment(JPEG, 0xe1, "http://ns.adobe.com/xmp/extension/\0", ATTRIBUTE.getBytes()));
    }

    private void pngs() {
        byte[] six = SamplePhotos.exif(6, ByteOrder.BIG_ENDIAN);
        byte[] three = SamplePhotos.exif(3, ByteOrder.BIG_ENDIAN);
        String hex = "\nexif\n      32\n"
                + HexFormat.of().formatHex(join(EXIF.getBytes(), six)).replaceAll("(.{36})", "$1\n");
        png("exif", withChunk(PNG, "eXIf", six));
        png("exif with label", withChunk(PNG, "eXIf", join(EXIF.getBytes(), six)));
        png("exif 3 then 6", withChunk(withChunk(PNG, "eXIf", six), "eXIf", three));
        png("exif after the picture", atEnd("eXIf", six));
        png("exif in text", withChunk(PNG, "tEXt", join("exif\0".getBytes(), six)));
        png("profile", withChunk(PNG, "tEXt", latin1("Raw profile type exif\0" + hex)));
        png("profile deflated",
                withChunk(PNG, "zTXt", join(latin1("Raw profile type exif\0\0"), deflated(latin1(hex)))));
        png("profile in APP1", withChunk(PNG, "tEXt", latin1("Raw profile type APP1\0" + hex)));
        png("profile of no digits", withChunk(PNG, "tEXt", latin1("Raw profile type exif\0\nexif\n32\nxyz")));
        png("profile 6 and exif 3",
                withChunk(withChunk(PNG, "eXIf", three), "tEXt", latin1("Raw profile type exif\0" + hex)));
        png("xmp", withChunk(PNG, "iTXt", latin1("XML:com.adobe.xmp\0\0\0\0\0" + ELEMENT)));
        png("xmp deflated",
                withChunk(PNG, "iTXt", join(latin1("XML:com.adobe.xmp\0\1\0\0\0"), deflated(latin1(ATTRIBUTE)))));
        png("xmp damaged", withChunk(PNG, "iTXt", latin1("XML:com.adobe.xmp\0\1\0\0\0" + ATTRIBUTE)));
        png("xmp in plain text", withChunk(PNG, "tEXt", latin1("XML:com.adobe.xmp\0" + ATTRIBUTE)));
        png("xmp after the picture", atEnd("iTXt", latin1("XML:com.adobe.xmp\0\0\0\0\0" + ATTRIBUTE)));
        png("xmp 6 and exif 1", withChunk(withChunk(PNG, "eXIf", SamplePhotos.exif(1, ByteOrder.BIG_ENDIAN)), "iTXt",
                latin1("XML:com.adobe.xmp\0\0\0\0\0" + ATTRIBUTE)));
    }

    private void webps() {
        byte[] six = SamplePhotos.exif(6, ByteOrder.LITTLE_ENDIAN);
        byte[] three = SamplePhotos.exif(3, ByteOrder.LITTLE_ENDIAN);
        webp("exif", 8, "EXIF", six);
        webp("exif with label", 8, "EXIF", join(EXIF.getBytes(), six));
        webp("exif without flag", 0, "EXIF", six);
        webp("exif twice", 8, "EXIF", six, "EXIF", three);
        webp("xmp", 4, "XMP ", latin1(ATTRIBUTE));
        webp("xmp without flag", 8, "XMP ", latin1(ATTRIBUTE));
        webp("xmp 3 and exif 6", 12, "XMP ", latin1(ATTRIBUTE.replace('6', '3')), "EXIF", six);
    }

    private void tiffs() {
        tiff("long", entry(ORIENTATION, 4, 1, 6, 0, 0, 0));
        tiff("short", entry(ORIENTATION, 3, 1, 6, 0, 0, 0));
        tiff("byte", entry(ORIENTATION, 1, 1, 6, 0, 0, 0));
        tiff("xmp of bytes", entry(700, 1, 0, 0, 0, 0, 0));
        tiff("xmp undefined", entry(700, 7, 0, 0, 0, 0, 0));
    }

    private void exif(String name, byte[] data) {
        jpeg(name, withSegment(JPEG, 0xe1, EXIF, data));
    }

    private void xmp(String name, String packet, byte[] jpeg) {
        jpeg("xmp " + name, insert(jpeg, jpeg == JPEG ? 2 : jpeg.length - JPEG.length + 2,
                segment(0xe1, join(latin1(XMP), latin1(packet)))));
    }

    private void jpeg(String name, byte[] file) {
        files.put("jpeg " + name, file);
    }

    private void png(String name, byte[] file) {
        files.put("png " + name, file);
    }

    private void webp(String name, int flags, Object... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(latin1("WEBPVP8X\n\0\0\0"));
        body.writeBytes(bytes(flags, 0, 0, 0, 6, 0, 0, 4, 0, 0));
        body.write(SamplePhotos.WEBP, 12, SamplePhotos.WEBP.length - 12);
        for (int i = 0; i < chunks.length; i += 2) {
            byte[] data = (byte[]) chunks[i + 1];
            body.writeBytes(latin1((String) chunks[i]));
            body.writeBytes(bytes(data.length, 0, 0, 0));
            body.writeBytes(Arrays.copyOf(data, data.length + (data.length & 1)));
        }
        files.put("webp " + name, join(join(latin1("RIFF"), bytes(body.size() & 255, body.size() >> 8, 0, 0)),
                body.toByteArray()));
    }

    /** The sample TIFF with its orientation field replaced; XMP goes to the end, where the field comes to point. */
    private void tiff(String name, byte[] field) {
        byte[] file = SamplePhotos.tiff(gradient(24, 16), 1);
        ByteBuffer tiff = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer given = ByteBuffer.wrap(field);
        int at = tiff.getInt(4) + 2 + 6 * 12;
        tiff.putShort(at, given.getShort(0)).putShort(at + 2, given.getShort(2)).putInt(at + 4, given.getInt(4));
        if (given.getShort(0) == 700) {
            tiff.putInt(at + 4, ATTRIBUTE.length()).putInt(at + 8, file.length);
            file = join(file, latin1(ATTRIBUTE));
        } else {
            System.arraycopy(field, 8, file, at + 8, 4);
        }
        files.put("tiff " + name, file);
    }

    private static byte[] atEnd(String type, byte[] data) {
        byte[] chunk = Arrays.copyOfRange(withChunk(PNG, type, data), 33, 33 + data.length + 12);
        return insert(PNG, PNG.length - 12, chunk);
    }

    /** A big-endian directory that claims so many entries. */
    private static byte[] directory(int count, byte[]... entries) {
        ByteBuffer tiff = ByteBuffer.allocate(14 + 12 * entries.length).putInt(0x4d4d002a).putInt(8);
        tiff.putShort((short) count);
        Arrays.stream(entries).forEach(tiff::put);
        return tiff.putInt(0).array();
    }

    private static byte[] entry(int tag, int type, int count, int... value) {
        return ByteBuffer.allocate(12).putShort((short) tag).putShort((short) type).putInt(count).put(bytes(value))
                .array();
    }

    private static byte[] patched(byte[] data, int at, int... values) {
        byte[] patched = data.clone();
        System.arraycopy(bytes(values), 0, patched, at, values.length);
        return patched;
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> bytes.put((byte) value));
        return bytes.array();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException impossible) { // nothing here leaves memory
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
