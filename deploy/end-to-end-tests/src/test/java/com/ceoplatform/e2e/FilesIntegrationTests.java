package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.service.PlatformService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files on their whole way through the gateway, and who learns of them. */
@ExtendWith(RunningPlatform.class)
class FilesIntegrationTests {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long LARGEST = 100 * MEGABYTE;

    private static Person owner;
    private static Person member;
    private static Person assignee;
    private static Person outsider;

    @BeforeAll
    static void hire() {
        Person ceo = RunningPlatform.get().ceo();
        owner = ceo.hire("Fiona Filer", "staff", "Records");
        member = ceo.hire("Milo Member", "staff", "Sales");
        assignee = ceo.hire("Asta Assignee", "staff", "Sales");
        outsider = ceo.hire("Oskar Outsider", "staff", "Sales");
    }

    private static String channel(Person... members) {
        List<String> ids = Stream.of(members).map(Person::id).toList();
        return owner.post(
                        "/channels",
                        Map.of("name", "Files " + UUID.randomUUID(), "privacy", "private", "memberIds", ids))
                .expect(201)
                .id();
    }

    private static String task() {
        return owner.post("/tasks", Map.of("title", "Read the plan", "assigneeIds", List.of(assignee.id())))
                .expect(201)
                .id();
    }

    private static void assertInvisible(Person person, String file) {
        person.get("/files/" + file).problem(404, "file_not_found");
        person.get("/files/" + file + "/content").problem(404, "file_not_found");
        person.get("/files/" + file + "/upload").problem(404, "file_not_found");
        person.post("/files/" + file + "/complete", "{}").problem(404, "file_not_found");
        assertThat(person.delete("/files/" + file).status()).isEqualTo(404);
    }

    @Test
    void anUploadGoesOnWhereItBrokeOff() {
        String channel = channel(member);
        SharedFile file = SharedFile.begin(owner, 20 * MEGABYTE, Map.of("channelIds", List.of(channel)));
        assertThat(file.put(1)).isEqualTo(200);
        file.breakOff(2);
        file.complete().problem(409, "upload_incomplete");
        assertThat(file.arrived()).containsExactly(true, false, false);

        file.putMissing();

        Answer completed = file.complete().expect(200);
        assertThat(completed.body().path("sha256").asString()).isEqualTo(file.sha256());
        assertThat(file.download(member)).isEqualTo(file.sha256());
        assertInvisible(outsider, file.id());
    }

    @Test
    void aFileIsSeenByThoseWhoSeeWhatItIsLinkedTo() {
        String channel = channel(member);
        String elsewhere = channel();
        String task = task();
        try (LiveView memberSees = LiveView.open(member);
                LiveView assigneeSees = LiveView.open(assignee);
                LiveView outsiderSees = LiveView.open(outsider)) {
            SharedFile file = SharedFile.upload(
                    owner, MEGABYTE, Map.of("channelIds", List.of(channel, elsewhere), "taskIds", List.of(task)));

            memberSees.awaitEvent(
                    "file.uploaded", data -> data.path("id").asString().equals(file.id()));
            assigneeSees.awaitEvent(
                    "task.file_added", data -> data.at("/file/id").asString().equals(file.id()));
            assertThat(file.download(member)).isEqualTo(file.sha256());
            assertThat(file.download(assignee)).isEqualTo(file.sha256());
            assertThat(memberSees.frames().toString()).doesNotContain(elsewhere, task);
            assertThat(assigneeSees.frames().toString()).doesNotContain(channel, elsewhere);
            assertInvisible(outsider, file.id());
            member.delete("/files/" + file.id()).problem(403, "forbidden");

            owner.delete("/channels/" + channel + "/members/" + member.id()).expect(204);
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> member.get("/files/" + file.id()).status() == 404);
            assertThat(outsiderSees.frames().toString()).doesNotContain(file.id());
        }
    }

    @Test
    void deletionReallyDeletes() throws IOException {
        String task = task();
        SharedFile file = SharedFile.upload(owner, MEGABYTE, Map.of("taskIds", List.of(task)));
        URI address = file.address(assignee);
        assertThat(SharedFile.status(address)).isEqualTo(200);
        assertThat(bytesOnDisk(file)).isTrue();

        try (LiveView assigneeSees = LiveView.open(assignee)) {
            owner.delete("/files/" + file.id()).expect(204);

            assigneeSees.awaitEvent(
                    "task.file_removed", data -> data.at("/file/id").asString().equals(file.id()));
        }
        await().until(() -> SharedFile.status(address) == 404 && !bytesOnDisk(file));
        assertInvisible(assignee, file.id());
        assertInvisible(owner, file.id());
        assertThat(owner.get("/tasks/" + task + "/activity").expect(200).text()).contains("task.file_removed");
    }

    private static boolean bytesOnDisk(SharedFile file) throws IOException {
        try (Stream<Path> files = Files.walk(RunningPlatform.get().data().resolve("files"))) {
            return files.anyMatch(path -> path.endsWith(file.id()));
        }
    }

    @Test
    void theLargestFileFlowsThroughWithoutBeingHeld() throws IOException {
        long gateway = mostMemory(PlatformService.GATEWAY);
        long channels = mostMemory(PlatformService.CHANNEL);

        SharedFile file = SharedFile.upload(owner, LARGEST, Map.of());

        assertThat(file.download(owner)).isEqualTo(file.sha256());
        assertThat(mostMemory(PlatformService.GATEWAY) - gateway).isLessThan(LARGEST);
        assertThat(mostMemory(PlatformService.CHANNEL) - channels).isLessThan(LARGEST);
    }

    /** The most that a process has had in memory so far, in bytes. */
    private static long mostMemory(PlatformService service) throws IOException {
        long pid = RunningPlatform.get().platform().process(service.label()).pid();
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void oneByteTooMuchIsRefused() {
        Answer refused = owner.post("/files", Map.of("name", "large.bin", "size", LARGEST + 1))
                .problem(422, "validation_failed");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("size");
        SharedFile.announce(owner, LARGEST + 1).problem(413, "payload_too_large");

        SharedFile file = SharedFile.begin(owner, MEGABYTE, Map.of());
        assertThat(file.putTooMuch(1)).isEqualTo(403);
        assertThat(file.arrived()).containsExactly(false);
    }
}
