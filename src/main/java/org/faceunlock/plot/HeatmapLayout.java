package org.faceunlock.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a {@link SimilarityHeatmap} lies, in units from the content's corner: names, brackets and faces
 * left of the rows and below the columns, the colour bar to the right. Immutable.
 */
final class HeatmapLayout {

    private static final double FLAT_NAME_ROOM = 80;
    private static final double GAP = 6;
    /** The room of names, in heights of their letters. */
    private static final double NAME_HEIGHTS = 11.5;
    private static final double FILE_HEIGHTS = 15.5;
    private static final double CELLS_TO_WRITE = 0.85;
    private static final double SMALLEST_FILE_LETTERS = 9;

    private final Faces faces;
    private final AxisCells cells;
    private final TextStyle names;
    private final TextStyle fileNames;
    private final double left;
    private final List<PlacedText> texts = new ArrayList<>();

    private HeatmapLayout(Faces faces) {
        this.faces = faces;
        this.cells = AxisCells.of(faces.people());
        double larger = Page.lettering(cells.end() * 1.3);
        double narrowest = cells.runs().stream().mapToDouble(this::span).min().orElse(cells.size());
        this.names = TextStyle.bold(Math.max(10, Math.min(13 * larger, narrowest * CELLS_TO_WRITE)));
        this.fileNames = TextStyle.plain(Math.max(1, Math.min(11 * larger, cells.size() * CELLS_TO_WRITE)));
        double nameWidth = faces.hasPeople() ? widest(names, people(), nameRoom()) + GAP + bracketRoom() : 0;
        double fileWidth = showsFiles() ? widest(fileNames, faces.files(), fileRoom()) + GAP : 0;
        this.left = Math.ceil(nameWidth + fileWidth + faceRoom());
        placeRowTexts(nameWidth);
        placeColumnTexts();
    }

    static HeatmapLayout of(Faces faces) {
        return new HeatmapLayout(faces);
    }

    private List<String> people() {
        return cells.runs().stream().map(PersonRun::person).toList();
    }

    private static double widest(TextStyle lettering, List<String> lines, double room) {
        return lines.stream().mapToDouble(line -> lettering.width(lettering.fit(line, room))).max().orElse(0);
    }

    private double nameRoom() {
        return NAME_HEIGHTS * names.font().getSize2D();
    }

    private double fileRoom() {
        return FILE_HEIGHTS * fileNames.font().getSize2D();
    }

    private boolean showsFiles() {
        return faces.hasFiles() && fileNames.font().getSize2D() >= SMALLEST_FILE_LETTERS;
    }

    private double faceRoom() {
        return faces.hasPictures() ? cells.size() + GAP : 0;
    }

    private double bracketRoom() {
        return 3 + GAP;
    }

    private void placeRowTexts(double nameWidth) {
        for (PersonRun run : cells.runs()) {
            if (span(run) >= names.height() * 0.8) {
                add(PlacedText.rightAt(names.fit(run.person(), nameRoom()), names, Palette.TEXT,
                        nameWidth - bracketRoom() - GAP, (cells.start(run) + cells.end(run)) / 2));
            }
        }
        for (int row = 0; showsFiles() && row < faces.count(); row++) {
            add(PlacedText.rightAt(fileNames.fit(faces.files().get(row), fileRoom()), fileNames, Palette.MUTED,
                    left - faceRoom() - GAP, cells.start(row) + cells.size() / 2));
        }
    }

    private void placeColumnTexts() {
        double top = cells.end() + GAP + faceRoom();
        if (!faces.hasPictures() && showsFiles()) {
            for (int column = 0; column < faces.count(); column++) {
                add(PlacedText.upwardBelow(fileNames.fit(faces.files().get(column), fileRoom()), fileNames,
                        Palette.MUTED,
                        left + cells.start(column) + cells.size() / 2, top));
            }
            top += widest(fileNames, faces.files(), fileRoom()) + GAP;
        }
        if (faces.hasPeople()) {
            placeColumnNames(top + bracketRoom());
        }
    }

    /** Names lie flat where each fits under its columns or has room to be told in short, else all are turned. */
    private void placeColumnNames(double top) {
        boolean flat = cells.runs().stream().allMatch(run -> span(run) >= FLAT_NAME_ROOM
                || names.width(TextStyle.oneLine(run.person())) <= span(run));
        for (PersonRun run : cells.runs()) {
            double centre = left + (cells.start(run) + cells.end(run)) / 2;
            if (flat) {
                add(PlacedText.centredAt(names.fit(run.person(), span(run)), names, Palette.TEXT,
                        centre, top + names.height() / 2));
            } else if (span(run) >= names.height() * 0.8) {
                add(PlacedText.upwardBelow(names.fit(run.person(), nameRoom()), names, Palette.TEXT, centre, top));
            }
        }
    }

    private double span(PersonRun run) {
        return cells.end(run) - cells.start(run);
    }

    private void add(PlacedText text) {
        if (!text.text().isEmpty()) {
            texts.add(text);
        }
    }

    AxisCells cells() {
        return cells;
    }

    Rectangle2D cell(int row, int column) {
        return new Rectangle2D.Double(left + cells.start(column), cells.start(row), cells.size(), cells.size());
    }

    Rectangle2D grid() {
        return new Rectangle2D.Double(left, 0, cells.end(), cells.end());
    }

    /** The face left of a row; a little smaller than the cell, so that neighbours stay apart. */
    Rectangle2D rowFace(int row) {
        return inset(left - GAP - cells.size(), cells.start(row));
    }

    /** The face below a column. */
    Rectangle2D columnFace(int column) {
        return inset(left + cells.start(column), cells.end() + GAP);
    }

    private Rectangle2D inset(double x, double y) {
        double inset = cells.size() >= 24 ? 1 : cells.size() >= 8 ? 0.5 : 0;
        return new Rectangle2D.Double(x + inset, y + inset, cells.size() - 2 * inset, cells.size() - 2 * inset);
    }

    /** The bar in the person's colour left of their rows. */
    Rectangle2D rowBracket(PersonRun run) {
        double fileWidth = showsFiles() ? widest(fileNames, faces.files(), fileRoom()) + GAP : 0;
        return new Rectangle2D.Double(left - faceRoom() - fileWidth - bracketRoom(), cells.start(run),
                3, span(run));
    }

    /** The bar in the person's colour below their columns. */
    Rectangle2D columnBracket(PersonRun run) {
        double files = !faces.hasPictures() && showsFiles() ? widest(fileNames, faces.files(), fileRoom()) + GAP : 0;
        return new Rectangle2D.Double(left + cells.start(run), cells.end() + GAP + faceRoom() + files,
                span(run), 3);
    }

    List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    /** Lower end of the grid with everything below it. */
    double bottom() {
        double bottom = cells.end() + (faces.hasPictures() ? GAP + cells.size() : 0);
        return texts.stream().mapToDouble(text -> text.bounds().getMaxY()).reduce(bottom, Math::max);
    }
}
