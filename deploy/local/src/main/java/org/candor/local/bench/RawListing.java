package org.candor.local.bench;

import java.io.OutputStream;
import java.lang.reflect.Method;

/** The raw side of {@code bench-listing}: as many rows and columns with fastexcel, written to nowhere. */
public final class RawListing {

    private static final int COLUMNS = 17;
    private static final int FLUSH = 1000;

    private RawListing() {}

    /** {@code rows}; prints rows a second. */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
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
        System.out.println(rows * 1e9 / (System.nanoTime() - begin));
    }
}
