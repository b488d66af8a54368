package org.candor.local.bench;

import java.io.OutputStream;
import java.lang.reflect.Method;

/** The raw side of {@code bench-listing}: as many rows and columns with fastexcel, written to nowhere. */
public final class RawListing {

    private static final int COLUMNS = 17;
    private static final int FLUSH = 1000;
    private static final int FILES = 3;

    private RawListing() {}

    /** {@code rows}; prints rows a second: of the first file, which warms up, of the second and of the third. */
    public static void main(String[] arguments) throws Exception {
        for (int file = 0; file < FILES; file++) {
            System.out.println(perSecond(Integer.parseInt(arguments[0])));
        }
    }

    private static double perSecond(int rows) throws Exception {
        Class<?> type = Class.forName("org.dhatim.fastexcel.Workbook");
        long begin = System.nanoTime();
        Object workbook = type.getConstructor(OutputStream.class, String.class, String.class)
                .newInstance(OutputStream.nullOutputStream(), "Raw", "1.0");
        Object sheet = type.getMethod("newWorksheet", String.class).invoke(workbook, "People");
        Method put = sheet.getClass().getMethod("inlineString", int.class, int.class, String.class);
        Method flush = sheet.getClass().getMethod("flush");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                put.invoke(sheet, row, column, "some text " + row);
            }
            if (row % FLUSH == 0) {
                flush.invoke(sheet);
            }
        }
        type.getMethod("finish").invoke(workbook);
        return rows * 1e9 / (System.nanoTime() - begin);
    }
}
