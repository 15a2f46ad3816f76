package com.ceoplatform.channel.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.channel.testing.TaskService;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class FileAccessIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @Autowired
    private TaskService tasks;

    private Someone owner;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
    }

    @Test
    void showsAFileToThoseWhoSeeItsChannel() {
        Someone member = organisation.staff();
        Someone stranger = organisation.staff();
        UUID secret = api.channel(owner, "private", member);
        UUID file = uploader.file(owner, secret);

        assertThat(api.get(member, "/files/" + file).texts("channelIds", "")).containsExactly(secret.toString());
        assertThat(api.get(organisation.ceo(), "/files/" + file).status()).isEqualTo(200);
        assertHidden(stranger, file);

        api.delete(owner, "/channels/" + secret + "/members/" + member.id());
        assertHidden(member, file);
    }

    @Test
    void hidesTheFilesOfARestrictedChannelFromThoseWhoOnlySeeTheChannel() {
        UUID channel = api.channel(owner, "restricted");
        UUID file = uploader.file(owner, channel);
        Someone stranger = organisation.staff("Finance");

        assertHidden(stranger, file);
        assertThat(api.get(stranger, "/channels/" + channel + "/files").status())
                .isEqualTo(403);
    }

    @Test
    void showsTheFilesOfADirectConversationToItsPeopleOnly() {
        Someone other = organisation.staff();
        UUID direct = api.post(owner, "/channels", Map.of("type", "direct", "memberIds", List.of(other.id())))
                .id();
        UUID file = uploader.file(owner, direct);

        assertThat(api.get(other, "/files/" + file).status()).isEqualTo(200);
        assertThat(api.get(other, "/channels/" + direct + "/files").items("id")).containsExactly(file.toString());
        assertHidden(organisation.ceo(), file);
    }

    @Test
    void showsAFileToThoseWhoSeeItsTask() {
        Someone assignee = organisation.staff();
        UUID task = tasks.task(owner, assignee);
        UUID file = uploader.upload(owner, Map.of("name", "a.txt", "taskIds", List.of(task)), Uploader.text(10))
                .id();

        assertThat(api.get(assignee, "/files/" + file).texts("taskIds", "")).containsExactly(task.toString());
        assertHidden(organisation.staff(), file);
        assertThat(api.get(assignee, "/files?taskId=" + task).items("id")).containsExactly(file.toString());
        assertThat(api.get(organisation.staff(), "/files?taskId=" + task).code())
                .isEqualTo("task_not_found");
    }

    @Test
    void tellsNobodyOfChannelsTheyCannotSee() {
        Someone reader = organisation.staff();
        UUID open = api.channel(owner, "public");
        UUID secret = api.channel(owner, "private");
        UUID task = tasks.task(owner);
        UUID file = uploader.upload(
                        owner,
                        Map.of("name", "a.txt", "channelIds", List.of(open, secret), "taskIds", List.of(task)),
                        Uploader.text(10))
                .id();

        Answer one = api.get(reader, "/files/" + file);
        Answer listed = api.get(reader, "/channels/" + open + "/files");

        assertThat(one.texts("channelIds", "")).containsExactly(open.toString());
        assertThat(one.texts("taskIds", "")).isEmpty();
        assertThat(listed.body().at("/items/0/channelIds").size()).isEqualTo(1);
        assertThat(api.get(owner, "/files/" + file).texts("channelIds", "")).hasSize(2);
    }

    @Test
    void keepsAFileWithoutLinksBetweenItsUploaderAndTheCeo() {
        UUID file = uploader.file(owner);

        assertThat(api.get(owner, "/files/" + file).status()).isEqualTo(200);
        assertThat(api.get(owner, "/files").items("id")).contains(file.toString());
        assertThat(api.get(organisation.ceo(), "/files/" + file).status()).isEqualTo(200);
        assertHidden(organisation.staff(), file);
        assertThat(api.get(organisation.staff(), "/files").items("id")).isEmpty();
    }

    @Test
    void linksOnlyWhereTheCallerMayPost() {
        Someone leader = organisation.staff();
        UUID announcements = api.post(
                        leader,
                        "/channels",
                        Map.of("name", "News", "type", "announcement", "memberIds", List.of(owner.id())))
                .id();
        UUID archived = api.channel(owner, "public");
        api.post(owner, "/channels/" + archived + "/archive", null);

        assertThat(create("channelIds", api.channel(leader, "private")).code()).isEqualTo("channel_not_found");
        assertThat(create("channelIds", api.channel(leader, "public")).status()).isEqualTo(403);
        assertThat(create("channelIds", announcements).status()).isEqualTo(403);
        assertThat(create("channelIds", archived).code()).isEqualTo("channel_archived");
        assertThat(create("taskIds", tasks.task(leader)).texts("errors", "field"))
                .containsExactly("taskIds[0]");
    }

    @Test
    void doesNotGuessWhenTaskServiceIsSilent() {
        UUID task = tasks.task(owner);
        UUID file = uploader.upload(owner, Map.of("name", "a.txt", "taskIds", List.of(task)), Uploader.text(10))
                .id();
        tasks.trouble(task);

        Answer answer = api.get(organisation.staff(), "/files/" + file);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("temporarily_unavailable");
        assertThat(api.get(owner, "/files/" + file).status()).isEqualTo(200);
    }

    @Test
    void letsABrowserShowWhatIsHarmlessAndSaveTheRest() {
        UUID text = uploader.file(owner);
        UUID page = uploader.upload(
                        owner,
                        Map.of("name", "Über uns \"neu\".html"),
                        "<html><script>alert(1)</script></html>".getBytes(UTF_8))
                .id();

        HttpResponse<String> shown = uploader.download(owner, text, "?inline=true");
        HttpResponse<String> saved = uploader.download(owner, page, "?inline=true");

        assertThat(header(shown, "Content-Disposition")).startsWith("inline");
        assertThat(header(shown, "Content-Type")).startsWith("text/plain");
        assertThat(header(saved, "Content-Disposition"))
                .startsWith("attachment")
                .contains("%C3%9Cber%20uns");
        assertThat(header(saved, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(saved, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(saved, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(uploader.download(owner, text, ""), "Content-Disposition"))
                .startsWith("attachment");
        assertThat(uploader.download(owner, text, "", "Range", "bytes=4-9").body())
                .isEqualTo("of it,");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private Answer create(String kind, UUID target) {
        return api.post(owner, "/files", Map.of("name", "a.txt", kind, List.of(target)));
    }

    private void assertHidden(Someone reader, UUID file) {
        String path = "/files/" + file;
        for (Answer answer : List.of(
                api.get(reader, path),
                api.get(reader, path + "/content"),
                api.get(reader, path + "/upload"),
                api.post(reader, path + "/upload", Map.of("size", 1)),
                api.post(reader, path + "/complete", Map.of("sha256", "0".repeat(64))),
                api.post(reader, path + "/links", Map.of("channelIds", List.of())),
                api.delete(reader, path + "/channels/" + Ids.next()),
                api.delete(reader, path + "/tasks/" + Ids.next()),
                api.delete(reader, path))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("file_not_found");
        }
    }
}
