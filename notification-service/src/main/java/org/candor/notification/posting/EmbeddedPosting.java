package org.candor.notification.posting;

import java.time.LocalDate;
import java.util.List;
import org.candor.notification.document.NoticeMarkup;
import org.candor.notification.document.NoticeSections;
import org.candor.notification.document.Sender;
import org.candor.notification.document.Words;
import org.candor.notification.text.decision.NoticeContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A posting for the organisation's own pages.
 *
 * @param intro why it is posted
 * @param inclusion where a person can learn whether he may be included
 * @param tollFree E.164, for a link of the scheme tel
 */
@Schema(name = "EmbeddedPosting")
public record EmbeddedPosting(
        @Schema(examples = "en-US") String language,
        String title,
        String organisation,
        String intro,
        String inclusion,
        @Schema(examples = "+18005550142") String tollFree,
        List<NoticeSections.Section> sections,
        LocalDate postedOn,
        String url,
        String more) {

    static EmbeddedPosting of(Sender sender, NoticeContent content, Words words, LocalDate postedOn, String url) {
        String number = content.contact().tollFree();
        return new EmbeddedPosting(
                words.tag(),
                words.postingTitle(),
                sender.name(),
                words.postingIntro(),
                words.postingInclusion().formatted(NoticeMarkup.phone(number)),
                number,
                NoticeSections.of(content, words),
                postedOn,
                url,
                words.wholeNotice());
    }
}
