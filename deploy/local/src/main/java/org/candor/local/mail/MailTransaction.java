package org.candor.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in. It is answered with 250 only after it is on the disk. */
final class MailTransaction implements MessageHandler {

    private static final int TRY_AGAIN_LATER = 451;

    private final MailFolder folder;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    MailTransaction(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void from(String address) {
        sender = address;
    }

    @Override
    public void recipient(String address) {
        recipients.add(address);
    }

    @Override
    public String data(InputStream content) throws RejectException {
        try {
            return "Kept as " + folder.keep(sender, recipients, content);
        } catch (IOException e) {
            throw new RejectException(TRY_AGAIN_LATER, "The mail could not be kept");
        }
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
