package org.candor.intake.files;

import java.io.IOException;

/** A file ends too soon or is not built as its type asks. */
final class Damaged extends IOException {

    private static final long serialVersionUID = 1L;

    Damaged(String what) {
        super(what);
    }
}
